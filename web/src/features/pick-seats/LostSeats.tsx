import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { seatName, type Hall } from "../../lib/hall.ts";

interface Props {
  hall: Hall;
  lost: readonly number[];
  offer: readonly number[] | undefined;
  onAccept: () => void;
  onDismiss: () => void;
}

/** Somebody was faster: which seats, and the nearest equal ones instead. */
export function LostSeats({ hall, lost, offer, onAccept, onDismiss }: Props) {
  const { t } = useTranslation();
  const names = (seats: readonly number[]) => seats.map((no) => seatName(hall, no)).join(", ");
  return (
    <Notice tone="warn" title={t("seats.lost_title", { count: lost.length })}>
      <p>{t("seats.lost_text", { seats: names(lost) })}</p>
      {offer && <p className="mt-1">{t("seats.offer_text", { seats: names(offer) })}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        {offer && (
          <Button size="sm" look="ink" onClick={onAccept}>
            {t("seats.take_offer")}
          </Button>
        )}
        <Button size="sm" look="plain" onClick={onDismiss}>
          {t("seats.choose_myself")}
        </Button>
      </div>
    </Notice>
  );
}
