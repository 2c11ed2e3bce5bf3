import { useTranslation } from "../../lib/words.ts";
import { percentOf } from "./sums.ts";

interface Props {
  all: number;
  sold: number;
  held: number;
  house: number;
  /** Places of the plan that may not be taken, at the bar's end. */
  blocked?: number;
  colour: string;
}

/** The places of a zone by what has become of them. */
export function ZoneBar({ all, sold, held, house, blocked = 0, colour }: Props) {
  const { t } = useTranslation();
  const wide = (places: number) => (places / Math.max(1, all)) * 100;
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="mt-1.5 h-3 w-full rounded-sm bg-sunk" role="img" aria-label={t("sales.zone_bar", { sold: percentOf(sold, all), held: percentOf(held, all) })}>
      <rect width={wide(sold)} height="4" fill={colour} />
      <rect x={wide(sold)} width={wide(held)} height="4" fill={colour} opacity="0.35" />
      <rect x={wide(sold + held)} width={wide(house)} height="4" className="fill-soft" />
      {blocked > 0 && <rect x={wide(all - blocked)} width={wide(blocked)} height="4" className="fill-ink" opacity="0.15" />}
    </svg>
  );
}
