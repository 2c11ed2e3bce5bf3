// What the forms ask for, as zod schemas, and what is sent of it; messages are keys of the locale files. Numbers are text while they
// are typed. Fields are named as the service names them, so that its errors stand at their fields.
import { z } from "zod/mini";
import { serverNow } from "../../lib/clock.ts";
import { parseMinor } from "../../lib/typed_money.ts";
import { instantIn } from "../../lib/wall_clock.ts";
import type { PromoWish, RefundWish, Rules, RulesChange, Show } from "./api.ts";

const text = (check: (value: string) => boolean, message: string) => z.string().check(z.trim(), z.refine(check, message));
const whole = (least: number, most: number) => (value: string) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
/** The services count bytes. */
const fits = (bytes: number) => (value: string) => new TextEncoder().encode(value).length <= bytes;
const reason = (bytes: number, tooLong: string) => z.string().check(z.trim(), z.minLength(1, "forms.reason_missing"), z.refine(fits(bytes), tooLong));
const emptyOr = (check: (value: string) => boolean) => (value: string) => value === "" || check(value);

/** "11" or "11,5" percent, in hundredths of a percent. */
export function parsePercent(value: string): number | undefined {
  const [, units, part = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(value.trim()) ?? [];
  return units === undefined ? undefined : Number(units + part.padEnd(2, "0"));
}
export const percentText = (bp: number): string => String(bp / 100);

export const ticketIds = (typed: string): string[] => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];

export type RefundWhat = "all" | "ticket_ids" | "amount_minor";
export interface RefundFields {
  ticket_ids: string;
  amount_minor: string;
  reason: string;
}
/** Of what is chosen only the one field counts. */
export const refundForm = (what: RefundWhat, currency: string) =>
  z.object({
    ticket_ids: text((value) => what !== "ticket_ids" || (ticketIds(value).length > 0 && ticketIds(value).length <= 100 && ticketIds(value).every((id) => /^\d{1,20}$/.test(id))), "forms.tickets_wrong"),
    amount_minor: text((value) => what !== "amount_minor" || (parseMinor(value, currency) ?? 0) > 0, "forms.amount_wrong"),
    reason: reason(40, "forms.reason_long"),
  });
export function refundWish(payment_id: string, what: RefundWhat, fields: RefundFields, currency: string): RefundWish {
  const reason = fields.reason.trim();
  if (what === "ticket_ids") return { payment_id, ticket_ids: ticketIds(fields.ticket_ids), reason };
  if (what === "amount_minor") return { payment_id, amount_minor: parseMinor(fields.amount_minor, currency)!, reason };
  return { payment_id, reason };
}

export type PromoKind = "percent_bp" | "amount_minor";
export interface PromoFields {
  code: string;
  percent_bp: string;
  amount_minor: string;
  max_uses: string;
  per_person: string;
  starts_at: string;
  ends_at: string;
  zone_ids: string[];
}
const wallClock = (value: string) => !Number.isNaN(Date.parse(`${value}Z`));
/** What is not said begins now and ends with the show's begin. */
function endsAfterItBegins({ starts_at, ends_at }: Pick<PromoFields, "starts_at" | "ends_at">, show: Pick<Show, "starts_at" | "venue">): boolean {
  if (![starts_at, ends_at].every(emptyOr(wallClock))) return true; // said of its field
  const at = (wall: string, otherwise: number) => (wall ? Date.parse(instantIn(wall, show.venue.timezone)) : otherwise);
  return at(ends_at, Date.parse(show.starts_at)) > at(starts_at, serverNow());
}
export const promoForm = (kind: PromoKind, show: Pick<Show, "currency" | "starts_at" | "venue">) =>
  z.object({
    code: text((value) => /^[A-Za-z0-9_-]{3,40}$/.test(value), "forms.code_shape"),
    percent_bp: text((value) => kind !== "percent_bp" || ((parsePercent(value) ?? 0) >= 1 && parsePercent(value)! <= 10_000), "forms.percent_wrong"),
    amount_minor: text((value) => kind !== "amount_minor" || (parseMinor(value, show.currency) ?? 0) > 0, "forms.amount_wrong"),
    max_uses: text(emptyOr(whole(1, 1_000_000)), "forms.count_wrong"),
    per_person: text(emptyOr(whole(1, 1_000_000)), "forms.count_wrong"),
    starts_at: text(emptyOr(wallClock), "forms.time_wrong"),
    ends_at: text(emptyOr(wallClock), "forms.time_wrong"),
    zone_ids: z.array(z.string()),
  }).check(z.refine((fields) => endsAfterItBegins(fields, show), { path: ["ends_at"], message: "forms.ends_early" }));
export function promoWish(kind: PromoKind, fields: PromoFields, currency: string, timeZone: string): PromoWish {
  const { max_uses, per_person, starts_at, ends_at, zone_ids } = fields;
  return {
    code: fields.code.trim().toUpperCase(),
    ...(kind === "percent_bp" ? { percent_bp: parsePercent(fields.percent_bp)! } : { amount_minor: parseMinor(fields.amount_minor, currency)! }),
    ...(max_uses.trim() && { max_uses: Number(max_uses) }),
    ...(per_person.trim() && { per_person: Number(per_person) }),
    ...(starts_at && { starts_at: instantIn(starts_at, timeZone) }),
    ...(ends_at && { ends_at: instantIn(ends_at, timeZone) }),
    ...(zone_ids.length > 0 && { zone_ids }),
  };
}

export type Refunds = "none" | "until";
export interface RulesFields {
  tax: string;
  included: "in" | "on_top";
  hours: string;
  keeps_fees: boolean;
  ticket_codes: Rules["ticket_codes"];
}
const hoursMost = 366 * 24;
export const rulesForm = (refunds: Refunds) =>
  z.object({
    tax: text((value) => (parsePercent(value) ?? 99_999) <= 10_000, "forms.rate_wrong"),
    included: z.enum(["in", "on_top"]),
    hours: text((value) => refunds === "none" || whole(0, hoursMost)(value), "forms.hours_wrong"),
    keeps_fees: z.boolean(),
    ticket_codes: z.enum(["fixed", "rotating", "rotating_or_printed"]),
  });
export function rulesFields({ tax, refund_rule, ticket_codes }: Rules): RulesFields {
  return {
    tax: percentText(tax.rate_bp),
    included: tax.included ? "in" : "on_top",
    hours: String(Math.round((refund_rule?.before_start_s ?? 72 * 3600) / 3600)),
    keeps_fees: refund_rule?.keeps_fees ?? false,
    ticket_codes,
  };
}
export function rulesChange(refunds: Refunds, { tax, included, hours, keeps_fees, ticket_codes }: RulesFields): RulesChange {
  return {
    tax: { rate_bp: parsePercent(tax)!, included: included === "in" },
    refund_rule: refunds === "none" ? null : { before_start_s: Number(hours) * 3600, keeps_fees },
    ticket_codes,
  };
}

export const callOffForm = (name: string) =>
  z.object({
    name: text((value) => value.toLowerCase() === name.toLowerCase(), "forms.name_differs"),
    reason: reason(300, "forms.reason_long_300"),
  });
