import { expect, it } from "vitest";
import { parseMinor } from "./typed_money.ts";

it("reads what people type", () => {
  expect(["50000", "50.000", "Rp50.000", "Rp 1.500.000", "7"].map((text) => parseMinor(text, "IDR"))).toEqual([50_000, 50_000, 50_000, 1_500_000, 7]);
  expect(["12", "12.5", "1,234.50", "1.234,50"].map((text) => parseMinor(text, "USD"))).toEqual([1200, 1250, 123_450, 123_450]);
  expect(["", "abc", "1e3", "-5", "5.00", "1.2.3", "99999999999999999999"].map((text) => parseMinor(text, "IDR"))).toEqual(Array(7).fill(undefined));
});
