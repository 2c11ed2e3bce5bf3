import { minorDigits } from "./money.ts";

/** What somebody typed, "50.000" or "Rp50000" or "12,50", in minor units; nothing where it is no amount. */
export function parseMinor(text: string, currency: string): number | undefined {
  const digits = minorDigits[currency] ?? 2;
  const bare = text.replace(/^[A-Za-z.\s]+/, "").replace(/\s/g, "");
  const [, whole, cents = ""] = (digits === 0 ? /^(\d{1,3}(?:[.,]?\d{3})*|\d+)$/ : /^(\d{1,3}(?:[.,]?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/).exec(bare) ?? [];
  if (whole === undefined) return undefined;
  const minor = Number(whole.replace(/\D/g, "") + cents.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
