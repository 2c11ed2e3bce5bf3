import { describe, expect, it } from "vitest";
import type { ConcertCard } from "./api.ts";
import { citiesOf, shelve } from "./shelves.ts";

function concert(slug: string, more: Partial<ConcertCard> = {}): ConcertCard {
  return {
    id: "1", slug, title: slug, artist: slug, genre: "pop", description: { id: "", en: "" }, colours: ["#000000", "#ffffff", "#ff0000"], poster_seed: 1,
    poster_url: null, city: "Jakarta", venue: "Istora", first_show_at: "2027-01-01T00:00:00Z", price_from: { amount_minor: 1, currency: "IDR" },
    status: "on_sale", ...more,
  };
}
const slugs = (concerts: ConcertCard[]) => concerts.map(({ slug }) => slug);

describe("shelve", () => {
  const shelves = shelve([
    concert("few", { few_left: true }),
    concert("big"),
    concert("other"),
    concert("gone", { status: "sold_out" }),
    concert("later", { status: "upcoming", opens_at: "2026-12-02T00:00:00Z" }),
    concert("sooner", { status: "upcoming", opens_at: "2026-12-01T00:00:00Z" }),
  ]);

  it("puts each concert on one shelf", () => {
    expect(shelves.featured?.slug).toBe("big");
    expect(slugs(shelves.onSale)).toEqual(["other"]);
    expect(slugs(shelves.fewLeft)).toEqual(["few"]);
    expect(slugs(shelves.past)).toEqual(["gone"]);
  });

  it("opens the next sale first", () => {
    expect(slugs(shelves.opening)).toEqual(["sooner", "later"]);
  });
});

describe("citiesOf", () => {
  it("names each city once", () => {
    expect(citiesOf([concert("a"), concert("b", { city: "Bandung" }), concert("c")])).toEqual(["Bandung", "Jakarta"]);
  });
});
