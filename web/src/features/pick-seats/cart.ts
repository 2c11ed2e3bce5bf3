// What the chosen places cost. The server decides; this is its own arithmetic shown early.
import type { Hall } from "../../lib/hall.ts";
import type { Selection } from "./selection.ts";

export interface Totals {
  prices_minor: number;
  fees_minor: number;
  /** With the tax that is not in the prices. */
  total_minor: number;
}

export function totals(hall: Hall, { seats, standing }: Pick<Selection, "seats" | "standing">): Totals {
  let [prices_minor, fees_minor, tax_minor] = [0, 0, 0];
  for (const no of seats) {
    const zone = hall.zones[hall.zoneOf[no]!]!;
    prices_minor += zone.price_minor;
    fees_minor += zone.fee_minor;
    tax_minor += zone.tax_minor;
  }
  for (const zone of hall.zones) {
    const quantity = standing[zone.id] ?? 0;
    prices_minor += zone.price_minor * quantity;
    fees_minor += zone.fee_minor * quantity;
    tax_minor += zone.tax_minor * quantity;
  }
  return { prices_minor, fees_minor, total_minor: prices_minor + fees_minor + tax_minor };
}
