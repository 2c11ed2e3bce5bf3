import { formatMoney } from "../../lib/money.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import type { Booking } from "./api.ts";
import { GiveBack } from "./GiveBack.tsx";
import { Papers } from "./Papers.tsx";
import { Places } from "./Places.tsx";
import { isDeclinable } from "./progress.ts";
import { Substituted } from "./Substituted.tsx";

interface Props {
  booking: Booking;
  stage: "confirmed" | "substituted" | "partially_refunded";
}

/** Paid, with tickets. */
export default function Paid({ booking, stage }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tickets = booking.tickets ?? [];
  const live = tickets.filter(({ status }) => status !== "void" && status !== "transferred");
  const frozen = tickets.some(({ status }) => status === "frozen");
  const instead = isDeclinable(booking, useServerNow(30_000)) || stage === "substituted";
  const loud = stage === "confirmed" && !frozen;
  return (
    <div className="rise flex flex-col gap-6">
      <div role="status">
        <h1 className={`shout ${loud ? "text-[clamp(4rem,16vw,9rem)] text-signal" : "text-5xl sm:text-7xl"}`}>{t(frozen ? "result.frozen" : `result.${stage}`)}</h1>
        {frozen && <p className="mt-4 max-w-xl">{t("result.frozen_text")}</p>}
        {stage === "confirmed" && <p className="mt-4 max-w-xl text-lg">{t("result.confirmed_text", { count: live.length || booking.lines.length })}</p>}
        {stage === "partially_refunded" && <p className="mt-4 max-w-xl">{t("result.partially_refunded_text", { amount: formatMoney(booking.refunded ?? { ...booking.total, amount_minor: 0 }, language) })}</p>}
      </div>
      {instead && <Substituted booking={booking} />}
      <Places tickets={tickets} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <ButtonLink to={live[0] ? `/tickets?ticket=${live[0].id}` : "/tickets"} size="lg">
          {t("result.see_tickets")}
        </ButtonLink>
        {loud && <p className="text-sm text-soft">{t("result.mailed")}</p>}
      </div>
      <Papers booking={booking} />
      {!instead && <GiveBack booking={booking} />}
    </div>
  );
}
