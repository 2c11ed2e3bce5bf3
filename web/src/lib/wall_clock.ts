import { zoneNames } from "./time.ts";

/** The instant of a wall clock's "2027-03-01T19:30" in that zone. */
export function instantIn(wallClock: string, timeZone = "Asia/Jakarta"): string {
  const asUtc = Date.parse(`${wallClock}Z`);
  const shown = (ms: number) => Date.parse(`${new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(ms).replace(" ", "T")}Z`);
  const first = asUtc - (shown(asUtc) - asUtc);
  return new Date(first - (shown(first) - asUtc)).toISOString();
}

/** "WIB", or the zone's own name. */
export const zoneName = (timeZone: string): string => zoneNames[timeZone] ?? timeZone;

/** The instant at which the day began there. */
export const startOfDay = (ms: number, timeZone = "Asia/Jakarta"): string => instantIn(`${new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(ms)}T00:00`, timeZone);

/** What a clock in that zone shows at the instant: "2027-03-01T19:30". */
export const wallClockOf = (instant: string, timeZone = "Asia/Jakarta"): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(Date.parse(instant)).replace(" ", "T");
