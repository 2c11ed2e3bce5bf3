import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatMoney } from "../../lib/money.ts";
import { serverNow } from "../../lib/clock.ts";
import { useSession } from "../../lib/use_session.ts";
import { startOfDay } from "../../lib/wall_clock.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { soldQuery, type Show } from "./api.ts";
import { takingsQuery } from "./money_api.ts";
import { Payouts } from "./Payouts.tsx";
import { byPerson, restOf, sumsByWay, type Person } from "./takings.ts";

function Drawer({ person, name }: { person: Person; name: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className="panel p-4 sm:p-5" data-testid="takings">
      <h3 className="text-lg font-bold break-words">{name}</h3>
      <ul className="mt-2 grid gap-3">
        {person.takings.map((taking) => (
          <li key={taking.method} className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-hair pt-3">
            <span className="min-w-0 flex-1 basis-40 leading-snug">
              <span className="block font-bold">{t(taking.method === "cash" ? "counter.in_drawer" : "counter.on_terminal")}</span>
              <span className="block text-sm text-soft">
                {t("counter.taken", { count: taking.sales, amount: formatMoney(taking.taken, language) })}
                {taking.payouts > 0 && ` · ${t("counter.paid_out_sum", { count: taking.payouts, amount: formatMoney(taking.paid_out, language) })}`}
              </span>
            </span>
            <span className="numerals ml-auto text-2xl">{formatMoney(restOf(taking), language)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Takings({ show }: { show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = useSession();
  const [today] = useState(() => startOfDay(serverNow(), show.venue.timezone));
  const [since, setSince] = useState<"today" | "ever">("today");
  const { data, error, refetch } = useQuery(takingsQuery(show.id, since === "today" ? today : undefined));
  const sold = useInfiniteQuery(soldQuery(show.id)); // who they are
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  const names = new Map(sold.data?.pages.flatMap(({ people }) => people.map(({ id, name }) => [id, name] as const)));
  const nameOf = (by: string) => names.get(by) ?? (state.status === "authenticated" && state.user.id === by ? state.user.name : t("counter.a_colleague"));
  const people = byPerson(data ?? []);
  return (
    <section aria-labelledby="takings">
      <h2 id="takings" className="shout mb-4 text-3xl">
        {t("counter.takings")}
      </h2>
      <SelectField className="mb-4" label={t("counter.since")} value={since} onChange={(event) => setSince(event.target.value === "ever" ? "ever" : "today")} options={[["today", t("counter.since_today")], ["ever", t("counter.since_ever")]]} />
      {!data && <Skeleton className="h-40" />}
      {data && people.length === 0 && <p className="text-soft">{t("counter.nothing_taken")}</p>}
      <ul className="grid gap-3">
        {people.map((person) => (
          <Drawer key={person.by} person={person} name={nameOf(person.by)} />
        ))}
      </ul>
      {data && people.length > 1 && (
        <dl className="mt-3 grid gap-1 px-4 sm:px-5">
          {sumsByWay(data).map(([way, sum]) => (
            <div key={way} className="flex items-baseline justify-between gap-4">
              <dt className="font-bold">{t(way === "cash" ? "counter.all_cash" : "counter.all_card")}</dt>
              <dd className="numerals text-2xl">{formatMoney(sum, language)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** What came in and went out at the counter, and what is still to be handed back. */
export function CashUp({ show }: { show: Show }) {
  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      <Takings show={show} />
      <Payouts show={show} />
    </div>
  );
}
