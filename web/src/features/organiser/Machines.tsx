import { useQuery, useQueryClient } from "@tanstack/react-query";
import { shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { keysQuery } from "./api.ts";

interface Props {
  query: ReturnType<typeof keysQuery>;
  none: string;
  /** What follows from revoking one. */
  text: string;
  onRevoke: (id: string) => Promise<unknown>;
}

/** Keys of programs, or telephones: when each was used last, and the way to end it. */
export function Machines({ query, none, text, onRevoke }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(query);
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24" />;
  if (data.length === 0) return <p>{none}</p>;
  const revoke = async (id: string) => {
    await onRevoke(id);
    await queries.invalidateQueries({ queryKey: query.queryKey });
  };
  return (
    <ul>
      {data.map(({ id, name, role, expires_at, last_used_at }) => (
        <li key={id} className="flex flex-wrap items-center gap-3 border-b border-hair py-3 last:border-0">
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2 font-bold break-words">
              {name} <Badge>{t(`staff.role_${role}`)}</Badge>
            </p>
            <p className="mt-1 text-sm text-soft">
              {t("staff.until", { date: shortDate(expires_at, language) })} · {last_used_at ? t("staff.used", { date: shortDate(last_used_at, language) }) : t("staff.unused")}
            </p>
          </div>
          <ConfirmButton size="sm" aria-label={t("staff.revoke_named", { name })} question={t("staff.revoke_named", { name })} text={text} action={t("staff.revoke_now")} onConfirm={() => revoke(id)}>
            {t("staff.revoke")}
          </ConfirmButton>
        </li>
      ))}
    </ul>
  );
}
