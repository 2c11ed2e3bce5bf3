import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { showQuery } from "../../lib/catalogue.ts";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { PriceList } from "../../ui/PriceList.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { type Booking, type Payment } from "./api.ts";

const Refunds = lazy(() => import("./Refunds.tsx")); // most bookings have none
const Poster = lazy(async () => ({ default: (await import("../../ui/Poster.tsx")).Poster }));

/** What was booked and what it costs, what came back. */
export function Receipt({ booking, payments }: { booking: Booking; payments: readonly Payment[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: show } = useQuery(showQuery(booking.show_id));
  const back = booking.refunded?.amount_minor ?? 0;
  const refunds = payments.flatMap((payment) => payment.refunds ?? []).sort((a, b) => a.created_at.localeCompare(b.created_at));
  return (
    <aside className="panel self-start overflow-hidden">
      <div className="aspect-[16/8]">
        <Suspense>{show && <Poster seed={show.concert.poster_seed} colours={show.concert.colours} url={show.concert.poster_url} />}</Suspense>
      </div>
      <div className="p-5">
        {show ? <h2 className="shout text-3xl">{show.concert.artist}</h2> : <Skeleton className="h-8 w-40" />}
        {show && (
          <p className="mt-1 text-sm text-soft">
            {dayAndTime(show.starts_at, language, show.venue.timezone)} · {show.venue.name}
          </p>
        )}
        <p className="mt-3 mb-4 flex justify-between gap-4 text-sm">
          <span className="text-soft">{t("result.reference")}</span>
          <span className="font-bold" data-testid="reference">
            {booking.reference}
          </span>
        </p>
        <PriceList price={booking} colourOf={(zone) => show?.zones.find(({ id }) => id === zone)?.colour} />
        {back > 0 && (
          <p className="mt-2 flex justify-between gap-4 font-bold text-good" data-testid="refunded">
            <span>{t("result.back_with_you")}</span>
            <span>{formatMoney({ ...booking.total, amount_minor: back }, language)}</span>
          </p>
        )}
        <Suspense>{refunds.length > 0 && <Refunds refunds={refunds} />}</Suspense>
      </div>
    </aside>
  );
}
