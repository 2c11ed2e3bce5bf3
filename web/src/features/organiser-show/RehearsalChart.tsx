import { Chart, Filler, LinearScale, LineController, LineElement, PointElement, Tooltip } from "chart.js";
import { useEffect, useRef } from "react";
import { formatCount } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { useSpan } from "./use_span.ts";

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement, Tooltip);

const kinds = [
  ["sold", "--color-good", "bg-good"],
  ["held", "--color-spark", "bg-spark"],
  ["free", "--color-hair", "bg-hair"],
] as const;

/** The places from minute to minute, sold, held and free, one above the other; the queue as a line. Read aloud as a table. */
export function RehearsalChart({ moments, queue }: { moments: Rehearsal["moments"]; queue: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const span = useSpan();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const ticks = { color: colour("--color-soft"), font: { family: getComputedStyle(document.body).fontFamily } };
    const line = { pointRadius: 0, pointHitRadius: 12, borderWidth: 0 };
    const points = (name: "sold" | "held" | "free" | "waiting") => moments.map((moment) => ({ x: moment.at_s / 60, y: moment[name] }));
    const places = kinds.map(([name, variable]) => ({ ...line, label: t(`rehearsal.${name}`), data: points(name), backgroundColor: colour(variable), fill: "stack" as const, stack: "places", yAxisID: "places" }));
    const waiting = { ...line, label: t("rehearsal.waiting"), data: points("waiting"), borderColor: colour("--color-ink"), borderWidth: 2, yAxisID: "waiting", fill: false };
    const made = new Chart(canvas.current!, {
      type: "line",
      data: { datasets: queue ? [waiting, ...places] : places },
      options: {
        animation: false,
        parsing: false,
        locale: language === "en" ? "en-ID" : "id-ID",
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        scales: {
          x: { type: "linear", ticks: { ...ticks, maxRotation: 0 }, grid: { display: false }, title: { display: true, text: t("rehearsal.minutes_since"), ...ticks } },
          places: { stacked: true, beginAtZero: true, ticks: { ...ticks, precision: 0 }, grid: { color: colour("--color-hair") } },
          ...(queue ? { waiting: { beginAtZero: true, position: "right" as const, ticks: { ...ticks, precision: 0 }, grid: { display: false } } } : {}),
        },
      },
    });
    return () => made.destroy();
  }, [moments, queue, t, language]);

  const columns = queue ? (["free", "held", "sold", "waiting"] as const) : (["free", "held", "sold"] as const);
  return (
    <figure>
      <figcaption className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
        {kinds.map(([name, , look]) => <span key={name} className="flex items-center gap-2"><span aria-hidden className={`size-3 rounded-sm ${look}`} />{t(`rehearsal.${name}`)}</span>)}
        {queue && <span className="flex items-center gap-2"><span aria-hidden className="h-0.5 w-4 bg-ink" />{t("rehearsal.waiting")}</span>}
      </figcaption>
      <div className="relative h-56 sm:h-72" aria-hidden>
        <canvas ref={canvas} />
      </div>
      <details className="mt-3 text-sm">
        <summary className="min-h-11 py-2.5 font-bold underline decoration-2 underline-offset-4">{t("sales.as_table")}</summary>
        <div className="max-h-72 overflow-auto">
          <table className="w-full text-left">
            <thead>
              <tr className="text-soft">
                <th scope="col" className="py-1.5 pr-4 font-semibold">{t("rehearsal.after")}</th>
                {columns.map((column) => <th key={column} scope="col" className="py-1.5 pr-4 text-right font-semibold">{t(`rehearsal.${column}`)}</th>)}
              </tr>
            </thead>
            <tbody className="numerals">
              {moments.map((moment) => (
                <tr key={moment.at_s} className="border-t border-hair">
                  <td className="py-1.5 pr-4">{span(moment.at_s)}</td>
                  {columns.map((column) => <td key={column} className="py-1.5 pr-4 text-right">{formatCount(moment[column], language)}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
