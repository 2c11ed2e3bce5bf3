import { minorDigits, type Money } from "./money.ts";

/** What somebody typed, "50.000" or "Rp50000" or "12,50", in minor units; nothing where it is no amount. */
export function parseMinor(text: string, currency: string): number | undefined {
  const digits = minorDigits[currency] ?? 2;
  const bare = text.replace(/^[A-Za-z.\s]+/, "").replace(/\s/g, "");
  const [, whole, cents = ""] = (digits === 0 ? /^(\d{1,3}(?:[.,]?\d{3})*|\d+)$/ : /^(\d{1,3}(?:[.,]?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/).exec(bare) ?? [];
  if (whole === undefined) return undefined;
  const minor = Number(whole.replace(/\D/g, "") + cents.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** An amount as somebody would type it: "850.000", "12,50". */
export function typedMinor({ amount_minor, currency }: Money): string {
  const digits = minorDigits[currency] ?? 2;
  const whole = String(Math.trunc(amount_minor / 10 ** digits)).replace(/\B(?=(\d{3})+$)/g, ".");
  return digits === 0 ? whole : `${whole},${String(amount_minor % 10 ** digits).padStart(digits, "0")}`;
}
