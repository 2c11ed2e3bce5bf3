import { lazy, Suspense, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import { useServerNow } from "../../lib/use_now.ts";
import { connection } from "../../lib/connection.ts";
import { useStore } from "../../lib/store.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TabNav } from "../../ui/TabNav.tsx";
import { BookingsList } from "./BookingsList.tsx";
import { NightCard } from "./NightCard.tsx";
import { isQuiet, nightsOf } from "./nights.ts";
import { useTickets } from "./use_tickets.ts";

const TicketDialog = lazy(() => import("./TicketDialog.tsx"));

function Nights() {
  const { t } = useTranslation();
  const now = useServerNow(60_000);
  const [search, setSearch] = useSearchParams();
  const language = useLanguage();
  const away = useStore(connection) !== "fine";
  const { tickets, shows, as_of, error, retry } = useTickets();
  const open = (id: string | undefined) => setSearch(id ? { ticket: id } : {}, { replace: true });

  if (error && !tickets) return <QueryProblem error={error} onRetry={retry} />;
  if (!tickets || !shows) return <Skeleton className="h-96" />;
  const nights = nightsOf(tickets, shows, now);
  if (nights.length === 0)
    return (
      <EmptyState title={t("tickets.none")} action={<ButtonLink to="/">{t("tickets.find")}</ButtonLink>}>
        {t("tickets.none_text")}
      </EmptyState>
    );
  const shown = search.get("ticket");
  const night = nights.find(({ tickets: mine }) => mine.some(({ id }) => id === shown));
  return (
    <div className="flex flex-col gap-5">
      {away && as_of && <Notice>{t("tickets.from_pocket", { time: dayAndTime(as_of, language) })}</Notice>}
      {nights.map((each, index) => (
        <NightCard key={each.show.id} night={each} first={index === 0 && !isQuiet(each)} onOpen={open} />
      ))}
      {shown && night && (
        <Suspense>
          <TicketDialog night={night} ticketId={shown} onPick={open} onClose={() => open(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

export default function TicketsPage({ waiting }: { waiting: ReactNode }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = search.get("tab");
  const tab = asked === "bookings" || asked === "waiting" ? asked : "tickets";
  const tabs = [["tickets", "/tickets", t("tickets.tab_tickets")], ["bookings", "/tickets?tab=bookings", t("tickets.tab_bookings")], ["waiting", "/tickets?tab=waiting", t("tickets.tab_waiting")]] as const;
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("tickets.title")} · Gelora`}</title>
      <h1 className="shout mb-6 text-5xl sm:text-7xl">{t("tickets.title")}</h1>
      <TabNav label={t("tickets.title")} tabs={tabs} shown={tab} />
      {{ tickets: <Nights />, bookings: <BookingsList />, waiting }[tab]}
    </div>
  );
}
