import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { seatName, type Hall } from "../../lib/hall.ts";

interface Props {
  hall: Hall;
  alone: readonly number[];
  offer: readonly number[];
  onAccept: () => void;
}

/** Why this choice is not held, and the same party one seat further. */
export function Stranded({ hall, alone, offer, onAccept }: Props) {
  const { t } = useTranslation();
  const names = (seats: readonly number[]) => seats.map((no) => seatName(hall, no)).join(", ");
  return (
    <Notice tone="warn" title={t("seats.alone_title", { seats: names(alone) })}>
      <p>{t("seats.alone_text", { seats: names(offer) })}</p>
      <Button size="sm" look="ink" className="mt-3" onClick={onAccept}>
        {t("seats.take_offer")}
      </Button>
    </Notice>
  );
}
