import { formatMoney } from "../lib/money.ts";
import { includedTaxMinor, linesOf, sumsOf, type Price } from "../lib/price.ts";
import { useLanguage, useTranslation } from "../lib/words.ts";

interface Props {
  price: Price;
  colourOf: (zoneId: string) => string | undefined;
}

/** Line by line what it costs, to the last rupiah. */
export function PriceList({ price, colourOf }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const money = (amount_minor: number) => formatMoney({ amount_minor, currency: price.total.currency }, language);
  const tax = includedTaxMinor(price);
  return (
    <>
      <ul className="flex flex-col gap-3 border-t-2 border-dashed border-hair pt-4">
        {linesOf(price).map((line) => (
          <li key={line.zone_id} className="flex justify-between gap-4">
            <span className="min-w-0">
              <span className="flex items-center gap-2 font-bold">
                <span className="size-3 shrink-0 rounded-full" style={{ background: colourOf(line.zone_id) ?? "var(--ink-soft)" }} />
                {line.labels.length} × {line.zone}
              </span>
              <span className="flex flex-wrap gap-x-3 text-sm text-soft">
                {[...new Set(line.labels)].map((label) => (
                  <span key={label} className="whitespace-nowrap">
                    {label}
                  </span>
                ))}
              </span>
            </span>
            <span className="shrink-0">{money(line.price_minor)}</span>
          </li>
        ))}
      </ul>
      <dl className="mt-4 grid grid-cols-[1fr_auto] gap-y-1.5 border-t-2 border-dashed border-hair pt-4">
        {sumsOf(price).map(([name, amount]) => (
          <div key={name} className={`col-span-2 grid grid-cols-subgrid ${name === "discount" ? "font-bold text-good" : ""}`}>
            <dt className={name === "discount" ? "" : "text-soft"}>{t(`price.${name}`)}</dt>
            <dd className="text-right" data-testid={`price-${name}`}>
              {money(amount)}
            </dd>
          </div>
        ))}
        <dt className="mt-1 text-lg font-bold">{t("price.total")}</dt>
        <dd className="numerals mt-1 text-right text-2xl" data-testid="total">
          {money(price.total.amount_minor)}
        </dd>
      </dl>
      {tax > 0 && <p className="mt-1 text-right text-sm text-soft">{t("price.includes_tax", { tax: money(tax) })}</p>}
    </>
  );
}
