import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keep, kept } from "../../lib/keep.ts";
import { useSession } from "../../lib/use_session.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { holdQuery, releaseHold } from "./api.ts";

/** Back from the checkout: the seats are still held; go on, or give them back. */
export function ActiveHold({ showId }: { showId: string }) {
  const { t } = useTranslation();
  const { status } = useSession();
  const [id, setId] = useState(() => kept<string>(`hold.${showId}`));
  const { data: hold } = useQuery({ ...holdQuery(id), enabled: id !== undefined && status === "authenticated" });
  const release = useMutation({
    mutationFn: () => releaseHold(id!),
    onSuccess: () => {
      keep(`hold.${showId}`, undefined);
      setId(undefined);
    },
  });
  const over = useServerNow() >= Date.parse(hold?.expires_at ?? "");
  if (!hold || hold.status !== "active" || over) return null;
  return (
    <Notice tone="info" title={t("seats.still_held", { count: hold.seats.length })}>
      <p>
        {hold.seats.map(({ label }) => label).join(", ")} · <Countdown until={hold.expires_at} />
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink size="sm" look="ink" to={`/checkout/${hold.id}`}>
          {t("seats.go_on")}
        </ButtonLink>
        <Button size="sm" look="plain" busy={release.isPending} onClick={() => release.mutate()}>
          {t("seats.release")}
        </Button>
      </div>
    </Notice>
  );
}
