// Finds seats by place: a uniform grid over the hall, as counting-sorted arrays. Building 50,000 seats takes a few ms; a hit
// test looks at nine cells; a view's rectangle gives runs of the order array.
import type { Rect } from "../../lib/hall.ts";

export interface Grid {
  cell: number;
  columns: number;
  rows: number;
  left: number;
  top: number;
  starts: Uint32Array; // first index into `order` of each cell; one more at the end
  order: Uint32Array; // seat numbers by cell
}

export function buildGrid(x: Float32Array, y: Float32Array, cell: number): Grid {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1) {
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    top = Math.min(top, y[i]!);
    bottom = Math.max(bottom, y[i]!);
  }
  if (x.length === 0) [left, top, right, bottom] = [0, 0, 0, 0];
  const columns = Math.floor((right - left) / cell) + 1;
  const rows = Math.floor((bottom - top) / cell) + 1;
  const cellOf = (i: number) => Math.floor((y[i]! - top) / cell) * columns + Math.floor((x[i]! - left) / cell);
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < x.length; i += 1) starts[cellOf(i) + 1]! += 1;
  for (let c = 0; c < columns * rows; c += 1) starts[c + 1]! += starts[c]!;
  const next = starts.slice();
  const order = new Uint32Array(x.length);
  for (let i = 0; i < x.length; i += 1) order[next[cellOf(i)]!++] = i;
  return { cell, columns, rows, left, top, starts, order };
}

/** Calls with runs [from, to) of `grid.order` that cover the rectangle; seats slightly outside may come too. */
export function visitRuns(grid: Grid, rect: Rect, visit: (from: number, to: number) => void): void {
  const clamp = (value: number, max: number) => Math.min(max, Math.max(0, value));
  const column = (at: number) => clamp(Math.floor((at - grid.left) / grid.cell), grid.columns - 1);
  const row = (at: number) => clamp(Math.floor((at - grid.top) / grid.cell), grid.rows - 1);
  const [c0, c1, r0, r1] = [column(rect.left), column(rect.right), row(rect.top), row(rect.bottom)];
  for (let r = r0; r <= r1; r += 1) {
    const [from, to] = [grid.starts[r * grid.columns + c0]!, grid.starts[r * grid.columns + c1 + 1]!];
    if (from < to) visit(from, to);
  }
}

/** The seat nearest to a point within `reach`, or -1. */
export function nearest(grid: Grid, x: Float32Array, y: Float32Array, at: { x: number; y: number }, reach: number): number {
  let best = -1;
  let bestSquare = reach * reach;
  visitRuns(grid, { left: at.x - reach, right: at.x + reach, top: at.y - reach, bottom: at.y + reach }, (from, to) => {
    for (let i = from; i < to; i += 1) {
      const no = grid.order[i]!;
      const square = (x[no]! - at.x) ** 2 + (y[no]! - at.y) ** 2;
      if (square <= bestSquare) {
        bestSquare = square;
        best = no;
      }
    }
  });
  return best;
}
