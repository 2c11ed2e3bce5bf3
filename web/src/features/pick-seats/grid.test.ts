import { describe, expect, it } from "vitest";
import { buildGrid, nearest, visitRuns } from "./grid.ts";

function scatter(count: number) {
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  let state = 7;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
  for (let i = 0; i < count; i += 1) [x[i], y[i]] = [next() * 1000, next() * 700];
  return { x, y, next };
}

describe("nearest", () => {
  it("agrees with looking at every seat", () => {
    const { x, y, next } = scatter(3000);
    const grid = buildGrid(x, y, 17);
    for (let round = 0; round < 300; round += 1) {
      const at = { x: next() * 1100 - 50, y: next() * 800 - 50 };
      let slow = -1;
      let least = 15 * 15;
      for (let i = 0; i < x.length; i += 1) {
        const square = (x[i]! - at.x) ** 2 + (y[i]! - at.y) ** 2;
        if (square <= least) [least, slow] = [square, i];
      }
      expect(nearest(grid, x, y, at, 15)).toBe(slow);
    }
  });

  it("finds nothing in an empty hall", () => {
    const none = new Float32Array(0);
    expect(nearest(buildGrid(none, none, 10), none, none, { x: 1, y: 1 }, 50)).toBe(-1);
  });
});

describe("visitRuns", () => {
  it("misses no seat of the rectangle, and sees none twice", () => {
    const { x, y } = scatter(3000);
    const grid = buildGrid(x, y, 17);
    const rect = { left: 200, top: 100, right: 420, bottom: 333 };
    const seen: number[] = [];
    visitRuns(grid, rect, (from, to) => seen.push(...grid.order.slice(from, to)));
    expect(new Set(seen).size).toBe(seen.length);
    for (let i = 0; i < x.length; i += 1)
      if (x[i]! >= 200 && x[i]! <= 420 && y[i]! >= 100 && y[i]! <= 333) expect(seen).toContain(i);
  });
});
