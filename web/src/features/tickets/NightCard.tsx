import { readableOn } from "../../lib/colour.ts";
import { dateParts, longDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Poster } from "../../ui/Poster.tsx";
import { isQuiet, type Night } from "./nights.ts";

/** All tickets of one night, as one large stub; the next night is the largest. */
export function NightCard({ night, onOpen, first }: { night: Night; onOpen: (ticketId: string) => void; first: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { show, tickets, void_tickets, given_tickets, over } = night;
  const given = !over && tickets.length === 0;
  const band = show.concert.colours[0] ?? "#17130e";
  return (
    <article className={`overflow-hidden rounded-lg ${isQuiet(night) ? "opacity-60" : ""}`} style={{ background: band, color: readableOn(band) }}>
      <div className={`grid ${first ? "sm:grid-cols-[1fr_40%]" : "sm:grid-cols-[1fr_28%]"}`}>
        <div className="order-last p-5 sm:order-none sm:p-7">
          <p className="wide">{t(over ? "tickets.over" : given ? "transfer.given_night" : first ? "tickets.next_night" : "tickets.later")}</p>
          <h2 className={`shout mt-2 ${first ? "text-6xl sm:text-7xl" : "text-4xl sm:text-5xl"}`}>{show.concert.artist}</h2>
          <p className="mt-3 font-bold">
            {longDate(show.starts_at, language, show.venue.timezone)}, {dateParts(show.starts_at, language, show.venue.timezone).time}
          </p>
          <p>
            {show.venue.name}, {show.venue.city}
          </p>
        </div>
        <div className={`overflow-hidden ${first ? "aspect-[16/9] sm:aspect-auto" : "hidden sm:block"}`}>
          <div className="size-full sm:h-0 sm:min-h-full">
            <Poster seed={show.concert.poster_seed} colours={show.concert.colours} url={show.concert.poster_url} />
          </div>
        </div>
      </div>
      <ul className="border-t-2 border-dashed border-current/40">
        {tickets.map((ticket) => (
          <li key={ticket.id} className="border-b border-current/20 last:border-0">
            <button type="button" onClick={() => onOpen(ticket.id)} className="flex min-h-16 w-full items-center gap-4 px-5 py-3 text-left hover:bg-black/10 sm:px-7" data-testid="open-ticket">
              <Icon name="ticket" className="size-6 shrink-0" />
              <span className="min-w-0 flex-1 leading-tight">
                <span className="block truncate font-bold">{ticket.label}</span>
                <span className="block truncate text-sm">{[ticket.zone, ticket.attendee].filter(Boolean).join(" · ")}</span>
                {ticket.transfer && <span className="block truncate text-sm">{t("transfer.offered", { email: ticket.transfer.email })}</span>}
              </span>
              {ticket.status === "valid" ? (
                <span className="inline-flex min-h-11 items-center rounded-md bg-black px-4 text-sm font-bold text-white">{t("tickets.show_qr")}</span>
              ) : (
                <Badge tone="ink">{t(`ticket_status.${ticket.status}`)}</Badge>
              )}
            </button>
          </li>
        ))}
        {void_tickets.map((ticket) => (
          <li key={ticket.id} className="flex min-h-14 items-center gap-4 border-b border-current/20 px-5 py-3 last:border-0 sm:px-7" data-testid="void-ticket">
            <Icon name="close" className="size-6 shrink-0" />
            <span className="min-w-0 flex-1 leading-tight">
              <span className="block truncate line-through">{ticket.label}</span>
              <span className="text-sm">{ticket.zone}</span>
            </span>
            <Badge>{t("ticket_status.void")}</Badge>
          </li>
        ))}
        {given_tickets.map((ticket) => (
          <li key={ticket.id} className="flex min-h-14 items-center gap-4 border-b border-current/20 px-5 py-3 last:border-0 sm:px-7" data-testid="given-ticket">
            <Icon name="next" className="size-6 shrink-0" />
            <span className="min-w-0 flex-1 leading-tight">
              <span className="block truncate">{ticket.label}</span>
              <span className="block truncate text-sm">{ticket.transfer?.email ? t("transfer.given", { email: ticket.transfer.email }) : t("transfer.given_away")}</span>
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}
