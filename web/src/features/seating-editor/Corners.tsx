import type { Point } from "../../lib/plane.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import type { Stage, Standing } from "./model.ts";
import { NumberField } from "./NumberField.tsx";

/** One more corner, in the middle of the longest side. */
function withOneMore(points: readonly Point[]): Point[] {
  const sides = points.map(([x, y], i) => Math.hypot(x - points[(i + 1) % points.length]![0], y - points[(i + 1) % points.length]![1]));
  const longest = sides.indexOf(Math.max(...sides));
  const [a, b] = [points[longest]!, points[(longest + 1) % points.length]!];
  return points.toSpliced(longest + 1, 0, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
}

/** The corners of a polygon, from its middle. */
export function Corners({ thing, onChange }: { thing: Standing | Stage; onChange: (patch: { points: Point[] }) => void }) {
  const { t } = useTranslation();
  const points = [...thing.points];
  return (
    <details className="border-t-[1.5px] border-hair pt-3">
      <summary className="min-h-11 py-2 font-bold">{t("plans.corners")}</summary>
      <ol className="grid gap-3">
        {points.map(([x, y], i) => (
          <li key={i} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
            <NumberField label={t("plans.corner_x", { number: i + 1 })} value={x} min={-100_000} max={100_000} step={0.5} onChange={(value) => onChange({ points: points.with(i, [value, y]) })} />
            <NumberField label={t("plans.corner_y", { number: i + 1 })} value={y} min={-100_000} max={100_000} step={0.5} onChange={(value) => onChange({ points: points.with(i, [x, value]) })} />
            <Button look="plain" size="sm" className="min-h-11" aria-label={t("plans.corner_remove", { number: i + 1 })} disabled={points.length < 4} onClick={() => onChange({ points: points.toSpliced(i, 1) })}>
              ×
            </Button>
          </li>
        ))}
      </ol>
      <Button look="plain" size="sm" className="mt-3 min-h-11" onClick={() => onChange({ points: withOneMore(points) })}>
        {t("plans.corner_add")}
      </Button>
    </details>
  );
}
