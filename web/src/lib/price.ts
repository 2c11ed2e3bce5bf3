// What a booking costs, as it is read: equal places in one line, then what is added and taken off. All amounts are the server's.
import type { components } from "../contract/booking.ts";

type Booking = components["schemas"]["Booking"];
/** A booking, or the quote for one. */
export type Price = Pick<Booking, "lines" | "fees" | "discount" | "tax" | "tax_included" | "total">;

export interface PriceLine {
  zone_id: string;
  zone: string;
  labels: string[];
  price_minor: number;
}

export function linesOf({ lines }: Pick<Price, "lines">): PriceLine[] {
  const byZone = new Map<string, PriceLine>();
  for (const { zone_id, zone, label, price } of lines) {
    const line = byZone.get(zone_id) ?? { zone_id, zone, labels: [], price_minor: 0 };
    line.labels.push(label);
    line.price_minor += price.amount_minor;
    byZone.set(zone_id, line);
  }
  return [...byZone.values()];
}

export type SumName = "tickets" | "fees" | "discount" | "tax";

/** The lines between the places and the total; those of nothing are left out, the discount is below zero. Tax that is included is no sum. */
export function sumsOf({ lines, fees, discount, tax, tax_included }: Price): [SumName, number][] {
  const tickets = lines.reduce((sum, { price }) => sum + price.amount_minor, 0);
  const rest: [SumName, number][] = [["fees", fees.amount_minor], ["discount", -discount.amount_minor], ["tax", tax_included ? 0 : (tax?.amount_minor ?? 0)]];
  return [["tickets", tickets], ...rest.filter(([, amount]) => amount !== 0)];
}

export const includedTaxMinor = ({ tax, tax_included }: Price): number => (tax_included ? (tax?.amount_minor ?? 0) : 0);
