import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { safeNext } from "../../lib/next_path.ts";
import { isProblem } from "../../lib/problem.ts";
import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { AccountFrame } from "./AccountFrame.tsx";
import { logIn } from "./api.ts";
import { loginForm, secondStepForm } from "./forms.ts";
import { PasswordField } from "./PasswordField.tsx";
import { useCheckedForm } from "../../lib/use_form.ts";

const link = "font-bold underline decoration-2 underline-offset-4";

export default function LoginPage() {
  const { t } = useTranslation();
  const { status } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const next = safeNext(search.get("next"));
  const { submit, field, failure, busy, form } = useCheckedForm(loginForm, { email: "", password: "" }, async (values) => {
    await logIn(values);
    localStorage.removeItem("gelora.next"); // where registration wanted to go: here we are
    void navigate(next, { replace: true });
  });
  const second = useCheckedForm(secondStepForm, { code: "" }, async ({ code }) => {
    await logIn({ ...form.getValues(), ...(/^\d{6}$/.test(code) ? { totp: code } : { recovery_code: code }) });
    void navigate(next, { replace: true });
  });
  if (status === "authenticated" && !busy && !second.busy) return <Navigate to={next} replace />;
  const query = search.toString();
  if (isProblem(failure, "totp-required")) {
    return (
      <AccountFrame title={t("account.second_step")} lead={t("account.second_step_text")}>
        <form onSubmit={(event) => void second.submit(event)} noValidate className="flex flex-col gap-5">
          <ProblemNotice error={second.failure} />
          <Field label={t("account.second_step_code")} inputMode="text" autoComplete="one-time-code" maxLength={20} {...second.field("code")} />
          <Button type="submit" size="lg" busy={second.busy}>
            {t("account.log_in")}
          </Button>
        </form>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={t("account.log_in")} lead={search.has("next") ? t("account.log_in_first") : undefined}>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
        <ProblemNotice error={failure} />
        <Field label={t("account.email")} type="email" autoComplete="username" inputMode="email" {...field("email")} />
        <PasswordField label={t("account.password")} autoComplete="current-password" {...field("password")} />
        <Button type="submit" size="lg" busy={busy}>
          {t("account.log_in")}
        </Button>
      </form>
      <div className="mt-6 flex flex-wrap justify-between gap-3 text-sm">
        <Link className={link} to="/forgot">
          {t("account.forgot")}
        </Link>
        <Link className={link} to={`/register${query && `?${query}`}`}>
          {t("account.no_account")}
        </Link>
      </div>
    </AccountFrame>
  );
}
