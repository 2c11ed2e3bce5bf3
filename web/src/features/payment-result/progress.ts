// What a booking's state means to the fan. Only what is known to have ended badly is told as bad; not knowing is waiting.
import type { Booking } from "./api.ts";

export type Mood = "waiting" | "happy" | "money_back" | "ended";

export function moodOf(status: Booking["status"]): Mood {
  switch (status) {
    case "awaiting_payment":
      return "waiting";
    case "confirmed":
    case "substituted":
      return "happy";
    case "refund_pending":
    case "refunded":
    case "partially_refunded":
      return "money_back";
    case "expired":
    case "cancelled":
      return "ended";
  }
}

/** A second between questions while the notice of the bank is fresh, five when it takes long; none after the end. */
export function pollMs(status: Booking["status"] | undefined, asked: number): number | false {
  if (status === "refund_pending") return 5000;
  if (status !== undefined && moodOf(status) !== "waiting") return false;
  return asked < 30 ? 1000 : 5000;
}
