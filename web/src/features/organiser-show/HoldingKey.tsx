import { useMemo } from "react";
import { formatCount } from "../../lib/money.ts";
import type { SeatKinds } from "../../lib/seat_choice.ts";
import { useColours } from "../../lib/use_colours.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { holdings, type Holding } from "./holders.ts";

const variables: Record<Holding, string> = { free: "--good", held: "--warn", house: "--focus", sold: "--signal", closed: "--seat-taken" };
const shapes: Record<Holding, SeatKinds["looks"][number]["shape"]> = { free: "empty_chair", held: "diamond", house: "square", sold: "chair", closed: "dot" };
const chair = "M2 6a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2z";
const drawn: Record<Holding, string> = { free: chair, held: "M8 1l7 7-7 7-7-7z", house: "M2 3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1z", sold: chair, closed: "M6 6h4v4H6z" };

/** How the map shows each, in the page's colours. */
export function useHoldingLooks(): SeatKinds["looks"] {
  const colours = useColours(variables);
  return useMemo(() => holdings.map((each) => ({ colour: colours[each], shape: shapes[each] })), [colours]);
}

export function HoldingSign({ holding }: { holding: Holding }) {
  return (
    <svg viewBox="0 0 16 16" className="size-4 shrink-0" strokeWidth="2" aria-hidden="true" style={{ color: `var(${variables[holding]})` }} fill={holding === "free" ? "none" : "currentColor"} stroke={holding === "free" ? "currentColor" : "none"}>
      <path d={drawn[holding]} />
    </svg>
  );
}

/** What the shapes say, and how many seats there are of each. */
export function HoldingKey({ counts }: { counts: Record<Holding, number> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2" aria-label={t("house.states")}>
      {holdings.map((each) =>
        each === "closed" && counts.closed === 0 ? null : (
          <li key={each} className="flex items-center gap-2">
            <HoldingSign holding={each} />
            {t(`house.seat_${each}`)} <span className="numerals">{formatCount(counts[each], language)}</span>
          </li>
        ),
      )}
    </ul>
  );
}
