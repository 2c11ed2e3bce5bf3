import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { changeShow, createShows, plansQuery, showQuery, showsQuery, type Plan, type Show } from "./api.ts";
import { DeleteShow } from "./DeleteShow.tsx";
import { showChange, showsWish } from "./forms.ts";
import { OtherDates } from "./OtherDates.tsx";
import { Publication } from "./Publication.tsx";
import { ShowForm } from "./ShowForm.tsx";

interface Place {
  organisation: string;
  concert: string;
}

function NewShows({ organisation, concert, plans }: Place & { plans: Plan[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (
    <>
      <h1 className="shout mt-4 mb-6 text-5xl sm:text-7xl">{t("written.new_show")}</h1>
      <ShowForm
        plans={plans}
        onSave={async (fields) => {
          const made = await createShows(organisation, concert, showsWish(fields));
          await queries.invalidateQueries(showsQuery(organisation, concert));
          void navigate(`/organiser/${organisation}/concerts/${concert}${made.length === 1 ? `/shows/${made[0]!.id}` : ""}`, { replace: true });
          return undefined;
        }}
        onTheirs={() => undefined}
      />
    </>
  );
}

function Written({ organisation, concert, plans, show }: Place & { plans: Plan[]; show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const [round, setRound] = useState(0); // the form begins anew
  const keep = (next: Show) => {
    void queries.invalidateQueries(showsQuery(organisation, concert));
    return queries.setQueryData<Show>(showQuery(organisation, show.id).queryKey, next);
  };
  const begin = (next: Show) => {
    keep(next);
    setRound((last) => last + 1);
  };
  return (
    <>
      <h1 className="shout mt-4 text-4xl break-words sm:text-6xl">{dayAndTime(show.starts_at, language, show.venue.timezone)}</h1>
      <p className="mt-3 mb-6 flex flex-wrap items-center gap-3 text-soft">
        <Badge tone={show.status === "published" ? "good" : "quiet"}>{t(`written.${show.status}`)}</Badge>
        {show.venue.name} · {show.plan.name}
        {show.status === "published" && (
          <ButtonLink to={`/organiser/${organisation}/shows/${show.id}`} look="plain" size="sm" className="min-h-11">
            {t("written.sales")}
          </ButtonLink>
        )}
      </p>
      <div className="grid gap-6">
        <Publication organisation={organisation} show={show} onChange={begin} />
        <ShowForm key={`${round}`} plans={plans} show={show} onSave={async (fields, base) => keep(await changeShow(organisation, show.id, base, showChange(fields, show)))} onTheirs={begin} />
        <OtherDates organisation={organisation} concert={concert} show={show} onChange={begin} />
      </div>
      <DeleteShow organisation={organisation} concert={concert} show={show} />
    </>
  );
}

function Existing({ id, plans, ...place }: Place & { id: string; plans: Plan[] }) {
  const { data, error, refetch, isFetchedAfterMount } = useQuery(showQuery(place.organisation, id));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return <Skeleton className="mt-4 h-64" />;
  // An older version of an own plan is not offered any more; its show stays in it.
  const own = { ...data.plan, version_no: null, venue: data.venue, zones: data.zones };
  return <Written {...place} plans={plans.some(({ id: each }) => each === own.id) ? plans : [...plans, own]} show={data} />;
}

export default function ShowPage() {
  const { t } = useTranslation();
  const { id = "", concertId = "", showId = "new" } = useParams();
  const { data: plans, error, refetch } = useQuery(plansQuery(id));
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("written.shows")} · Gelora`}</title>
      <Link to={`/organiser/${id}/concerts/${concertId}`} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("written.to_concert")}
      </Link>
      {error && !plans && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!plans && !error && <Skeleton className="mt-4 h-64" />}
      {plans && (showId === "new" ? <NewShows organisation={id} concert={concertId} plans={plans} /> : <Existing key={showId} organisation={id} concert={concertId} id={showId} plans={plans} />)}
    </div>
  );
}
