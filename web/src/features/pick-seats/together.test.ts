import { describe, expect, it } from "vitest";
import { smallHall } from "./hall_fixture.ts";
import { bestTogether, nearestTogether } from "./together.ts";

const hall = smallHall(); // VIP 0–11 (rows of 6), Tribun 12–23
const all = () => new Uint8Array(hall.count);
const without = (...nos: number[]) => {
  const states = all();
  for (const no of nos) states[no] = 2;
  return states;
};

describe("bestTogether", () => {
  it("takes the middle of the first row of the best zone", () => {
    expect(bestTogether(hall, all(), { quantity: 2 })).toEqual([2, 3]);
  });

  it("leaves no seat alone where it can", () => {
    expect(bestTogether(hall, without(3), { quantity: 2 })).toEqual([4, 5]);
    expect(bestTogether(hall, without(3, 4), { quantity: 2 })).toEqual([1, 2]); // one stays alone whatever is taken
  });

  it("keeps to the price", () => {
    expect(bestTogether(hall, all(), { quantity: 2, maxPriceMinor: 1500 })).toEqual([14, 15]);
  });

  it("keeps to the zone", () => {
    expect(bestTogether(hall, all(), { quantity: 3, zone: 1 })).toEqual([12, 13, 14]);
  });

  it("goes a row back before it splits a party", () => {
    expect(bestTogether(hall, without(1, 3, 5), { quantity: 2 })).toEqual([8, 9]);
  });

  it("says when there is nothing", () => {
    expect(bestTogether(hall, all().fill(1), { quantity: 1 })).toBeUndefined();
    expect(bestTogether(hall, all(), { quantity: 7 })).toBeUndefined();
  });

  it("leaves accessible places to those who need them", () => {
    const other = smallHall();
    other.accessible[2] = 1;
    expect(bestTogether(other, new Uint8Array(other.count), { quantity: 2 })).toEqual([0, 1]);
  });
});

describe("nearestTogether", () => {
  it("offers neighbours in the same zone", () => {
    expect(nearestTogether(hall, without(2, 3), [2, 3])).toEqual([8, 9]);
  });

  it("never offers what was just lost, even before the map knows", () => {
    expect(nearestTogether(hall, all(), [2])).not.toContain(2);
  });

  it("keeps the party together with the seat that it still has", () => {
    expect(nearestTogether(hall, without(3), [3], [2])).toEqual([1, 2]);
  });

  it("goes to another zone when the own one is full", () => {
    expect(nearestTogether(hall, without(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), [2])).toEqual([14]);
  });
});
