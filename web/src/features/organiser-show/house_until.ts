// Until when places are kept that somebody is to fetch. Pure.
import { instantIn } from "../../lib/wall_clock.ts";
import type { Show } from "./api.ts";

const soonestMs = 60_000;
const latestAfterBeginMs = 6 * 3_600_000; // as long as anything is sold at the counter

/** The instant of what was typed in the venue's zone: none where they stay, undefined where it is too soon, too late or no time. */
export function untilOf(wallClock: string, { starts_at, venue }: Pick<Show, "starts_at" | "venue">, nowMs: number): { until?: string } | undefined {
  if (wallClock === "") return {};
  if (Number.isNaN(Date.parse(`${wallClock}Z`))) return undefined;
  const until = instantIn(wallClock, venue.timezone);
  const ms = Date.parse(until);
  return ms >= nowMs + soonestMs && ms <= Date.parse(starts_at) + latestAfterBeginMs ? { until } : undefined;
}
