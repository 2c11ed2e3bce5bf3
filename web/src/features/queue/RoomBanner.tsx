import { formatCount } from "../../lib/money.ts";
import { isProblem } from "../../lib/problem.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { aheadOf } from "./place.ts";
import { useTurnSignal } from "./signals.ts";
import { useRoom } from "./use_room.ts";

/** Over the seats of a show that is sold through a waiting room: whose turn it is, and how one gets theirs. */
export function RoomBanner({ showId }: { showId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { phase, entry, queue } = useRoom(showId);
  useTurnSignal(phase);
  if (phase === "turn")
    return (
      <p className="flex items-center justify-center gap-2 bg-good-soft px-3 py-1.5 text-sm font-bold text-good" data-testid="turn">
        <Icon name="clock" className="size-4" />
        {t("queue.banner_turn")}: <Countdown until={entry!.turn_ends_at!} className="text-lg leading-none" /> {t("queue.turn_left")}
      </p>
    );
  if (!queue.data || isProblem(queue.error, "not-found") || phase === "loading" || phase === "closed" || phase === "over" || phase === "off" || queue.data.state !== "open") return null;
  const ahead = (phase === "waiting" || phase === "sold_out") && entry?.number ? aheadOf(entry.number, queue.data.admitted_through) : undefined;
  const place = ahead === 0 ? t("queue.banner_next") : t("queue.banner_place", { people: formatCount(ahead ?? 0, language) });
  return (
    <div className="flex items-center justify-between gap-3 bg-spark px-3 py-1.5 text-sm leading-tight font-bold text-on-spark sm:justify-center" data-testid="no-turn">
      <p role="status">{ahead !== undefined ? place : t(phase === "ended" ? "queue.banner_ended" : "queue.banner")}</p>
      <ButtonLink size="sm" look="ink" className="shrink-0" to={`/shows/${showId}/queue`}>
        {t("queue.banner_go")}
      </ButtonLink>
    </div>
  );
}
