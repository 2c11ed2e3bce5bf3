import { describe, expect, it } from "vitest";
import { includedTaxMinor, linesOf, sumsOf, type Price } from "./price.ts";

const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const line = (seat_no: number, zone: string, price: number) => ({ seat_no, label: `S · ${seat_no}`, zone_id: zone, zone, price: idr(price) });
const price = (more: Partial<Price> = {}): Price => ({ lines: [line(1, "VIP", 100), line(2, "VIP", 100), line(9, "CAT", 50)], fees: idr(25), discount: idr(0), total: idr(275), ...more });

it("puts equal places in one line", () => {
  expect(linesOf(price()).map(({ zone, labels, price_minor }) => [zone, labels.length, price_minor])).toEqual([["VIP", 2, 200], ["CAT", 1, 50]]);
});

describe("the sums", () => {
  it("add up to the total, whatever there is", () => {
    for (const one of [
      price(),
      price({ discount: idr(30), total: idr(245) }),
      price({ fees: idr(0), tax: idr(25), tax_included: false, total: idr(275) }),
      price({ tax: idr(25), tax_included: true }),
      price({ discount: idr(275), total: idr(0) }),
    ]) expect(sumsOf(one).reduce((sum, [, amount]) => sum + amount, 0)).toBe(one.total.amount_minor);
  });

  it("leave out what is nothing, and tax that is in the price", () => {
    expect(sumsOf(price({ tax: idr(25), tax_included: true })).map(([name]) => name)).toEqual(["tickets", "fees"]);
    expect(sumsOf(price({ discount: idr(30), tax: idr(25), tax_included: false })).map(([name]) => name)).toEqual(["tickets", "fees", "discount", "tax"]);
  });

  it("tell the included tax apart", () => {
    expect([includedTaxMinor(price({ tax: idr(25), tax_included: true })), includedTaxMinor(price({ tax: idr(25), tax_included: false })), includedTaxMinor(price())]).toEqual([25, 0, 0]);
  });
});
