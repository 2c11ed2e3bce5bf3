import type { components } from "../../contract/booking.ts";

export type Wallet = NonNullable<components["schemas"]["Ticket"]["wallets"]>[number];

/** Of the wallets that a ticket can go into, those of this device; both where it may belong to a phone of either kind. */
export function walletsFor(offered: readonly Wallet[], agent: string): Wallet[] {
  const own = /iPhone|iPad|iPod|Macintosh/.test(agent) ? "apple" : /Android/.test(agent) ? "google" : undefined;
  return offered.filter((wallet) => own === undefined || wallet === own);
}
