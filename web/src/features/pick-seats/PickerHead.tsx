import { Link } from "react-router";
import { dateParts } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import type { Show } from "./api.ts";
import type { Feed } from "../../lib/use_availability.ts";

interface Props {
  show: Show;
  feed: Feed;
  list: boolean;
  /** None where there are only standing places, and no list to show. */
  onList: ((list: boolean) => void) | undefined;
}

const tone: Record<Feed, string> = { live: "bg-good", connecting: "bg-hair", behind: "bg-warn" };

export function PickerHead({ show, feed, list, onList }: Props) {
  const { t } = useTranslation();
  const { weekday, day, month, time } = dateParts(show.starts_at, useLanguage(), show.venue.timezone);
  return (
    <header className="flex items-center gap-2 border-b-[1.5px] border-rule bg-paper px-2 py-2 sm:px-4">
      <Link to={`/concerts/${show.concert.slug}`} aria-label={t("seats.back")} className="grid size-11 shrink-0 place-items-center rounded-md hover:bg-sunk">
        <Icon name="back" />
      </Link>
      <div className="min-w-0 flex-1 leading-tight">
        <h1 className="shout truncate pb-0.5 text-xl leading-none sm:text-2xl">{show.concert.artist}</h1>
        <p className="truncate text-xs text-soft sm:text-sm">
          {`${weekday}, ${day} ${month} · ${time} · ${show.venue.name}`} {/* one text, as in the first look: or it would count as a paint of its own */}
        </p>
      </div>
      <span className="hidden items-center gap-2 px-2 text-sm text-soft sm:flex" role="status">
        <span className={`size-2.5 rounded-full ${tone[feed]}`} />
        {t(`seats.feed_${feed}`)}
      </span>
      {onList && (
        <button type="button" onClick={() => onList(!list)} className="inline-flex min-h-11 shrink-0 items-center gap-2 rounded-md border-[1.5px] border-rule bg-card px-3 text-sm font-bold hover:bg-sunk">
          <Icon name={list ? "map" : "list"} />
          {t(list ? "seats.as_map" : "seats.as_list")}
        </button>
      )}
    </header>
  );
}
