import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { organisationsQuery } from "./api.ts";
import { StrongLogin } from "./StrongLogin.tsx";

function List() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(organisationsQuery);
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  if (data.length === 0)
    return (
      <EmptyState title={t("staff.none")} action={<ButtonLink to="/organiser/new">{t("staff.found")}</ButtonLink>}>
        {t("staff.none_text")}
      </EmptyState>
    );
  return (
    <>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {data.map(({ id, name, role }) => (
          <li key={id}>
            <Link to={`/organiser/${id}`} className="panel flex h-full items-center justify-between gap-4 p-5 hover:bg-sunk">
              <span className="flex min-w-0 flex-col items-start gap-3">
                <span className="shout text-3xl break-words">{name}</span>
                {role && <Badge>{t(`staff.role_${role}`)}</Badge>}
              </span>
              <Icon name="next" className="size-6 shrink-0" />
            </Link>
          </li>
        ))}
      </ul>
      <ButtonLink to="/organiser/new" look="plain" className="mt-6">
        <Icon name="plus" />
        {t("staff.found")}
      </ButtonLink>
    </>
  );
}

export default function OrganiserPage() {
  const { t } = useTranslation();
  return (
    <div className="page py-8 sm:py-12">
      <title>{`${t("staff.mine")} · Gelora`}</title>
      <h1 className="shout mb-8 text-5xl sm:text-7xl">{t("staff.mine")}</h1>
      <StrongLogin />
      <List />
    </div>
  );
}
