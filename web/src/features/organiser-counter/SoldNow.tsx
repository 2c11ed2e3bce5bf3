import { formatMoney } from "../../lib/money.ts";
import { useArrival } from "../../lib/use_arrival.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import type { CounterSale } from "./api.ts";
import { Print } from "./Print.tsx";

interface Props {
  showId: string;
  sale: CounterSale;
  change_minor: number;
  onNext: () => void;
}

/** Sold: what goes back in cash, the paper, and on to the next. */
export function SoldNow({ showId, sale, change_minor, onNext }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const heading = useArrival<HTMLHeadingElement>();
  return (
    <section className="panel mx-auto grid max-w-2xl gap-5 p-5 sm:p-8" data-testid="sold">
      <h2 ref={heading} tabIndex={-1} className="shout text-5xl text-good outline-none">
        {t("counter.sold_now")}
      </h2>
      <p className="font-mono text-2xl font-bold" data-testid="reference">{sale.reference}</p>
      <p className="leading-snug break-words">
        {sale.places.join(", ")}
        <span className="block text-soft">
          <span className="numerals">{formatMoney(sale.total, language)}</span> · {t(`counter.method_${sale.method}`)}
        </span>
        {sale.email && <span className="block text-soft">{t("counter.mailed", { email: sale.email })}</span>}
      </p>
      {change_minor > 0 && (
        <p className="flex items-baseline justify-between gap-3 rounded-md bg-good-soft px-4 py-3 text-good">
          <span className="font-bold">{t("counter.change")}</span>
          <span className="numerals text-4xl">{formatMoney({ amount_minor: change_minor, currency: sale.total.currency }, language)}</span>
        </p>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <Print showId={showId} sale={sale} size="lg" />
        <Button size="lg" onClick={onNext}>
          {t("counter.next")}
        </Button>
      </div>
    </section>
  );
}
