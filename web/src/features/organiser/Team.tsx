import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../../lib/words.ts";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { membersQuery, type Organisation } from "./api.ts";
import { Invitations } from "./Invitations.tsx";
import { Invite } from "./Invite.tsx";
import { MemberRow } from "./MemberRow.tsx";

function Members({ organisation }: { organisation: Organisation }) {
  const { data, error, refetch } = useQuery(membersQuery(organisation.id));
  if (error) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  return (
    <ul>
      {data.map((member) => (
        <MemberRow key={member.user_id} member={member} organisation={organisation} />
      ))}
    </ul>
  );
}

export function Team({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <section className="panel min-w-0 p-5 sm:p-7">
        <h2 className="shout mb-3 text-3xl">{t("staff.members")}</h2>
        <Members organisation={organisation} />
      </section>
      <div className="grid gap-6">
        <section className="panel min-w-0 p-5 sm:p-7">
          <h2 className="shout text-3xl">{t("staff.invite")}</h2>
          <p className="mt-2 mb-5 text-sm text-soft">{t("staff.invite_text")}</p>
          <Invite organisation={organisation} />
        </section>
        <Invitations organisation={organisation} />
      </div>
    </div>
  );
}
