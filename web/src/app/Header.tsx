import { Link, useLocation } from "react-router";
import { loginPath } from "../lib/next_path.ts";
import { useStore } from "../lib/store.ts";
import { useSession } from "../lib/use_session.ts";
import { useTranslation } from "../lib/words.ts";
import { Icon } from "../ui/Icon.tsx";
import { Wordmark } from "../ui/Wordmark.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { changeLanguage } from "./i18n.ts";
import { chooseTheme, theme } from "./theme.ts";

const item = "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-2.5 text-sm font-bold hover:bg-sunk";

/** Language and look. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const shown = useStore(theme);
  const other = i18n.language === "en" ? "id" : "en";
  return (
    <>
      <button type="button" className={item} lang={other} onClick={() => void changeLanguage(other)} aria-label={t("shell.other_language")}>
        <span className="wide">{other}</span>
      </button>
      <button type="button" className={item} onClick={() => chooseTheme(shown === "dark" ? "light" : "dark")} aria-label={t(shown === "dark" ? "shell.light" : "shell.dark")}>
        <Icon name={shown === "dark" ? "sun" : "moon"} />
      </button>
    </>
  );
}

export function Header() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const state = useSession();
  const user = state.status === "authenticated" ? state.user : undefined;
  const name = user?.name.split(" ")[0] ?? "";
  const works = (user?.organisations.length ?? 0) > 0;
  const here = /^\/(login|register|verify|forgot|reset|check-mail)/.test(pathname) ? "/" : pathname + search;
  return (
    <header className="border-b-[1.5px] border-rule bg-paper">
      <div className="page flex min-h-16 items-center gap-1">
        <Link to="/" className="mr-auto" aria-label={t("shell.home")}>
          <Wordmark />
        </Link>
        <Preferences />
        {state.status === "anonymous" ? (
          <Link to={loginPath(here)} className="ml-1 inline-flex min-h-11 items-center rounded-md bg-ink px-4 text-sm font-bold text-paper">
            {t("shell.log_in")}
          </Link>
        ) : (
          <>
            <Link to="/tickets" className={item} aria-label={t("shell.tickets")}>
              <Icon name="ticket" />
              <span className="hidden sm:inline">{t("shell.tickets")}</span>
            </Link>
            {works ? (
              <AccountMenu name={name} className={item} />
            ) : (
              <Link to="/account" className={item} aria-label={t("shell.account")}>
                <Icon name="user" />
                <span className="hidden max-w-32 truncate md:inline">{name}</span>
              </Link>
            )}
          </>
        )}
      </div>
    </header>
  );
}
