import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { SecondFactorNotice } from "../../ui/SecondFactorNotice.tsx";

/** My roles are withheld until I log in with a second factor. */
export function useWithheld(): boolean {
  const state = useSession();
  return state.status === "authenticated" && state.user.second_factor_needed === true;
}

export function StrongLogin() {
  const { t } = useTranslation();
  if (!useWithheld()) return null;
  return (
    <div className="mb-8">
      <SecondFactorNotice>
        <ButtonLink to="/account#security" look="ink" size="sm">
          {t("staff.to_security")}
        </ButtonLink>
      </SecondFactorNotice>
    </div>
  );
}
