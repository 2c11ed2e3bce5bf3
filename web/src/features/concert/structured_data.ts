// What search engines read of a concert: schema.org MusicEvent, one a show.
import type { Concert } from "./api.ts";

const availability: Record<string, string> = {
  on_sale: "https://schema.org/InStock",
  sold_out: "https://schema.org/SoldOut",
  upcoming: "https://schema.org/PreSale",
};
const eventStatus: Record<string, string> = {
  cancelled: "https://schema.org/EventCancelled",
  postponed: "https://schema.org/EventPostponed",
};

export function structuredData(concert: Concert, origin: string): string {
  const events = concert.shows.map((show) => ({
    "@context": "https://schema.org",
    "@type": "MusicEvent",
    name: `${concert.artist} — ${concert.title}`,
    startDate: show.starts_at,
    eventStatus: eventStatus[show.sale.status] ?? "https://schema.org/EventScheduled",
    location: { "@type": "MusicVenue", name: show.venue.name, address: show.venue.address ?? show.venue.city },
    performer: { "@type": "MusicGroup", name: concert.artist },
    offers: {
      "@type": "Offer",
      url: `${origin}/shows/${show.id}/seats`,
      price: show.price_from.amount_minor,
      priceCurrency: show.price_from.currency,
      availability: availability[show.sale.status] ?? "https://schema.org/OutOfStock",
      validFrom: show.sale.opens_at,
    },
  }));
  return JSON.stringify(events).replaceAll("<", "\\u003c");
}
