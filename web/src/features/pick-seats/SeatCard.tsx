import { useMemo } from "react";
import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { seatName, type Hall, type Point } from "../../lib/hall.ts";
import { viewFrom } from "./seat_view.ts";

const path = (points: readonly Point[]) => points.map(([x, y]) => `${x.toFixed(3)},${y.toFixed(3)}`).join(" ");

/** The stage as seen from the seat: dark as in the night of the show, in either theme. */
function View({ hall, no }: { hall: Hall; no: number }) {
  const { deck, front, backdrop, singer } = useMemo(() => viewFrom(hall, no), [hall, no]);
  const tall = singer.feet - singer.head;
  return (
    <svg viewBox="-1 -0.5 2 1" aria-hidden="true" preserveAspectRatio="xMidYMid slice" className="block w-full bg-[#131110]">
      <rect x="-1" y={singer.feet} width="2" height="2" fill="#2a251f" />
      <polygon points={path(backdrop)} fill="#5a3a86" />
      {front.map((face, index) => (
        <polygon key={index} points={path(face)} fill="#3b342b" />
      ))}
      <polygon points={path(deck)} fill="#d8b46a" />
      <ellipse cx={singer.x} cy={singer.feet} rx={tall * 0.55} ry={tall * 0.12} fill="#fff3c9" />
      <path d={`M${singer.x} ${singer.feet} l${-tall * 0.16} 0 l${tall * 0.04} ${-tall * 0.78} h${tall * 0.24} l${tall * 0.04} ${tall * 0.78} z`} fill="#131110" />
      <circle cx={singer.x} cy={singer.head + tall * 0.1} r={tall * 0.1} fill="#131110" />
    </svg>
  );
}

/** What a seat is, costs and sees, beside it on the map. */
export function SeatCard({ hall, no, at }: { hall: Hall; no: number; at: { x: number; y: number } }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = hall.zones[hall.zoneOf[no]!]!;
  const metres = Math.max(1, Math.round(viewFrom(hall, no).metres));
  const money = (amount_minor: number) => formatMoney({ amount_minor, currency: hall.currency }, language);
  const above = at.y > 240;
  return (
    <div
      className={`pointer-events-none absolute z-10 w-48 -translate-x-1/2 overflow-hidden rounded-md border-[1.5px] border-rule bg-ink text-sm text-paper ${above ? "-translate-y-full" : ""}`}
      style={{ left: `clamp(6.5rem, ${at.x}px, calc(100% - 6.5rem))`, top: above ? at.y - 14 : at.y + 18 }}
      data-testid="seat-card"
    >
      <View hall={hall} no={no} />
      <div className="px-3 py-2 leading-snug">
        <p className="truncate font-bold">
          {seatName(hall, no)}
          {hall.accessible[no] ? " ♿" : ""}
          {hall.companion[no] ? ` (${t("seats.companion")})` : ""}
        </p>
        <p className="truncate">{zone.name}</p>
        <p>
          <span className="numerals">{money(zone.price_minor)}</span>
          {zone.fee_minor > 0 && <span className="block text-xs opacity-80">+ {t("seats.fee", { fee: money(zone.fee_minor + zone.tax_minor) })}</span>}
        </p>
        <p className="text-xs opacity-80">{t("seats.from_stage", { metres })}</p>
      </div>
    </div>
  );
}
