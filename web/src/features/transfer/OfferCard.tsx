import { useQuery } from "@tanstack/react-query";
import { showQuery } from "../../lib/catalogue.ts";
import { readableOn } from "../../lib/colour.ts";
import { dateParts, longDate } from "../../lib/time.ts";
import { useLanguage } from "../../lib/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Poster } from "../../ui/Poster.tsx";
import { type Offer } from "./api.ts";

/** The ticket as one will have it, without its code. */
export function OfferCard({ offer }: { offer: Offer }) {
  const language = useLanguage();
  const { data: show } = useQuery(showQuery(offer.show_id));
  const band = show?.concert.colours[0] ?? "#17130e";
  return (
    <article className="w-full overflow-hidden rounded-lg" style={{ background: band, color: readableOn(band) }}>
      <div className="grid sm:grid-cols-[1fr_40%]">
        <div className="order-last p-5 sm:order-none sm:p-7">
          <h2 className="shout text-4xl sm:text-5xl">{offer.artist}</h2>
          <p className="mt-1">{offer.title}</p>
          <p className="mt-3 font-bold">
            {longDate(offer.starts_at, language, offer.timezone)}, {dateParts(offer.starts_at, language, offer.timezone).time}
          </p>
          <p>
            {offer.venue}, {offer.city}
          </p>
        </div>
        {show && (
          <div className="aspect-[16/9] overflow-hidden sm:aspect-auto">
            <div className="size-full sm:h-0 sm:min-h-full">
              <Poster seed={show.concert.poster_seed} colours={show.concert.colours} url={show.concert.poster_url} />
            </div>
          </div>
        )}
      </div>
      <p className="flex min-h-16 items-center gap-4 border-t-2 border-dashed border-current/40 px-5 py-3 leading-tight sm:px-7">
        <Icon name="ticket" className="size-6 shrink-0" />
        <span>
          <span className="block font-bold">{offer.label}</span>
          <span className="text-sm">{offer.zone}</span>
        </span>
      </p>
    </article>
  );
}
