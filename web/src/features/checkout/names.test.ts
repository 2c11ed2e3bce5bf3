import { expect, it } from "vitest";
import type { Hold } from "./api.ts";
import { attendeesOf, placeNames } from "./names.ts";

const seat = (seat_no: number, label: string) => ({ seat_no, label, zone_id: "1", price: { amount_minor: 1, currency: "IDR" } }) as Hold["seats"][number];

it("tells places of one standing zone apart", () => {
  expect(placeNames([seat(4, "A-1"), seat(5, "A-2")])).toEqual(["A-1", "A-2"]);
  expect(placeNames([seat(90, "Festival"), seat(91, "Festival"), seat(4, "A-1")])).toEqual(["Festival (1)", "Festival (2)", "A-1"]);
});

it("sends names that were written, without what surrounds them", () => {
  const seats = [seat(4, "A-1"), seat(5, "A-2"), seat(6, "A-3")];
  expect(attendeesOf(seats, { 4: "  Ayu ", 5: " ", 9: "Nobody" })).toEqual([{ seat_no: 4, name: "Ayu" }]);
  expect(attendeesOf(seats, {})).toEqual([]);
});
