import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import { showQuery } from "../../lib/catalogue.ts";
import { isProblem } from "../../lib/problem.ts";
import { useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { createMessage, messageQuery, messagesQuery, saveMessage, type Message, type Show } from "./api.ts";
import { Draft } from "./Draft.tsx";
import { messageWish, type MessageFields } from "./forms.ts";
import { Sent } from "./Sent.tsx";

interface Place {
  show: Show;
  organisation: string;
  at: string;
}

function New({ show, organisation, at }: Place) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const create = async (fields: MessageFields) => {
    const made = await createMessage(show.id, messageWish(fields));
    queries.setQueryData(messageQuery(made.id).queryKey, made);
    void queries.invalidateQueries(messagesQuery(show.id));
    await navigate(`${at}/${made.id}`, { replace: true });
    return made;
  };
  return <Draft show={show} organisation={organisation} at={at} onSave={create} />;
}

function Existing({ id, show, organisation, at }: Place & { id: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(messageQuery(id));
  const keep = (next: Message) => {
    void queries.invalidateQueries(messagesQuery(show.id));
    return queries.setQueryData<Message>(messageQuery(id).queryKey, next)!;
  };
  if (isProblem(error, "not-found"))
    return (
      <EmptyState title={t("messages.missing")} action={<ButtonLink to={at}>{t("messages.messages")}</ButtonLink>}>
        {t("messages.missing_text")}
      </EmptyState>
    );
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-96" />;
  if (data.status === "draft") return <Draft key={data.version} show={show} organisation={organisation} at={at} message={data} onSave={async (fields, base) => keep(await saveMessage(id, base, messageWish(fields)))} onChange={keep} />;
  return <Sent message={data} onChange={keep} />;
}

/** One message: written, tried, sent. */
export default function MessagePage() {
  const { t } = useTranslation();
  const { id = "", showId = "", messageId } = useParams();
  const { data: show, error, refetch } = useQuery(showQuery(showId));
  const at = `/organiser/${id}/shows/${showId}/messages`;
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("messages.message")} · Gelora`}</title>
      <Link to={at} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("messages.messages")}
      </Link>
      <h1 className="shout mt-4 text-4xl sm:text-6xl">{t(messageId ? "messages.message" : "messages.new")}</h1>
      <p className="mt-3 mb-6">
        <Badge tone="ink">{show?.concert.title ?? "…"}</Badge>
      </p>
      {error && !show && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!show && !error && <Skeleton className="h-96" />}
      {show && (messageId ? <Existing key={messageId} id={messageId} show={show} organisation={id} at={at} /> : <New show={show} organisation={id} at={at} />)}
    </div>
  );
}
