import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { showQuery } from "../../lib/catalogue.ts";
import { isProblem } from "../../lib/problem.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import { askAnew, join, waitlistQuery } from "./api.ts";

interface Props {
  showId: string;
  /** The zone that was asked for; none: any. */
  zoneId: string | undefined;
  onDone: () => void;
}

/** How many places, and where. */
export function JoinForm({ showId, zoneId, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: show } = useQuery(showQuery(showId));
  const limit = show?.max_tickets_per_user ?? 1;
  const [wanted, setWanted] = useState(2);
  const quantity = Math.min(wanted, limit);
  const [zone, setZone] = useState(zoneId ?? "");
  const joining = useMutation({
    mutationFn: () => join(showId, { zone_id: zone || null, quantity }),
    onSettled: async (_, error) => {
      if (error && !isProblem(error, "already-waiting")) return;
      await askAnew(queries, waitlistQuery);
      onDone();
    },
  });
  if (!show) return <Skeleton className="m-6 h-72" />;
  const zones = [["", t("waiting.any_zone")], ...show.zones.map(({ id, name }) => [id, name] as const)] as const;
  return (
    <form
      className="flex flex-col gap-5 p-6"
      onSubmit={(event) => {
        event.preventDefault();
        joining.mutate();
      }}
    >
      <h2 className="shout text-3xl">{t("waiting.join")}</h2>
      <p>{t("waiting.join_text")}</p>
      <div className="flex items-center justify-between gap-3">
        <span>
          <span className="block font-bold">{t("waiting.how_many")}</span>
          <span className="text-sm text-soft">{t("waiting.limit", { limit })}</span>
        </span>
        <Stepper value={quantity} min={1} max={limit} label={t("waiting.how_many")} less={t("common.less")} more={t("common.more")} onChange={setWanted} />
      </div>
      <SelectField label={t("waiting.where")} options={zones} value={zone} onChange={(event) => setZone(event.target.value)} />
      <ProblemNotice error={joining.error} />
      {isProblem(joining.error, "not-sold-out") && (
        <ButtonLink look="plain" to={`/shows/${showId}/seats`} onClick={onDone}>
          {t("concert.pick_seats")}
        </ButtonLink>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={joining.isPending}>
          {t("waiting.join_now")}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
