// Where something that is moved comes to lie: in line with what is beside it, else on the grid.
import type { Rect } from "../../lib/plane.ts";

export const gridStep = 5;

export interface Snapped {
  dx: number;
  dy: number;
  /** Lines that it came to lie on. */
  x: number | undefined;
  y: number | undefined;
}

function axis(low: number, high: number, others: readonly (readonly [number, number])[], reach: number): [shift: number, line: number | undefined] {
  let [best, line]: [number, number | undefined] = [reach, undefined];
  let shift = 0;
  const mine = [low, (low + high) / 2, high];
  for (const [from, to] of others)
    for (const theirs of [from, (from + to) / 2, to])
      for (const at of mine) {
        const away = theirs - at;
        if (Math.abs(away) < best) [best, line, shift] = [Math.abs(away), theirs, away];
      }
  if (line !== undefined) return [shift, line];
  return [Math.round(low / gridStep) * gridStep - low, undefined];
}

/** `moved`: the rectangle where the pointer has it; `reach`: in units of the plan. */
export function snap(moved: Rect, others: readonly Rect[], reach: number): Snapped {
  const [dx, x] = axis(moved.left, moved.right, others.map(({ left, right }) => [left, right] as const), reach);
  const [dy, y] = axis(moved.top, moved.bottom, others.map(({ top, bottom }) => [top, bottom] as const), reach);
  return { dx, dy, x, y };
}
