import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Navigate, useParams } from "react-router";
import { showQuery } from "../../lib/catalogue.ts";
import { keep, kept } from "../../lib/keep.ts";
import { serverNow } from "../../lib/clock.ts";
import { isProblem } from "../../lib/problem.ts";
import type { Price } from "../../lib/price.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { bookingOfHoldQuery, holdQuery, quoteQuery, type Booking, type Hold, type Show } from "./api.ts";
import { CheckoutForm } from "./CheckoutForm.tsx";
import { HoldTimer } from "./HoldTimer.tsx";
import type { Names } from "./names.ts";
import { OrderSummary } from "./OrderSummary.tsx";
import { PromoCode } from "./PromoCode.tsx";
import { usePromo } from "./use_promo.ts";

const AttendeeNames = lazy(() => import("./AttendeeNames.tsx"));

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

interface Order {
  hold: Hold;
  show: Show;
  /** Before it is booked: without a promo code. */
  price: Price;
  booking: Booking | undefined;
}

function Open({ hold, show, price: plain, booking }: Order) {
  const { t } = useTranslation();
  const until = booking?.pay_by ?? hold.expires_at;
  const [totalS] = useState(() => Math.max(60, (Date.parse(until) - serverNow()) / 1000));
  const [names, setNames] = useState<Names>(() => kept(`names.${hold.id}`) ?? {});
  const name = (next: Names) => {
    keep(`names.${hold.id}`, next);
    setNames(next);
  };
  const promo = usePromo(hold.id, booking !== undefined);
  const over = useServerNow() >= Date.parse(until);
  if (over && booking) return <Navigate to={`/bookings/${booking.id}`} replace />;
  if (over) return <Gone showId={hold.show_id} />;
  const price = booking ?? promo.quote ?? plain;
  return (
    <div className="page grid gap-x-10 gap-y-6 py-6 sm:py-10 lg:grid-cols-[1fr_26rem]">
      <title>{`${t("checkout.title")} · Gelora`}</title>
      <div className="flex flex-col gap-6">
        <h1 className="shout text-5xl sm:text-6xl">{t("checkout.title")}</h1>
        <HoldTimer label={t(booking ? "checkout.pay_within" : "checkout.held_for")} until={until} totalS={totalS} />
        <div className="lg:hidden">
          <OrderSummary price={price} show={show} />
        </div>
        {!booking && <PromoCode code={promo.code} quote={promo.quote} error={promo.error} asking={promo.asking} onAsk={promo.ask} />}
        {!booking && (
          <Suspense>
            <AttendeeNames seats={hold.seats} names={names} onChange={name} />
          </Suspense>
        )}
        <CheckoutForm hold={hold} names={names} booking={booking} promo={promo.quote ? promo.code : ""} onPromoRefused={promo.refuse} price={price} asking={promo.asking} />
      </div>
      <div className="hidden lg:block">
        <OrderSummary price={price} show={show} />
      </div>
    </div>
  );
}

/** Of a hold, or of a booking that waits for its payment: back from the bank one may choose another way to pay. */
export default function CheckoutPage() {
  const { holdId = "" } = useParams();
  const hold = useQuery(holdQuery(holdId));
  const show = useQuery(showQuery(hold.data?.show_id));
  const quote = useQuery(quoteQuery(holdId, ""));
  const held = hold.data?.status === "active";
  const booked = useQuery({ ...bookingOfHoldQuery(holdId), enabled: hold.data !== undefined && !held });
  if (isProblem(hold.error, "not-found") || isProblem(hold.error, "hold-expired")) return <Gone showId={undefined} />;
  const failed = [hold, show, quote, booked].find(({ error, data }) => error && !data);
  if (failed) return <div className="page"><QueryProblem error={failed.error} onRetry={() => void failed.refetch()} /></div>;
  if (!hold.data || !show.data || !quote.data || (!held && !booked.data && booked.isFetching))
    return (
      <div className="page grid gap-6 py-10 lg:grid-cols-[1fr_26rem]">
        <Skeleton className="h-40" />
        <Skeleton className="h-96" />
      </div>
    );
  const booking = held ? undefined : (booked.data ?? undefined);
  if (!held && !booking) return <Gone showId={hold.data.show_id} />;
  if (booking && booking.status !== "awaiting_payment") return <Navigate to={`/bookings/${booking.id}`} replace />;
  return <Open key={hold.data.id} hold={hold.data} show={show.data} price={quote.data} booking={booking} />;
}
