import { useQuery, useQueryClient } from "@tanstack/react-query";
import { showQuery } from "../../lib/catalogue.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { askAnew, leave, waitlistQuery, type Entry } from "./api.ts";
import { untilWhen } from "./when.ts";

/** An open entry: its place in line, or what is held for it, and the way out. */
export function MyEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const now = useServerNow(5000);
  const { data: show } = useQuery(showQuery(entry.show_id));
  const zone = show?.zones.find(({ id }) => id === entry.zone_id)?.name ?? t("waiting.any_zone");
  const offered = entry.status === "offered";
  const until = untilWhen(entry.expires_at ?? entry.created_at, now, language, show?.venue.timezone ?? "Asia/Jakarta");
  const leaveNow = async () => {
    await leave(entry.id);
    await askAnew(queries, waitlistQuery);
  };
  return (
    <Notice tone={offered ? "good" : "info"} title={offered ? t("waiting.held", { count: entry.quantity, time: until }) : t("waiting.number", { position: entry.position ?? 1 })}>
      <p>{offered ? t("waiting.held_text") : `${t("waiting.places", { count: entry.quantity })} · ${zone}. ${t("waiting.in_line")}`}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {offered && (
          <ButtonLink size="sm" look="ink" to={`/checkout/${entry.hold_id ?? ""}`}>
            {t("waiting.go")}
          </ButtonLink>
        )}
        <ConfirmButton size="sm" question={t(offered ? "waiting.give_up_question" : "waiting.leave_question")} text={t(offered ? "waiting.give_up_text" : "waiting.leave_text")} action={t(offered ? "waiting.give_up" : "waiting.leave")} onConfirm={leaveNow}>
          {t(offered ? "waiting.give_up" : "waiting.leave")}
        </ConfirmButton>
      </div>
    </Notice>
  );
}
