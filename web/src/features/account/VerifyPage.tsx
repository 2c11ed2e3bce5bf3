import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { persist } from "../../lib/api.ts";
import { loginPath } from "../../lib/next_path.ts";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { AccountFrame } from "./AccountFrame.tsx";
import { verify } from "./api.ts";

function loginAfter(): string {
  const next = localStorage.getItem("gelora.next");
  return next ? loginPath(next) : "/login";
}

/** The link of the mail. A token works once, so it is sent once for this page and the answer kept. */
export default function VerifyPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const token = search.get("token") ?? "";
  const { data, error } = useQuery({ queryKey: ["verify", token], queryFn: () => persist(() => verify(token)), staleTime: Infinity, retry: false, refetchOnWindowFocus: false, enabled: token !== "" });
  const failed = error !== null || token === "";
  const title = data ? t("account.verified") : failed ? t("account.verify_failed") : t("account.verifying");
  return (
    <AccountFrame title={title}>
      <div className="flex flex-col items-start gap-5" role="status">
        {!data && !failed && <Spinner className="size-10" />}
        {data && (
          <>
            <p>{t("account.verified_text")}</p>
            <ButtonLink to={loginAfter()} size="lg">
              {t("account.log_in")}
            </ButtonLink>
          </>
        )}
        {failed && (
          <>
            {error && <ProblemNotice error={error} />}
            <ButtonLink to="/register">{t("account.register_again")}</ButtonLink>
          </>
        )}
      </div>
    </AccountFrame>
  );
}
