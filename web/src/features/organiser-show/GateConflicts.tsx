import { useInfiniteQuery } from "@tanstack/react-query";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { Show } from "./api.ts";
import { whyOf } from "./conflicts.ts";
import { conflictsQuery, type ScanConflict } from "./conflicts_api.ts";

interface RowProps {
  conflict: ScanConflict;
  by: string;
  timezone: string;
  /** Where the show is. */
  at: string;
}

function Row({ conflict, by, timezone, at }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const time = (instant: string) => dayAndTime(instant, language, timezone);
  const { words, gate, since } = whyOf(conflict);
  const { scanned_at, received_at, seat, name, booking_id, reference } = conflict;
  const why = t(`doors.why_${words}`, { gate, at: since && time(since) });
  return (
    <li className="panel grid items-center gap-x-6 gap-y-3 p-4 sm:px-5 md:grid-cols-[15rem_minmax(0,1fr)_auto]" data-testid="conflict">
      <span className="min-w-0 leading-snug">
        <span className="block font-bold break-words">{conflict.gate}</span>
        <time dateTime={scanned_at} className="block text-sm text-soft">
          {time(scanned_at)}
        </time>
        <span className="block text-sm break-words text-soft">{by}</span>
      </span>
      <span className="min-w-0 leading-snug">
        {seat && <span className="block font-bold break-words">{seat}</span>}
        {name && <span className="block break-words">{name}</span>}
        <span className="block font-bold break-words text-bad">{why}</span>
        <span className="block text-sm text-soft">{t("doors.told", { at: time(received_at) })}</span>
      </span>
      {booking_id && (
        <ButtonLink look="plain" to={`${at}?section=bookings&booking=${booking_id}`} className="justify-self-start" aria-label={t("doors.booking", { reference })}>
          <span className="font-mono">{reference}</span>
        </ButtonLink>
      )}
    </li>
  );
}

/** Whom a gate without a network let in, and should not have. */
export function GateConflicts({ show, organisation }: { show: Show; organisation: string }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(conflictsQuery(show.id));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-72" />;
  const people = new Map(data.pages.flatMap((page) => page.people.map(({ id, name }) => [id, name] as const)));
  const conflicts = data.pages.flatMap(({ items }) => items);
  if (conflicts.length === 0) return <EmptyState title={t("doors.none")}>{t("doors.none_text")}</EmptyState>;
  const scannedBy = ({ by, by_machine }: ScanConflict) => t("doors.scanned_by", { name: by_machine ? t("doors.telephone") : (people.get(by) ?? t("house.nobody_known")) });
  return (
    <>
      <h2 className="shout mb-3 text-2xl">{t("doors.conflicts")}</h2>
      <p className="mb-6 max-w-prose text-soft">{t("doors.text")}</p>
      <ul className="grid gap-3">
        {conflicts.map((conflict) => (
          <Row key={conflict.scan_id} conflict={conflict} by={scannedBy(conflict)} timezone={show.venue.timezone} at={`/organiser/${organisation}/shows/${show.id}`} />
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" className="mt-5" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("sales.load_more")}
        </Button>
      )}
    </>
  );
}
