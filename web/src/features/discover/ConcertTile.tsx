import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { concertQuery } from "../../lib/catalogue.ts";
import { formatMoney } from "../../lib/money.ts";
import { shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { PosterCard } from "../../ui/PosterCard.tsx";
import type { ConcertCard } from "./api.ts";
import { isFewLeft } from "./shelves.ts";

function Opening({ concert }: { concert: ConcertCard }) {
  const { t } = useTranslation();
  const asked = useQuery({ ...concertQuery(concert.slug), enabled: concert.opens_at === undefined });
  const opensAt = concert.opens_at ?? asked.data?.shows.map(({ sale }) => sale.opens_at).sort()[0];
  return (
    <Badge tone="spark">
      <Icon name="clock" className="size-3.5 shrink-0" />
      <span className={opensAt ? "sr-only" : ""}>{t("status.upcoming")}</span>
      {opensAt && <Countdown until={opensAt} className="whitespace-nowrap text-sm normal-case" />}
    </Badge>
  );
}

export function StatusBadge({ concert }: { concert: ConcertCard }) {
  const { t } = useTranslation();
  if (concert.status === "upcoming") return <Opening concert={concert} />;
  if (isFewLeft(concert)) return <Badge tone="signal">{t("discover.few_left")}</Badge>;
  if (concert.status === "on_sale") return null;
  return <Badge tone="ink">{t(`status.${concert.status}`)}</Badge>;
}

function Facts({ concert, over, wide }: { concert: ConcertCard; over: boolean; wide: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="min-w-0">
      <h3 className={`font-bold leading-snug ${wide ? "sm:shout sm:mb-3 sm:text-4xl" : ""} group-hover:underline group-hover:decoration-2 group-hover:underline-offset-4`}>{concert.title}</h3>
      <p className="text-sm text-soft">
        {shortDate(concert.first_show_at, language)} · {concert.city}
      </p>
      {!over && (
        <p className="mt-0.5 text-sm">
          {t("common.from")} <span className="font-bold">{formatMoney(concert.price_from, language)}</span>
        </p>
      )}
    </div>
  );
}

/** A poster with its facts beneath; on a shelf of few, beside it. */
export function ConcertTile({ concert, wide = false }: { concert: ConcertCard; wide?: boolean }) {
  const over = concert.status === "closed" || concert.status === "cancelled" || concert.status === "sold_out";
  return (
    <Link to={`/concerts/${concert.slug}`} className={`group rise rounded-md ${wide ? "block sm:grid sm:grid-cols-2 sm:items-end sm:gap-5 sm:border-b-[1.5px] sm:border-rule sm:pb-0" : "block"}`}>
      <PosterCard
        artist={concert.artist}
        seed={concert.poster_seed}
        colours={concert.colours}
        url={concert.poster_url}
        corner={<StatusBadge concert={concert} />}
        className={`transition-transform duration-300 ease-out group-hover:-translate-y-1.5 group-hover:-rotate-1 ${over ? "saturate-[0.35]" : ""} ${wide ? "sm:rounded-b-none" : ""}`}
      />
      <div className={`pt-3 ${wide ? "sm:pb-5 sm:text-lg" : ""}`}>
        <Facts concert={concert} over={over} wide={wide} />
      </div>
    </Link>
  );
}
