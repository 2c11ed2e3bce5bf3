import { describe, expect, it } from "vitest";
import { smallHall } from "./hall_fixture.ts";
import { stranded, withoutStranding } from "./stranding.ts";

const hall = smallHall(); // VIP 0–11 in rows of six
const without = (...nos: number[]) => {
  const states = new Uint8Array(hall.count);
  for (const no of nos) states[no] = 2;
  return states;
};

describe("a choice", () => {
  it("that leaves a seat alone at the aisle or between others is found out", () => {
    expect(stranded(hall, without(), [1, 2])).toEqual([0]);
    expect(stranded(hall, without(4), [1, 2])).toEqual([0, 3]);
    expect(stranded(hall, without(), [0, 1])).toEqual([]);
  });

  it("is not blamed for what was alone before", () => {
    expect(stranded(hall, without(1), [3, 4])).toEqual([2, 5]);
    expect(stranded(hall, without(1), [2, 3])).toEqual([]);
  });

  it("is moved by as little as can be, within its row", () => {
    expect(withoutStranding(hall, without(), [1, 2])).toEqual([0, 1]);
    expect(withoutStranding(hall, without(), [3, 4])).toEqual([2, 3]);
    expect(withoutStranding(hall, without(), [1, 2, 7])).toEqual([0, 1, 6]);
  });

  it("stands where nothing better is to be had", () => {
    expect(withoutStranding(hall, without(3, 4, 5), [0, 1])).toBeUndefined();
    expect(withoutStranding(hall, without(3), [0, 1])).toEqual([4, 5]);
  });
});

it("looks at rows of a hall with gaps no further than its neighbours", () => {
  hall.accessible[5] = 1; // nobody is refused for a wheelchair place left alone
  expect(stranded(hall, without(), [3, 4])).toEqual([]);
  hall.accessible[5] = 0;
});
