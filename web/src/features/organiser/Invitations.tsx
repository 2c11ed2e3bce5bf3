import { useQuery, useQueryClient } from "@tanstack/react-query";
import { shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { invitationsQuery, withdraw, type Organisation } from "./api.ts";
import { mayChange } from "./powers.ts";

/** Those that wait; nothing where none does. */
export function Invitations({ organisation: { id, role: mine } }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(invitationsQuery(id));
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  const end = async (invitation: string) => {
    await withdraw(id, invitation);
    await queries.invalidateQueries(invitationsQuery(id));
  };
  return (
    <section className="panel min-w-0 p-5 sm:p-7">
      <h2 className="shout mb-2 text-3xl">{t("staff.waiting")}</h2>
      <ul>
        {data.map(({ id: invitation, email, role, expires_at }) => (
          <li key={invitation} className="flex flex-wrap items-center gap-3 border-b border-hair py-3 last:border-0">
            <div className="min-w-0 grow basis-48">
              <p className="font-bold wrap-anywhere">{email}</p>
              <p className="mt-1 text-sm text-soft">
                <Badge>{t(`staff.role_${role}`)}</Badge> {t("staff.until", { date: shortDate(expires_at, language) })}
              </p>
            </div>
            {mayChange(mine, role) && (
              <ConfirmButton size="sm" aria-label={t("staff.withdraw_named", { email })} question={t("staff.withdraw")} text={t("staff.withdraw_text", { email })} action={t("staff.withdraw_now")} onConfirm={() => end(invitation)}>
                {t("staff.withdraw")}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
