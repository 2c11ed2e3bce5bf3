import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { showQuery } from "../../lib/catalogue.ts";
import { dayAndTime, shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge, type BadgeTone } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { isOpen, waitlistQuery, watchesQuery, type Entry, type Watch } from "./api.ts";
import { MyEntry } from "./MyEntry.tsx";
import { WatchButton } from "./WatchButton.tsx";

const tones: Record<Entry["status"], BadgeTone> = { waiting: "spark", offered: "good", taken: "good", lapsed: "quiet", cancelled: "quiet", ended: "quiet" };

function Head({ showId, entry }: { showId: string; entry?: Entry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: show } = useQuery(showQuery(showId));
  const zone = show?.zones.find(({ id }) => id === entry?.zone_id)?.name ?? t("waiting.any_zone");
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-56 leading-snug">
        <Link to={show ? `/concerts/${show.concert.slug}` : "/"} className="font-bold underline-offset-4 hover:underline">
          {show ? `${show.concert.artist} — ${show.concert.title}` : "…"}
        </Link>
        <p className="text-sm text-soft">
          {show && shortDate(show.starts_at, language, show.venue.timezone)}
          {entry && ` · ${t("waiting.places", { count: entry.quantity })} · ${zone}`}
          {!entry && show && ` · ${t("waiting.opens_at", { time: dayAndTime(show.sale.opens_at, language, show.venue.timezone) })}`}
        </p>
      </div>
      <Badge tone={entry ? tones[entry.status] : "spark"}>{t(`waiting.status_${entry?.status ?? "watching"}`)}</Badge>
    </div>
  );
}

const row = "stub flex flex-col gap-4 px-5 py-4 [--tear:100%]";

function Watching({ watch }: { watch: Watch }) {
  return (
    <li className={row}>
      <Head showId={watch.show_id} />
      <div className="sm:max-w-80">
        <WatchButton showId={watch.show_id} />
      </div>
    </li>
  );
}

/** Everything that one waits for, and what became of it. */
export function WaitingList() {
  const { t } = useTranslation();
  const watches = useQuery(watchesQuery);
  const entries = useQuery(waitlistQuery);
  const failed = [watches, entries].find(({ error, data }) => error && !data);
  if (failed) return <QueryProblem error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!watches.data || !entries.data) return <Skeleton className="h-40" />;
  if (watches.data.length + entries.data.length === 0)
    return (
      <EmptyState title={t("waiting.none")} action={<ButtonLink to="/">{t("waiting.find")}</ButtonLink>}>
        {t("waiting.none_text")}
      </EmptyState>
    );
  const open = entries.data.filter(isOpen);
  const over = entries.data.filter((entry) => !isOpen(entry));
  return (
    <ul className="flex flex-col gap-3">
      {open.map((entry) => (
        <li key={entry.id} className={row} data-testid="waiting">
          <Head showId={entry.show_id} entry={entry} />
          <MyEntry entry={entry} />
        </li>
      ))}
      {watches.data.map((watch) => (
        <Watching key={watch.show_id} watch={watch} />
      ))}
      {over.map((entry) => (
        <li key={entry.id} className={row} data-testid="waited">
          <Head showId={entry.show_id} entry={entry} />
        </li>
      ))}
    </ul>
  );
}
