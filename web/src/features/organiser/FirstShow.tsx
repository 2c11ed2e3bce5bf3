import { useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";

const steps = ["write", "date", "publish", "gates"] as const;

/** The way from a new organisation to people at its doors. */
export function FirstShow({ organisation }: { organisation: string }) {
  const { t } = useTranslation();
  return (
    <section className="panel p-6 sm:p-9" aria-labelledby="first-show">
      <h2 id="first-show" className="shout text-3xl sm:text-4xl">
        {t("staff.first_show")}
      </h2>
      <ol className="mt-6 grid gap-x-8 gap-y-6 sm:grid-cols-2">
        {steps.map((step, i) => (
          <li key={step} className="flex gap-4">
            <span aria-hidden className="numerals grid size-9 shrink-0 place-items-center rounded-full bg-ink font-bold text-paper">
              {i + 1}
            </span>
            <div>
              <p className="pt-1 font-bold">{t(`staff.first_${step}`)}</p>
              <p className="mt-1 text-sm text-soft">{t(`staff.first_${step}_text`)}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink to={`/organiser/${organisation}/concerts/new`}>{t("staff.first_begin")}</ButtonLink>
        <ButtonLink to={`/organiser/${organisation}/concerts`} look="plain">
          {t("staff.first_drafts")}
        </ButtonLink>
      </div>
    </section>
  );
}
