import i18next from "i18next";
import { describe, expect, it } from "vitest";
import booking from "./locales/en.booking.json";
import en from "./locales/en.json";
import money from "./locales/en.money.json";
import { ApiProblem, unreachable } from "../lib/problem.ts";
import { problemText } from "../ui/problem_text.ts";

const words = i18next.createInstance();
await words.init({ lng: "en", resources: {}, interpolation: { escapeValue: false }, showSupportNotice: false });
for (const part of [en, money, booking]) words.addResourceBundle("en", "translation", part, true);

const said = (slug: string, body: object = {}) => problemText(new ApiProblem(slug, 409, body), words);

describe("what is said of a refusal", () => {
  it("is of its type", () => {
    expect(said("hold-expired")).toMatchObject({ title: "Time is up", known: true });
    expect(problemText(unreachable(), words).title).toBe("Not connected");
  });

  it("is of its reason, where it has one", () => {
    const of = (slug: string, reasons: string[]) => reasons.map((reason) => said(slug, { reason }).next);
    const promo = of("promo-invalid", ["unknown", "not_started", "ended", "used_up", "per_person", "zones"]);
    const cancel = of("booking-not-cancellable", ["status", "no_refunds", "too_late", "ticket_used", "ticket_frozen"]);
    const decline = of("booking-not-declinable", ["status", "too_late", "ticket_used", "ticket_frozen"]);
    for (const each of [promo, cancel, decline]) {
      expect(new Set(each).size).toBe(each.length);
      expect(each).not.toContain(said("promo-invalid").next);
    }
  });

  it("is of its type again, where the reason is new to us", () => {
    expect(said("promo-invalid", { reason: "moon" }).next).toBe(said("promo-invalid").next);
  });

  it("has the numbers in it", () => {
    expect(said("too-many-tickets", { limit: 6 }).next).toContain("At most 6 tickets");
  });

  it("is not known, where the type is", () => {
    expect(said("moon")).toMatchObject({ title: "Something is not right", known: false });
  });
});
