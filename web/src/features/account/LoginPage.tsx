import { useState } from "react";
import { Link, Navigate, useSearchParams } from "react-router";
import { safeNext } from "../../lib/next_path.ts";
import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { AccountFrame } from "./AccountFrame.tsx";
import { LoginForm, type FirstStep } from "./LoginForm.tsx";
import { SecondStep } from "./SecondStep.tsx";

const link = "font-bold underline decoration-2 underline-offset-4";

export default function LoginPage() {
  const { t } = useTranslation();
  const { status } = useSession();
  const [search] = useSearchParams();
  const [first, setFirst] = useState<FirstStep>();
  if (status === "authenticated") return <Navigate to={safeNext(search.get("next"))} replace />;
  const query = search.toString();
  if (first)
    return (
      <AccountFrame title={t("account.second_step")} lead={t("account.second_step_text")}>
        <SecondStep first={first} onBack={() => setFirst(undefined)} />
      </AccountFrame>
    );
  return (
    <AccountFrame title={t("account.log_in")} lead={search.has("next") ? t("account.log_in_first") : undefined}>
      <LoginForm onSecondStep={setFirst} />
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
