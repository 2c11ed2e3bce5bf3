import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime, shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge, type BadgeTone } from "../../ui/Badge.tsx";
import { PriceList } from "../../ui/PriceList.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { showQuery, type Booking, type Payment } from "./api.ts";

const Poster = lazy(async () => ({ default: (await import("../../ui/Poster.tsx")).Poster }));

const tones: Record<NonNullable<Payment["refunds"]>[number]["status"], BadgeTone> = { pending: "warn", succeeded: "good", failed: "bad" };

function Refunds({ payments }: { payments: readonly Payment[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const refunds = payments.flatMap((payment) => payment.refunds ?? []).sort((a, b) => a.created_at.localeCompare(b.created_at));
  if (refunds.length === 0) return null;
  return (
    <div className="mt-4 border-t-2 border-dashed border-hair pt-4">
      <h3 className="wide mb-2 text-soft">{t("result.refunds")}</h3>
      <ul className="flex flex-col gap-2 text-sm">
        {refunds.map(({ id, amount, created_at, status }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            {t("result.refund_of", { amount: formatMoney(amount, language), date: shortDate(created_at, language) })}
            <Badge tone={tones[status]}>{t(`result.refund_${status}_state`)}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was booked and what it costs, what came back. */
export function Receipt({ booking, payments }: { booking: Booking; payments: readonly Payment[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: show } = useQuery(showQuery(booking.show_id));
  const back = booking.refunded?.amount_minor ?? 0;
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
        <Refunds payments={payments} />
      </div>
    </aside>
  );
}
