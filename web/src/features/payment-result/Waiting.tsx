import { useQueryClient } from "@tanstack/react-query";
import { ButtonLink, buttonClasses } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { useTranslation } from "../../lib/words.ts";
import { bookingQuery, cancel, type Booking, type Payment } from "./api.ts";

interface Props {
  booking: Booking;
  stage: "waiting" | "declined" | "received" | "checking";
  /** One that was begun here and is still open. */
  open: Payment | undefined;
}

/** Not paid yet, or paid and the bank's word is on its way: this page does not know, and says so. */
export function Waiting({ booking, stage, open }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const payable = stage === "waiting" || stage === "declined";
  const giveBack = async () => {
    await cancel(booking.id).finally(() => queries.invalidateQueries(bookingQuery(booking.id)));
  };
  return (
    <div className="flex flex-col gap-6">
      <svg viewBox="0 0 240 40" className="w-60 text-signal" aria-hidden="true">
        {[0, 1, 2].map((i) => (
          <path key={i} d="M0 26c10 0 10-14 20-14s10 14 20 14 10-14 20-14 10 14 20 14" transform={`translate(${i * 80})`} fill="none" stroke="currentColor" strokeWidth="7" className="animate-pulse" style={{ animationDelay: `${i * 250}ms` }} />
        ))}
      </svg>
      <div role="status">
        <h1 className="shout text-5xl sm:text-7xl">{t(`result.${stage}`)}</h1>
        <p className="mt-4 max-w-xl">{t(`result.${stage}_text`)}</p>
      </div>
      {payable && (
        <>
          <p className="text-soft">
            {t("result.pay_by")} <Countdown until={booking.pay_by} className="text-xl text-ink" />
          </p>
          <div className="flex flex-wrap gap-3">
            {open ? (
              <>
                <a href={open.checkout_url} className={buttonClasses("main", "lg")}>
                  {t("result.go_on")}
                </a>
                <ButtonLink to={`/checkout/${booking.hold_id}`} size="lg" look="plain">
                  {t("result.other_way")}
                </ButtonLink>
              </>
            ) : (
              <ButtonLink to={`/checkout/${booking.hold_id}`} size="lg">
                {t("result.pay_now")}
              </ButtonLink>
            )}
          </div>
          <ConfirmButton look="ghost" className="-ml-5 self-start underline decoration-2 underline-offset-4" question={t("result.give_back")} text={t("result.give_back_text")} action={t("result.give_back_now")} onConfirm={giveBack}>
            {t("result.give_back")}
          </ConfirmButton>
        </>
      )}
    </div>
  );
}
