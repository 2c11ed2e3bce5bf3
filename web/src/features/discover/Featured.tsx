import { Link } from "react-router";
import { readableOn } from "../../lib/colour.ts";
import { formatMoney } from "../../lib/money.ts";
import { longDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { loudness } from "../../ui/loudness.ts";
import { Poster } from "../../ui/Poster.tsx";
import type { ConcertCard } from "./api.ts";

/** One concert, as loud as the page allows. */
export function Featured({ concert }: { concert: ConcertCard }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const band = concert.colours[0] ?? "#17130e";
  return (
    <Link to={`/concerts/${concert.slug}`} className="group grid overflow-hidden rounded-lg md:grid-cols-[1.15fr_1fr]" style={{ background: band, color: readableOn(band) }}>
      <div className="flex flex-col justify-between gap-8 p-5 sm:p-8 md:order-none md:min-h-[26rem] md:p-10">
        <p className="wide">{t("discover.featured")}</p>
        <div className="@container">
          <h2 className="shout [overflow-wrap:normal]" style={{ fontSize: `${loudness(concert.artist, 23, 96)}cqw` }}>
            {concert.artist}
          </h2>
          <p className="mt-3 text-lg font-bold sm:text-xl">{concert.title}</p>
        </div>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <p className="text-sm leading-relaxed">
            {longDate(concert.first_show_at, language)}
            <br />
            {concert.venue}, {concert.city}
          </p>
          <p className="inline-flex min-h-12 items-center gap-2 rounded-md bg-black px-5 font-bold text-white transition-transform group-hover:translate-x-1">
            {t("common.from")} {formatMoney(concert.price_from, language)}
            <Icon name="next" className="size-4" />
          </p>
        </div>
      </div>
      <div className="order-first aspect-[16/10] md:order-none md:aspect-auto">
        <div className="size-full md:h-0 md:min-h-full">
          <Poster seed={concert.poster_seed} colours={concert.colours} url={concert.poster_url} />
        </div>
      </div>
    </Link>
  );
}
