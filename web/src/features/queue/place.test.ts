import { describe, expect, it } from "vitest";
import { aheadOf, estimateOf, isNews, oddsOf, progressOf } from "./place.ts";

it("counts who is called before me", () => {
  expect(aheadOf(5120, 1840)).toBe(3279);
  expect(aheadOf(2, 0)).toBe(1);
  expect(aheadOf(1, 0)).toBe(0);
  expect(aheadOf(7, 7)).toBe(0);
  expect(aheadOf(7, 900)).toBe(0);
});

it("knows how far the way is done", () => {
  expect(progressOf(101, 50)).toBe(50);
  expect(progressOf(3, 0)).toBe(0);
  expect(progressOf(3, 90)).toBe(100);
  expect(progressOf(1, 0)).toBe(100);
});

describe("the estimate", () => {
  it.each([
    [50, 10, { kind: "minutes", from: 4, to: 7 }],
    [1, 300, { kind: "minutes", from: 1, to: 2 }],
    [300, 10, { kind: "minutes", from: 20, to: 40 }],
    [3279, 310, { kind: "minutes", from: 8, to: 15 }],
    [6000, 50, { kind: "hours", from: 1, to: 3 }],
  ])("of %i ahead at %i a minute is a range", (ahead, pace, said) => {
    expect(estimateOf(ahead, pace)).toEqual(said);
  });

  it("is none without a pace, for days, or when nobody is ahead", () => {
    expect(estimateOf(50, null)).toEqual({ kind: "unknown" });
    expect(estimateOf(50, 0)).toEqual({ kind: "unknown" });
    expect(estimateOf(90_000, 1)).toEqual({ kind: "unknown" });
    expect(estimateOf(0, null)).toEqual({ kind: "next" });
  });

  it("has the true time within it, and a from that is less than its to", () => {
    for (let ahead = 1; ahead < 20_000; ahead += 37)
      for (const pace of [1, 7, 40, 310]) {
        const said = estimateOf(ahead, pace);
        if (said.kind !== "minutes" && said.kind !== "hours") continue;
        const units = ahead / pace / (said.kind === "hours" ? 60 : 1);
        expect(said.from).toBeLessThan(said.to);
        expect([said.from <= Math.max(1, units), units <= said.to]).toEqual([true, true]);
      }
  });
});

it("says in words what will be left", () => {
  expect(oddsOf(3279, 36_110, 2.4)).toBe("likely");
  expect(oddsOf(9, 30, 2)).toBe("likely");
  expect(oddsOf(9, 29, 2)).toBe("maybe");
  expect(oddsOf(9, 14, 2)).toBe("unlikely");
  expect(oddsOf(0, 1, 2)).toBe("unlikely");
  expect(oddsOf(0, 0, 2)).toBe("none");
});

it("is news when it is the first, a quarter nearer, or farther", () => {
  expect(isNews(undefined, 900)).toBe(true);
  expect(isNews(900, 800)).toBe(false);
  expect(isNews(900, 675)).toBe(true);
  expect(isNews(900, 901)).toBe(true);
  expect(isNews(1, 0)).toBe(true);
  expect(isNews(0, 0)).toBe(false);
});
