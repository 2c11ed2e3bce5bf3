import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { refusalOf } from "./refusal.ts";

/** Why not, and what to do now. */
export function Refused({ error, what }: { error: unknown; what: "hold" | "sale" }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!error) return null;
  const { words, available, total } = refusalOf(error, what);
  if (!words) return <ProblemNotice error={error} />;
  return (
    <Notice tone="bad" title={t(`counter.refused_${words}`)}>
      <p>{t(`counter.refused_${words}_next`, { available, total: total ? formatMoney(total, language) : "" })}</p>
    </Notice>
  );
}
