import { expect, it } from "vitest";
import { summarise } from "./summary.ts";

const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const zone = (id: string, name: string, price: number, fee: number) => ({ id, name, kind: "seated" as const, colour: "#111111", price: idr(price), fee: idr(fee), capacity: 9 });

it("puts equal places in one line and tells the fees apart", () => {
  const seat = (seat_no: number, zone_id: string, price: number) => ({ seat_no, label: `S · ${seat_no}`, zone_id, price: idr(price) });
  const hold = { seats: [seat(1, "1", 100), seat(2, "1", 100), seat(9, "2", 50)], fees: idr(25), total: idr(275) };
  const summary = summarise(hold, { zones: [zone("1", "VIP", 100, 10), zone("2", "CAT", 50, 5)] });
  expect(summary.lines.map(({ zone, labels, price_minor }) => [zone, labels.length, price_minor])).toEqual([["VIP", 2, 200], ["CAT", 1, 50]]);
  expect(summary).toMatchObject({ prices_minor: 250, fees_minor: 25, total_minor: 275 });
});
