import { useState } from "react";
import type { User } from "../../lib/session.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { changeProfile } from "./api.ts";
import { profileForm } from "./forms.ts";

const languages = [["id", "Bahasa Indonesia"], ["en", "English"]] as const;

export function Profile({ user }: { user: User }) {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(false);
  const { submit, field, failure, busy } = useCheckedForm(profileForm, { name: user.name, locale: user.locale }, async (values) => {
    setSaved(false);
    await changeProfile(values);
    setSaved(true);
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      <ProblemNotice error={failure} />
      {saved && <Notice tone="good">{t("account.saved")}</Notice>}
      <Field label={t("account.name")} autoComplete="name" {...field("name")} />
      <Field label={t("account.email")} value={user.email} readOnly className="opacity-70" />
      <SelectField label={t("account.language")} hint={t("account.language_hint")} options={languages} {...field("locale")} />
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {t("account.save")}
      </Button>
    </form>
  );
}
