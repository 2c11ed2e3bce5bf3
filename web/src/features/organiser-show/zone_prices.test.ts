import { expect, it } from "vitest";
import { parseMinor, typedMinor } from "../../lib/typed_money.ts";
import { priceFields, pricesChange, pricesForm } from "./zone_prices.ts";

const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const zones = [
  { id: "1", name: "Festival", price: idr(850_000), fee: idr(25_000), tax_bp: null },
  { id: "2", name: "Tribun", price: idr(1_500_000), fee: idr(0), tax_bp: 0 },
];

it("sends nothing of zones that stay as they are", () => {
  const fields = priceFields(zones);
  expect(fields.zones).toEqual([{ price: "850.000", fee: "25.000", tax: "" }, { price: "1.500.000", fee: "0", tax: "0" }]);
  expect(pricesForm("IDR").safeParse(fields).success).toBe(true);
  expect(pricesChange(zones, fields)).toEqual({ zones: [] });
});

it("sends what was changed, and the way back to the show's rate", () => {
  const fields = { zones: [{ price: "900000", fee: "25.000", tax: "11,5" }, { price: "1.500.000", fee: "10.000", tax: " " }] };
  expect(pricesChange(zones, fields)).toEqual({ zones: [{ id: "1", price_minor: 900_000, tax_bp: 1150 }, { id: "2", fee_minor: 10_000, tax_bp: null }] });
});

it("says which field of which zone is wrong", () => {
  const faults = pricesForm("IDR").safeParse({ zones: [{ price: "free", fee: "", tax: "101" }, { price: "1", fee: "9999999999999", tax: "" }] });
  expect(faults.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
    "zones.0.price forms.price_wrong", "zones.0.fee forms.price_wrong", "zones.0.tax forms.rate_wrong", "zones.1.fee forms.price_wrong",
  ]);
});

it("types amounts as they are read", () => {
  for (const money of [idr(0), idr(999), idr(1_000), idr(12_345_678), { amount_minor: 1205, currency: "USD" }, { amount_minor: 123_456_789, currency: "USD" }]) {
    expect(parseMinor(typedMinor(money), money.currency)).toBe(money.amount_minor);
  }
  expect(typedMinor({ amount_minor: 123_405, currency: "USD" })).toBe("1.234,05");
});
