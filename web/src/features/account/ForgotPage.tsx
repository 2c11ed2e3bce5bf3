import { useState } from "react";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { AccountFrame } from "./AccountFrame.tsx";
import { askForReset } from "./api.ts";
import { forgotForm } from "./forms.ts";

export default function ForgotPage() {
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  const { submit, field, failure, busy } = useCheckedForm(forgotForm, { email: "" }, async ({ email }) => {
    await askForReset(email);
    setSent(true);
  });
  return (
    <AccountFrame title={t("account.forgot")} lead={t("account.forgot_text")}>
      {sent ? (
        <Notice tone="good" title={t("account.check_mail")}>
          <p>{t("account.reset_sent")}</p>
        </Notice>
      ) : (
        <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
          <ProblemNotice error={failure} />
          <Field label={t("account.email")} type="email" autoComplete="username" inputMode="email" {...field("email")} />
          <Button type="submit" size="lg" busy={busy}>
            {t("account.send_link")}
          </Button>
        </form>
      )}
    </AccountFrame>
  );
}
