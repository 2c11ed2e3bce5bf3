import { useState } from "react";
import { useSearchParams } from "react-router";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { AccountFrame } from "./AccountFrame.tsx";
import { resetPassword } from "./api.ts";
import { resetForm } from "./forms.ts";
import { PasswordField } from "./PasswordField.tsx";

export default function ResetPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [done, setDone] = useState(false);
  const { submit, field, failure, busy, form } = useCheckedForm(resetForm, { password: "" }, async ({ password }) => {
    await resetPassword({ token: search.get("token") ?? "", password });
    setDone(true);
  });
  const password = form.watch("password");
  return (
    <AccountFrame title={t("account.new_password")}>
      {done ? (
        <div className="flex flex-col items-start gap-5">
          <Notice tone="good" title={t("account.reset_done")}>
            <p>{t("account.reset_done_text")}</p>
          </Notice>
          <ButtonLink to="/login">{t("account.log_in")}</ButtonLink>
        </div>
      ) : (
        <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
          <ProblemNotice error={failure} />
          <PasswordField label={t("account.new_password")} autoComplete="new-password" measured={password} {...field("password")} />
          <Button type="submit" size="lg" busy={busy}>
            {t("account.save_password")}
          </Button>
        </form>
      )}
    </AccountFrame>
  );
}
