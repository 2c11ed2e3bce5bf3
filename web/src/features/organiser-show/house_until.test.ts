import { expect, it } from "vitest";
import { untilOf } from "./house_until.ts";

const show = { starts_at: "2027-03-01T12:30:00Z", venue: { timezone: "Asia/Makassar" } } as Parameters<typeof untilOf>[1];
const now = Date.parse("2027-03-01T10:00:00Z");

it("is of the venue's clock", () => expect(untilOf("2027-03-01T20:15", show, now)).toEqual({ until: "2027-03-01T12:15:00.000Z" }));
it("is none where the places stay", () => expect(untilOf("", show, now)).toEqual({}));
it("is neither past nor later than anything is sold", () => {
  expect(untilOf("2027-03-01T18:01", show, now)).toEqual({ until: "2027-03-01T10:01:00.000Z" });
  expect(untilOf("2027-03-01T18:00", show, now)).toBeUndefined();
  expect(untilOf("2027-03-02T02:30", show, now)).toEqual({ until: "2027-03-01T18:30:00.000Z" });
  expect(untilOf("2027-03-02T02:31", show, now)).toBeUndefined();
  expect(untilOf("soon", show, now)).toBeUndefined();
});
