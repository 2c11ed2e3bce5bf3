import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import type { Booking } from "./api.ts";
import { Papers } from "./Papers.tsx";
import { Places } from "./Places.tsx";

interface Props {
  booking: Booking;
  stage: "expired" | "cancelled" | "refund_pending" | "refunded";
}

/** No tickets, or none any more: what became of the money. */
export default function Ended({ booking, stage }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const back = booking.refunded?.amount_minor ?? 0;
  const text = stage !== "refunded" || back > 0 ? (`result.${stage}_text` as const) : booking.total.amount_minor === 0 ? "result.refunded_nothing" : "result.refunded_kept";
  return (
    <div className="flex flex-col gap-6">
      <div role="status">
        <h1 className="shout text-5xl sm:text-7xl">{t(`result.${stage}`)}</h1>
        <p className="mt-4 max-w-xl">{t(text, { amount: formatMoney({ ...booking.total, amount_minor: back }, language) })}</p>
      </div>
      {booking.tickets && booking.tickets.length > 0 && (
        <>
          <Places tickets={booking.tickets} />
          <Papers booking={booking} />
        </>
      )}
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
