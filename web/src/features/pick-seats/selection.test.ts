import { describe, expect, it } from "vitest";
import { countOf, holdRequest, nothing, overtaken, reduce, type Action } from "./selection.ts";

const states = new Uint8Array(10); // all free
const play = (...actions: Action[]) => actions.reduce(reduce, nothing);
const toggle = (no: number, limit = 4, now = states): Action => ({ type: "toggle", no, limit, states: now });

describe("choosing seats", () => {
  it("adds and takes away", () => {
    expect(play(toggle(1), toggle(2), toggle(1)).seats).toEqual([2]);
  });

  it("stops at the limit, and says so", () => {
    expect(play(toggle(1, 2), toggle(2, 2), toggle(3, 2))).toMatchObject({ seats: [1, 2], refused: "limit" });
  });

  it("does not take what is taken", () => {
    expect(play(toggle(1, 4, new Uint8Array(10).fill(2)))).toMatchObject({ seats: [], refused: "taken" });
  });

  it("explains lost seats and keeps the others", () => {
    expect(play(toggle(1), toggle(2), { type: "taken", seats: [2, 9] })).toMatchObject({ seats: [1], lost: [2] });
    expect(play(toggle(1), { type: "taken", seats: [1] }, { type: "understood" }).lost).toEqual([]);
  });

  it("is not disturbed by others' seats", () => {
    const now = play(toggle(1));
    expect(reduce(now, { type: "taken", seats: [5] })).toBe(now);
  });
});

describe("standing places", () => {
  const stand = (quantity: number, limit = 4): Action => ({ type: "stand", zoneId: "3", quantity, limit });

  it("count against the same limit", () => {
    expect(play(stand(4), { type: "stand", zoneId: "5", quantity: 1, limit: 4 })).toMatchObject({ standing: { 3: 4 }, refused: "limit" });
  });

  it("are held apart from seats", () => {
    expect(play(toggle(1), stand(1))).toMatchObject({ seats: [1], standing: {}, refused: "mixed" });
    expect(play(stand(1), toggle(1))).toMatchObject({ seats: [], refused: "mixed" });
  });

  it("go away at zero", () => {
    expect(countOf(play(stand(2), stand(0)))).toBe(0);
  });
});

describe("holdRequest", () => {
  it("asks for one kind, in a stable order", () => {
    expect(holdRequest(play(toggle(7), toggle(2)))).toEqual({ seat_nos: [2, 7] });
    expect(holdRequest(play({ type: "stand", zoneId: "3", quantity: 2, limit: 4 }))).toEqual({ standing: [{ zone_id: "3", quantity: 2 }] });
  });
});

it("sees which chosen seats were overtaken", () => {
  const now = new Uint8Array(10);
  now[4] = 1;
  expect(overtaken([3, 4], now)).toEqual([4]);
});
