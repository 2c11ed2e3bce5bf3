// The tickets of whoever is logged in, kept on the phone so that they open without a network. Emptied when they log out, and when
// somebody else logs in.
import type { components } from "../contract/booking.ts";

type Schemas = components["schemas"];
export interface Pocket {
  user: string;
  saved_at: string; // RFC 3339
  tickets: Schemas["Ticket"][];
  shows: Schemas["Show"][];
}

const name = "gelora.pocket";

export function fillPocket(pocket: Pocket): void {
  try {
    localStorage.setItem(name, JSON.stringify(pocket));
  } catch {
    localStorage.removeItem(name); // no room: better none than old ones
  }
}

export function emptyPocket(): void {
  localStorage.removeItem(name);
}

/** What is in it, for this person; for whoever was last here where nobody can be asked. */
export function pocket(user?: string): Pocket | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "null") as Pocket | null;
    return kept && (user === undefined || kept.user === user) ? kept : undefined;
  } catch {
    return undefined;
  }
}
