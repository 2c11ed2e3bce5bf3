import { describe, expect, it } from "vitest";
import { between, clamp, fit, inside, levelOf, pan, toHall, toScreen, zoomAt, type Limits } from "./camera.ts";

const size = { width: 400, height: 300 };
const limits: Limits = { bounds: { left: 0, top: 0, right: 1000, bottom: 1000 }, minScale: 0.1, maxScale: 10 };

describe("camera", () => {
  it("fits a rectangle into the middle", () => {
    const camera = fit({ left: 0, top: 0, right: 1000, bottom: 1000 }, size, 0);
    const middle = toScreen(camera, 500, 500);
    expect([middle.x, middle.y].map(Math.round)).toEqual([200, 150]);
    expect(camera.scale).toBeCloseTo(0.3);
  });

  it("zooms around the finger", () => {
    const before = { x: 100, y: 100, scale: 1 };
    const after = zoomAt(before, 2, 120, 80, limits);
    expect(toHall(after, 120, 80)).toEqual(toHall(before, 120, 80));
    expect(zoomAt(before, 1e9, 0, 0, limits).scale).toBe(10);
  });

  it("never loses the hall", () => {
    const lost = pan({ x: 0, y: 0, scale: 1 }, 1e6, -1e6);
    const middle = toHall(clamp(lost, size, limits), 200, 150);
    expect(middle).toEqual({ x: 0, y: 1000 });
  });

  it("flies from one place to the other", () => {
    const [from, to] = [{ x: 0, y: 0, scale: 1 }, { x: 300, y: 200, scale: 4 }];
    expect(between(from, to, 0, size)).toMatchObject(from);
    const end = between(from, to, 1, size);
    expect([end.x, end.y, end.scale].map(Math.round)).toEqual([300, 200, 4]);
    expect(between(from, to, 0.5, size).scale).toBeCloseTo(2);
  });
});

it("shows seats only when they can be told apart", () => {
  expect([2, 6, 20].map(levelOf)).toEqual(["sections", "dots", "seats"]);
});

it("knows what is inside a polygon that is not convex", () => {
  const shape = [[0, 0], [10, 0], [10, 10], [5, 4], [0, 10]] as const;
  expect([inside(shape, 2, 2), inside(shape, 5, 8), inside(shape, 9, 8)]).toEqual([true, false, true]);
});
