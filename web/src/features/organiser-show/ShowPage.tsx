import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearchParams } from "react-router";
import { showQuery } from "../../lib/catalogue.ts";
import { isProblem } from "../../lib/problem.ts";
import { dayAndTime } from "../../lib/time.ts";
import { mayManage } from "../../lib/roles.ts";
import { useRole } from "../../lib/use_role.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TabNav } from "../../ui/TabNav.tsx";
import { type Show } from "./api.ts";
import { Bookings } from "./Bookings.tsx";
import { CallOff } from "./CallOff.tsx";
import { GateConflicts } from "./GateConflicts.tsx";
import { HouseSeats } from "./HouseSeats.tsx";
import { LiveSales } from "./LiveSales.tsx";
import { Payments } from "./Payments.tsx";
import { PromoCodes } from "./PromoCodes.tsx";
import { Rehearsal } from "./Rehearsal.tsx";
import { RulesSection } from "./RulesSection.tsx";
import type { ChooseSeats } from "../../lib/seat_choice.ts";
import { Seats } from "./Seats.tsx";
import { ZonePrices } from "./ZonePrices.tsx";

const sections = { live_sales: LiveSales, bookings: Bookings, seats: Seats, house_seats: HouseSeats, conflicts: GateConflicts, payments: Payments, prices: ZonePrices, promo_codes: PromoCodes, rules: RulesSection, rehearsal: Rehearsal, call_off: CallOff };
type Section = keyof typeof sections;
const names = Object.keys(sections) as Section[];

function Sections({ show, organisation, seats }: { show: Show; organisation: string; seats: ChooseSeats }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const shown = names.find((each) => each === search.get("section")) ?? "live_sales";
  const Shown = sections[shown];
  const at = `/organiser/${organisation}/shows/${show.id}`;
  const words = (each: Section) => (each === "conflicts" ? t("doors.tab") : each === "rehearsal" ? t("rehearsal.tab") : t(`sales.${each}`));
  const tabs = names.map((each) => [each, `${at}?section=${each}`, words(each)] as const);
  const apart = (["messages", "counter"] as const).map((each) => [each, `${at}/${each}`, t(`sales.${each}`)] as const); // pages of their own
  const activity = ["activity", `/organiser/${organisation}/activity?show=${show.id}`, t("sales.activity")] as const;
  return (
    <>
      <TabNav label={show.concert.title} shown={shown} tabs={[...tabs.slice(0, 2), ...apart, ...tabs.slice(2), activity]} />
      <Shown show={show} organisation={organisation} seats={seats} />
    </>
  );
}

export default function ShowPage({ seats }: { seats: ChooseSeats }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id = "", showId = "" } = useParams();
  const may = mayManage(useRole(id));
  const { data: show, error, refetch } = useQuery(showQuery(showId));
  if (!may || isProblem(error, "not-found"))
    return (
      <div className="page py-12">
        <EmptyState title={t("sales.missing")} action={<ButtonLink to={`/organiser/${id}`}>{t("sales.all_shows")}</ButtonLink>}>
          {t("sales.missing_text")}
        </EmptyState>
      </div>
    );
  return (
    <div className="page py-8 sm:py-12">
      <Link to={`/organiser/${id}`} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("sales.all_shows")}
      </Link>
      {error && !show && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!show && !error && <Skeleton className="mt-4 h-64" />}
      {show && (
        <>
          <title>{`${show.concert.title} · Gelora`}</title>
          <h1 className="shout mt-4 text-4xl break-words sm:text-6xl">{show.concert.title}</h1>
          <p className="mt-3 mb-6 flex flex-wrap items-center gap-x-3 gap-y-2 text-soft">
            <Badge tone={show.sale.status === "cancelled" ? "bad" : "ink"}>{t(`status.${show.sale.status}`)}</Badge>
            {show.concert.artist} · {show.venue.name} · {dayAndTime(show.starts_at, language, show.venue.timezone)}
          </p>
          <Sections show={show} organisation={id} seats={seats} />
        </>
      )}
    </div>
  );
}
