import { expect, it } from "vitest";
import { untilWhen } from "./when.ts";

it("says the time alone when it is today's in the venue's zone, else the day too", () => {
  const now = Date.parse("2027-03-01T16:50:00Z"); // 23:50 in Jakarta
  expect(untilWhen("2027-03-01T16:59:00Z", now, "en", "Asia/Jakarta")).toBe("23:59 WIB");
  expect(untilWhen("2027-03-01T17:20:00Z", now, "en", "Asia/Jakarta")).toBe("2 Mar 2027, 00:20 WIB");
  expect(untilWhen("2027-03-01T17:20:00Z", now, "id", "Asia/Jakarta")).toBe("2 Mar 2027, 00:20 WIB");
  expect(untilWhen("2027-03-01T17:20:00Z", now, "id", "Asia/Jayapura")).toBe("02:20 WIT");
});
