import { dateParts, longDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { forgetDevice, type EnrolledDevice } from "./device_key.ts";

export function Ready({ device: { name, organisation_name, expires_at }, onForgotten }: { device: EnrolledDevice; onForgotten: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const facts = [
    [t("gate.for"), organisation_name],
    [t("gate.name"), name],
    [t("gate.until"), `${longDate(expires_at, language)}, ${dateParts(expires_at, language).time}`],
  ];
  const forget = async () => {
    await forgetDevice();
    onForgotten();
  };
  return (
    <div className="flex flex-col items-start gap-6">
      <div className="panel flex w-full gap-5 p-5 sm:p-7" role="status">
        <Icon name="check" className="size-10 shrink-0 text-good" />
        <dl className="grid min-w-0 gap-4">
          {facts.map(([what, value]) => (
            <div key={what}>
              <dt className="text-sm text-soft">{what}</dt>
              <dd className="text-lg font-bold break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <ButtonLink to="/gate" size="lg" className="min-h-16 self-stretch text-xl">
        {t("gate.start")}
      </ButtonLink>
      <ConfirmButton question={t("gate.forget")} text={t("gate.forget_text")} action={t("gate.forget_now")} onConfirm={forget}>
        {t("gate.forget")}
      </ConfirmButton>
    </div>
  );
}
