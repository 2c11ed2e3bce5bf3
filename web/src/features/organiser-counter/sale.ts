// What is held, or sold out of it, as requests. Pure.
import type { components } from "../../contract/booking.ts";
import type { Money } from "../../lib/money.ts";

type Schemas = components["schemas"];
export type CounterHold = Schemas["CounterHold"];
export type HoldWish = Schemas["CounterHoldRequest"];
export type SaleWish = Schemas["CounterSaleRequest"];
export type Method = Schemas["CounterMethod"];

export const mostPlaces = 100; // of one hold or sale

export type Quantities = Readonly<Record<string, number>>; // by zone
/** Places out of a group. */
export interface Part {
  seats: ReadonlySet<number>;
  standing: Quantities;
}
export interface Paid {
  method: Method;
  reason: string;
  name: string;
  email: string;
  locale: "id" | "en";
}

export const standingOf = (standing: Quantities) => Object.entries(standing).flatMap(([zone_id, quantity]) => (quantity > 0 ? [{ zone_id, quantity }] : []));
export const placesIn = ({ seats, standing }: Part): number => seats.size + Object.values(standing).reduce((sum, quantity) => sum + quantity, 0);

/** Seats, or standing places where no seat is chosen. */
export function holdOf({ seats, standing }: Part): HoldWish {
  return seats.size > 0 ? { seat_nos: [...seats].sort((a, b) => a - b) } : { standing: standingOf(standing) };
}

export const wholeOf = ({ seats, standing }: Pick<CounterHold, "seats" | "standing">): Part => ({
  seats: new Set(seats.map(({ seat_no }) => seat_no!)),
  standing: Object.fromEntries(standing.map(({ zone_id, quantity }) => [zone_id, quantity])),
});
const isWhole = (group: CounterHold, part: Part): boolean => placesIn(part) === placesIn(wholeOf(group));

export interface PricedLine {
  zone_id: string;
  seats: readonly number[];
  count: number;
  each_minor: number;
}

/** By zone, in the order of the group's prices. */
export function linesOf(group: CounterHold, part: Part): PricedLine[] {
  return group.prices.flatMap(({ zone_id, total }) => {
    const seats = group.seats.flatMap(({ seat_no, zone_id: of }) => (of === zone_id && part.seats.has(seat_no!) ? [seat_no!] : []));
    const count = seats.length + (part.standing[zone_id] ?? 0);
    return count > 0 ? [{ zone_id, seats, count, each_minor: total.amount_minor }] : [];
  });
}

/** Of the whole what the server says; of a part the prices of its places. */
export function totalOf(group: CounterHold, part: Part): Money {
  if (isWhole(group, part)) return group.total;
  return { amount_minor: linesOf(group, part).reduce((sum, { count, each_minor }) => sum + count * each_minor, 0), currency: group.total.currency };
}

export function saleOf(group: CounterHold, part: Part, { method, reason, name, email, locale }: Paid): SaleWish {
  const named = isWhole(group, part) ? {} : { ...(part.seats.size > 0 && { seat_nos: [...part.seats].sort((a, b) => a - b) }), ...(standingOf(part.standing).length > 0 && { standing: standingOf(part.standing) }) };
  const buyer = { ...(name.trim() && { name: name.trim() }), ...(email.trim() && { email: email.trim() }) };
  return {
    group_id: group.id,
    ...named,
    method,
    total_minor: method === "complimentary" ? 0 : totalOf(group, part).amount_minor,
    ...(method === "complimentary" && { reason: reason.trim() }),
    ...(Object.keys(buyer).length > 0 && { buyer: { ...buyer, locale } }),
  };
}
