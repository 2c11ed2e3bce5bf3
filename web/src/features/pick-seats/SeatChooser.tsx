import { useRef, useState } from "react";
import type { SeatChoice } from "../../lib/seat_choice.ts";
import { useTranslation } from "../../lib/words.ts";
import { HallCanvas, type HallCanvasHandle } from "./HallCanvas.tsx";
import { SeatList } from "./SeatList.tsx";

const none: ReadonlySet<number> = new Set();
const ignore = () => undefined;

/** Seats to choose among, on the map or in a list, for a page that knows what they are chosen for. */
export default function SeatChooser({ hall, states, selected, hidden = none, kinds, onSeat }: SeatChoice) {
  const { t } = useTranslation();
  const ref = useRef<HallCanvasHandle>(null);
  const [list, setList] = useState(false);
  const way = (which: boolean, words: string) => (
    <button type="button" aria-pressed={list === which} onClick={() => setList(which)} className="min-h-11 px-4 font-bold first:border-r-[1.5px] first:border-rule aria-pressed:bg-ink aria-pressed:text-paper">
      {words}
    </button>
  );
  return (
    <div>
      {!kinds && (
        <div className="mb-3 inline-flex overflow-hidden rounded-md border-[1.5px] border-rule bg-card">
          {way(false, t("seats.as_map"))}
          {way(true, t("seats.as_list"))}
        </div>
      )}
      <div className="h-[26rem] max-h-[65dvh] overflow-hidden rounded-md border-[1.5px] border-rule bg-paper">
        {list ? (
          <SeatList hall={hall} states={states} selected={selected} hidden={hidden} onSeat={onSeat}>
            {null}
          </SeatList>
        ) : (
          <HallCanvas ref={ref} hall={hall} states={states} selected={kinds ? none : selected} offered={kinds ? selected : none} hidden={hidden} kinds={kinds} onSeat={onSeat} onStanding={ignore} />
        )}
      </div>
    </div>
  );
}
