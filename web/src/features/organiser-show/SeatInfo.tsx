import { useQuery } from "@tanstack/react-query";
import { seatName, type Hall } from "../../lib/hall.ts";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { bookingQuery, seatBookingQuery, type Show } from "./api.ts";
import { holdings, type Holders } from "./holders.ts";
import { HoldingSign } from "./HoldingKey.tsx";
import type { HouseGroup, HouseSeats } from "./house_api.ts";

interface Props {
  show: Show;
  organisation: string;
  hall: Hall;
  no: number;
  holders: Holders;
  people: HouseSeats["people"];
}

function Sold({ show, organisation, no, seat }: Pick<Props, "show" | "organisation" | "no"> & { seat: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = useQuery(seatBookingQuery(show.id, seat));
  const id = found.data?.id ?? "";
  const whole = useQuery({ ...bookingQuery(show.id, id), enabled: id !== "" });
  const error = found.error ?? whole.error;
  if (error) return <QueryProblem error={error} onRetry={() => void (found.error ? found.refetch() : whole.refetch())} />;
  if (found.data === null) return <p className="text-soft">{t("house.no_booking")}</p>;
  if (!whole.data) return <Skeleton className="h-32" />;
  const { reference, status, buyer, tickets } = whole.data;
  const ticket = tickets.findLast(({ seat_no }) => seat_no === no);
  const name = ticket?.name || buyer?.name;
  return (
    <>
      <p className="font-mono text-lg font-bold">{reference}</p>
      {name && <p className="font-bold break-words">{name}</p>}
      <p className="flex flex-wrap gap-2">{ticket ? <Badge tone={ticket.status === "valid" ? "good" : ticket.status === "frozen" ? "warn" : "quiet"}>{t(`ticket_status.${ticket.status}`)}</Badge> : <Badge>{t(`booking_status.${status}`)}</Badge>}</p>
      {ticket && <p className="text-soft">{ticket.first_admitted_at ? t("house.admitted_at", { at: dayAndTime(ticket.first_admitted_at, language, show.venue.timezone) }) : t("house.not_admitted")}</p>}
      <ButtonLink look="plain" to={`/organiser/${organisation}/shows/${show.id}?section=bookings&booking=${id}`}>
        {t("house.to_booking")}
      </ButtonLink>
    </>
  );
}

function Kept({ show, group, by }: { show: Show; group: HouseGroup; by: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = (instant: string) => dayAndTime(instant, language, show.venue.timezone);
  return (
    <>
      <p className="font-bold break-words">{group.name || t("house.at_counter")}</p>
      {group.until && <p>{t("house.until", { at: at(group.until) })}</p>}
      <p className="text-sm text-soft">{t("house.kept_by", { name: by, at: at(group.at) })}</p>
    </>
  );
}

/** What is known of one seat: loaded when it is asked for. */
export function SeatInfo({ show, organisation, hall, no, holders, people }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = hall.zones[hall.zoneOf[no]!]!;
  const holding = holdings[holders.of[no]!]!;
  const group = holders.groups.get(no);
  return (
    <section className="panel grid gap-2 p-4 sm:p-5" data-testid="seat-info">
      <h2 className="text-xl font-bold break-words">{seatName(hall, no)}</h2>
      <p className="flex flex-wrap items-center gap-x-2 text-soft">
        <HoldingSign holding={holding} />
        <span className="font-bold text-ink">{t(`house.seat_${holding}`)}</span> · {zone.name} · {formatMoney({ amount_minor: zone.price_minor + zone.fee_minor + zone.tax_minor, currency: hall.currency }, language)}
      </p>
      {group && <Kept show={show} group={group} by={people.find(({ id }) => id === group.by)?.name ?? t("house.nobody_known")} />}
      {!group && holding === "held" && <p className="text-soft">{t("house.held_by_fan")}</p>}
      {!group && holding === "closed" && <p className="text-soft">{t("house.closed_text")}</p>}
      {holding === "sold" && <Sold key={no} show={show} organisation={organisation} no={no} seat={seatName(hall, no)} />}
    </section>
  );
}
