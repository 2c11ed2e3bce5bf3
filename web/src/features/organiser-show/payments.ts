// Which of the payments that were loaded are shown.
import type { ManagedPayment } from "./api.ts";

export type StateFilter = "" | ManagedPayment["status"];
export const states: readonly ManagedPayment["status"][] = ["captured", "pending", "refund_pending", "partially_refunded", "refunded", "expired", "failed"];

/** A booking's id is all digits and is asked of the server; anything else is looked for in what was loaded. */
export const bookingIdOf = (search: string): string | undefined => (/^\d{6,20}$/.test(search.trim()) ? search.trim() : undefined);

export function shownPayments(payments: readonly ManagedPayment[], search: string, state: StateFilter): ManagedPayment[] {
  const wanted = bookingIdOf(search) ? "" : search.trim().toLowerCase();
  return payments.filter(({ status, description, id }) => (state === "" || status === state) && `${description} ${id}`.toLowerCase().includes(wanted));
}

/** What can still go back. */
export const leftMinor = ({ captured, promised_back }: Pick<ManagedPayment, "captured" | "promised_back">): number => Math.max(0, captured.amount_minor - promised_back.amount_minor);
