// What a booking and its payments mean to the fan. Only what is known to have ended badly is told as bad; not knowing is waiting.
import type { Booking, Payment } from "./api.ts";

export type Stage = Exclude<Booking["status"], "awaiting_payment"> | "waiting" | "declined" | "received" | "checking";

/** `payments`: those that this browser knows of, the newest first; there may be others. */
export function stageOf(booking: Pick<Booking, "status" | "pay_by">, payments: readonly Pick<Payment, "status" | "declined">[], now: number): Stage {
  const paid = payments.some(({ status }) => status === "captured");
  if (booking.status === "expired" && paid) return "received";
  if (booking.status !== "awaiting_payment") return booking.status;
  if (paid) return "received";
  if (now >= Date.parse(booking.pay_by)) return "checking";
  const newest = payments[0];
  const declined = newest !== undefined && (newest.status === "failed" || (newest.status === "pending" && newest.declined === true));
  return declined ? "declined" : "waiting";
}

const lateMs = 3600_000; // money may come after the end

/** How long to wait until asking again: a second while the notice of the bank is fresh, then longer; never once all has ended. */
export function pollMs(booking: Booking | undefined, asked: number, now: number): number | false {
  const next = Math.min(15_000, Math.round(1000 * 1.2 ** Math.max(0, asked - 20)));
  switch (booking?.status) {
    case undefined:
    case "awaiting_payment":
    case "refund_pending":
      return next;
    case "expired":
    case "cancelled":
      return now < Date.parse(booking.pay_by) + lateMs ? Math.max(3000, next) : false;
    case "confirmed":
    case "substituted":
    case "partially_refunded":
      return booking.tickets?.some(({ status }) => status === "frozen") ? 15_000 : false;
    case "refunded":
      return false;
  }
}

/** What is not back yet of what was paid. */
export const leftMinor = ({ total, refunded }: Pick<Booking, "total" | "refunded">): number => total.amount_minor - (refunded?.amount_minor ?? 0);

/** Other seats than were chosen, which may still be declined. */
export const isDeclinable = ({ decline_by, tickets = [] }: Pick<Booking, "decline_by" | "tickets">, now: number): boolean =>
  decline_by !== undefined && now < Date.parse(decline_by) && tickets.some(({ status }) => status !== "void");

/** What would come back if all tickets that are valid were given back by this rule: the server's own arithmetic, shown early. */
export function giveBackMinor(booking: Pick<Booking, "lines" | "tickets" | "total" | "refunded">, keepsFees: boolean): { back: number; kept: number } {
  const { lines, tickets = [] } = booking;
  const valid = new Set(tickets.filter(({ status }) => status === "valid").map(({ seat_no }) => seat_no));
  let [back, kept] = [0, 0];
  for (const { price, fee, total } of lines.filter(({ seat_no }) => valid.has(seat_no))) {
    const stays = keepsFees ? (fee?.amount_minor ?? 0) : 0;
    back += (total ?? price).amount_minor - stays;
    kept += stays;
  }
  return { back: Math.min(back, leftMinor(booking)), kept };
}

export type GiveBack = { may: "now"; until: string; keeps_fees: boolean } | { may: "over"; until: string } | { may: "never" };

/** Whether paid tickets may be given back, by the show's rule of today. */
export function giveBackOf(rule: { until: string; keeps_fees: boolean } | null | undefined, now: number): GiveBack {
  if (!rule) return { may: "never" };
  return now < Date.parse(rule.until) ? { may: "now", ...rule } : { may: "over", until: rule.until };
}
