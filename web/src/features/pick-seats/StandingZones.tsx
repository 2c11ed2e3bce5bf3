import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Stepper } from "../../ui/Stepper.tsx";
import type { Hall } from "../../lib/hall.ts";

interface Props {
  hall: Hall;
  available: ReadonlyMap<string, number>;
  standing: Readonly<Record<string, number>>;
  limit: number;
  onChange: (zoneId: string, quantity: number) => void;
}

export function StandingZones({ hall, available, standing, limit, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zones = hall.zones.filter(({ kind }) => kind === "standing");
  if (zones.length === 0) return null;
  const taken = Object.values(standing).reduce((sum, quantity) => sum + quantity, 0);
  return (
    <section aria-label={t("seats.standing")}>
      <h2 className="wide mb-2 text-soft">{t("seats.standing")}</h2>
      <ul className="flex flex-col gap-2">
        {zones.map((zone) => {
          const left = available.get(zone.id) ?? 0;
          const mine = standing[zone.id] ?? 0;
          return (
            <li key={zone.id} className="flex items-center justify-between gap-3">
              <span className="leading-tight">
                <span className="flex items-center gap-2 font-bold">
                  <span className="size-3 rounded-full" style={{ background: zone.colour }} />
                  {zone.name}
                </span>
                <span className="text-sm text-soft">
                  {formatMoney({ amount_minor: zone.price_minor, currency: hall.currency }, language)} · {left === 0 ? t("status.sold_out") : t("seats.left", { count: left })}
                </span>
              </span>
              <Stepper
                value={mine}
                max={Math.min(left, mine + limit - taken)}
                label={zone.name}
                less={t("seats.less_of", { zone: zone.name })}
                more={t("seats.more_of", { zone: zone.name })}
                onChange={(quantity) => onChange(zone.id, quantity)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
