// Who has which seat, and seats by their names. Pure.
import { free, held, notForSale } from "../../lib/availability.ts";
import { rowOfSeat, seatMark, seatName, type Hall } from "../../lib/hall.ts";
import type { BookingOfShow } from "./api.ts";
import type { HouseGroup } from "./house_api.ts";

/** Of a seat; in the order of its number in a map of kinds. */
export const holdings = ["free", "held", "house", "sold", "closed"] as const;
export type Holding = (typeof holdings)[number];

export interface Holders {
  /** An index of `holdings` by seat. */
  of: Uint8Array;
  counts: Record<Holding, number>;
  groups: ReadonlyMap<number, HouseGroup>;
}

/** A group without a name is held at the counter, for a customer. */
const holdingOf = (state: number, group: HouseGroup | undefined): Holding => {
  if (group) return group.name ? "house" : "held";
  return state === free ? "free" : state === held ? "held" : state === notForSale ? "closed" : "sold";
};

export function holdersOf(states: Uint8Array, kept: readonly HouseGroup[]): Holders {
  const groups = new Map(kept.flatMap((group) => group.seats.map(({ seat_no }) => [seat_no!, group] as const)));
  const counts: Record<Holding, number> = { free: 0, held: 0, house: 0, sold: 0, closed: 0 };
  const of = Uint8Array.from(states, (state, no) => {
    const holding = holdingOf(state, groups.get(no));
    counts[holding] += 1;
    return holdings.indexOf(holding);
  });
  return { of, counts, groups };
}

/** Seats called "A-12" or "A12", in every section or in the one that is named before it; at most so many. */
export function seatsCalled(hall: Hall, text: string, most: number): number[] {
  const bare = (words: string) => words.toLowerCase().replace(/[\s·-]/g, "");
  const sought = bare(text);
  if (sought === "") return [];
  const found: number[] = [];
  for (let no = 0; no < hall.count && found.length < most; no += 1) {
    if (bare(`${rowOfSeat(hall, no).name}${seatMark(hall, no)}`) === sought || bare(seatName(hall, no)) === sought) found.push(no);
  }
  return found;
}

const over = new Set<BookingOfShow["status"]>(["expired", "cancelled", "refunded"]);

/** The booking that has this seat now, of those that were found, newest first. */
export const bookingOfSeat = (bookings: readonly BookingOfShow[], seat: string): BookingOfShow | undefined => bookings.find(({ status, places }) => !over.has(status) && places.includes(seat));
