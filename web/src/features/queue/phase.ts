// Where somebody is in the waiting room: the one state that the page shows, from what is known. Pure.
import type { Entry, Queue, SaleStatus } from "./api.ts";

export type Phase =
  | "loading" // not known yet
  | "closed" // the room is not open; it counts down
  | "guest" // open, for who logs in
  | "bought" // has tickets of this show, and is not in line
  | "left" // by their own wish
  | "entering"
  | "gathering"
  | "drawing" // the draw is due, or my number is on its way
  | "waiting"
  | "sold_out" // waiting while nothing is free
  | "turn"
  | "ended" // the turn's time is over
  | "over" // the sale is
  | "off"; // it is not to be: cancelled, postponed

export interface Known {
  session: "unknown" | "anonymous" | "authenticated";
  queue: Queue | undefined;
  /** Of whoever is logged in. */
  entry: Entry | undefined;
  sale: SaleStatus | undefined;
  /** Whether they have a booking of this show; undefined while that is not known. */
  bought: boolean | undefined;
  /** Whether they left, in this tab. */
  left: boolean;
  /** By the server's clock. */
  nowMs: number;
}

/** In line, or not at all. */
function standing({ queue, entry, nowMs }: { queue: Queue; entry: Entry; nowMs: number }): Phase {
  if (entry.state === "admitted") return Date.parse(entry.turn_ends_at ?? "") <= nowMs ? "ended" : "turn";
  if (entry.state === "ended") return "ended";
  if (queue.state === "gathering") return nowMs >= Date.parse(queue.opens_at) ? "drawing" : "gathering";
  if (entry.number === null) return "drawing";
  return queue.free === 0 ? "sold_out" : "waiting";
}

export function phaseOf(known: Known): Phase {
  const { session, queue, entry, sale, bought, left } = known;
  if (sale === "cancelled" || sale === "postponed") return "off";
  if (!queue || session === "unknown") return "loading";
  if (queue.state === "over") return "over";
  if (queue.state === "closed") return "closed";
  if (session === "anonymous") return "guest";
  if (!entry) return "loading";
  if (entry.state !== "none") return standing({ queue, entry, nowMs: known.nowMs });
  if (bought === undefined) return "loading";
  if (left) return "left";
  return bought ? "bought" : "entering";
}

/** Whether my own place may be another than the one that is known, so that it is asked for. */
export function asksForOwn(queue: Queue | undefined, entry: Entry | undefined): boolean {
  if (queue?.state !== "open" || !entry) return false;
  if (entry.state === "gathering") return true;
  return entry.state === "waiting" && entry.number !== null && entry.number <= queue.admitted_through;
}
