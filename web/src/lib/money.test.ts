import { describe, expect, it } from "vitest";
import { formatMoney, plus } from "./money.ts";

describe("formatMoney", () => {
  it("writes rupiah as Indonesians do", () => {
    expect(formatMoney({ amount_minor: 1_500_000, currency: "IDR" }, "id")).toBe("Rp1.500.000");
  });

  it("knows that dollars have cents here", () => {
    expect(formatMoney({ amount_minor: 1999, currency: "USD" }, "id")).toBe("$19,99");
  });
});

describe("plus", () => {
  it("adds minor units", () => {
    expect(plus({ amount_minor: 5, currency: "IDR" }, { amount_minor: 7, currency: "IDR" })).toEqual({ amount_minor: 12, currency: "IDR" });
  });
});
