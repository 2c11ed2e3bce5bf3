import { useState } from "react";
import { seatName, type Hall } from "../../lib/hall.ts";
import { useTranslation } from "../../lib/words.ts";
import { Field } from "../../ui/Field.tsx";
import { holdings, seatsCalled, type Holders } from "./holders.ts";
import { HoldingSign } from "./HoldingKey.tsx";

const most = 12;

/** The same without the map: a seat by what is written on it. */
export function FindSeat({ hall, holders, onSeat }: { hall: Hall; holders: Holders; onSeat: (no: number) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const found = seatsCalled(hall, text, most);
  return (
    <div>
      <Field label={t("house.find_seat")} hint={t("house.find_seat_hint")} type="search" value={text} autoComplete="off" maxLength={60} onChange={(event) => setText(event.target.value)} />
      <ul className="mt-3 grid gap-2" aria-label={t("house.found_seats")}>
        {found.map((no) => {
          const holding = holdings[holders.of[no]!]!;
          return (
            <li key={no}>
              <button type="button" onClick={() => onSeat(no)} className="flex min-h-11 w-full items-center gap-3 rounded-md border-[1.5px] border-rule bg-card px-3 py-2 text-left hover:bg-sunk">
                <HoldingSign holding={holding} />
                <span className="min-w-0 flex-1 font-bold break-words">{seatName(hall, no)}</span>
                <span className="text-sm text-soft">{t(`house.seat_${holding}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
