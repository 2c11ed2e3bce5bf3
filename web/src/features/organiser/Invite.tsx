import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { invitationsQuery, invite, type Organisation } from "./api.ts";
import { inviteForm } from "./forms.ts";
import { rolesToGive } from "./powers.ts";
import { ShowChoice } from "./ShowChoice.tsx";

/** A form that is empty again after each invitation. */
export function Invite({ organisation }: { organisation: Organisation }) {
  const queries = useQueryClient();
  const [invited, setInvited] = useState<string[]>([]);
  const onInvited = (email: string) => {
    setInvited([...invited, email]);
    void queries.invalidateQueries(invitationsQuery(organisation.id));
  };
  return <InviteForm key={invited.length} organisation={organisation} invited={invited.at(-1)} onInvited={onInvited} />;
}

interface Props {
  organisation: Organisation;
  /** Who was the last. */
  invited: string | undefined;
  onInvited: (email: string) => void;
}

function InviteForm({ organisation: { id, role: mine }, invited, onInvited }: Props) {
  const { t } = useTranslation();
  const [shows, setShows] = useState<string[] | null>(null);
  const { submit, field, failure, busy, form } = useCheckedForm(inviteForm, { email: "", role: rolesToGive(mine).at(-1)! }, async (values) => {
    await invite(id, { ...values, shows: values.role === "owner" ? null : shows });
    onInvited(values.email);
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <ProblemNotice error={failure} />
      {invited && <Notice tone="good">{t("staff.invited", { email: invited })}</Notice>}
      <Field label={t("account.email")} type="email" inputMode="email" autoComplete="off" {...field("email")} />
      <SelectField label={t("staff.role")} options={rolesToGive(mine).map((role) => [role, t(`staff.role_${role}`)] as const)} hint={t(`staff.role_${form.watch("role")}_text`)} {...field("role")} />
      {form.watch("role") !== "owner" && (
        <div>
          <p className="mb-1.5 text-sm font-bold" aria-hidden="true">
            {t("staff.works_for")}
          </p>
          <ShowChoice organisation={id} label={t("staff.works_for")} shows={shows} onChange={setShows} />
        </div>
      )}
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {t("staff.invite_now")}
      </Button>
    </form>
  );
}
