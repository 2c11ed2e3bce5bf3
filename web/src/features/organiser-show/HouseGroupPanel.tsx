import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Hall } from "../../lib/hall.ts";
import { formatCount } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { PlacesOfGroup } from "../../ui/PlacesOfGroup.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import type { Show } from "./api.ts";
import { houseQuery, letAllGo, letSomeGo, type HouseGroup, type HouseRelease } from "./house_api.ts";
import { byRows } from "../../lib/seat_choice.ts";

interface Props {
  show: Show;
  hall: Hall;
  group: HouseGroup;
}

/** The seats of a group to press, those that go free; or how many standing places. */
function LetSomeGo({ show, hall, group, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [standing, setStanding] = useState<Readonly<Record<string, number>>>({});
  const quantities = Object.entries(standing).filter(([, quantity]) => quantity > 0);
  const of = group.seats.length + group.standing.reduce((sum, { quantity }) => sum + quantity, 0);
  const wish: HouseRelease = group.seats.length > 0 ? { of, seat_nos: [...chosen] } : { of, standing: quantities.map(([zone_id, quantity]) => ({ zone_id, quantity })) };
  const count = chosen.size + quantities.reduce((sum, [, quantity]) => sum + quantity, 0);
  const go = useMutation({
    mutationFn: () => letSomeGo(show.id, group.id, wish),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: houseQuery(show.id).queryKey });
      onDone();
    },
  });
  return (
    <div className="mt-4 border-t border-hair pt-4">
      <p className="mb-3 text-sm text-soft">{t("house.choose_free")}</p>
      <PlacesOfGroup
        hall={hall}
        seats={group.seats.map(({ seat_no }) => seat_no!)}
        standing={group.seats.length === 0 ? group.standing : []}
        chosen={chosen}
        quantities={standing}
        less={() => t("house.fewer")}
        more={() => t("house.more")}
        onSeats={setChosen}
        onStanding={setStanding}
      />
      <ProblemNotice error={go.error} className="mb-3" />
      <div className="flex flex-wrap gap-3">
        <Button busy={go.isPending} disabled={count === 0} onClick={() => go.mutate()}>
          {t("house.let_go_count", { count })}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

export function HouseGroupPanel({ show, hall, group, by }: Props & { by: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const [some, setSome] = useState(false);
  const count = group.seats.length + group.standing.reduce((sum, { quantity }) => sum + quantity, 0);
  const sold = group.name === ""; // by a colleague, who holds it for a customer
  const all = async () => {
    await letAllGo(show.id, group.id);
    await client.invalidateQueries({ queryKey: houseQuery(show.id).queryKey });
  };
  return (
    <li className="panel p-4 sm:p-5" data-testid="house-group">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-40 text-xl font-bold break-words">{group.name || t("house.at_counter")}</h3>
        <span className="numerals text-soft">{t("house.places", { count, places: formatCount(count, language) })}</span>
      </div>
      <ul className="mt-2 grid gap-1">
        {byRows(hall, group.seats.map(({ seat_no }) => seat_no!)).map(({ section, row, marks }) => (
          <li key={`${section}.${row}`} className="break-words">
            {section} · <span className="numerals font-bold">{row} {marks}</span>
          </li>
        ))}
        {group.standing.map(({ zone_id, zone, quantity }) => (
          <li key={zone_id}>
            {zone} · <span className="numerals font-bold">{formatCount(quantity, language)}</span>
          </li>
        ))}
      </ul>
      {group.until && (
        <p className="mt-2">
          <Badge tone="warn">{t("house.until", { at: dayAndTime(group.until, language, show.venue.timezone) })}</Badge>
        </p>
      )}
      <p className="mt-2 text-sm text-soft">{t("house.kept_by", { name: by ?? t("house.nobody_known"), at: dayAndTime(group.at, language, show.venue.timezone) })}</p>
      {sold ? null : some ? (
        <LetSomeGo show={show} hall={hall} group={group} onDone={() => setSome(false)} />
      ) : (
        <div className="mt-4 flex flex-wrap gap-3">
          {count > 1 && (
            <Button look="plain" onClick={() => setSome(true)}>
              {t("house.let_some_go")}
            </Button>
          )}
          <ConfirmButton question={t("house.let_all_go_question", { name: group.name })} text={t("house.let_all_go_text")} action={t("house.let_all_go")} onConfirm={all}>
            {t("house.let_all_go")}
          </ConfirmButton>
        </div>
      )}
    </li>
  );
}
