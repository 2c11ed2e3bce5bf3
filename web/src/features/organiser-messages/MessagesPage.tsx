import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { showQuery } from "../../lib/catalogue.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { messagesQuery, type Message, type Show } from "./api.ts";
import { SentBar } from "./SentBar.tsx";
import { tones } from "./tones.ts";

function Row({ message, to, timezone }: { message: Message; to: string; timezone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { subject, status, begun_at, updated_at, whole_concert } = message;
  return (
    <li className="panel grid gap-x-8 gap-y-4 p-5 md:grid-cols-[minmax(0,1fr)_18rem] md:items-center" data-testid="message">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Link to={to} className="inline-flex min-h-11 items-center text-lg font-bold break-words underline decoration-2 underline-offset-4">
            {subject[language === "en" ? "en" : "id"] || t("messages.no_subject")}
          </Link>
          <Badge tone={tones[status]}>{t(`messages.${status}`)}</Badge>
        </div>
        <p className="text-sm text-soft">
          {dayAndTime(begun_at ?? updated_at, language, timezone)}
          {whole_concert && ` · ${t("messages.all_shows")}`}
        </p>
      </div>
      {status !== "draft" && <SentBar message={message} />}
    </li>
  );
}

function List({ at, show }: { at: string; show: Show | undefined }) {
  const { t } = useTranslation();
  const { showId = "" } = useParams();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(messagesQuery(showId));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  const messages = data.pages.flatMap(({ items }) => items);
  if (messages.length === 0) return <EmptyState title={t("messages.none")}>{t("messages.none_text")}</EmptyState>;
  return (
    <>
      <ul className="grid gap-4">
        {messages.map((message) => (
          <Row key={message.id} message={message} to={`${at}/${message.id}`} timezone={show?.venue.timezone} />
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" className="mt-6" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("messages.more")}
        </Button>
      )}
    </>
  );
}

/** What was written to the buyers of a show, newest first. */
export default function MessagesPage() {
  const { t } = useTranslation();
  const { id = "", showId = "" } = useParams();
  const { data: show } = useQuery(showQuery(showId));
  const at = `/organiser/${id}/shows/${showId}/messages`;
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("messages.messages")} · Gelora`}</title>
      <Link to={`/organiser/${id}/shows/${showId}`} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {show?.concert.title ?? t("messages.the_show")}
      </Link>
      <div className="mt-4 mb-6 flex flex-wrap items-end justify-between gap-4">
        <h1 className="shout text-5xl sm:text-7xl">{t("messages.messages")}</h1>
        <ButtonLink to={`${at}/new`}>{t("messages.new")}</ButtonLink>
      </div>
      <List at={at} show={show} />
    </div>
  );
}
