import { useState } from "react";
import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import type { Hall } from "../../lib/hall.ts";
import type { Wish } from "./together.ts";

interface Props {
  hall: Hall;
  limit: number;
  failed: boolean;
  onWish: (wish: Wish) => void;
}

/** "Two together under Rp 1.500.000", found without hunting on the map. */
export function BestTool({ hall, limit, failed, onWish }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [quantity, setQuantity] = useState(Math.min(2, limit));
  const prices = [...new Set(hall.zones.filter(({ kind }) => kind === "seated").map(({ price_minor }) => price_minor))].sort((a, b) => a - b);
  const [most, setMost] = useState("");
  if (prices.length === 0) return null;
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onWish({ quantity, maxPriceMinor: most === "" ? undefined : Number(most) });
      }}
    >
      <div className="flex items-center justify-between gap-3">
        <span className="font-bold">{t("seats.together")}</span>
        <Stepper value={quantity} min={1} max={limit} onChange={setQuantity} label={t("seats.how_many")} less={t("common.less")} more={t("common.more")} />
      </div>
      <label className="flex items-center justify-between gap-3">
        <span className="font-bold">{t("seats.at_most")}</span>
        <select value={most} onChange={(event) => setMost(event.target.value)} className="min-h-11 rounded-md border-[1.5px] border-rule bg-card px-3">
          <option value="">{t("seats.any_price")}</option>
          {prices.map((price) => (
            <option key={price} value={price}>
              {formatMoney({ amount_minor: price, currency: hall.currency }, language)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" look="ink">
        <Icon name="wand" />
        {t("seats.find_best")}
      </Button>
      {failed && (
        <p role="alert" className="text-sm font-semibold text-bad">
          {t("seats.none_together", { count: quantity })}
        </p>
      )}
    </form>
  );
}
