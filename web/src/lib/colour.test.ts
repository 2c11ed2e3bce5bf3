import { describe, expect, it } from "vitest";
import { contrast, readableOn } from "./colour.ts";

describe("readableOn", () => {
  it("is always readable", () => {
    for (let i = 0; i < 4096; i += 7) {
      const hex = `#${[...i.toString(16).padStart(3, "0")].map((digit) => digit + digit).join("")}`;
      expect(contrast(hex, readableOn(hex))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
