import type { ConcertCard } from "./api.ts";
import { ConcertTile } from "./ConcertTile.tsx";

export function Shelf({ title, concerts }: { title: string; concerts: ConcertCard[] }) {
  if (concerts.length === 0) return null;
  return (
    <section className="mt-14">
      {title && <h2 className="shout mb-5 text-4xl sm:text-5xl">{title}</h2>}
      <div className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 lg:grid-cols-4 lg:gap-x-6">
        {concerts.map((concert) => (
          <ConcertTile key={concert.id} concert={concert} />
        ))}
      </div>
    </section>
  );
}
