import { kept } from "../../lib/keep.ts";
import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { AccountFrame } from "./AccountFrame.tsx";

export default function CheckMailPage() {
  const { t } = useTranslation();
  const email = kept<string>("registered");
  return (
    <AccountFrame title={t("account.check_mail")}>
      <div className="flex flex-col gap-5">
        <Icon name="mail" className="size-16 text-signal" />
        <p>{email ? t("account.check_mail_text", { email }) : t("account.check_mail_anybody")}</p>
        <p className="text-sm text-soft">{t("account.check_mail_none")}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/login" look="ink">
            {t("account.log_in")}
          </ButtonLink>
          <ButtonLink to="/register" look="plain">
            {t("account.another_address")}
          </ButtonLink>
        </div>
      </div>
    </AccountFrame>
  );
}
