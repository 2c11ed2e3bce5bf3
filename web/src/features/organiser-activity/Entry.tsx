import { Link } from "react-router";
import { dateParts } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import type { Line, Told } from "./sentences.ts";

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[minmax(9rem,14rem)_minmax(0,1fr)]">
      {lines.map(({ label, before, after }, at) => (
        <div key={at} className="min-w-0 sm:col-span-2 sm:grid sm:grid-cols-subgrid">
          <dt className="text-soft first-letter:uppercase">{label}</dt>
          <dd className="min-w-0 break-words">
            {before !== undefined && (
              <>
                <span className="sr-only">{t("activity.before")} </span>
                <span className="text-soft line-through decoration-1">{before}</span>
                <span aria-hidden="true"> → </span>
                <span className="sr-only">, {t("activity.after")} </span>
              </>
            )}
            <span className="font-semibold">{after}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was done at a moment: a sentence, what it was before and after, and the way there. */
export function Entry({ told }: { told: Told }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { at, sentence, lines, folded, about, to } = told;
  return (
    <li className="grid gap-x-6 border-t-[1.5px] border-rule py-4 sm:grid-cols-[6rem_minmax(0,1fr)]" data-testid="activity">
      <time dateTime={at} className="text-sm text-soft sm:pt-0.5">
        {dateParts(at, language).time}
      </time>
      <div className="min-w-0">
        <p className="font-semibold break-words">{sentence}</p>
        {(about || to) && (
          <p className="mt-1 text-sm break-words text-soft">
            {about && `${about} `}
            {to && (
              <Link to={to} className="inline-flex min-h-6 items-center font-bold whitespace-nowrap text-ink underline decoration-2 underline-offset-4">
                {t("activity.open")}
                <span className="sr-only">: {sentence}</span>
              </Link>
            )}
          </p>
        )}
        {lines.length > 0 && !folded && <Lines lines={lines} />}
        {lines.length > 0 && folded && (
          <details className="mt-2">
            <summary className="min-h-11 cursor-pointer content-center text-sm font-bold underline decoration-2 underline-offset-4">{t("activity.details", { count: lines.length })}</summary>
            <Lines lines={lines} />
          </details>
        )}
      </div>
    </li>
  );
}
