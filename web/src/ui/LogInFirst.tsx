import { useLocation } from "react-router";
import { loginPath } from "../lib/next_path.ts";
import { useTranslation } from "../lib/words.ts";
import { ButtonLink } from "./Button.tsx";

/** For a page that a mail leads to: whoever has no account yet comes back to it after registering. */
export function LogInFirst({ text }: { text: string }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  return (
    <>
      <p>{text}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={loginPath(here)} size="lg">
          {t("account.log_in")}
        </ButtonLink>
        <ButtonLink to={`/register?next=${encodeURIComponent(here)}`} look="plain" size="lg">
          {t("account.register")}
        </ButtonLink>
      </div>
    </>
  );
}
