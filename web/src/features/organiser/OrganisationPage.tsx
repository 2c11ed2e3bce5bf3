import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearchParams } from "react-router";
import { isProblem } from "../../lib/problem.ts";
import { mayRunAll } from "../../lib/roles.ts";
import { useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TabNav } from "../../ui/TabNav.tsx";
import { organisationQuery, type Organisation } from "./api.ts";
import { GateDevices } from "./GateDevices.tsx";
import { Keys } from "./Keys.tsx";
import { mayRename } from "./powers.ts";
import { Rename } from "./Rename.tsx";
import { Shows } from "./Shows.tsx";
import { StrongLogin, useWithheld } from "./StrongLogin.tsx";
import { Team } from "./Team.tsx";

const sections = { shows: Shows, team: Team, keys: Keys, gates: GateDevices };
type Section = keyof typeof sections;

/** The sections that my role opens; the first is shown where none is asked for. */
function Sections({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const open: Section[] = mayRunAll(organisation) ? ["shows", "team", "keys", "gates"] : ["shows"];
  const shown = open.find((each) => each === search.get("section")) ?? "shows";
  const Shown = sections[shown];
  const tabs = open.map((each) => [each, `/organiser/${organisation.id}?section=${each}`, t(`staff.${each}`)] as const);
  const written = [["concerts", `/organiser/${organisation.id}/concerts`, t("staff.concerts")] as const, ["plans", `/organiser/${organisation.id}/plans`, t("staff.plans")] as const]; // pages of their own
  const last = (["webhooks", "activity"] as const).map((each) => [each, `/organiser/${organisation.id}/${each}`, t(`staff.${each}`)] as const);
  return (
    <>
      <TabNav label={organisation.name} shown={shown} tabs={mayRunAll(organisation) ? [...written, ...tabs, ...last] : tabs} />
      <Shown organisation={organisation} />
    </>
  );
}

export default function OrganisationPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const withheld = useWithheld();
  const { data, error, refetch } = useQuery(organisationQuery(id));
  if (isProblem(error, "not-found"))
    return (
      <div className="page py-12">
        <EmptyState title={t("staff.missing")} action={<ButtonLink to="/organiser">{t("staff.mine")}</ButtonLink>}>
          {t("staff.missing_text")}
        </EmptyState>
      </div>
    );
  return (
    <div className="page py-8 sm:py-12">
      <Link to="/organiser" className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("staff.mine")}
      </Link>
      {error && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="mt-4 h-64" />}
      {data && (
        <>
          <title>{`${data.name} · Gelora`}</title>
          <div className="mt-4 mb-6 flex flex-wrap items-end justify-between gap-4">
            <div className="min-w-0">
              <h1 className="shout text-5xl break-words sm:text-7xl">{data.name}</h1>
              {data.role && (
                <p className="mt-3">
                  <Badge tone="ink">{t(`staff.role_${data.role}`)}</Badge> {data.shows && <span className="text-soft">{t("staff.some_shows", { count: data.shows.length })}</span>}
                </p>
              )}
            </div>
            {mayRename(data.role) && !withheld && <Rename organisation={data} />}
          </div>
          <StrongLogin />
          {data.role && !withheld && <Sections organisation={data} />}
        </>
      )}
    </div>
  );
}
