import { describe, expect, it } from "vitest";
import { moodOf, pollMs } from "./progress.ts";

describe("moodOf", () => {
  it("never calls failed what is only unknown", () => {
    expect(moodOf("awaiting_payment")).toBe("waiting");
  });

  it("is happy for substituted seats too", () => {
    expect(moodOf("substituted")).toBe("happy");
  });
});

describe("pollMs", () => {
  it("asks often at first, then less, and stops at the end", () => {
    expect([pollMs(undefined, 0), pollMs("awaiting_payment", 3), pollMs("awaiting_payment", 40), pollMs("confirmed", 3)]).toEqual([1000, 1000, 5000, false]);
  });

  it("follows a refund to its end", () => {
    expect(pollMs("refund_pending", 99)).toBe(5000);
  });
});
