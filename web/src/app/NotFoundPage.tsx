import { useTranslation } from "../lib/words.ts";
import { ButtonLink } from "../ui/Button.tsx";

export default function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className="page grid gap-6 py-16 sm:py-24">
      <title>{`404 · Gelora`}</title>
      <p className="shout text-[clamp(7rem,32vw,20rem)] text-signal" aria-hidden="true">
        404
      </p>
      <h1 className="shout text-4xl sm:text-6xl">{t("not_found.title")}</h1>
      <p className="max-w-lg text-soft">{t("not_found.text")}</p>
      <ButtonLink to="/" className="justify-self-start">
        {t("not_found.home")}
      </ButtonLink>
    </div>
  );
}
