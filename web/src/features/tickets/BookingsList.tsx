import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { showQuery } from "../../lib/catalogue.ts";
import { formatMoney } from "../../lib/money.ts";
import { shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge, type BadgeTone } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { bookingsQuery, type Booking } from "./api.ts";

const tones: Record<Booking["status"], BadgeTone> = {
  awaiting_payment: "spark", confirmed: "good", substituted: "good", expired: "quiet", cancelled: "quiet",
  refund_pending: "warn", refunded: "quiet", partially_refunded: "warn",
};

function Row({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: show } = useQuery(showQuery(booking.show_id));
  const back = booking.refunded?.amount_minor ?? 0;
  const frozen = booking.tickets?.some(({ status }) => status === "frozen");
  return (
    <li>
      <Link to={`/bookings/${booking.id}`} className="stub flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-4 [--tear:100%] hover:bg-sunk">
        <span className="min-w-0 flex-1 basis-56 leading-snug">
          <span className="block font-bold">{show ? `${show.concert.artist} — ${show.concert.title}` : "…"}</span>
          <span className="text-sm text-soft">
            {booking.reference}
            {show && <> · {shortDate(show.starts_at, language, show.venue.timezone)}</>} · {t("tickets.places", { count: booking.lines.length })}
          </span>
        </span>
        <span className="leading-snug">
          <span className="numerals block text-lg">{formatMoney(booking.total, language)}</span>
          {back > 0 && <span className="block text-sm font-bold text-good">{t("tickets.came_back", { amount: formatMoney({ ...booking.total, amount_minor: back }, language) })}</span>}
        </span>
        <Badge tone={frozen ? "warn" : tones[booking.status]}>{t(frozen ? "ticket_status.frozen" : `booking_status.${booking.status}`)}</Badge>
      </Link>
    </li>
  );
}

export function BookingsList() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(bookingsQuery);
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  if (data.length === 0) return <EmptyState title={t("tickets.no_bookings")} action={<ButtonLink to="/">{t("tickets.find")}</ButtonLink>} />;
  return (
    <ul className="flex flex-col gap-3">
      {data.map((booking) => (
        <Row key={booking.id} booking={booking} />
      ))}
    </ul>
  );
}
