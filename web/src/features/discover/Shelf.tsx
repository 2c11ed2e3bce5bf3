import type { ConcertCard } from "./api.ts";
import { ConcertTile } from "./ConcertTile.tsx";

const fewer = "grid grid-cols-2 gap-x-4 gap-y-8 lg:gap-x-6";
const many = "grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 lg:grid-cols-4 lg:gap-x-6";

/** A row of posters under a heading; one or two of them get the width of the row. */
export function Shelf({ title, concerts }: { title: string; concerts: ConcertCard[] }) {
  if (concerts.length === 0) return null;
  const wide = concerts.length <= 2;
  return (
    <section className="mt-14">
      {title && <h2 className="shout mb-5 text-4xl sm:text-5xl">{title}</h2>}
      <div className={wide ? fewer : many}>
        {concerts.map((concert) => (
          <ConcertTile key={concert.id} concert={concert} wide={wide} />
        ))}
      </div>
    </section>
  );
}
