// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeServer } from "../../testing/render.tsx";
import { rulesQuery, type Rules, type Show } from "./api.ts";
import { RulesSection } from "./RulesSection.tsx";
import { ZonePrices } from "./ZonePrices.tsx";

const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const rules = (rate_bp: number, price: number): Rules => ({ show_id: "2", tax: { rate_bp, included: true }, refund_rule: null, presale: null, ticket_codes: "fixed" as const, reentry: "none" as const, gates: [], zones: [{ id: "3", name: "Tribun", price: idr(price), fee: idr(0), tax_bp: null }] });

it.each([
  ["rules", RulesSection, "Rate in percent", "11"],
  ["prices", ZonePrices, "Price (IDR)", "200"],
])("the form of %s begins with those of the service, not with those that were read before", async (_, Section, label, value) => {
  fakeServer({ "GET /api/shows/2/rules": [{ status: 200, body: rules(1100, 200) }] });
  const client = new QueryClient();
  client.setQueryData(rulesQuery("2").queryKey, rules(500, 100));
  render(
    <QueryClientProvider client={client}>
      <Section show={{ id: "2", currency: "IDR", venue: { timezone: "Asia/Jakarta" }, zones: [] as Show["zones"] } as Show} />
    </QueryClientProvider>,
  );
  expect((await screen.findByLabelText<HTMLInputElement>(label)).value).toBe(value);
});
