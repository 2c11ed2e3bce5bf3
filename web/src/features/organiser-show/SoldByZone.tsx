import { formatCount, formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { outNow, valueNow, type Sales } from "./sums.ts";
import { ZoneBar } from "./ZoneBar.tsx";

export function SoldByZone({ sales, free }: { sales: Sales; free: ReadonlyMap<string, number> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="grid gap-4">
      {sales.zones.map((zone) => {
        const left = free.get(zone.id);
        const out = outNow(zone);
        const held = left === undefined ? 0 : Math.max(0, zone.capacity - left - out - zone.house);
        return (
          <li key={zone.id}>
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-bold">{zone.name}</span>
              <span className="numerals text-sm text-soft">{formatMoney(valueNow(zone), language)}</span>
            </p>
            <ZoneBar all={zone.capacity} sold={out} held={held} house={zone.house} colour={zone.colour} />
            <p className="numerals mt-1 text-sm text-soft">
              {t("sales.zone_sold", { sold: formatCount(out, language), capacity: formatCount(zone.capacity, language) })}
              {held > 0 && ` · ${t("sales.zone_held", { held: formatCount(held, language) })}`}
              {zone.house > 0 && ` · ${t("house.zone_house", { house: formatCount(zone.house, language) })}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
