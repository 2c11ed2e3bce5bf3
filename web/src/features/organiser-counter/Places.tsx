import type { Hall } from "../../lib/hall.ts";
import { formatMoney } from "../../lib/money.ts";
import { byRows } from "../../lib/seat_choice.ts";
import { useLanguage } from "../../lib/words.ts";
import { linesOf, type CounterHold, type Part } from "./sale.ts";

/** What is sold, by zone, with the price of one. */
export function Places({ hall, group, part }: { hall: Hall; group: CounterHold; part: Part }) {
  const language = useLanguage();
  const money = (amount_minor: number) => formatMoney({ amount_minor, currency: group.total.currency }, language);
  return (
    <ul className="grid gap-3">
      {linesOf(group, part).map(({ zone_id, seats, count, each_minor }) => {
        const zone = hall.zones.find(({ id }) => id === zone_id);
        return (
          <li key={zone_id} className="flex items-baseline justify-between gap-4 border-b border-hair pb-3 last:border-0 last:pb-0">
            <span className="min-w-0 leading-snug">
              <span className="flex items-center gap-2 font-bold">
                <span className="size-3 shrink-0 rounded-full" style={{ background: zone?.colour }} />
                {zone?.name}
              </span>
              {byRows(hall, seats).map(({ section, row, marks }) => (
                <span key={`${section}.${row}`} className="block break-words">
                  {section} · <span className="numerals font-bold">{row} {marks}</span>
                </span>
              ))}
              <span className="numerals block text-sm text-soft">
                {count} × {money(each_minor)}
              </span>
            </span>
            <span className="numerals">{money(count * each_minor)}</span>
          </li>
        );
      })}
    </ul>
  );
}
