import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Booking } from "./api.ts";

export function Happy({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const tickets = booking.tickets ?? [];
  return (
    <div className="rise flex flex-col gap-6">
      <div role="status">
        <h1 className="shout text-[clamp(4rem,16vw,9rem)] text-signal">{t("result.happy")}</h1>
        <p className="mt-4 max-w-xl text-lg">{t("result.happy_text", { count: tickets.length || booking.lines.length })}</p>
      </div>
      {booking.status === "substituted" && <Notice tone="warn" title={t("result.substituted")}><p>{t("result.substituted_text")}</p></Notice>}
      <ul className="flex flex-col gap-2">
        {tickets.map((ticket) => (
          <li key={ticket.id} className="stub flex items-center gap-4 px-5 py-4 [--tear:4rem]">
            <span className="size-3 rounded-full bg-signal" />
            <span className="ml-8">
              <span className="block font-bold">{ticket.label}</span>
              <span className="text-sm text-soft">{ticket.zone}</span>
            </span>
          </li>
        ))}
      </ul>
      <ButtonLink to={tickets[0] ? `/tickets?ticket=${tickets[0].id}` : "/tickets"} size="lg" className="self-start">
        {t("result.see_tickets")}
      </ButtonLink>
    </div>
  );
}
