// Dates in the venue's zone and the reader's words; durations as a clock shows them.
import { dateFormat } from "./formatters.ts";

const locale = (language: string) => (language === "en" ? "en-GB" : "id-ID");
export const zoneNames: Record<string, string> = { "Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT" };

function part(instant: string, language: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale(language), { ...options, timeZone }).format(new Date(instant));
}

export interface DateParts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  time: string;
}

export function dateParts(instant: string, language: string, timeZone = "Asia/Jakarta"): DateParts {
  const parts = dateFormat(locale(language), { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone }).formatToParts(new Date(instant));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  const time = part(instant, "en", timeZone, { hour: "2-digit", minute: "2-digit", hour12: false });
  return { weekday: of("weekday"), day: of("day"), month: of("month"), year: of("year"), time: `${time} ${zoneNames[timeZone] ?? ""}`.trim() };
}

export const longDate = (instant: string, language: string, timeZone = "Asia/Jakarta"): string =>
  part(instant, language, timeZone, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

export const shortDate = (instant: string, language: string, timeZone = "Asia/Jakarta"): string =>
  part(instant, language, timeZone, { day: "numeric", month: "short", year: "numeric" });

export interface Remaining {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
  total_s: number;
}

export function remaining(untilMs: number, nowMs: number): Remaining {
  const total_s = Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
  return { days: Math.floor(total_s / 86_400), hours: Math.floor(total_s / 3600) % 24, minutes: Math.floor(total_s / 60) % 60, seconds: total_s % 60, total_s };
}

const two = (value: number) => String(value).padStart(2, "0");

/** "9:05", "1:02:09"; days are for the caller to write. */
export function clockFace({ days, hours, minutes, seconds }: Remaining): string {
  const allHours = days * 24 + hours;
  return allHours > 0 ? `${allHours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** "1 Mar 2027, 19:30 WIB" */
export const dayAndTime = (instant: string, language: string, timeZone = "Asia/Jakarta"): string => `${shortDate(instant, language, timeZone)}, ${dateParts(instant, language, timeZone).time}`;
