import { useQuery, useQueryClient } from "@tanstack/react-query";
import { showQuery } from "../../lib/catalogue.ts";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { bookingQuery, decline, type Booking } from "./api.ts";
import { isDeclinable, leftMinor } from "./progress.ts";

/** Paid late, other seats: which instead of which, and the way to say no. */
export function Substituted({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const { data: show } = useQuery(showQuery(booking.show_id));
  const open = isDeclinable(booking, useServerNow(30_000));
  const run = async () => {
    await decline(booking.id);
    await queries.invalidateQueries(bookingQuery(booking.id));
  };
  const amount = formatMoney({ ...booking.total, amount_minor: leftMinor(booking) }, language);
  return (
    <section className="rounded-lg bg-warn-soft p-5">
      <p className="max-w-xl">{t("result.substituted_text")}</p>
      <dl className="mt-4 grid gap-4 sm:grid-cols-2">
        <div>
          <dt className="wide text-warn">{t("result.given")}</dt>
          <dd className="mt-1 text-lg font-bold">{booking.lines.map(({ label }) => label).join(", ")}</dd>
        </div>
        {booking.replaced && (
          <div>
            <dt className="wide text-warn">{t("result.instead")}</dt>
            <dd className="mt-1 text-lg line-through decoration-1">{booking.replaced.join(", ")}</dd>
          </div>
        )}
      </dl>
      {booking.decline_by && (
        <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-3">
          {open && (
            <ConfirmButton question={t("result.decline")} text={t("result.decline_text", { amount })} action={t("result.decline_now")} onConfirm={run}>
              {t("result.decline")}
            </ConfirmButton>
          )}
          <p className="min-w-0 flex-1 basis-60 text-sm">{open ? t("result.decline_until", { time: dayAndTime(booking.decline_by, language, show?.venue.timezone) }) : t("result.decline_over")}</p>
        </div>
      )}
    </section>
  );
}
