// The order as the fan reads it: equal places in one line, fees and total as the server says.
import type { Hold, Show } from "./api.ts";

export interface Line {
  zone: string;
  colour: string;
  labels: string[];
  price_minor: number;
}
export interface Summary {
  lines: Line[];
  prices_minor: number;
  fees_minor: number;
  total_minor: number;
}

export function summarise(hold: Pick<Hold, "seats" | "fees" | "total">, show: Pick<Show, "zones">): Summary {
  const lines = new Map<string, Line>();
  for (const seat of hold.seats) {
    const zone = show.zones.find(({ id }) => id === seat.zone_id);
    const line = lines.get(seat.zone_id) ?? { zone: zone?.name ?? "", colour: zone?.colour ?? "#888888", labels: [], price_minor: 0 };
    line.labels.push(seat.label);
    line.price_minor += seat.price.amount_minor;
    lines.set(seat.zone_id, line);
  }
  const prices_minor = [...lines.values()].reduce((sum, line) => sum + line.price_minor, 0);
  return { lines: [...lines.values()], prices_minor, fees_minor: hold.fees.amount_minor, total_minor: hold.total.amount_minor };
}
