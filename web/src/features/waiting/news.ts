// What somebody who waits is told while a page is open. Without React.
import type { Entry, Show } from "./api.ts";

/** Its sale has begun, by its own time and the server's clock. */
export const hasOpened = ({ sale }: Show, nowMs: number): boolean => nowMs >= Date.parse(sale.opens_at) && ["upcoming", "on_sale", "sold_out"].includes(sale.status);

/** Its sale has not begun, and its waiting room may be entered. */
export const roomIsOpen = ({ sale, waiting_room }: Show, nowMs: number): boolean => sale.status === "upcoming" && waiting_room != null && nowMs >= Date.parse(waiting_room.gathers_at);

/** Places that are held now, and of which the page does not tell already. */
export const toTellOf = (entries: readonly Entry[], nowMs: number, told: readonly string[], path: string): Entry[] =>
  entries.filter(({ status, hold_id, expires_at }) => status === "offered" && !told.includes(hold_id!) && Date.parse(expires_at!) > nowMs && path !== `/checkout/${hold_id!}`);
