import { dateParts, dayAndTime, shortDate } from "../../lib/time.ts";

/** "20:14 WIB", or with its day when that is not today. */
export function untilWhen(instant: string, nowMs: number, language: string, timezone: string): string {
  const today = shortDate(new Date(nowMs).toISOString(), language, timezone);
  return shortDate(instant, language, timezone) === today ? dateParts(instant, language, timezone).time : dayAndTime(instant, language, timezone);
}
