import { expect, it } from "vitest";
import { changeOf, roundSums } from "./cash.ts";

const rupiah = (amount_minor: number) => ({ amount_minor, currency: "IDR" });

it("offers the sums that people hand over", () => {
  expect(roundSums(rupiah(85_000))).toEqual([85_000, 90_000, 100_000, 150_000, 200_000]);
  expect(roundSums(rupiah(787_500))).toEqual([787_500, 790_000, 800_000, 850_000, 900_000]);
  expect(roundSums({ amount_minor: 4250, currency: "SGD" })).toEqual([4250, 5000, 10_000, 15_000, 20_000]);
  expect(roundSums({ amount_minor: 4250, currency: "JPY" })).toEqual([4250, 5000, 10_000, 15_000, 20_000]);
});

it("offers a round total once, and nothing for nothing", () => {
  expect(roundSums(rupiah(200_000))).toEqual([200_000, 250_000, 300_000]);
  expect(roundSums(rupiah(0))).toEqual([]);
});

it("knows what goes back, and what is missing", () => {
  expect(changeOf(rupiah(85_000), 100_000)).toEqual(rupiah(15_000));
  expect(changeOf(rupiah(85_000), 50_000)).toEqual(rupiah(-35_000));
});
