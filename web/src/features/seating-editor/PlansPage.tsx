import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { copyPlan, plansQuery, removePlan, venuesQuery, type Plan } from "./api.ts";
import { ImportPlan } from "./ImportPlan.tsx";
import { NewPlan } from "./NewPlan.tsx";
import { OwnVenues } from "./OwnVenues.tsx";

function Row({ organisation, plan }: { organisation: string; plan: Plan }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const copy = useMutation({
    mutationFn: () => copyPlan(organisation, plan.id, t("plans.copy_of", { name: plan.name })),
    onSuccess: () => queries.invalidateQueries(plansQuery(organisation)),
  });
  const remove = async () => {
    await removePlan(organisation, plan.id);
    await queries.invalidateQueries(plansQuery(organisation));
  };
  const goes = (
    <>
      <p className="font-bold break-words">{plan.name}</p>
      <p className="break-words text-soft">
        {plan.venue.name}, {plan.venue.city}
      </p>
      <p className="mt-2">
        {plan.versions > 0 ? t("plans.delete_versions", { count: plan.versions }) : t("plans.delete_drawing")} {t("plans.venue_stays")}
      </p>
    </>
  );
  return (
    <li className="panel flex flex-wrap items-center gap-x-4 gap-y-1 p-4 sm:p-5">
      <Link to={`/organiser/${organisation}/plans/${plan.id}`} className="inline-flex min-h-11 items-center text-lg font-bold break-words underline decoration-2 underline-offset-4">
        {plan.name}
      </Link>
      <Badge tone={plan.published ? "good" : "quiet"}>{plan.versions > 0 ? t(plan.published ? "plans.is_published" : "plans.is_changed", { number: plan.versions }) : t("plans.is_draft")}</Badge>
      {plan.faults.length > 0 && <Badge tone="bad">{t("plans.fault_count", { count: plan.faults.length })}</Badge>}
      <span className="ml-auto flex gap-3">
        <Button look="plain" size="sm" className="min-h-11" busy={copy.isPending} aria-label={t("plans.duplicate_plan", { name: plan.name })} onClick={() => copy.mutate()}>
          {t("plans.duplicate")}
        </Button>
        <ConfirmButton look="danger" size="sm" className="min-h-11" aria-label={t("plans.delete_named", { name: plan.name })} question={t("plans.delete_question")} text={goes} action={t("plans.delete")} onConfirm={remove}>
          {t("plans.delete")}
        </ConfirmButton>
      </span>
      <span className="w-full text-sm text-soft">
        {plan.venue.name}, {plan.venue.city} · {t("plans.total", { places: plan.places.toLocaleString(language) })}
      </span>
      <ProblemNotice error={copy.error} />
    </li>
  );
}

/** The seating plans of an organisation: the ones there are, a new one, one from a file. */
export default function PlansPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { data, error, refetch } = useQuery(plansQuery(id));
  const { data: venues } = useQuery(venuesQuery(id));
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("plans.plans")} · Gelora`}</title>
      <Link to={`/organiser/${id}`} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("plans.organisation")}
      </Link>
      <h1 className="shout mt-4 mb-6 text-5xl sm:text-7xl">{t("plans.plans")}</h1>
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-40" />}
      {data?.length === 0 && <p className="mb-6 text-soft">{t("plans.none")}</p>}
      <ul className="mb-10 grid gap-4">{data?.map((plan) => <Row key={plan.id} organisation={id} plan={plan} />)}</ul>
      {venues && (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="grid gap-6">
            <NewPlan organisation={id} venues={venues} />
            <OwnVenues organisation={id} venues={venues.filter(({ own }) => own)} />
          </div>
          <ImportPlan organisation={id} venues={venues} />
        </div>
      )}
    </div>
  );
}
