// What somebody at a counter counts in notes. Pure.
import type { Money } from "../../lib/money.ts";

/** Notes that make a round sum, in minor units: of rupiah, of yen, or 10, 50 and 100 of what has cents. */
const notesOf = (currency: string): readonly [number, number, number] => (currency === "IDR" ? [10_000, 50_000, 100_000] : [1000, 5000, 10_000]);

/** What people hand over for a total: the sum itself, then the next round ones, at most six, in minor units. */
export function roundSums({ amount_minor: total, currency }: Money): number[] {
  if (total <= 0) return [];
  const notes = notesOf(currency);
  const [, middle, large] = notes;
  const round = notes.map((note) => Math.ceil(total / note) * note);
  const full = round.at(-1)!;
  return [...new Set([total, ...round, full + middle, full + large])].sort((a, b) => a - b).slice(0, 6);
}

/** What goes back to them; below zero is what is still missing. */
export const changeOf = (total: Money, received_minor: number): Money => ({ amount_minor: received_minor - total.amount_minor, currency: total.currency });
