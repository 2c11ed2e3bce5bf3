import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useFirstFocus } from "../../lib/use_first_focus.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { createKey, keysQuery, revokeKey, type NewApiKey, type Organisation } from "./api.ts";
import { keyForm } from "./forms.ts";
import { Machines } from "./Machines.tsx";
import { machineRoles, type MachineRole } from "./powers.ts";

function NewKeyForm({ id, onMade }: { id: string; onMade: (key: NewApiKey) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { submit, field, failure, busy, form } = useCheckedForm(keyForm, { name: "", role: "box_office" as MachineRole, days: "90" }, async ({ days, ...values }) => {
    const made = await createKey(id, { ...values, days: Number(days) });
    await queries.invalidateQueries(keysQuery(id));
    onMade(made);
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <ProblemNotice error={failure} />
      <Field label={t("staff.label")} autoComplete="off" maxLength={60} hint={t("staff.key_hint")} {...field("name")} />
      <SelectField label={t("staff.role")} options={machineRoles.map((role) => [role, t(`staff.role_${role}`)] as const)} hint={t(`staff.role_${form.watch("role")}_text`)} {...field("role")} />
      <Field label={t("staff.days")} inputMode="numeric" autoComplete="off" maxLength={3} hint={t("staff.days_hint", { most: 366 })} {...field("days")} />
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {t("staff.key_make")}
      </Button>
    </form>
  );
}

/** Lives in this component's memory, and is gone with it. */
function MadeKey({ made, onKept }: { made: NewApiKey; onKept: () => void }) {
  const { t } = useTranslation();
  const place = useFirstFocus<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      <Notice tone="warn" title={t("staff.key_once")}>
        <p>{t("staff.key_once_text")}</p>
      </Notice>
      <code aria-label={t("staff.key_of", { name: made.name })} className="rounded-md bg-sunk p-4 font-mono text-sm break-all select-all">
        {made.key}
      </code>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={made.key} label={t("staff.copy")} />
        <Button look="ink" onClick={onKept}>
          {t("staff.key_kept")}
        </Button>
      </div>
    </div>
  );
}

export function Keys({ organisation: { id } }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<NewApiKey>();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <section className="panel min-w-0 p-5 sm:p-7">
        <h2 className="shout text-3xl">{t("staff.keys")}</h2>
        <p className="mt-2 mb-4 text-sm text-soft">{t("staff.keys_text")}</p>
        <Machines query={keysQuery(id)} none={t("staff.no_keys")} text={t("staff.key_revoke_text")} onRevoke={(key) => revokeKey(id, key)} />
      </section>
      <section className="panel min-w-0 p-5 sm:p-7">
        <h2 className="shout mb-5 text-3xl">{t("staff.key_new")}</h2>
        {made ? <MadeKey made={made} onKept={() => setMade(undefined)} /> : <NewKeyForm id={id} onMade={setMade} />}
      </section>
    </div>
  );
}
