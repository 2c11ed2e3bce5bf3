import { formatMoney, type Money } from "../../lib/money.ts";
import { parseMinor, typedMinor } from "../../lib/typed_money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Field } from "../../ui/Field.tsx";
import { changeOf, roundSums } from "./cash.ts";

interface Props {
  total: Money;
  text: string;
  onChange: (text: string) => void;
}

/** What was handed over, and what goes back. Not needed for the sale: whoever counts in their head leaves it empty. */
export function Received({ total, text, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const minor = parseMinor(text, total.currency);
  const change = minor === undefined ? undefined : changeOf(total, minor);
  const missing = change !== undefined && change.amount_minor < 0;
  return (
    <div className="grid gap-3">
      <Field label={t("counter.received")} inputMode="decimal" autoComplete="off" value={text} onChange={(event) => onChange(event.target.value)} error={text.trim() && minor === undefined ? t("counter.no_amount") : undefined} />
      <div className="grid grid-cols-3 gap-2">
        {roundSums(total).map((sum) => {
          const money = { amount_minor: sum, currency: total.currency };
          return (
            <button key={sum} type="button" aria-pressed={minor === sum} onClick={() => onChange(typedMinor(money))} className="numerals min-h-12 rounded-md border-[1.5px] border-rule bg-card px-2 hover:bg-sunk aria-pressed:bg-ink aria-pressed:text-paper">
              {sum === total.amount_minor ? t("counter.exact") : typedMinor(money)}
            </button>
          );
        })}
      </div>
      <p role="status" className={`flex items-baseline justify-between gap-3 rounded-md px-4 py-3 ${change === undefined ? "bg-sunk text-soft" : missing ? "bg-warn-soft text-warn" : "bg-good-soft text-good"}`}>
        <span className="font-bold">{t(missing ? "counter.missing_money" : "counter.change")}</span>
        <span className="numerals text-3xl">{change ? formatMoney({ ...change, amount_minor: Math.abs(change.amount_minor) }, language) : "–"}</span>
      </p>
    </div>
  );
}
