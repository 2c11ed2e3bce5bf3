import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { refresh } from "../../lib/session.ts";
import { shortDate } from "../../lib/time.ts";
import { useSession } from "../../lib/use_session.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { changeRights, leave, membersQuery, organisationsQuery, removeMember, type Member, type Organisation, type Rights } from "./api.ts";
import { mayChange, rolesToGive, type Role } from "./powers.ts";
import { ShowChoice } from "./ShowChoice.tsx";

interface Props {
  member: Member;
  organisation: Organisation;
}

/** Chosen first, then saved: a choice by arrow keys passes every role on its way. */
function RightsChoice({ member, organisation: { id, role: mine }, me }: Props & { me: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Rights>();
  const change = useMutation({
    mutationFn: async (rights: Rights) => {
      await changeRights(id, member.user_id, rights);
      if (me) await refresh();
      await queries.invalidateQueries({ queryKey: ["organisation", id] });
    },
    onSuccess: () => setChosen(undefined),
  });
  const shown = chosen ?? { role: member.role, shows: member.shows };
  const changed = shown.role !== member.role || shown.shows?.join() !== member.shows?.join();
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <select aria-label={t("staff.role_of", { name: member.name })} value={shown.role} onChange={({ target }) => setChosen({ role: target.value as Role, shows: target.value === "owner" ? null : shown.shows })} className="min-h-9 rounded-md border-[1.5px] border-rule bg-card px-2 text-sm font-bold">
          {rolesToGive(mine).map((role) => (
            <option key={role} value={role}>
              {t(`staff.role_${role}`)}
            </option>
          ))}
        </select>
        {shown.role !== "owner" && <ShowChoice size="sm" organisation={id} label={t("staff.shows_of", { name: member.name })} shows={shown.shows} onChange={(shows) => setChosen({ ...shown, shows })} />}
        {changed && (
          <Button look="ink" size="sm" busy={change.isPending} onClick={() => change.mutate(shown)}>
            {t("account.save")}
          </Button>
        )}
      </div>
      <ProblemNotice error={change.error} className="mt-2" />
    </div>
  );
}

function MemberBadge({ member: { role, shows } }: { member: Member }) {
  const { t } = useTranslation();
  return (
    <p className="flex items-center gap-2 text-sm text-soft">
      <Badge>{t(`staff.role_${role}`)}</Badge>
      {shows && t("staff.some_shows", { count: shows.length })}
    </p>
  );
}

function Leave({ organisation, myId }: { organisation: Organisation; myId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const go = async () => {
    await leave(organisation.id, myId);
    await queries.invalidateQueries(organisationsQuery);
    void navigate("/organiser", { replace: true });
  };
  return (
    <ConfirmButton size="sm" question={t("staff.leave")} text={t("staff.leave_text", { organisation: organisation.name })} action={t("staff.leave_now")} onConfirm={go}>
      {t("staff.leave")}
    </ConfirmButton>
  );
}

export function MemberRow({ member, organisation }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const state = useSession();
  const me = state.status === "authenticated" && state.user.id === member.user_id;
  const changeable = mayChange(organisation.role, member.role);
  const remove = async () => {
    await removeMember(organisation.id, member.user_id);
    await queries.invalidateQueries(membersQuery(organisation.id));
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-hair py-4 last:border-0">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-bold break-words">
          {member.name} {me && <Badge tone="good">{t("staff.you")}</Badge>}
        </p>
        <p className="text-sm break-all text-soft">{member.email}</p>
        <p className={`mt-1 flex items-center gap-1.5 text-sm ${member.second_factor ? "text-good" : "text-warn"}`}>
          <Icon name={member.second_factor ? "check" : "alert"} className="size-4 shrink-0" />
          {t(member.second_factor ? "staff.strong" : "staff.weak")} · {t("staff.since", { date: shortDate(member.since, language) })}
        </p>
      </div>
      {changeable ? <RightsChoice member={member} organisation={organisation} me={me} /> : <MemberBadge member={member} />}
      {me && <Leave organisation={organisation} myId={member.user_id} />}
      {!me && changeable && (
        <ConfirmButton size="sm" aria-label={t("staff.remove_named", { name: member.name })} question={t("staff.remove_named", { name: member.name })} text={t("staff.remove_text", { organisation: organisation.name })} action={t("staff.remove_now")} onConfirm={remove}>
          {t("staff.remove")}
        </ConfirmButton>
      )}
    </li>
  );
}
