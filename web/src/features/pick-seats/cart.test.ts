import { expect, it } from "vitest";
import { totals } from "./cart.ts";
import { smallHall } from "./hall_fixture.ts";

it("adds prices and fees of seats and standing places", () => {
  expect(totals(smallHall(), { seats: [0, 12], standing: {} })).toEqual({ prices_minor: 3000, fees_minor: 300, total_minor: 3300 });
  expect(totals(smallHall(), { seats: [], standing: { 3: 2 } })).toEqual({ prices_minor: 1000, fees_minor: 100, total_minor: 1100 });
});
