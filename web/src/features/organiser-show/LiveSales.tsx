import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, type ReactNode } from "react";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { doorsQuery, salesQuery, type Show } from "./api.ts";
import { useLiveShow } from "./live_show.ts";
import { SoldByZone } from "./SoldByZone.tsx";
import { outNow, percentOf, valueNow, type Sales } from "./sums.ts";

const Timeline = lazy(async () => ({ default: (await import("./Timeline.tsx")).Timeline }));

const countedMs = 1000; // the sums follow the seats by about a second
const awayMs = 10_000; // while the stream is

function Figure({ name, children, more }: { name: string; children: ReactNode; more?: ReactNode }) {
  return (
    <div className="panel p-4 sm:p-5">
      <dt className="text-sm font-bold text-soft">{name}</dt>
      <dd className="numerals mt-1 text-lg font-bold break-words sm:text-3xl">{children}</dd>
      {more && <dd className="mt-1 text-sm text-soft">{more}</dd>}
    </div>
  );
}

function Funnel({ funnel }: Pick<Sales, "funnel">) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ol className="grid gap-3">
      {(["held", "booked", "paid"] as const).map((step) => (
        <li key={step}>
          <p className="flex justify-between gap-4">
            <span className="font-bold">{t(`sales.funnel_${step}`)}</span>
            <span className="numerals text-soft">
              {formatCount(funnel[step], language)} · {percentOf(funnel[step], funnel.held)} %
            </span>
          </p>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="mt-1.5 h-3 w-full rounded-sm bg-sunk" aria-hidden>
            <rect width={percentOf(funnel[step], funnel.held)} height="4" className="fill-spark" />
          </svg>
        </li>
      ))}
    </ol>
  );
}

function Doors({ show, organisation }: { show: Show; organisation: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery(doorsQuery(show.id));
  const admitted = data?.zones.reduce((sum, zone) => sum + zone.admitted, 0) ?? 0;
  if (!data || admitted === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="shout mb-4 text-2xl">{t("sales.doors")}</h2>
      <p className="numerals mb-3 text-soft" role="status">{t("sales.admitted", { admitted: formatCount(admitted, language), sold: formatCount(data.zones.reduce((sum, { sold }) => sum + sold, 0), language) })}</p>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {data.gates.map((gate) => (
          <li key={gate.name} className="panel flex items-baseline justify-between gap-4 p-4">
            <span className="font-bold break-words">{gate.name}</span>
            <span className="numerals text-xl">{formatCount(gate.admitted, language)}</span>
          </li>
        ))}
      </ul>
      <ButtonLink look="plain" className="mt-4" to={`/organiser/${organisation}/shows/${show.id}?section=conflicts`}>
        {t("doors.show_conflicts")}
      </ButtonLink>
    </section>
  );
}

interface ShownProps {
  sales: Sales;
  show: Show;
  organisation: string;
  free: ReadonlyMap<string, number>;
}

function Shown({ sales, show, organisation, free }: ShownProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const out = outNow(sales.total);
  const left = [...free.values()].reduce((sum, one) => sum + one, 0);
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Figure name={t("sales.sold")} more={t("sales.of_capacity", { capacity: formatCount(sales.capacity, language), percent: percentOf(out, sales.capacity) })}>{formatCount(out, language)}</Figure>
        <Figure name={t("sales.value")} more={t("sales.value_text")}>{formatMoney(valueNow(sales.total), language)}</Figure>
        <Figure name={t("sales.held_now")} more={sales.house > 0 ? t("house.besides", { house: formatCount(sales.house, language) }) : t("sales.held_text")}>{free.size === 0 ? "…" : formatCount(Math.max(0, sales.capacity - out - left - sales.house), language)}</Figure>
        <Figure name={t("sales.returned")} more={formatMoney(sales.total.returned_value, language)}>{formatCount(sales.total.returned, language)}</Figure>
      </dl>
      {sales.timeline.length === 0 ? (
        <div className="mt-8">
          <EmptyState title={t("sales.nothing_sold")}>{t("sales.nothing_sold_text")}</EmptyState>
        </div>
      ) : (
        <section className="panel mt-6 p-4 sm:p-5">
          <h2 className="shout mb-3 text-2xl">{t("sales.over_time")}</h2>
          <Suspense fallback={<Skeleton className="h-72" />}>
            <Timeline points={sales.timeline} point_s={sales.point_s} timezone={show.venue.timezone} />
          </Suspense>
        </section>
      )}
      <div className="mt-10 grid gap-10 lg:grid-cols-[3fr_2fr]">
        <section>
          <h2 className="shout mb-4 text-2xl">{t("sales.by_zone")}</h2>
          <SoldByZone sales={sales} free={free} />
        </section>
        <section>
          <h2 className="shout mb-4 text-2xl">{t("sales.funnel")}</h2>
          <Funnel funnel={sales.funnel} />
        </section>
      </div>
      <Doors show={show} organisation={organisation} />
    </>
  );
}

export function LiveSales({ show, organisation }: { show: Show; organisation: string }) {
  const { t } = useTranslation();
  const { free, version, live } = useLiveShow(show.id);
  const behind = ({ state }: { state: { data: Sales | undefined } }) => (!live ? awayMs : (state.data?.version ?? 0) < version ? countedMs : false);
  const { data, error, refetch } = useQuery({ ...salesQuery(show.id), refetchInterval: behind });
  return (
    <>
      <p className="mb-4" role="status">
        <Badge tone={live ? "good" : "quiet"}>{t(live ? "sales.live" : "sales.not_live")}</Badge>
      </p>
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-96" />}
      {data && <Shown sales={data} show={show} organisation={organisation} free={free} />}
    </>
  );
}
