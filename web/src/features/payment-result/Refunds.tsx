import { formatMoney } from "../../lib/money.ts";
import { shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge, type BadgeTone } from "../../ui/Badge.tsx";
import type { Payment } from "./api.ts";

type Refund = NonNullable<Payment["refunds"]>[number];

const tones: Record<Refund["status"], BadgeTone> = { pending: "warn", succeeded: "good", failed: "bad" };

/** What came back, or is on its way. */
export default function Refunds({ refunds }: { refunds: readonly Refund[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="mt-4 border-t-2 border-dashed border-hair pt-4">
      <h3 className="wide mb-2 text-soft">{t("result.refunds")}</h3>
      <ul className="flex flex-col gap-2 text-sm">
        {refunds.map(({ id, amount, created_at, status }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            {t("result.refund_of", { amount: formatMoney(amount, language), date: shortDate(created_at, language) })}
            <Badge tone={tones[status]}>{t(`result.refund_${status}_state`)}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}
