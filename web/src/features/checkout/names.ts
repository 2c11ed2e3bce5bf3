// Whose the tickets are, where the buyer says so: kept by this tab, so that a reload or the way back from the bank loses nothing.
import type { BookingWish, Hold } from "./api.ts";

export type Names = Readonly<Record<number, string>>;

/** "A-12" for a seat; places of one standing zone are counted: "Festival A (2)". */
export function placeNames(seats: Hold["seats"]): string[] {
  const many = new Set(seats.map(({ label }) => label).filter((label, index, all) => all.indexOf(label) !== index));
  const seen = new Map<string, number>();
  return seats.map(({ label }) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return many.has(label) ? `${label} (${count})` : label;
  });
}

export function attendeesOf(seats: Hold["seats"], names: Names): NonNullable<BookingWish["attendees"]> {
  return seats.flatMap(({ seat_no }) => {
    const name = names[seat_no]?.trim();
    return name ? [{ seat_no, name }] : [];
  });
}
