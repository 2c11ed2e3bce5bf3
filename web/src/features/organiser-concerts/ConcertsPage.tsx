import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Poster } from "../../ui/Poster.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { concertsQuery, type Concert } from "./api.ts";

function Row({ concert, to }: { concert: Concert; to: string }) {
  const { t } = useTranslation();
  return (
    <li className="panel flex gap-5 p-4 sm:p-5">
      <div className="aspect-[3/4] w-20 shrink-0 overflow-hidden rounded-md">
        <Poster seed={concert.poster_seed} colours={concert.colours} url={concert.poster_url} sizes="5rem" />
      </div>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Link to={to} className="inline-flex min-h-11 items-center text-lg font-bold break-words underline decoration-2 underline-offset-4">
            {concert.title}
          </Link>
          <Badge tone={concert.status === "published" ? "good" : "quiet"}>{t(`written.${concert.status}`)}</Badge>
        </div>
        <p className="text-sm text-soft">
          {concert.artist} · {concert.genre}
        </p>
        <p className="text-sm text-soft">{t("written.counts", { shows: concert.shows, published: concert.published_shows })}</p>
      </div>
    </li>
  );
}

export default function ConcertsPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(concertsQuery(id));
  const fresh = <ButtonLink to={`/organiser/${id}/concerts/new`}>{t("written.new_concert")}</ButtonLink>;
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("written.concerts")} · Gelora`}</title>
      <Link to={`/organiser/${id}`} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("written.organisation")}
      </Link>
      <div className="mt-4 mb-6 flex flex-wrap items-end justify-between gap-4">
        <h1 className="shout text-5xl sm:text-7xl">{t("written.concerts")}</h1>
        {data && data.length > 0 && fresh}
      </div>
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-40" />}
      {data?.length === 0 && (
        <EmptyState title={t("written.no_concerts")} action={fresh}>
          {t("written.no_concerts_text")}
        </EmptyState>
      )}
      <ul className="grid gap-4">{data?.map((concert) => <Row key={concert.id} concert={concert} to={`/organiser/${id}/concerts/${concert.id}`} />)}</ul>
    </div>
  );
}
