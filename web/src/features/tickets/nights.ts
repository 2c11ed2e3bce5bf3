// Tickets by night: one group a show, the next night first, what is over last.
import type { Show, Ticket } from "./api.ts";

export interface Night {
  show: Show;
  tickets: Ticket[];
  /** Given back, refunded: no longer for the gate. */
  void_tickets: Ticket[];
  over: boolean;
}

const afterStartMs = 6 * 3600_000; // a concert is "now" for some hours

export function nightsOf(tickets: readonly Ticket[], shows: readonly Show[], nowMs: number): Night[] {
  const nights = shows.map((show): Night => {
    const mine = tickets.filter(({ show_id, status }) => show_id === show.id && status !== "transferred").sort((a, b) => a.seat_no - b.seat_no);
    const isVoid = ({ status }: Ticket) => status === "void";
    return { show, tickets: mine.filter((ticket) => !isVoid(ticket)), void_tickets: mine.filter(isVoid), over: Date.parse(show.starts_at) + afterStartMs < nowMs };
  });
  const startOf = ({ show }: Night) => Date.parse(show.starts_at);
  return nights
    .filter(({ tickets: mine }) => mine.length > 0)
    .sort((a, b) => Number(a.over) - Number(b.over) || (a.over ? startOf(b) - startOf(a) : startOf(a) - startOf(b)));
}
