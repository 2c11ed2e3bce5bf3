import { Link, useParams } from "react-router";
import { isProblem } from "../../lib/problem.ts";
import { longDate, shortDate } from "../../lib/time.ts";
import { useRunsAll } from "../../lib/use_role.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Entry } from "./Entry.tsx";
import { Filters, useFilters } from "./Filters.tsx";
import type { Told } from "./sentences.ts";
import { useActivity } from "./use_activity.ts";

function Days({ items }: { items: readonly Told[] }) {
  const language = useLanguage();
  const days = new Map<string, Told[]>();
  for (const told of items) days.set(shortDate(told.at, language), [...(days.get(shortDate(told.at, language)) ?? []), told]);
  return [...days].map(([day, those]) => (
    <section key={day} className="mb-8">
      <h2 className="mb-2 text-lg font-bold">{longDate(those[0]!.at, language)}</h2>
      <ol>
        {those.map((told) => (
          <Entry key={told.id} told={told} />
        ))}
      </ol>
    </section>
  ));
}

/** Who changed what in an organisation: its catalogue, its places and its people, newest first. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const runsAll = useRunsAll(id);
  const [chosen, choose, clear] = useFilters(runsAll);
  const { items, people, more, moreError, readOn, reading, loading, error, refetch } = useActivity(id, chosen, runsAll);
  if (isProblem(error, "not-found"))
    return (
      <div className="page py-12">
        <EmptyState title={t("activity.missing")} action={<ButtonLink to="/organiser">{t("activity.mine")}</ButtonLink>}>
          {t("activity.missing_text")}
        </EmptyState>
      </div>
    );
  const filtered = Boolean(chosen.kind || chosen.who || chosen.show);
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("activity.title")} · Gelora`}</title>
      <Link to={`/organiser/${id}`} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("activity.organisation")}
      </Link>
      <h1 className="shout mt-4 text-5xl sm:text-7xl">{t("activity.title")}</h1>
      <p className="mt-3 mb-6 max-w-2xl text-soft">{t("activity.text")}</p>
      <Filters organisation={id} runsAll={runsAll} chosen={chosen} choose={choose} people={people} />
      {error && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {loading && !error && <Skeleton className="h-64" />}
      {!loading && !error && items.length === 0 && !more && (
        <EmptyState title={t(filtered ? "activity.none_filtered" : "activity.none")} action={filtered && <Button look="plain" onClick={clear}>{t("activity.all_again")}</Button>}>
          {!filtered && t("activity.none_text")}
        </EmptyState>
      )}
      {!loading && <Days items={items} />}
      {moreError && <QueryProblem error={moreError} onRetry={() => void readOn()} />}
      {!loading && more && !moreError && (
        <Button look="plain" busy={reading} onClick={() => void readOn()}>
          {t("activity.more")}
        </Button>
      )}
    </div>
  );
}
