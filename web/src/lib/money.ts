// Money as the reader writes it. Amounts are integers of minor units; how many of them make one is the product's rule, not ISO's.
import { numberFormat } from "./formatters.ts";

export interface Money {
  amount_minor: number;
  currency: string;
}

export const minorDigits: Record<string, number> = { IDR: 0, JPY: 0, USD: 2, SGD: 2, EUR: 2, MYR: 2 };

export function formatMoney({ amount_minor, currency }: Money, language: string): string {
  const digits = minorDigits[currency] ?? 2;
  const format = numberFormat(language === "en" ? "en-ID" : "id-ID", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amount_minor / 10 ** digits).replace(/[\u00a0\u202f\s]/g, "");
}

export function plus(...amounts: Money[]): Money {
  return { amount_minor: amounts.reduce((sum, money) => sum + money.amount_minor, 0), currency: amounts[0]?.currency ?? "IDR" };
}

export const formatCount = (count: number, language: string): string => numberFormat(language === "en" ? "en-ID" : "id-ID", {}).format(count);
