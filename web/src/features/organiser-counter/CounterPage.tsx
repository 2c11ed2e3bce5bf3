import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearchParams } from "react-router";
import { showQuery } from "../../lib/catalogue.ts";
import { isProblem } from "../../lib/problem.ts";
import type { ChooseSeats } from "../../lib/seat_choice.ts";
import { dayAndTime } from "../../lib/time.ts";
import { mayManage, maySell } from "../../lib/roles.ts";
import { useRole } from "../../lib/use_role.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TabNav } from "../../ui/TabNav.tsx";
import { CashUp } from "./CashUp.tsx";
import { Sell } from "./Sell.tsx";
import { SoldTab } from "./SoldTab.tsx";

const tabs = ["sell", "sold", "cash_up"] as const;

/** Sales on the spot, for a telephone or tablet at the door. */
export default function CounterPage({ seats }: { seats: ChooseSeats }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id = "", showId = "" } = useParams();
  const [search] = useSearchParams();
  const role = useRole(id);
  const { data: show, error, refetch } = useQuery(showQuery(showId));
  const tab = tabs.find((each) => each === search.get("tab")) ?? "sell";
  const home = mayManage(role) ? `/organiser/${id}/shows/${showId}` : `/organiser/${id}`;
  if (!maySell(role) || isProblem(error, "not-found"))
    return (
      <div className="page py-12">
        <EmptyState title={t("counter.missing")} action={<ButtonLink to={`/organiser/${id}`}>{t("counter.all_shows")}</ButtonLink>}>
          {t("counter.missing_text")}
        </EmptyState>
      </div>
    );
  return (
    <div className="page py-4 sm:py-6">
      {error && !show && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!show && !error && <Skeleton className="h-96" />}
      {show && (
        <>
          <title>{`${t("counter.counter")} · ${show.concert.title} · Gelora`}</title>
          <div className="mb-2 flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <h1 className="shout text-3xl">{t("counter.counter")}</h1>
            <p className="min-w-0 text-sm text-soft">
              <Link to={home} className="font-bold text-ink underline decoration-2 underline-offset-4">
                {show.concert.title}
              </Link>{" "}
              · {dayAndTime(show.starts_at, language, show.venue.timezone)}
            </p>
          </div>
          <TabNav label={t("counter.counter")} shown={tab} tabs={tabs.map((each) => [each, `/organiser/${id}/shows/${showId}/counter?tab=${each}`, t(`counter.tab_${each}`)] as const)} />
          {tab === "sell" && <Sell show={show} mayGive={mayManage(role)} seats={seats} />}
          {tab === "sold" && <SoldTab show={show} />}
          {tab === "cash_up" && <CashUp show={show} />}
        </>
      )}
    </div>
  );
}
