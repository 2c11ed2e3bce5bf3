// Why nothing was held or sold, and what to do about it. Pure.
import { asProblem } from "../../lib/problem.ts";
import type { Money } from "../../lib/money.ts";

const ofHold = { "seats-taken": "taken", "not-enough-seats": "too_few", "sale-closed": "called_off" } as const;
const ofSale = { "seats-not-kept": "time_up", "not-found": "time_up", "price-changed": "price", "ticket-not-printable": "phone_only", "sale-closed": "called_off" } as const;

export interface Refusal {
  /** Of `counter.refused_…`; none where the usual words of its type say it. */
  words: (typeof ofHold)[keyof typeof ofHold] | (typeof ofSale)[keyof typeof ofSale] | undefined;
  /** What is held is gone: places are to be chosen anew. */
  gone: boolean;
  available: number;
  /** What the places cost now. */
  total: Money | undefined;
}

export function refusalOf(error: unknown, what: "hold" | "sale"): Refusal {
  const { slug, body } = asProblem(error);
  const known: Partial<Record<string, Refusal["words"]>> = what === "hold" ? ofHold : ofSale;
  const words = known[slug];
  return { words, gone: words === "time_up", available: body.available ?? 0, total: body.total };
}
