import { seatMark, seatName, type Hall } from "../../lib/hall.ts";
import { byRows, toggled } from "../../lib/seat_choice.ts";
import { useTranslation } from "../../lib/words.ts";
import { Stepper } from "../../ui/Stepper.tsx";
import { mostPlaces, type CounterHold, type Part } from "./sale.ts";

interface Props {
  hall: Hall;
  group: CounterHold;
  part: Part;
  onChange: (part: Part) => void;
}

/** Which of a group's places are fetched now; the others stay kept. */
export function PartOf({ hall, group, part, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm text-soft">{t("counter.which")}</legend>
      {byRows(hall, group.seats.map(({ seat_no }) => seat_no!)).map(({ section, row, seats }) => (
        <div key={`${section}.${row}`} className="flex flex-wrap items-center gap-1.5">
          <span className="w-full text-sm font-bold">
            {section} · {row}
          </span>
          {seats.map((no) => (
            <button key={no} type="button" aria-pressed={part.seats.has(no)} aria-label={seatName(hall, no)} onClick={() => onChange({ ...part, seats: toggled(part.seats, no, mostPlaces) })} className="numerals grid size-11 place-items-center rounded-md border-[1.5px] border-rule bg-card hover:bg-sunk aria-pressed:bg-spark aria-pressed:text-on-spark">
              {seatMark(hall, no)}
            </button>
          ))}
        </div>
      ))}
      {group.standing.map(({ zone_id, zone, quantity }) => (
        <div key={zone_id} className="flex items-center justify-between gap-3">
          <span className="font-bold">{zone}</span>
          <Stepper value={part.standing[zone_id] ?? 0} max={quantity} label={zone} less={t("counter.less_of", { zone })} more={t("counter.more_of", { zone })} onChange={(value) => onChange({ ...part, standing: { ...part.standing, [zone_id]: value } })} />
        </div>
      ))}
    </fieldset>
  );
}
