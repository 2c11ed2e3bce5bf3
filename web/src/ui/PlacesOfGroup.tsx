import { seatMark, seatName, type Hall } from "../lib/hall.ts";
import { byRows, toggled } from "../lib/seat_choice.ts";
import { Stepper } from "./Stepper.tsx";

interface Props {
  hall: Hall;
  seats: readonly number[];
  standing: readonly { zone_id: string; zone: string; quantity: number }[];
  chosen: ReadonlySet<number>;
  /** Of standing places, by zone. */
  quantities: Readonly<Record<string, number>>;
  less: (zone: string) => string;
  more: (zone: string) => string;
  onSeats: (chosen: ReadonlySet<number>) => void;
  onStanding: (quantities: Readonly<Record<string, number>>) => void;
}

/** The places of a group to choose among: its seats to press, by their rows, and how many of its standing places. */
export function PlacesOfGroup({ hall, seats, standing, chosen, quantities, less, more, onSeats, onStanding }: Props) {
  return (
    <>
      {byRows(hall, seats).map(({ section, row, seats: ofRow }) => (
        <div key={`${section}.${row}`} className="mb-3 flex flex-wrap items-center gap-1.5">
          <span className="w-full text-sm font-bold sm:w-40">
            {section} · {row}
          </span>
          {ofRow.map((no) => (
            <button key={no} type="button" aria-pressed={chosen.has(no)} aria-label={seatName(hall, no)} onClick={() => onSeats(toggled(chosen, no))} className="numerals grid size-11 place-items-center rounded-md border-[1.5px] border-rule bg-card hover:bg-sunk aria-pressed:bg-spark aria-pressed:text-on-spark">
              {seatMark(hall, no)}
            </button>
          ))}
        </div>
      ))}
      {standing.map(({ zone_id, zone, quantity }) => (
        <div key={zone_id} className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <span className="font-bold">{zone}</span>
          <Stepper value={quantities[zone_id] ?? 0} max={quantity} label={zone} less={less(zone)} more={more(zone)} onChange={(value) => onStanding({ ...quantities, [zone_id]: value })} />
        </div>
      ))}
    </>
  );
}
