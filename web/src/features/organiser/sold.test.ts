import { expect, it } from "vitest";
import { takenPercent } from "./sold.ts";

it.each([
  [100, 100, 0],
  [100, 0, 100],
  [58_044, 58_043, 1],
  [58_044, 1, 99],
  [200, 150, 25],
  [0, 0, 0],
])("of %i places %i are free: %i %% are taken", (capacity, free, percent) => {
  expect(takenPercent(capacity, free)).toBe(percent);
});
