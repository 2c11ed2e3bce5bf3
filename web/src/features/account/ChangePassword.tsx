import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { changePassword, devicesQuery } from "./api.ts";
import { changePasswordForm } from "./forms.ts";
import { PasswordField } from "./PasswordField.tsx";

/** A form that is empty again after each change. */
export function ChangePassword() {
  const queries = useQueryClient();
  const [changes, setChanges] = useState(0);
  const onChanged = () => {
    setChanges(changes + 1);
    void queries.invalidateQueries(devicesQuery);
  };
  return <PasswordForm key={changes} done={changes > 0} onChanged={onChanged} />;
}

function PasswordForm({ done, onChanged }: { done: boolean; onChanged: () => void }) {
  const { t } = useTranslation();
  const state = useSession();
  const person = state.status === "authenticated" ? state.user : {};
  const { submit, field, failure, busy, form } = useCheckedForm(changePasswordForm, { current_password: "", password: "" }, async (values) => {
    await changePassword(values);
    onChanged();
  });
  const password = form.watch("password");
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      <ProblemNotice error={failure} />
      {done && <Notice tone="good">{t("account.password_changed")}</Notice>}
      <PasswordField label={t("account.current_password")} autoComplete="current-password" {...field("current_password")} />
      <PasswordField label={t("account.new_password")} autoComplete="new-password" measured={password} person={person} {...field("password")} />
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {t("account.change_password")}
      </Button>
    </form>
  );
}
