import { Link, useNavigate, useSearchParams } from "react-router";
import { keep } from "../../lib/keep.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { AccountFrame } from "./AccountFrame.tsx";
import { register } from "./api.ts";
import { registerForm } from "./forms.ts";
import { PasswordField } from "./PasswordField.tsx";

export default function RegisterPage() {
  const { t } = useTranslation();
  const locale = useLanguage() === "en" ? "en" : "id";
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { submit, field, failure, busy, form } = useCheckedForm(registerForm, { name: "", email: "", password: "" }, async (values) => {
    await register({ ...values, locale });
    keep("registered", values.email);
    if (search.has("next")) localStorage.setItem("gelora.next", search.get("next")!); // the link opens in another tab
    void navigate("/check-mail");
  });
  const { password, ...person } = form.watch();
  return (
    <AccountFrame title={t("account.register")} lead={t("account.register_text")}>
      <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
        <ProblemNotice error={failure} />
        <Field label={t("account.name")} autoComplete="name" {...field("name")} />
        <Field label={t("account.email")} type="email" autoComplete="email" inputMode="email" {...field("email")} />
        <PasswordField label={t("account.password")} autoComplete="new-password" measured={password} person={person} {...field("password")} />
        <Button type="submit" size="lg" busy={busy}>
          {t("account.register")}
        </Button>
      </form>
      <p className="mt-6 text-sm">
        <Link className="font-bold underline decoration-2 underline-offset-4" to={`/login?${search.toString()}`}>
          {t("account.have_account")}
        </Link>
      </p>
    </AccountFrame>
  );
}
