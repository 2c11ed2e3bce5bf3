// Free neighbours: what parties sit on. Pure.
import type { Hall } from "../../lib/hall.ts";

/** The row cut where a seat is not open or an aisle is in between; left to right. */
export function runsOf(hall: Hall, row: readonly number[], isOpen: (no: number) => boolean): number[][] {
  const apart = hall.pitch * 1.8;
  const runs: number[][] = [];
  let before: number | undefined;
  for (const no of row) {
    if (!isOpen(no)) before = undefined;
    else {
      const beside = before !== undefined && Math.hypot(hall.x[no]! - hall.x[before]!, hall.y[no]! - hall.y[before]!) <= apart;
      if (beside) runs.at(-1)!.push(no);
      else runs.push([no]);
      before = no;
    }
  }
  return runs;
}

/** Every `quantity` neighbours of a run, left to right. */
export const windowsOf = (run: readonly number[], quantity: number): number[][] =>
  Array.from({ length: Math.max(0, run.length - quantity + 1) }, (_, at) => run.slice(at, at + quantity));
