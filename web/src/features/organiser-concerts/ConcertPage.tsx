import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { changeConcert, concertQuery, concertsQuery, createConcert, showsQuery, type Concert } from "./api.ts";
import { ConcertForm } from "./ConcertForm.tsx";
import { DeleteConcert } from "./DeleteConcert.tsx";
import { concertWish } from "./forms.ts";
import { PosterPicker } from "./PosterPicker.tsx";

export function NewConcert({ organisation }: { organisation: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <>
      <h1 className="shout mt-4 mb-6 text-5xl sm:text-7xl">{t("written.new_concert")}</h1>
      <ConcertForm
        onSave={async (fields) => {
          const made = await createConcert(organisation, concertWish(fields));
          await queries.invalidateQueries(concertsQuery(organisation));
          void navigate(`/organiser/${organisation}/concerts/${made.id}`, { replace: true });
          return undefined;
        }}
        onTheirs={() => undefined}
      />
    </>
  );
}

function ConcertShows({ organisation, concert }: { organisation: string; concert: Concert }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(showsQuery(organisation, concert.id));
  const at = `/organiser/${organisation}/concerts/${concert.id}/shows`;
  return (
    <section className="mt-10">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <h2 className="shout text-4xl">{t("written.shows")}</h2>
        <ButtonLink to={`${at}/new`}>{t("written.new_show")}</ButtonLink>
      </div>
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className="text-soft">{t("written.no_shows")}</p>}
      <ul className="grid gap-3">
        {data?.map((show) => (
          <li key={show.id} className="panel flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
            <Link to={`${at}/${show.id}`} className="inline-flex min-h-11 items-center font-bold underline decoration-2 underline-offset-4">
              {dayAndTime(show.starts_at, language, show.venue.timezone)}
            </Link>
            <span className="text-soft">
              {show.venue.name} · {show.plan.name}
            </span>
            <Badge tone={show.state === "cancelled" ? "bad" : show.status === "published" ? "good" : "quiet"}>{t(`written.${show.state === "cancelled" ? "cancelled" : show.status}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Written({ organisation, concert }: { organisation: string; concert: Concert }) {
  const queries = useQueryClient();
  const [round, setRound] = useState(0); // the form begins anew
  const keep = (next: Concert) => queries.setQueryData<Concert>(concertQuery(organisation, concert.id).queryKey, next);
  const begin = (next: Concert) => {
    keep(next);
    setRound((last) => last + 1);
  };
  return (
    <>
      <h1 className="shout mt-4 mb-6 text-5xl break-words sm:text-7xl">{concert.title}</h1>
      <div className="grid gap-6">
        <ConcertForm key={`${round}`} concert={concert} onSave={async (fields, base) => keep(await changeConcert(organisation, concert.id, base, concertWish(fields)))} onTheirs={begin} />
        <PosterPicker organisation={organisation} concert={concert} onChange={begin} />
      </div>
      <ConcertShows organisation={organisation} concert={concert} />
      <DeleteConcert organisation={organisation} concert={concert} />
    </>
  );
}

function Existing({ organisation, id }: { organisation: string; id: string }) {
  const { data, error, refetch, isFetchedAfterMount } = useQuery(concertQuery(organisation, id));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return <Skeleton className="mt-4 h-64" />;
  return <Written organisation={organisation} concert={data} />;
}

export default function ConcertPage() {
  const { t } = useTranslation();
  const { id = "", concertId = "new" } = useParams();
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("written.concerts")} · Gelora`}</title>
      <Link to={`/organiser/${id}/concerts`} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("written.all_concerts")}
      </Link>
      {concertId === "new" ? <NewConcert organisation={id} /> : <Existing key={concertId} organisation={id} id={concertId} />}
    </div>
  );
}
