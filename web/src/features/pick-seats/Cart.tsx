import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { totals } from "./cart.ts";
import { seatName, type Hall } from "../../lib/hall.ts";
import { countOf, type Selection } from "./selection.ts";

interface Props {
  hall: Hall;
  selection: Selection;
  onRemove: (no: number) => void;
  onShow: (no: number) => void;
}

/** What is chosen, seat by seat. */
export function CartLines({ hall, selection, onRemove, onShow }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const money = (amount_minor: number) => formatMoney({ amount_minor, currency: hall.currency }, language);
  return (
    <ul className="flex flex-col gap-2">
      {selection.seats.map((no) => {
        const zone = hall.zones[hall.zoneOf[no]!]!;
        return (
          <li key={no} className="flex items-center gap-2 rounded-md border-[1.5px] border-hair py-1 pl-3">
            <span className="size-3 shrink-0 rounded-full" style={{ background: zone.colour }} />
            <button type="button" className="min-w-0 flex-1 py-1.5 text-left leading-tight" onClick={() => onShow(no)}>
              <span className="block truncate font-bold">{seatName(hall, no)}</span>
              <span className="text-sm text-soft">
                {zone.name} · {money(zone.price_minor)}
              </span>
            </button>
            <button type="button" aria-label={t("seats.remove", { seat: seatName(hall, no) })} onClick={() => onRemove(no)} className="grid size-11 place-items-center">
              <Icon name="close" className="size-4" />
            </button>
          </li>
        );
      })}
      {Object.entries(selection.standing).map(([id, quantity]) => {
        const zone = hall.zones.find((candidate) => candidate.id === id);
        return (
          <li key={id} className="flex items-center justify-between rounded-md border-[1.5px] border-hair px-3 py-2.5">
            <span className="font-bold">
              {quantity} × {zone?.name}
            </span>
            <span>{money((zone?.price_minor ?? 0) * quantity)}</span>
          </li>
        );
      })}
    </ul>
  );
}

interface TotalProps {
  hall: Hall;
  selection: Selection;
  busy: boolean;
  onHold: () => void;
}

/** The honest total, fees included from the start, and the one way on. */
export function CartTotal({ hall, selection, busy, onHold }: TotalProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = countOf(selection);
  const { fees_minor, total_minor } = totals(hall, selection);
  const money = (amount_minor: number) => formatMoney({ amount_minor, currency: hall.currency }, language);
  return (
    <div className="flex items-center justify-between gap-4 lg:flex-col lg:items-stretch">
      <div className="min-w-0 leading-tight lg:flex lg:items-baseline lg:justify-between">
        <p className="text-sm text-soft" aria-live="polite">
          {t("seats.chosen", { count })}
        </p>
        <p className="numerals text-2xl" data-testid="cart-total">
          {money(total_minor)}
        </p>
        {count > 0 && <p className="text-xs text-soft lg:hidden">{t("seats.with_fees", { fees: money(fees_minor) })}</p>}
      </div>
      {count > 0 && <p className="hidden text-sm text-soft lg:block">{t("seats.with_fees", { fees: money(fees_minor) })}</p>}
      <Button size="lg" onClick={onHold} busy={busy} disabled={count === 0} className="shrink-0">
        {t("seats.continue")}
      </Button>
    </div>
  );
}
