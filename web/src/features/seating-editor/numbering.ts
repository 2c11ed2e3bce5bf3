// What rows and seats are called.
import type { Numbering } from "./model.ts";

export function seatLabels(count: number, { scheme, from }: Numbering): string[] {
  const half = Math.ceil(count / 2);
  const number = (i: number): number => {
    if (scheme === "right") return from + count - 1 - i;
    if (scheme === "odd") return 2 * i + from + (from % 2 === 0 ? 1 : 0);
    if (scheme === "even") return 2 * i + from + (from % 2);
    if (scheme === "odd_even") return from - 1 + (i < half ? 2 * (half - 1 - i) + 1 : 2 * (i - half) + 2);
    return from + i;
  };
  return Array.from({ length: count }, (_, i) => String(number(i)));
}

/** "A" is 0, "Z" 25, "AA" 26. */
const letters = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
function lettersOf(index: number): string {
  let text = "";
  for (let left = index; left >= 0; left = Math.floor(left / 26) - 1) text = String.fromCharCode(65 + (left % 26)) + text;
  return text;
}

/** The names of that many rows that begin with this one: A, B, C … or 1, 2, 3 …; of another form: with a number behind. */
export function rowNames(count: number, first: string, fromBack: boolean): string[] {
  const name = first.trim().toUpperCase();
  const nameOf = (i: number): string => {
    if (/^\d{1,6}$/.test(name)) return String(Number(name) + i);
    if (/^[A-Z]{1,3}$/.test(name)) return lettersOf(letters(name) + i);
    return i === 0 && count === 1 ? first.trim() : `${first.trim()}${i + 1}`;
  };
  const names = Array.from({ length: count }, (_, i) => nameOf(i));
  return fromBack ? names.reverse() : names;
}
