// Tickets by night: one group a show, the next night first, what is over last.
import type { Show, Ticket } from "./api.ts";

export interface Night {
  show: Show;
  tickets: Ticket[];
  /** Given back, refunded: no longer for the gate. */
  void_tickets: Ticket[];
  /** Somebody else has them now. */
  given_tickets: Ticket[];
  over: boolean;
}

const afterStartMs = 6 * 3600_000; // a concert is "now" for some hours

/** Nothing to go to: over, or given away. */
export const isQuiet = ({ over, tickets }: Night) => over || tickets.length === 0;

export function nightsOf(tickets: readonly Ticket[], shows: readonly Show[], nowMs: number): Night[] {
  const nights = shows.map((show): Night => {
    const all = tickets.filter(({ show_id }) => show_id === show.id).sort((a, b) => a.seat_no - b.seat_no);
    const are = (status: Ticket["status"]) => all.filter((ticket) => ticket.status === status);
    const gone = (status: Ticket["status"]) => status === "void" || status === "transferred";
    return { show, tickets: all.filter(({ status }) => !gone(status)), void_tickets: are("void"), given_tickets: are("transferred"), over: Date.parse(show.starts_at) + afterStartMs < nowMs };
  });
  const startOf = ({ show }: Night) => Date.parse(show.starts_at);
  return nights
    .filter(({ tickets: mine, given_tickets: given }) => mine.length > 0 || given.length > 0)
    .sort((a, b) => Number(isQuiet(a)) - Number(isQuiet(b)) || Number(a.over) - Number(b.over) || (a.over ? startOf(b) - startOf(a) : startOf(a) - startOf(b)));
}
