import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { isProblem } from "../../lib/problem.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { bookingQuery, paymentsQuery, type Booking, type Payment } from "./api.ts";
import { stageOf } from "./progress.ts";
import { Receipt } from "./Receipt.tsx";
import { Waiting } from "./Waiting.tsx";

const Paid = lazy(() => import("./Paid.tsx"));
const Ended = lazy(() => import("./Ended.tsx"));

function Now({ booking, payments }: { booking: Booking; payments: readonly Payment[] }) {
  const stage = stageOf(booking, payments, useServerNow());
  switch (stage) {
    case "waiting":
    case "declined":
    case "received":
    case "checking":
      return <Waiting booking={booking} stage={stage} open={payments.find(({ status, checkout_url }) => status === "pending" && checkout_url !== "")} />;
    case "confirmed":
    case "substituted":
    case "partially_refunded":
      return <Paid booking={booking} stage={stage} />;
    case "expired":
    case "cancelled":
    case "refund_pending":
    case "refunded":
      return <Ended booking={booking} stage={stage} />;
  }
}

/** A booking as it is, at all times: from the way back from the bank to a refund months later. */
export default function PaymentResultPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { data: booking, error, refetch, dataUpdatedAt } = useQuery(bookingQuery(id));
  const { data: payments = [] } = useQuery(paymentsQuery(id, dataUpdatedAt));
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
  return (
    <div className="page grid gap-10 py-8 sm:py-12 lg:grid-cols-[minmax(0,1fr)_22rem]" data-testid={`booking-${booking.status}`}>
      <title>{`${booking.reference} · Gelora`}</title>
      <Suspense fallback={<Skeleton className="h-72" />}>
        <Now booking={booking} payments={payments} />
      </Suspense>
      <Receipt booking={booking} payments={payments} />
    </div>
  );
}
