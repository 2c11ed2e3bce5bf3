import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate, useParams } from "react-router";
import { serverNow } from "../../lib/clock.ts";
import { kept } from "../../lib/keep.ts";
import { isProblem } from "../../lib/problem.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { bookingOfHoldQuery, holdQuery, showQuery, type Hold, type Show } from "./api.ts";
import { CheckoutForm } from "./CheckoutForm.tsx";
import { HoldTimer } from "./HoldTimer.tsx";
import { OrderSummary } from "./OrderSummary.tsx";

function Gone({ showId }: { showId: string | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="page py-12">
      <EmptyState title={t("checkout.gone")} action={<ButtonLink to={showId ? `/shows/${showId}/seats` : "/"}>{t("checkout.choose_again")}</ButtonLink>}>
        {t("checkout.gone_text")}
      </EmptyState>
    </div>
  );
}

function Open({ hold, show }: { hold: Hold; show: Show }) {
  const { t } = useTranslation();
  const [totalS] = useState(() => Math.max(60, (Date.parse(hold.expires_at) - serverNow()) / 1000));
  const over = useServerNow() >= Date.parse(hold.expires_at);
  const bookingId = kept<string>(`booking.${hold.id}`);
  if (over && bookingId) return <Navigate to={`/bookings/${bookingId}`} replace />;
  if (over) return <Gone showId={hold.show_id} />;
  return (
    <div className="page grid gap-x-10 gap-y-6 py-6 sm:py-10 lg:grid-cols-[1fr_26rem]">
      <title>{`${t("checkout.title")} · Gelora`}</title>
      <div className="flex flex-col gap-6">
        <h1 className="shout text-5xl sm:text-6xl">{t("checkout.title")}</h1>
        <HoldTimer until={hold.expires_at} totalS={totalS} />
        <div className="lg:hidden">
          <OrderSummary hold={hold} show={show} />
        </div>
        <CheckoutForm hold={hold} show={show} />
      </div>
      <div className="hidden lg:block">
        <OrderSummary hold={hold} show={show} />
      </div>
    </div>
  );
}

export default function CheckoutPage() {
  const { holdId = "" } = useParams();
  const hold = useQuery(holdQuery(holdId));
  const show = useQuery(showQuery(hold.data?.show_id));
  const before = kept<string>(`booking.${holdId}`);
  const found = useQuery(bookingOfHoldQuery(holdId, hold.data?.status === "booked" && before === undefined));
  const bookingId = before ?? found.data?.id;
  if (isProblem(hold.error, "not-found") || isProblem(hold.error, "hold-expired")) return <Gone showId={undefined} />;
  const failed = [hold, show].find(({ error }) => error);
  if (failed) return <div className="page"><QueryProblem error={failed.error} onRetry={() => void failed.refetch()} /></div>;
  if (!hold.data || !show.data || found.isFetching)
    return (
      <div className="page grid gap-6 py-10 lg:grid-cols-[1fr_26rem]">
        <Skeleton className="h-40" />
        <Skeleton className="h-96" />
      </div>
    );
  if (bookingId && hold.data.status !== "active") return <Navigate to={`/bookings/${bookingId}`} replace />;
  if (hold.data.status === "released" || hold.data.status === "expired") return <Gone showId={hold.data.show_id} />;
  return <Open hold={hold.data} show={show.data} />;
}
