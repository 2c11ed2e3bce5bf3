import { readableOn } from "../../lib/colour.ts";
import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { loudness } from "../../ui/loudness.ts";
import { Poster } from "../../ui/Poster.tsx";
import type { Concert } from "./api.ts";

/** The poster as the head of the page: the concert's colours from edge to edge. */
export function ConcertHead({ concert }: { concert: Concert }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const band = concert.colours[0] ?? "#17130e";
  const about = concert.description[language === "en" ? "en" : "id"];
  return (
    <div style={{ background: band, color: readableOn(band) }}>
      <div className="page grid gap-6 py-6 md:grid-cols-[minmax(0,1fr)_22rem] md:items-end md:gap-12 md:py-12">
        <div className="aspect-[16/10] overflow-hidden rounded-lg md:order-last md:aspect-[3/4]">
          <Poster seed={concert.poster_seed} colours={concert.colours} url={concert.poster_url} />
        </div>
        <div className="@container min-w-0">
          <p className="wide">{concert.genre}</p>
          <h1 className="shout mt-3" style={{ fontSize: `min(8.5rem, ${loudness(concert.artist, 24, 96)}cqw)` }}>
            {concert.artist}
          </h1>
          <p className="mt-4 text-xl font-bold sm:text-2xl">{concert.title}</p>
          <p className="mt-4 max-w-2xl leading-relaxed">{about}</p>
          <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-3">
            <div>
              <dt className="wide">{t("concert.where")}</dt>
              <dd className="font-bold">{[...new Set(concert.shows.map(({ venue }) => `${venue.name}, ${venue.city}`))].join(" · ")}</dd>
            </div>
            <div>
              <dt className="wide">{t("common.from")}</dt>
              <dd className="font-bold">{formatMoney(concert.price_from, language)}</dd>
            </div>
          </dl>
        </div>
      </div>
    </div>
  );
}
