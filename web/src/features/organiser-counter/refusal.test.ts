import { describe, expect, it } from "vitest";
import { ApiProblem, unreachable } from "../../lib/problem.ts";
import { refusalOf } from "./refusal.ts";

const refused = (slug: string, what: "hold" | "sale", body: object = {}) => refusalOf(new ApiProblem(slug, 409, body), what);

describe("a refusal at the counter", () => {
  it.each([["seats-taken", "taken"], ["not-enough-seats", "too_few"], ["sale-closed", "called_off"]])("of a hold, %s, has words", (slug, words) => {
    expect(refused(slug, "hold")).toMatchObject({ words, gone: false });
  });
  it.each([["seats-not-kept", "time_up"], ["price-changed", "price"], ["ticket-not-printable", "phone_only"], ["sale-closed", "called_off"]])("of a sale, %s, has words", (slug, words) => {
    expect(refused(slug, "sale").words).toBe(words);
  });
  it("tells what is left, and what it costs now", () => {
    const total = { amount_minor: 800_000, currency: "IDR" };
    expect(refused("not-enough-seats", "hold", { available: 3 }).available).toBe(3);
    expect(refused("price-changed", "sale", { total }).total).toEqual(total);
  });
  it("sends back to the choice where nothing is held any more", () => {
    expect(refused("seats-not-kept", "sale").gone).toBe(true);
    expect(refused("not-found", "sale").gone).toBe(true);
    expect(refused("price-changed", "sale").gone).toBe(false);
  });
  it("has no words of its own for what is not of the counter", () => {
    expect(refusalOf(unreachable(), "sale").words).toBeUndefined();
    expect(refused("rate-limited", "sale").words).toBeUndefined();
  });
});
