import { lazy, Suspense } from "react";
import { longDate, dateParts } from "../../lib/time.ts";
import type { Price } from "../../lib/price.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { PriceList } from "../../ui/PriceList.tsx";
import type { Show } from "./api.ts";

const Poster = lazy(async () => ({ default: (await import("../../ui/Poster.tsx")).Poster }));

/** What is bought, where and when, and what it costs to the last rupiah. */
export function OrderSummary({ price, show }: { price: Price; show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section aria-label={t("checkout.order")} className="panel overflow-hidden">
      <div className="aspect-[16/7]">
        <Suspense>
          <Poster seed={show.concert.poster_seed} colours={show.concert.colours} url={show.concert.poster_url} />
        </Suspense>
      </div>
      <div className="p-5">
        <h2 className="shout text-4xl">{show.concert.artist}</h2>
        <p className="font-bold">{show.concert.title}</p>
        <p className="mt-2 mb-5 text-sm text-soft">
          {longDate(show.starts_at, language, show.venue.timezone)}, {dateParts(show.starts_at, language, show.venue.timezone).time}
          <br />
          {show.venue.name}, {show.venue.city}
        </p>
        <PriceList price={price} colourOf={(zone) => show.zones.find(({ id }) => id === zone)?.colour} />
      </div>
    </section>
  );
}
