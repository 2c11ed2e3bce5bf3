import { formatCount } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import type { Rehearsal } from "./rehearsal.ts";

/** "24 s", "7 min", "2 h 5 min": a length of time in words that fit a table. */
export function useSpan(): (seconds: number) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (seconds) => {
    if (seconds < 100) return t("rehearsal.seconds", { number: formatCount(seconds, language) });
    const minutes = Math.round(seconds / 60);
    if (minutes < 120) return t("rehearsal.minutes_short", { number: formatCount(minutes, language) });
    return t("rehearsal.hours", { hours: formatCount(Math.floor(minutes / 60), language), minutes: minutes % 60 });
  };
}

/** What came of a rehearsal, in one sentence. */
export function useHeadline(): (found: Rehearsal) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const span = useSpan();
  return ({ places, tickets, nearly_gone_s }) => {
    if (places === 0) return t("rehearsal.nothing_free");
    return nearly_gone_s === null ? t("rehearsal.not_sold_out", { places: formatCount(places - tickets, language) }) : t("rehearsal.nearly_gone_after", { span: span(nearly_gone_s) });
  };
}
