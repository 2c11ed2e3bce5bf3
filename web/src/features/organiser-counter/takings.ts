// What each person should have in the drawer, and what the card terminal has taken. Pure.
import type { components } from "../../contract/payment.ts";
import { plus, type Money } from "../../lib/money.ts";

export type Taking = components["schemas"]["CounterTakings"]["items"][number];
type Way = Taking["method"];

export interface Person {
  by: string;
  takings: readonly Taking[];
}

/** What was taken, less what was paid out. */
export const restOf = ({ taken, paid_out }: Pick<Taking, "taken" | "paid_out">): Money => ({ amount_minor: taken.amount_minor - paid_out.amount_minor, currency: taken.currency });

/** By person, in the order of the answer; cash first. */
export function byPerson(takings: readonly Taking[]): Person[] {
  const people = new Map<string, Taking[]>();
  for (const taking of takings) people.set(taking.by, [...(people.get(taking.by) ?? []), taking]);
  const cashFirst = (a: Taking, b: Taking) => Number(b.method === "cash") - Number(a.method === "cash");
  return [...people].map(([by, own]) => ({ by, takings: own.sort(cashFirst) }));
}

/** Of everybody, for each way there is money of. */
export function sumsByWay(takings: readonly Taking[]): [Way, Money][] {
  return (["cash", "card"] as const).flatMap((way) => {
    const own = takings.filter(({ method }) => method === way);
    return own.length > 0 ? [[way, plus(...own.map(restOf))] as [Way, Money]] : [];
  });
}
