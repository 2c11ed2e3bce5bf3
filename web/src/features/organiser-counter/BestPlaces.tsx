import { useState, type FormEvent } from "react";
import type { Hall } from "../../lib/hall.ts";
import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import { mostPlaces, type HoldWish } from "./sale.ts";

interface Props {
  hall: Hall;
  available: ReadonlyMap<string, number>;
  busy: boolean;
  onWish: (wish: NonNullable<HoldWish["best_available"]>) => void;
}

/** So many seats together, without hunting on the map: held in one go. */
export function BestPlaces({ hall, available, busy, onWish }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [quantity, setQuantity] = useState(2);
  const [zone, setZone] = useState("");
  const zones = hall.zones.filter(({ kind }) => kind === "seated");
  const words = (one: (typeof zones)[number]) => `${one.name} · ${formatMoney({ amount_minor: one.price_minor + one.fee_minor + one.tax_minor, currency: hall.currency }, language)}`;
  const left = zones.reduce((sum, { id }) => sum + (zone === "" || zone === id ? (available.get(id) ?? 0) : 0), 0);
  const most = Math.max(1, Math.min(mostPlaces, left));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onWish({ quantity: Math.min(quantity, most), ...(zone && { zone_id: zone }) });
  };
  return (
    <form onSubmit={submit} className="panel grid gap-3 p-4">
      <div className="flex items-center justify-between gap-3">
        <span className="font-bold">{t("counter.together")}</span>
        <Stepper value={Math.min(quantity, most)} min={1} max={most} label={t("counter.together")} less={t("common.less")} more={t("common.more")} onChange={setQuantity} />
      </div>
      {zones.length > 1 && <SelectField label={t("counter.zone")} value={zone} onChange={(event) => setZone(event.target.value)} options={[["", t("counter.any_zone")], ...zones.map((one) => [one.id, words(one)] as const)]} />}
      <Button type="submit" look="ink" busy={busy} disabled={left === 0}>
        {t("counter.hold_best", { count: Math.min(quantity, most) })}
      </Button>
    </form>
  );
}
