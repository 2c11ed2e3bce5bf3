import { describe, expect, it } from "vitest";
import { holdOf, linesOf, placesIn, saleOf, totalOf, wholeOf, type CounterHold, type Paid, type Part } from "./sale.ts";

const rupiah = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const group: CounterHold = {
  id: "9", name: "Sponsor", by: "2", at: "2027-02-28T12:30:00Z", until: null,
  seats: [{ seat_no: 4, label: "Tribun 1 · A-5", zone_id: "1" }, { seat_no: 3, label: "Tribun 1 · A-4", zone_id: "1" }],
  standing: [{ zone_id: "2", zone: "Festival", quantity: 3 }],
  total: rupiah(1_100_001), // the server's word, which no sum of ours replaces
  prices: [{ zone_id: "1", total: rupiah(400_000) }, { zone_id: "2", total: rupiah(100_000) }],
};
const part = (seats: number[], standing: Record<string, number> = {}): Part => ({ seats: new Set(seats), standing });
const cash: Paid = { method: "cash", reason: "", name: "", email: "", locale: "en" };

describe("what is held", () => {
  it("is seats, in order, or standing places", () => {
    expect(holdOf(part([9, 2]))).toEqual({ seat_nos: [2, 9] });
    expect(holdOf(part([], { 2: 3, 5: 0 }))).toEqual({ standing: [{ zone_id: "2", quantity: 3 }] });
  });
  it("is one way of the three, where seats and standing places are chosen", () => expect(holdOf(part([2], { 2: 3 }))).toEqual({ seat_nos: [2] }));
});

describe("what is sold", () => {
  it("is the whole group without a name of its places, for what the server asks", () => {
    expect(placesIn(wholeOf(group))).toBe(5);
    expect(saleOf(group, wholeOf(group), cash)).toEqual({ group_id: "9", method: "cash", total_minor: 1_100_001 });
  });
  it("is a part by its places, for the sum of their prices", () => {
    expect(totalOf(group, part([3], { 2: 2 }))).toEqual(rupiah(600_000));
    expect(saleOf(group, part([3], { 2: 2 }), cash)).toEqual({ group_id: "9", seat_nos: [3], standing: [{ zone_id: "2", quantity: 2 }], method: "cash", total_minor: 600_000 });
    expect(saleOf(group, part([], { 2: 1 }), cash)).toEqual({ group_id: "9", standing: [{ zone_id: "2", quantity: 1 }], method: "cash", total_minor: 100_000 });
  });
  it("costs nothing where it is given away, and has a reason then alone", () => {
    expect(saleOf(group, wholeOf(group), { ...cash, method: "complimentary", reason: " Sponsor " })).toEqual({ group_id: "9", method: "complimentary", total_minor: 0, reason: "Sponsor" });
    expect(saleOf(group, wholeOf(group), { ...cash, reason: "Sponsor" })).not.toHaveProperty("reason");
  });
  it("has the buyer as far as there is one", () => {
    expect(saleOf(group, wholeOf(group), { ...cash, name: " Ayu " }).buyer).toEqual({ name: "Ayu", locale: "en" });
    expect(saleOf(group, wholeOf(group), { ...cash, email: "ayu@example.com" }).buyer).toEqual({ email: "ayu@example.com", locale: "en" });
  });
  it("is said by zone", () => {
    expect(linesOf(group, part([3, 4]))).toEqual([{ zone_id: "1", seats: [4, 3], count: 2, each_minor: 400_000 }]);
  });
});
