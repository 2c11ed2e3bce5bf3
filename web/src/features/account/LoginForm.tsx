import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { logInOrAsk } from "./api.ts";
import { passkeysHere } from "./ceremony.ts";
import { loginForm } from "./forms.ts";
import type { PasskeyRequest } from "./passkey.ts";
import { PasskeyNotice } from "./PasskeyNotice.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { usePasskeyLogin } from "./use_passkey_login.ts";

/** Of somebody whose password is right. */
export interface FirstStep {
  email: string;
  password: string;
  passkey: PasskeyRequest | null;
}

export function LoginForm({ onSecondStep }: { onSecondStep: (first: FirstStep) => void }) {
  const { t } = useTranslation();
  const { submit, field, failure, busy } = useCheckedForm(loginForm, { email: "", password: "" }, async (values) => {
    const more = await logInOrAsk(values);
    if (more) onSecondStep({ ...values, ...more });
  });
  const passkey = usePasskeyLogin(!busy);
  return (
    <>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
        <ProblemNotice error={failure} />
        <Field label={t("account.email")} type="email" autoComplete={passkeysHere() ? "username webauthn" : "username"} inputMode="email" {...field("email")} />
        <PasswordField label={t("account.password")} autoComplete="current-password" {...field("password")} />
        <Button type="submit" size="lg" busy={busy} disabled={passkey.busy}>
          {t("account.log_in")}
        </Button>
      </form>
      {passkeysHere() && (
        <div className="mt-5 flex flex-col gap-5">
          <Or />
          <PasskeyNotice error={passkey.failure} />
          <Button look="plain" size="lg" busy={passkey.busy} disabled={busy} onClick={passkey.start}>
            <Icon name="key" />
            {t("account.passkey_log_in")}
          </Button>
        </div>
      )}
    </>
  );
}

/** Between two ways to the same end. */
export function Or() {
  const { t } = useTranslation();
  return <p className="wide flex items-center gap-3 text-soft before:h-px before:flex-1 before:bg-hair after:h-px after:flex-1 after:bg-hair">{t("account.or")}</p>;
}
