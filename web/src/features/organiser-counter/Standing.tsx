import type { Hall } from "../../lib/hall.ts";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Stepper } from "../../ui/Stepper.tsx";
import { mostPlaces, placesIn, type Quantities } from "./sale.ts";

interface Props {
  hall: Hall;
  available: ReadonlyMap<string, number>;
  standing: Quantities;
  onChange: (standing: Quantities) => void;
}

export function Standing({ hall, available, standing, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zones = hall.zones.filter(({ kind }) => kind === "standing");
  if (zones.length === 0) return null;
  const count = placesIn({ seats: new Set(), standing });
  return (
    <section className="panel p-4" aria-labelledby="standing">
      <h2 id="standing" className="wide mb-3 text-soft">
        {t("counter.standing")}
      </h2>
      <ul className="grid gap-3">
        {zones.map(({ id, name, colour, price_minor, fee_minor, tax_minor }) => {
          const left = available.get(id) ?? 0;
          const mine = standing[id] ?? 0;
          return (
            <li key={id} className="flex items-center justify-between gap-3">
              <span className="min-w-0 leading-tight">
                <span className="flex items-center gap-2 font-bold">
                  <span className="size-3 shrink-0 rounded-full" style={{ background: colour }} />
                  {name}
                </span>
                <span className="text-sm text-soft">
                  {formatMoney({ amount_minor: price_minor + fee_minor + tax_minor, currency: hall.currency }, language)} · {t("counter.left", { places: formatCount(left, language) })}
                </span>
              </span>
              <Stepper value={mine} max={Math.min(left, mine + mostPlaces - count)} label={name} less={t("counter.less_of", { zone: name })} more={t("counter.more_of", { zone: name })} onChange={(quantity) => onChange({ ...standing, [id]: quantity })} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
