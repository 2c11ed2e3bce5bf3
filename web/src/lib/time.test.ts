import { describe, expect, it } from "vitest";
import { clockFace, dateParts, longDate, remaining } from "./time.ts";

describe("dates", () => {
  it("are told in the venue's zone", () => {
    expect(dateParts("2027-03-06T18:30:00Z", "id", "Asia/Jayapura")).toMatchObject({ day: "7", time: "03:30 WIT" });
    expect(dateParts("2027-03-06T12:30:00Z", "en", "Asia/Jakarta")).toMatchObject({ day: "6", time: "19:30 WIB" });
  });

  it("speak the reader's language", () => {
    expect(longDate("2027-03-06T12:30:00Z", "id")).toContain("Sabtu");
    expect(longDate("2027-03-06T12:30:00Z", "en")).toContain("Saturday");
  });
});

describe("remaining", () => {
  it("rounds up, so that a timer ends at zero and not before", () => {
    expect(remaining(1001, 0).total_s).toBe(2);
    expect(remaining(0, 5000).total_s).toBe(0);
  });

  it("shows as a clock", () => {
    expect(clockFace(remaining(545_000, 0))).toBe("9:05");
    expect(clockFace(remaining(3_729_000, 0))).toBe("1:02:09");
  });
});
