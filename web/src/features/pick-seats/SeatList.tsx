import { useState, type ReactNode } from "react";
import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { free } from "../../lib/availability.ts";
import { seatMark, seatName, type Hall, type HallSection } from "../../lib/hall.ts";
import { countFree } from "./renderer.ts";

interface Props {
  hall: Hall;
  states: Uint8Array;
  selected: ReadonlySet<number>;
  hidden: ReadonlySet<number>;
  onSeat: (no: number) => void;
  /** After the seats: the standing places. */
  children: ReactNode;
}

function Rows({ hall, section, states, selected, onSeat }: Omit<Props, "hidden" | "children"> & { section: HallSection }) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col gap-3 px-3 pb-4">
      {section.rows.map((row, index) => {
        const shown = row.seats.filter((no) => states[no] === free || selected.has(no));
        if (shown.length === 0) return null;
        return (
          <li key={`${row.name}.${index}`} className="flex gap-3">
            <span className="wide w-16 shrink-0 pt-3.5 text-soft">{t("seats.row", { row: row.name })}</span>
            <div className="flex flex-wrap gap-1.5">
              {shown.map((no) => (
                <button
                  key={no}
                  type="button"
                  aria-pressed={selected.has(no)}
                  aria-label={seatName(hall, no) + (hall.accessible[no] ? ` (${t("seats.accessible")})` : hall.companion[no] ? ` (${t("seats.companion")})` : "")}
                  onClick={() => onSeat(no)}
                  className="numerals grid size-11 place-items-center rounded-md border-[1.5px] border-rule bg-card hover:bg-sunk aria-pressed:bg-spark aria-pressed:text-on-spark"
                >
                  {hall.accessible[no] ? "♿" : seatMark(hall, no)}
                </button>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Section({ section, left, ...rest }: Omit<Props, "hidden" | "children"> & { section: HallSection; left: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const zone = rest.hall.zones[section.zone]!;
  return (
    <details className="border-b border-hair last:border-0" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-13 items-center gap-3 px-3 py-3">
        <span className="size-3 rounded-full" style={{ background: zone.colour }} />
        <span className="flex-1 font-bold">{section.name}</span>
        <span className="text-sm text-soft">
          {formatMoney({ amount_minor: zone.price_minor, currency: rest.hall.currency }, language)} · {left === 0 ? t("status.sold_out") : t("seats.left", { count: left })}
        </span>
      </summary>
      {open && <Rows section={section} {...rest} />}
    </details>
  );
}

/** The same seats as a list: zone, section, row, seat. Enough to buy with, by keyboard and by ear. */
export function SeatList({ hidden, children, ...rest }: Props) {
  const { hall, states } = rest;
  const left = countFree(hall, states);
  return (
    <div className="size-full overflow-y-auto p-3 pb-10" data-testid="seat-list">
      {hall.zones.map((zone, index) =>
        zone.kind !== "seated" || hidden.has(index) ? null : (
          <section key={zone.id} className="mb-6">
            <h2 className="shout mb-2 text-2xl">{zone.name}</h2>
            <div className="panel">
              {hall.sections.map((section, number) =>
                section.zone === index ? <Section key={number} section={section} left={left[number]!} {...rest} /> : null,
              )}
            </div>
          </section>
        ),
      )}
      {children}
    </div>
  );
}
