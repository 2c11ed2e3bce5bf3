import type { ReactNode } from "react";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { following, type Advice, type Rehearsal, type Run } from "./rehearsal.ts";
import { RehearsalChart } from "./RehearsalChart.tsx";
import { useHeadline, useSpan } from "./use_span.ts";

function Figure({ name, children, more }: { name: string; children: ReactNode; more?: ReactNode }) {
  return (
    <div className="rounded-md bg-sunk p-3.5">
      <dt className="text-sm">{name}</dt>
      <dd className="numerals mt-1 text-2xl font-bold break-words">{children}</dd>
      {more && <dd className="mt-1 text-sm text-soft">{more}</dd>}
    </div>
  );
}

const fates = ["served", "found_none", "not_called", "missed_turn", "changed_mind"] as const;

function Fates({ played }: { played: Rehearsal }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const all = played.crowd.fans;
  return (
    <ul className="grid gap-3">
      {fates.filter((fate) => played.fans[fate] > 0).map((fate) => (
        <li key={fate}>
          <p className="flex justify-between gap-4 text-sm">
            <span className="font-bold">{t(`rehearsal.${fate}`)}</span>
            <span className="numerals text-soft">{formatCount(played.fans[fate], language)}</span>
          </p>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="mt-1.5 h-3 w-full rounded-sm bg-sunk" aria-hidden>
            <rect width={(100 * played.fans[fate]) / all} height="4" className={fate === "served" ? "fill-good" : "fill-spark"} />
          </svg>
        </li>
      ))}
    </ul>
  );
}

function Tips({ run, onFollow, busy }: { run: Run; onFollow: (advice: Advice) => void; busy: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { advice: all } = run.found;
  if (all.length === 0) return <Notice tone="good">{t("rehearsal.no_advice")}</Notice>;
  return (
    <ul className="flex flex-col gap-3">
      {all.map((advice) => (
        <li key={advice.about} className="flex flex-col items-start gap-3 rounded-md bg-sunk p-4" data-testid={`advice-${advice.about}`}>
          <p>{t(`rehearsal.advice_${advice.about}`, { number: formatCount(advice.about === "longer_turn" || advice.about === "shorter_hold" ? advice.number / 60 : advice.number, language) })}</p>
          {following(advice, run) && (
            <Button size="sm" look="plain" disabled={busy} onClick={() => onFollow(advice)}>
              {t("rehearsal.try")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const wide = "hidden sm:table-cell";

function Runs({ played }: { played: readonly Run[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const span = useSpan();
  const columns = [["fans", wide], ["room_short", ""], ["hold_short", wide], ["nearly_gone", ""], ["served", ""], ["clashes", ""], ["wait", wide]] as const;
  return (
    <section className="panel min-w-0 p-5 sm:p-7">
      <h2 className="shout mb-4 text-2xl">{t("rehearsal.runs")}</h2>
      <table className="w-full text-left text-sm">
        <thead>
          <tr className="text-soft">{columns.map(([column, where]) => <th key={column} scope="col" className={`py-1.5 pr-3 align-bottom font-semibold ${where}`}>{t(`rehearsal.${column}`)}</th>)}</tr>
        </thead>
        <tbody className="numerals">
          {played.map(({ found: one }, i) => (
            <tr key={played.length - i} className="border-t border-hair">
              <td className={`py-2 pr-3 ${wide}`}>{formatCount(one.crowd.fans, language)}</td>
              <td className="py-2 pr-3">{one.settings.waiting_room ? formatCount(one.settings.waiting_room.shoppers, language) : "–"}</td>
              <td className={`py-2 pr-3 ${wide}`}>{span(one.settings.hold_ttl_s)}</td>
              <td className="py-2 pr-3">{one.nearly_gone_s === null ? "–" : span(one.nearly_gone_s)}</td>
              <td className="py-2 pr-3">{formatCount(one.fans.served, language)}</td>
              <td className="py-2 pr-3">{formatCount(one.clashes, language)}</td>
              <td className={`py-2 pr-3 ${wide}`}>{one.queue ? span(one.queue.wait_median_s) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What came of the last rehearsal, and beside it those before. */
export function RehearsalResult({ played, onFollow, busy }: { played: readonly Run[]; onFollow: (advice: Advice) => void; busy: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const span = useSpan();
  const headline = useHeadline();
  const last = played[0]!.found;
  const count = (number: number) => formatCount(number, language);
  return (
    <>
      <section className="panel flex min-w-0 flex-col gap-6 p-5 sm:p-7">
        <h2 className="shout text-3xl" data-testid="rehearsal-headline">{headline(last)}</h2>
        <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <Figure name={t("rehearsal.served")} more={t("rehearsal.of_fans", { fans: count(last.crowd.fans) })}>{count(last.fans.served)}</Figure>
          <Figure name={t("rehearsal.takings")} more={`${t("rehearsal.tickets", { tickets: count(last.tickets), places: count(last.places) })}${last.sold_out_s === null ? "" : t("rehearsal.sold_out_after", { span: span(last.sold_out_s) })}`}>{formatMoney(last.takings, language)}</Figure>
          {last.queue ? (
            <Figure name={t("rehearsal.wait")} more={t("rehearsal.queue", { longest: count(last.queue.longest), slow: span(last.queue.wait_p95_s) })}>{span(last.queue.wait_median_s)}</Figure>
          ) : (
            <Figure name={t("rehearsal.clashes")} more={t("rehearsal.clashes_text")}>{count(last.clashes)}</Figure>
          )}
          <Figure name={t("rehearsal.answer")} more={t(last.machine.measured ? "rehearsal.measured" : "rehearsal.reference", { peak: count(last.holds_a_second) })}>{t("rehearsal.ms", { ms: count(Math.max(1, Math.round(last.answer_ms.p99))) })}</Figure>
        </dl>
        <RehearsalChart moments={last.moments} queue={last.queue !== null} />
      </section>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <section className="panel min-w-0 p-5 sm:p-7">
          <h2 className="shout mb-4 text-2xl">{t("rehearsal.fates")}</h2>
          <Fates played={last} />
        </section>
        <section className="panel min-w-0 p-5 sm:p-7">
          <h2 className="shout mb-4 text-2xl">{t("rehearsal.advice")}</h2>
          <Tips run={played[0]!} onFollow={onFollow} busy={busy} />
        </section>
      </div>
      {played.length > 1 && <Runs played={played} />}
    </>
  );
}
