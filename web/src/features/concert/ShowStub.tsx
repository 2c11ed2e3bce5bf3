import { useQuery } from "@tanstack/react-query";
import { Suspense, type ReactNode } from "react";
import { showQuery } from "../../lib/catalogue.ts";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { dateParts, shortDate } from "../../lib/time.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { type ShowCard } from "./api.ts";

function Prices({ showId }: { showId: string }) {
  const language = useLanguage();
  const { data } = useQuery(showQuery(showId));
  if (!data) return <Skeleton className="h-6 w-52" />;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      {data.zones.map((zone) => (
        <li key={zone.id} className="flex items-center gap-2">
          <span className="size-3 rounded-full" style={{ background: zone.colour }} />
          {zone.name} <span className="font-bold">{formatMoney(zone.price, language)}</span>
        </li>
      ))}
    </ul>
  );
}

function Action({ show }: { show: ShowCard }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const opened = useServerNow() >= Date.parse(show.sale.opens_at);
  const { status, opens_at } = show.sale;
  if (status === "on_sale" || (status === "upcoming" && opened))
    return (
      <ButtonLink to={`/shows/${show.id}/seats`} size="lg" className="w-full sm:w-auto">
        {t("concert.pick_seats")}
        <Icon name="next" className="size-4" />
      </ButtonLink>
    );
  if (status === "upcoming")
    return (
      <div className="w-full rounded-md bg-spark px-4 py-3 text-center text-on-spark sm:w-auto">
        <p className="wide">{t("concert.opens_in")}</p>
        <Countdown until={opens_at} className="text-2xl" />
        <p className="text-xs">
          {shortDate(opens_at, language, show.venue.timezone)}, {dateParts(opens_at, language, show.venue.timezone).time}
        </p>
      </div>
    );
  return <Badge tone="ink">{t(`status.${status}`)}</Badge>;
}

/** One night as a ticket stub: when on the left, where and how much in the middle, one clear action. */
export function ShowStub({ show, presale, waiting }: { show: ShowCard; presale: ReactNode; waiting: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const when = dateParts(show.starts_at, language, show.venue.timezone);
  return (
    <article className="stub grid grid-cols-[6rem_1fr] [--tear:6rem] sm:grid-cols-[8rem_1fr_auto] sm:[--tear:8rem]">
      <div className="flex flex-col items-center justify-center border-r-2 border-dashed border-hair px-2 py-5 text-center sm:py-7">
        <span className="wide text-soft">{when.weekday}</span>
        <span className="shout text-6xl sm:text-7xl">{when.day}</span>
        <span className="wide">
          {when.month} {when.year}
        </span>
      </div>
      <div className="flex min-w-0 flex-col justify-center gap-2 px-4 py-5 sm:px-7">
        <p className="text-lg font-bold leading-snug">
          {show.venue.name}, {show.venue.city}
        </p>
        <p className="flex items-center gap-1.5 text-sm text-soft">
          <Icon name="clock" className="size-4" />
          {when.time}
          {show.capacity !== undefined && <span>· {t("concert.capacity", { places: formatCount(show.capacity, language) })}</span>}
        </p>
        <Prices showId={show.id} />
      </div>
      <div className="col-span-2 flex flex-col justify-center gap-3 border-t-2 border-dashed border-hair p-4 sm:col-span-1 sm:max-w-80 sm:border-0 sm:px-7 [&>span]:self-center">
        <Action show={show} />
        <Suspense>{presale}</Suspense>
        {waiting}
      </div>
    </article>
  );
}
