import { formatMoney } from "../../lib/money.ts";
import { useArrival } from "../../lib/use_arrival.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { refusalOf } from "./refusal.ts";

interface Props {
  error: unknown;
  what: "hold" | "sale";
}

/** Why not, and what to do now; comes into view, also where a button far below was pressed. */
export function Refused({ error, what }: Props) {
  return error ? <Words error={error} what={what} /> : null;
}

function Words({ error, what }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = useArrival<HTMLDivElement>();
  const { words, available, total } = refusalOf(error, what);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {words ? (
        <Notice tone="bad" title={t(`counter.refused_${words}`)}>
          <p>{t(`counter.refused_${words}_next`, { available, total: total ? formatMoney(total, language) : "" })}</p>
        </Notice>
      ) : (
        <ProblemNotice error={error} />
      )}
    </div>
  );
}
