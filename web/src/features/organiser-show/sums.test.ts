import { describe, expect, it } from "vitest";
import { percentOf, running, valueNow } from "./sums.ts";

const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });

describe("what a show sold", () => {
  it("goes down where places came back", () => {
    expect(running([{ sold: 3, returned: 0 }, { sold: 1, returned: 2 }, { sold: 0, returned: 1 }])).toEqual([3, 2, 1]);
    expect(valueNow({ value: idr(500), returned_value: idr(200) })).toEqual(idr(300));
  });

  it("is none or all of it only when it is", () => {
    expect([percentOf(0, 9), percentOf(1, 9999), percentOf(9998, 9999), percentOf(9999, 9999), percentOf(1, 0)]).toEqual([0, 1, 99, 100, 0]);
  });
});
