// What places of each zone cost, as a form: amounts and percents are text while they are typed.
import { z } from "zod/mini";
import { parseMinor, typedMinor } from "../../lib/typed_money.ts";
import type { RulesChange, ZoneTerms } from "./api.ts";
import { parsePercent, percentText } from "./forms.ts";

export interface ZoneFields {
  price: string;
  fee: string;
  tax: string; // empty: the show's rate
}
export interface PriceFields {
  zones: ZoneFields[];
}
const most = 1_000_000_000_000;

export const pricesForm = (currency: string) => {
  const amount = z.string().check(z.refine((value) => (parseMinor(value, currency) ?? most + 1) <= most, "forms.price_wrong"));
  const tax = z.string().check(z.trim(), z.refine((value) => value === "" || (parsePercent(value) ?? 99_999) <= 10_000, "forms.rate_wrong"));
  return z.object({ zones: z.array(z.object({ price: amount, fee: amount, tax })) });
};

export const priceFields = (zones: ZoneTerms[]): PriceFields => ({
  zones: zones.map(({ price, fee, tax_bp }) => ({ price: typedMinor(price), fee: typedMinor(fee), tax: tax_bp === null ? "" : percentText(tax_bp) })),
});

/** Only what differs, so that two people who change two zones do not undo each other. */
export function pricesChange(zones: ZoneTerms[], fields: PriceFields): RulesChange {
  const changed = zones.flatMap(({ id, price, fee, tax_bp }, index) => {
    const now = fields.zones[index]!;
    const price_minor = parseMinor(now.price, price.currency)!;
    const fee_minor = parseMinor(now.fee, fee.currency)!;
    const tax = now.tax.trim() === "" ? null : parsePercent(now.tax)!;
    const change = {
      ...(price_minor !== price.amount_minor && { price_minor }),
      ...(fee_minor !== fee.amount_minor && { fee_minor }),
      ...(tax !== tax_bp && { tax_bp: tax }),
    };
    return Object.keys(change).length > 0 ? [{ id, ...change }] : [];
  });
  return { zones: changed };
}
