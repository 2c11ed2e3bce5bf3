import { describe, expect, it } from "vitest";
import { delayMs } from "./backoff.ts";

describe("delayMs", () => {
  it("honours Retry-After before anything else", () => {
    expect(delayMs(9, 2, () => 0)).toBe(2000);
  });

  it("doubles, with a ceiling", () => {
    expect([0, 1, 2, 10].map((attempt) => delayMs(attempt, undefined, () => 1))).toEqual([500, 1000, 2000, 15_000]);
  });
});
