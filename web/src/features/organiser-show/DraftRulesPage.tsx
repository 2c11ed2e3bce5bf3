import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearchParams } from "react-router";
import { isProblem } from "../../lib/problem.ts";
import { mayManage } from "../../lib/roles.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useRole } from "../../lib/use_role.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TabNav } from "../../ui/TabNav.tsx";
import { draftQuery, rulesQuery } from "./api.ts";
import { PromoCodes } from "./PromoCodes.tsx";
import { Rehearsal } from "./Rehearsal.tsx";
import { RulesSection } from "./RulesSection.tsx";
import { ZonePrices } from "./ZonePrices.tsx";

const sections = { rules: RulesSection, prices: ZonePrices, promo_codes: PromoCodes, rehearsal: Rehearsal };
type Section = keyof typeof sections;
const names = Object.keys(sections) as Section[];

/** What is set for a show before anybody can buy: the sections of its rules, as the show has them once it is sold. */
export default function DraftRulesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id = "", concertId = "", showId = "" } = useParams();
  const [search] = useSearchParams();
  const may = mayManage(useRole(id));
  const { data: draft, error, refetch } = useQuery(draftQuery(id, showId));
  const { data: rules, error: unruled, refetch: again } = useQuery(rulesQuery(showId));
  const path = `/organiser/${id}/concerts/${concertId}/shows/${showId}`;
  const shown = names.find((each) => each === search.get("section")) ?? "rules";
  const Shown = sections[shown];
  if (!may || isProblem(error, "not-found"))
    return (
      <div className="page py-12">
        <EmptyState title={t("sales.missing")} action={<ButtonLink to={`/organiser/${id}/concerts`}>{t("sales.all_concerts")}</ButtonLink>}>
          {t("sales.missing_text")}
        </EmptyState>
      </div>
    );
  const failure = (!draft && error) || (!rules && unruled);
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("sales.rules")} · Gelora`}</title>
      <Link to={path} className="text-sm font-bold underline decoration-2 underline-offset-4">
        {t("sales.to_show")}
      </Link>
      {failure && <QueryProblem error={failure} onRetry={() => void Promise.all([refetch(), again()])} />}
      {!failure && !(draft && rules) && <Skeleton className="mt-4 h-64" />}
      {draft && rules && (
        <>
          <h1 className="shout mt-4 text-4xl break-words sm:text-6xl">{t("sales.rules_and_codes")}</h1>
          <p className="mt-3 mb-6 text-soft">
            {dayAndTime(draft.starts_at, language, draft.venue.timezone)} · {draft.venue.name}
          </p>
          <TabNav label={t("sales.rules_and_codes")} shown={shown} tabs={names.map((each) => [each, `${path}/rules?section=${each}`, each === "rehearsal" ? t("rehearsal.tab") : t(`sales.${each}`)])} />
          <Shown show={{ ...draft, zones: rules.zones.map(({ id: zone, name }, i) => ({ id: zone, name, colour: draft.zones[i]!.colour, kind: draft.zones[i]!.kind, capacity: draft.zones[i]!.capacity })) }} />
        </>
      )}
    </div>
  );
}
