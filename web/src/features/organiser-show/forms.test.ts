import { describe, expect, it } from "vitest";
import type { Show } from "./api.ts";
import { callOffForm, parsePercent, promoForm, promoWish, refundForm, refundWish, rulesChange, rulesFields, rulesForm, ticketIds } from "./forms.ts";

const problems = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) => (result.error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);

it("reads percents with a point or a comma", () => {
  expect(["11", "11.5", "11,25", "0", "100", "", "x", "1.234", "-1"].map(parsePercent)).toEqual([1100, 1150, 1125, 0, 10_000, undefined, undefined, undefined, undefined]);
});

describe("a refund", () => {
  const fields = { ticket_ids: "", amount_minor: "", reason: "" };
  it("says every fault of what is chosen, and of nothing else", () => {
    expect(problems(refundForm("all", "IDR").safeParse(fields))).toEqual(["reason forms.reason_missing"]);
    expect(problems(refundForm("amount_minor", "IDR").safeParse({ ...fields, amount_minor: "0" }))).toEqual(["amount_minor forms.amount_wrong", "reason forms.reason_missing"]);
    expect(problems(refundForm("ticket_ids", "IDR").safeParse({ ...fields, ticket_ids: "12 x", reason: "r" }))).toEqual(["ticket_ids forms.tickets_wrong"]);
    expect(problems(refundForm("all", "IDR").safeParse({ ...fields, reason: "🎉".repeat(11) }))).toEqual(["reason forms.reason_long"]);
  });
  it("asks for what is chosen", () => {
    const filled = { ticket_ids: "1, 2\n2;3", amount_minor: "50.000", reason: " sakit " };
    expect(refundWish("9", "all", filled, "IDR")).toEqual({ payment_id: "9", reason: "sakit" });
    expect(refundWish("9", "amount_minor", filled, "IDR")).toEqual({ payment_id: "9", amount_minor: 50_000, reason: "sakit" });
    expect(refundWish("9", "ticket_ids", filled, "IDR")).toEqual({ payment_id: "9", ticket_ids: ["1", "2", "3"], reason: "sakit" });
    expect(ticketIds("  ")).toEqual([]);
  });
});

describe("a promo code", () => {
  const show = { currency: "IDR", starts_at: "2027-03-01T12:00:00Z", venue: { timezone: "Asia/Jakarta" } } as Show;
  const fields = { code: "early10", percent_bp: "10", amount_minor: "", max_uses: "", per_person: "", starts_at: "", ends_at: "", zone_ids: [] };
  it("says every fault at once", () => {
    const bad = { ...fields, code: "a b", percent_bp: "101", max_uses: "0", per_person: "x", ends_at: "soon" };
    expect(problems(promoForm("percent_bp", show).safeParse(bad))).toEqual([
      "code forms.code_shape", "percent_bp forms.percent_wrong", "max_uses forms.count_wrong", "per_person forms.count_wrong", "ends_at forms.time_wrong",
    ]);
    expect(problems(promoForm("amount_minor", show).safeParse(fields))).toEqual(["amount_minor forms.amount_wrong"]);
  });
  it("ends after it begins, also where one of them is left empty", () => {
    const ends = (starts_at: string, ends_at: string) => problems(promoForm("percent_bp", show).safeParse({ ...fields, starts_at, ends_at }));
    expect(ends("2027-01-01T10:00", "2027-01-01T10:01")).toEqual([]);
    for (const [from, to] of [["2027-01-01T10:00", "2027-01-01T10:00"], ["", "2020-01-01T00:00"], ["2027-03-01T19:00", ""]] as const) expect(ends(from, to)).toEqual(["ends_at forms.ends_early"]);
  });
  it("sends what was written, in the venue's time", () => {
    expect(promoWish("percent_bp", fields, "IDR", "Asia/Jakarta")).toEqual({ code: "EARLY10", percent_bp: 1000 });
    expect(promoWish("amount_minor", { ...fields, amount_minor: "25.000", max_uses: "5", per_person: "1", ends_at: "2027-01-01T00:00", zone_ids: ["3"] }, "IDR", "Asia/Jakarta")).toEqual({
      code: "EARLY10", amount_minor: 25_000, max_uses: 5, per_person: 1, ends_at: "2026-12-31T17:00:00.000Z", zone_ids: ["3"],
    });
  });
});

it("keeps the rules as they are when nothing is changed", () => {
  for (const refund_rule of [null, { before_start_s: 259_200, keeps_fees: true }]) {
    const rules = { show_id: "1", tax: { rate_bp: 1150, included: false }, refund_rule, presale: null, ticket_codes: "rotating" as const, reentry: "none" as const, gates: [], zones: [] };
    const refunds = refund_rule ? "until" : "none";
    expect(rulesForm(refunds).safeParse(rulesFields(rules)).success).toBe(true);
    expect(rulesChange(refunds, rulesFields(rules))).toEqual({ tax: rules.tax, refund_rule, ticket_codes: "rotating" });
  }
  const bad = { tax: "101", included: "in" as const, hours: "-1", keeps_fees: false, ticket_codes: "fixed" as const };
  expect(problems(rulesForm("until").safeParse(bad))).toEqual(["tax forms.rate_wrong", "hours forms.hours_wrong"]);
  expect(problems(rulesForm("none").safeParse(bad))).toEqual(["tax forms.rate_wrong"]);
});

it("calls off only what is named", () => {
  expect(problems(callOffForm("Tur Cakrawala").safeParse({ name: "Tur", reason: "" }))).toEqual(["name forms.name_differs", "reason forms.reason_missing"]);
  expect(callOffForm("Tur Cakrawala").safeParse({ name: " tur cakrawala ", reason: "Artis sakit" }).success).toBe(true);
});
