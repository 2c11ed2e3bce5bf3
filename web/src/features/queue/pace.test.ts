import { describe, expect, it } from "vitest";
import type { Queue } from "./api.ts";
import { nextAskMs, ownAskMs } from "./pace.ts";

const opens = Date.parse("2027-03-01T10:00:00Z");
const queue = (more: Partial<Queue>) => ({ state: "open", gathers_at: "2027-03-01T09:00:00Z", opens_at: "2027-03-01T10:00:00Z", admitted_through: 1000, ...more }) as Queue;
const middle = () => 0.5;

describe("the queue is asked for", () => {
  it.each([
    ["every 5 s while one is far", queue({}), 5120, opens + 60_000, 5000],
    ["every 5 s while one has no number", queue({}), null, opens + 60_000, 5000],
    ["every 2 s when fewer than 100 are ahead", queue({}), 1100, opens + 60_000, 2000],
    ["every 2 s when the draw is near", queue({ state: "gathering" }), null, opens - 9000, 2000],
    ["every 2 s while the draw is due", queue({ state: "gathering" }), null, opens + 4000, 2000],
    ["every 5 s while people gather", queue({ state: "gathering" }), null, opens - 600_000, 5000],
    ["so that the last seconds before the draw are not slept through", queue({ state: "gathering" }), null, opens - 11_000, 5000],
    ["seldom while the room is closed", queue({ state: "closed" }), null, opens - 7_200_000, 31_000],
    ["when the room opens", queue({ state: "closed" }), null, opens - 3_610_000, 11_000],
    ["at once more when the room should be open", queue({ state: "closed" }), null, opens - 3_500_000, 2000],
    ["again when it was never told", undefined, null, opens, 5000],
  ])("%s", (_, now, number, at, ms) => {
    expect(nextAskMs(now, number, { seen: true, nowMs: at }, middle)).toBe(ms);
  });

  it("no more when the sale is over", () => {
    expect(nextAskMs(queue({ state: "over" }), 5, { seen: true, nowMs: opens })).toBe(false);
  });

  it("seldom while nobody looks, and only for whoever has a number", () => {
    expect(nextAskMs(queue({}), 1100, { seen: false, nowMs: opens }, middle)).toBe(30_000);
    expect(nextAskMs(queue({}), null, { seen: false, nowMs: opens }, middle)).toBe(false);
    expect(nextAskMs(queue({ state: "gathering" }), null, { seen: false, nowMs: opens }, middle)).toBe(false);
  });

  it("not by everybody at once", () => {
    expect([0, 1].map((random) => nextAskMs(queue({}), 5120, { seen: true, nowMs: opens }, () => random))).toEqual([3750, 6250]);
  });
});

it("spreads a crowd's question for its numbers over seconds, and a handful's over none", () => {
  const last = (drawn: number) => ownAskMs(drawn, () => 1);
  expect(last(3)).toBeLessThan(500);
  expect(last(41_002)).toBe(8500.4);
  expect(last(1_000_000)).toBe(15_000);
  expect(ownAskMs(41_002, () => 0)).toBe(0);
});
