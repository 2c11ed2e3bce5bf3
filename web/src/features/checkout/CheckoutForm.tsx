import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { keep, kept } from "../../lib/keep.ts";
import { formatMoney } from "../../lib/money.ts";
import type { Price } from "../../lib/price.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { methodsQuery, type Booking, type Hold } from "./api.ts";
import { waysToPay, type Way } from "./methods.ts";
import type { Names } from "./names.ts";
import { usePay } from "./use_pay.ts";

const MethodChoice = lazy(() => import("./MethodChoice.tsx"));

interface Props {
  hold: Hold;
  booking: Booking | undefined;
  names: Names;
  promo: string;
  onPromoRefused: (error: unknown) => void;
  price: Price;
  /** The price may be another in a moment. */
  asking: boolean;
}

/** How to pay, and the one button: books and goes to the bank. What costs nothing needs no bank. */
export function CheckoutForm({ hold, booking, names, promo, onPromoRefused, price, asking }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const free = price.total.amount_minor === 0;
  const methods = useQuery({ ...methodsQuery, enabled: !free });
  const [choice, setChoice] = useState(() => kept<Way["id"]>("way"));
  const pay = usePay({ hold, booking, names, promo, shown_total_minor: price.total.amount_minor, onPromoRefused });
  const ways = waysToPay(methods.data ?? [], price.total.currency);
  const way = ways.find(({ id }) => id === choice) ?? ways[0];
  const choose = (id: Way["id"]) => {
    keep("way", id);
    setChoice(id);
  };
  const goneOn = pay.isSuccess && pay.data === "gone on";
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        pay.mutate(free ? undefined : way);
      }}
    >
      {!free && !methods.data && !methods.error && <Skeleton className="h-96" />}
      {!free && methods.error && <QueryProblem error={methods.error} onRetry={() => void methods.refetch()} />}
      {!free && methods.data && ways.length === 0 && <Notice tone="warn">{t("checkout.no_way")}</Notice>}
      {!free && ways.length > 0 && (
        <Suspense fallback={<Skeleton className="h-96" />}>
          <MethodChoice ways={ways} chosen={way?.id} onChoose={choose} />
        </Suspense>
      )}
      <ProblemNotice error={pay.error} />
      {pay.data === "other price" && <Notice tone="warn">{t("checkout.other_price")}</Notice>}
      <div className="flex flex-col gap-3">
        <Button type="submit" size="lg" busy={pay.isPending || goneOn || asking} disabled={!free && !way} data-testid="pay">
          {free ? t("checkout.take") : t("checkout.pay", { total: formatMoney(price.total, language) })}
        </Button>
        <p className="text-sm text-soft">{t(free ? "checkout.after_free" : "checkout.after")}</p>
        <Link to={booking ? `/bookings/${booking.id}` : `/shows/${hold.show_id}/seats`} className="min-h-11 py-2.5 text-sm font-bold underline decoration-2 underline-offset-4">
          {t(booking ? "checkout.to_booking" : "checkout.other_seats")}
        </Link>
      </div>
    </form>
  );
}
