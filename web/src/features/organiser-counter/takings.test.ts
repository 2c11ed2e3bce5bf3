import { expect, it } from "vitest";
import { byPerson, restOf, sumsByWay, type Taking } from "./takings.ts";

const rupiah = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const taking = (by: string, method: Taking["method"], taken: number, paid_out = 0): Taking => ({ by, method, sales: 1, taken: rupiah(taken), payouts: paid_out ? 1 : 0, paid_out: rupiah(paid_out) });
const night = [taking("1", "card", 500), taking("2", "cash", 300, 400), taking("1", "cash", 900, 200)];

it("has a drawer for each person, cash first", () => {
  expect(byPerson(night).map(({ by, takings }) => [by, takings.map(({ method }) => method)])).toEqual([["1", ["cash", "card"]], ["2", ["cash"]]]);
});

it("takes off what was paid out, also more than came in", () => {
  expect(night.map(restOf)).toEqual([rupiah(500), rupiah(-100), rupiah(700)]);
});

it("sums by the way it was paid", () => {
  expect(sumsByWay(night)).toEqual([["cash", rupiah(600)], ["card", rupiah(500)]]);
  expect(sumsByWay([])).toEqual([]);
});
