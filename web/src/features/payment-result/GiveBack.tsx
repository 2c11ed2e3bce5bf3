import { useQuery, useQueryClient } from "@tanstack/react-query";
import { showQuery } from "../../lib/catalogue.ts";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { bookingQuery, cancel, type Booking } from "./api.ts";
import { giveBackMinor, giveBackOf } from "./progress.ts";

/** Paid tickets go back by the show's rule: what comes back is said before it is done. */
export function GiveBack({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const { data: show } = useQuery(showQuery(booking.show_id));
  const now = useServerNow(30_000);
  if (!show || !booking.tickets?.some(({ status }) => status === "valid")) return null;
  const rule = giveBackOf(show.refund_rule, now);
  if (rule.may === "never") return <p className="text-sm text-soft">{t("result.cancel_never")}</p>;
  const time = dayAndTime(rule.until, language, show.venue.timezone);
  if (rule.may === "over") return <p className="text-sm text-soft">{t("result.cancel_over", { time })}</p>;
  const money = (amount_minor: number) => formatMoney({ amount_minor, currency: booking.total.currency }, language);
  const { back, kept } = giveBackMinor(booking, rule.keeps_fees);
  const text = (
    <>
      <p>{t("result.cancel_text", { amount: money(back) })}</p>
      {kept > 0 && <p className="mt-3">{t("result.cancel_keeps_fees", { fees: money(kept) })}</p>}
    </>
  );
  const run = async () => {
    await cancel(booking.id);
    await queries.invalidateQueries(bookingQuery(booking.id));
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ConfirmButton question={t("result.cancel")} text={text} action={t("result.cancel_now")} onConfirm={run}>
        {t("result.cancel")}
      </ConfirmButton>
      <p className="min-w-0 flex-1 basis-60 text-sm text-soft">{t("result.cancel_until", { time })}</p>
    </div>
  );
}
