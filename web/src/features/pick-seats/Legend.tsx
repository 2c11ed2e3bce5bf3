import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import type { Hall } from "../../lib/hall.ts";

interface Props {
  hall: Hall;
  available: ReadonlyMap<string, number>;
  hidden: ReadonlySet<number>;
  onToggle: (zone: number) => void;
}

/** Prices by zone; pressing one shows only what is left pressed. */
export function Legend({ hall, available, hidden, onToggle }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul aria-label={t("seats.legend")} className="flex gap-2 overflow-x-auto px-3 py-2.5 [scrollbar-width:none]">
      {hall.zones.map((zone, index) => {
        const left = available.get(zone.id);
        return (
          <li key={zone.id} className="shrink-0">
            <button
              type="button"
              aria-pressed={!hidden.has(index)}
              onClick={() => onToggle(index)}
              className="flex min-h-11 items-center gap-2.5 rounded-md border-[1.5px] border-rule bg-card px-3 text-left text-sm leading-tight aria-[pressed=false]:opacity-45"
            >
              <span className="size-4 shrink-0 rounded-full" style={{ background: zone.colour }} />
              <span>
                <span className="block font-bold">{zone.name}</span>
                <span className="text-soft">
                  {formatMoney({ amount_minor: zone.price_minor, currency: hall.currency }, language)}
                  {left !== undefined && <> · {left === 0 ? t("status.sold_out") : t("seats.left", { count: left })}</>}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
