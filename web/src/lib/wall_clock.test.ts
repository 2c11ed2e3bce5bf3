import { expect, it } from "vitest";
import { instantIn, startOfDay, zoneName } from "./wall_clock.ts";

it("reads a wall clock of the venue", () => {
  expect(instantIn("2027-03-01T19:30", "Asia/Jakarta")).toBe("2027-03-01T12:30:00.000Z");
  expect(instantIn("2027-03-01T00:10", "Asia/Jayapura")).toBe("2027-02-28T15:10:00.000Z");
  expect(instantIn("2027-07-01T12:00", "Europe/Berlin")).toBe("2027-07-01T10:00:00.000Z");
  expect(instantIn("2027-03-28T04:00", "Europe/Berlin")).toBe("2027-03-28T02:00:00.000Z");
  expect([zoneName("Asia/Makassar"), zoneName("Europe/Berlin")]).toEqual(["WITA", "Europe/Berlin"]);
});

it("knows when the day began there", () => {
  expect(startOfDay(Date.parse("2027-03-01T12:30:00Z"), "Asia/Jakarta")).toBe("2027-02-28T17:00:00.000Z");
  expect(startOfDay(Date.parse("2027-03-01T17:30:00Z"), "Asia/Jakarta")).toBe("2027-03-01T17:00:00.000Z");
});
