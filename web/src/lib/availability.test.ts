import { describe, expect, it } from "vitest";
import { applyDelta, decodeStates, fromSnapshot, newerOf } from "./availability.ts";

const snapshot = (version: number, bytes: number[]) => ({
  show_id: "7", version, zones: [{ zone_id: "1", available: 5 }], seats: { encoding: "base64-2bit" as const, data: btoa(String.fromCharCode(...bytes)) },
});

describe("decodeStates", () => {
  it("reads the first seat from the lowest bits", () => {
    expect([...decodeStates(btoa(String.fromCharCode(0b11_10_01_00, 0b00_00_00_10)), 6)]).toEqual([0, 1, 2, 3, 2, 0]);
  });

  it("sells nothing that the answer does not speak of", () => {
    expect([...decodeStates(btoa("\0"), 6)]).toEqual([0, 0, 0, 0, 3, 3]);
  });
});

describe("applyDelta", () => {
  const now = fromSnapshot(snapshot(10, [0, 0]), 8);

  it("changes what it names, in a new value", () => {
    const next = applyDelta(now, { version: 11, zones: [{ zone_id: "1", available: 3 }], changes: [[2, 1], [5, 2]] });
    expect([...next.states]).toEqual([0, 0, 1, 0, 0, 2, 0, 0]);
    expect(next.zones.get("1")).toBe(3);
    expect(now.states[2]).toBe(0);
  });

  it("ignores what is not newer, and seats that are not there", () => {
    expect(applyDelta(now, { version: 10, zones: [], changes: [[2, 1]] })).toBe(now);
    expect(applyDelta(now, { version: 12, zones: [], changes: [[99, 1]] }).states.length).toBe(8);
  });

  it("does not go back in time", () => {
    expect(newerOf(now, fromSnapshot(snapshot(9, [255, 255]), 8))).toBe(now);
  });
});
