// When to ask next. The queue is the same for everybody and may be asked for often; my own place is not, and a crowd that was told of
// its draw in the same second asks for its numbers spread out.
import { aheadOf } from "./place.ts";
import type { Queue } from "./api.ts";

const farMs = 5000;
const nearMs = 2000;
const nearPlaces = 100;
const dueMs = 10_000; // so long before the draw, and until it came
const restMs = 30_000; // while nothing can happen, or nobody looks
const jitter = 0.25;

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value));

/** What the page knows of itself. */
interface Looked {
  /** Whether somebody can see it. */
  seen: boolean;
  /** By the server's clock. */
  nowMs: number;
}

/** Milliseconds until the queue is asked for again; false when nothing more can come, or when the page will ask as soon as it is seen. */
export function nextAskMs(queue: Queue | undefined, number: number | null, { seen, nowMs }: Looked, random: () => number = Math.random): number | false {
  const spread = (ms: number) => ms * (1 - jitter + 2 * jitter * random());
  if (queue?.state === "over") return false;
  // Unseen, only whoever may be called is told, by a tone and by the title of the tab.
  if (!seen) return number === null ? false : spread(restMs);
  if (!queue) return spread(farMs);
  if (queue.state === "closed") return between(nearMs / 2, Date.parse(queue.gathers_at) - nowMs, restMs) + nearMs * random();
  if (queue.state === "gathering") {
    const left = Date.parse(queue.opens_at) - nowMs;
    return left <= dueMs ? spread(nearMs) : Math.min(spread(farMs), left - dueMs / 2);
  }
  return spread(number !== null && aheadOf(number, queue.admitted_through) < nearPlaces ? nearMs : farMs);
}

const askedASecond = 5000;
const longestMs = 15_000;

/** How long I wait with asking for my number once it is drawn: so that all who were drawn ask a few thousand a second. */
export const ownAskMs = (drawn: number, random: () => number = Math.random): number => random() * Math.min(longestMs, 300 + (1000 * drawn) / askedASecond);
