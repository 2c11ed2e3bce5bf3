import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "../../ui/Button.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { useServerNow } from "../../lib/use_now.ts";
import { useTranslation } from "../../lib/words.ts";
import { bookingQuery, cancel, payAgain, type Booking } from "./api.ts";

/** Not paid yet, or paid and the bank's word is on its way: this page does not know, and says so. */
export function Waiting({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const over = useServerNow() >= Date.parse(booking.pay_by);
  const pay = useMutation({ mutationFn: () => payAgain(booking.id), onSuccess: (url) => url && location.assign(url) });
  const give = useMutation({ mutationFn: () => cancel(booking.id), onSettled: () => queries.invalidateQueries(bookingQuery(booking.id)) });
  return (
    <div className="flex flex-col gap-6">
      <svg viewBox="0 0 240 40" className="w-60 text-signal" aria-hidden="true">
        {[0, 1, 2].map((i) => (
          <path key={i} d="M0 26c10 0 10-14 20-14s10 14 20 14 10-14 20-14 10 14 20 14" transform={`translate(${i * 80})`} fill="none" stroke="currentColor" strokeWidth="7" className="animate-pulse" style={{ animationDelay: `${i * 250}ms` }} />
        ))}
      </svg>
      <div role="status">
        <h1 className="shout text-5xl sm:text-7xl">{t(over ? "result.checking" : "result.waiting")}</h1>
        <p className="mt-4 max-w-xl">{t(over ? "result.checking_text" : "result.waiting_text")}</p>
      </div>
      {!over && (
        <p className="text-soft">
          {t("result.pay_by")} <Countdown until={booking.pay_by} className="text-xl text-ink" />
        </p>
      )}
      <ProblemNotice error={pay.error ?? give.error} className="max-w-xl" />
      {!over && (
        <div className="flex flex-wrap gap-3">
          <Button size="lg" busy={pay.isPending || pay.isSuccess} onClick={() => pay.mutate()}>
            {t("result.pay_now")}
          </Button>
          <Button size="lg" look="plain" busy={give.isPending} onClick={() => give.mutate()}>
            {t("result.give_back")}
          </Button>
        </div>
      )}
    </div>
  );
}
