import { expect, it } from "vitest";
import type { Concert } from "./api.ts";
import { structuredData } from "./structured_data.ts";

it("cannot be broken out of by a title", () => {
  const show = { id: "1", starts_at: "x", venue: { name: "</script>", city: "c", timezone: "z" }, sale: { opens_at: "", closes_at: "", status: "on_sale" }, price_from: { amount_minor: 1, currency: "IDR" } };
  const text = structuredData({ artist: "A", title: "</script><b>", shows: [show] } as unknown as Concert, "http://x");
  expect(text).not.toContain("</script>");
  expect((JSON.parse(text) as { offers: { availability: string } }[])[0]!.offers.availability).toContain("InStock");
});
