import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { formatMoney } from "../../lib/money.ts";
import { isProblem } from "../../lib/problem.ts";
import { shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Poster } from "../../ui/Poster.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { bookingQuery, showQuery, type Booking } from "./api.ts";
import { Happy } from "./Happy.tsx";
import { moodOf } from "./progress.ts";
import { Waiting } from "./Waiting.tsx";

function Ended({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const status = booking.status as "expired" | "cancelled" | "refund_pending" | "refunded" | "partially_refunded";
  return (
    <div className="flex flex-col gap-6" role="status">
      <h1 className="shout text-5xl sm:text-7xl">{t(`result.${status}`)}</h1>
      <p className="max-w-xl">{t(`result.${status}_text`)}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={`/shows/${booking.show_id}/seats`} size="lg">
          {t("checkout.choose_again")}
        </ButtonLink>
        <ButtonLink to="/tickets?tab=bookings" size="lg" look="plain">
          {t("result.all_bookings")}
        </ButtonLink>
      </div>
    </div>
  );
}

function Receipt({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: show } = useQuery(showQuery(booking.show_id));
  return (
    <aside className="panel self-start overflow-hidden">
      <div className="aspect-[16/8]">{show && <Poster seed={show.concert.poster_seed} colours={show.concert.colours} url={show.concert.poster_url} />}</div>
      <div className="p-5">
        {show ? <h2 className="shout text-3xl">{show.concert.artist}</h2> : <Skeleton className="h-8 w-40" />}
        {show && (
          <p className="mt-1 text-sm text-soft">
            {shortDate(show.starts_at, language, show.venue.timezone)} · {show.venue.name}
          </p>
        )}
        <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t-2 border-dashed border-hair pt-4 text-sm">
          <dt className="text-soft">{t("result.reference")}</dt>
          <dd className="text-right font-bold" data-testid="reference">{booking.reference}</dd>
          <dt className="text-soft">{t("result.places")}</dt>
          <dd className="text-right">{booking.lines.map(({ label }) => label).join(", ")}</dd>
          <dt className="text-soft">{t("checkout.total")}</dt>
          <dd className="text-right font-bold">{formatMoney(booking.total, language)}</dd>
        </dl>
      </div>
    </aside>
  );
}

export default function PaymentResultPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { data: booking, error, refetch } = useQuery(bookingQuery(id));
  if (isProblem(error, "not-found"))
    return (
      <div className="page py-12">
        <EmptyState title={t("result.missing")} action={<ButtonLink to="/tickets">{t("result.all_bookings")}</ButtonLink>} />
      </div>
    );
  if (error && !booking) return <div className="page"><QueryProblem error={error} onRetry={() => void refetch()} /></div>;
  if (!booking)
    return (
      <div className="page grid gap-6 py-10 lg:grid-cols-[1fr_22rem]">
        <Skeleton className="h-72" />
        <Skeleton className="h-72" />
      </div>
    );
  const mood = moodOf(booking.status);
  return (
    <div className="page grid gap-10 py-8 sm:py-12 lg:grid-cols-[1fr_22rem]" data-testid={`booking-${booking.status}`}>
      <title>{`${booking.reference} · Gelora`}</title>
      <div>
        {mood === "waiting" && <Waiting booking={booking} />}
        {mood === "happy" && <Happy booking={booking} />}
        {(mood === "ended" || mood === "money_back") && <Ended booking={booking} />}
      </div>
      <Receipt booking={booking} />
    </div>
  );
}
