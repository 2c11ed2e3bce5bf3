import { expect, it } from "vitest";
import { totals } from "./cart.ts";
import { smallHall } from "./hall_fixture.ts";

it("adds prices and fees of seats and standing places", () => {
  expect(totals(smallHall(), { seats: [0, 12], standing: {} })).toEqual({ prices_minor: 3000, fees_minor: 300, total_minor: 3300 });
  expect(totals(smallHall(), { seats: [], standing: { 3: 2 } })).toEqual({ prices_minor: 1000, fees_minor: 100, total_minor: 1100 });
});

it("adds tax only where it is not in the price", () => {
  const total = (included: boolean) => totals(smallHall(6, { rate_bp: 1100, included }), { seats: [0, 12], standing: { 3: 1 } }).total_minor;
  expect([total(true), total(false)]).toEqual([3850, 3850 + 242 + 121 + 61]);
});
