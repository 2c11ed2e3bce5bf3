// Which concerts stand on which shelf of the home page.
import type { ConcertCard } from "./api.ts";

export interface Shelves {
  featured: ConcertCard | undefined;
  onSale: ConcertCard[];
  fewLeft: ConcertCard[];
  opening: ConcertCard[];
  past: ConcertCard[];
}

export const isFewLeft = ({ status, few_left }: ConcertCard): boolean => status === "on_sale" && few_left === true;

const byOpening = (a: ConcertCard, b: ConcertCard) => (a.opens_at ?? a.first_show_at).localeCompare(b.opens_at ?? b.first_show_at);

export function shelve(concerts: readonly ConcertCard[]): Shelves {
  const onSale = concerts.filter(({ status }) => status === "on_sale");
  const featured = onSale.find((concert) => !isFewLeft(concert)) ?? onSale[0];
  return {
    featured,
    onSale: onSale.filter((concert) => concert !== featured && !isFewLeft(concert)),
    fewLeft: onSale.filter((concert) => concert !== featured && isFewLeft(concert)),
    opening: concerts.filter(({ status }) => status === "upcoming").sort(byOpening),
    past: concerts.filter(({ status }) => status !== "on_sale" && status !== "upcoming"),
  };
}

export const citiesOf = (concerts: readonly ConcertCard[]): string[] => [...new Set(concerts.map(({ city }) => city))].sort();
