import { Link } from "react-router";
import { readableOn } from "../../lib/colour.ts";
import { dateParts } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Poster } from "../../ui/Poster.tsx";
import type { Show } from "./api.ts";

/** What one waits for: the concert's colours from edge to edge, as on its own page. */
export function RoomHead({ show }: { show: Show }) {
  const { t } = useTranslation();
  const when = dateParts(show.starts_at, useLanguage(), show.venue.timezone);
  const { concert } = show;
  const band = concert.colours[0] ?? "#17130e";
  return (
    <div style={{ background: band, color: readableOn(band) }}>
      <div className="page flex items-center gap-4 py-4 sm:gap-6 sm:py-6">
        <Link to={`/concerts/${concert.slug}`} aria-label={t("queue.back")} className="-ml-3 grid size-11 shrink-0 place-items-center rounded-md">
          <Icon name="back" />
        </Link>
        <div className="aspect-[3/4] w-14 shrink-0 overflow-hidden rounded-md sm:w-20">
          <Poster seed={concert.poster_seed} colours={concert.colours} url={concert.poster_url} />
        </div>
        <div className="min-w-0 leading-tight">
          <p className="wide">{t("queue.room")}</p>
          <p className="shout mt-1 text-3xl break-words sm:text-5xl">{concert.artist}</p>
          <p className="mt-1.5 text-sm">
            {concert.title} · {when.weekday}, {when.day} {when.month} · {show.venue.name}
          </p>
        </div>
      </div>
    </div>
  );
}
