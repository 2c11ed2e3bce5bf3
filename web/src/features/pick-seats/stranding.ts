// A single free seat between taken ones is hardly ever sold, so a choice that leaves one alone is refused where the row has
// room for the same party without that. Pure.
import { free } from "../../lib/availability.ts";
import { rowOfSeat, type Hall } from "../../lib/hall.ts";
import { runsOf, windowsOf } from "./runs.ts";

const rowOf = (hall: Hall, no: number) => rowOfSeat(hall, no).seats;

function singles(hall: Hall, states: Uint8Array, row: readonly number[], taken: ReadonlySet<number>): number[] {
  const isOpen = (no: number) => states[no] === free && !hall.accessible[no] && !taken.has(no);
  return runsOf(hall, row, isOpen).filter(({ length }) => length === 1).map(([no]) => no!);
}

const nobody: ReadonlySet<number> = new Set();

function strandedIn(hall: Hall, states: Uint8Array, row: readonly number[], chosen: readonly number[]): number[] {
  const before = singles(hall, states, row, nobody);
  return singles(hall, states, row, new Set(chosen)).filter((no) => !before.includes(no));
}

/** Seats that this choice leaves alone and that were not alone before. */
export function stranded(hall: Hall, states: Uint8Array, seats: readonly number[]): number[] {
  return [...new Set(seats.map((no) => rowOf(hall, no)))].flatMap((row) => strandedIn(hall, states, row, seats));
}

/** As many seats of the same row that leave none alone, nearest to those chosen. */
function betterIn(hall: Hall, states: Uint8Array, row: readonly number[], chosen: readonly number[]): number[] | undefined {
  const isOpen = (no: number) => states[no] === free && !hall.accessible[no];
  const middle = (seats: readonly number[]) => seats.reduce((sum, no) => sum + row.indexOf(no), 0) / seats.length;
  const home = middle(chosen);
  const fine = runsOf(hall, row, isOpen)
    .flatMap((run) => windowsOf(run, chosen.length))
    .filter((seats) => strandedIn(hall, states, row, seats).length === 0);
  return fine.sort((a, b) => Math.abs(middle(a) - home) - Math.abs(middle(b) - home))[0];
}

/** The whole choice, moved as little as can be so that no seat is left alone; undefined where that is not to be had. */
export function withoutStranding(hall: Hall, states: Uint8Array, seats: readonly number[]): number[] | undefined {
  const rows = [...new Set(seats.map((no) => rowOf(hall, no)))];
  const moved = rows.map((row) => {
    const mine = seats.filter((no) => row.includes(no));
    return strandedIn(hall, states, row, mine).length === 0 ? mine : betterIn(hall, states, row, mine);
  });
  return moved.every((each) => each !== undefined) ? moved.flat() : undefined;
}
