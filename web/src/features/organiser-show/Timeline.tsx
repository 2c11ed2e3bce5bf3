import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from "chart.js";
import { useEffect, useRef } from "react";
import { formatCount } from "../../lib/money.ts";
import { dateParts, shortDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { running, type Point } from "./sums.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

interface Props {
  points: readonly Point[];
  point_s: number;
  timezone: string;
}

const daySeconds = 86_400;

/** Places sold in each stretch of time as bars, and all of them until then as a line. Read aloud as a table. */
export function Timeline({ points, point_s, timezone }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart>(undefined);
  const label = (at: string) => (point_s >= daySeconds ? shortDate(at, language, timezone) : `${shortDate(at, language, timezone)} ${dateParts(at, language, timezone).time}`);
  const labels = points.map(({ from }) => label(from));
  const sold = points.map(({ sold: count }) => count);
  const all = running(points);

  useEffect(() => {
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const ticks = { color: colour("--color-soft"), font: { family: getComputedStyle(document.body).fontFamily } };
    const grid = { color: colour("--color-hair") };
    const made = new Chart(canvas.current!, {
      data: {
        labels: [],
        datasets: [
          { type: "line", label: t("sales.all_until_then"), data: [], yAxisID: "all", borderColor: colour("--color-ink"), borderWidth: 2, pointRadius: 0, pointHitRadius: 12, stepped: true },
          { type: "bar", label: t("sales.in_this_time"), data: [], yAxisID: "sold", backgroundColor: colour("--color-signal"), borderRadius: 3, maxBarThickness: 28 },
        ],
      },
      options: {
        animation: false,
        locale: language === "en" ? "en-ID" : "id-ID",
        maintainAspectRatio: false,
        interaction: { mode: "index", intersect: false },
        scales: {
          x: { ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 24 }, grid: { display: false } },
          sold: { beginAtZero: true, ticks: { ...ticks, precision: 0 }, grid },
          all: { beginAtZero: true, position: "right", ticks: { ...ticks, precision: 0 }, grid: { display: false } },
        },
      },
    });
    chart.current = made;
    return () => made.destroy();
  }, [t, language]);

  useEffect(() => {
    const { data } = chart.current!;
    data.labels = labels;
    data.datasets[0]!.data = all;
    data.datasets[1]!.data = sold;
    chart.current!.update();
  });

  return (
    <figure>
      <figcaption className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
        <span className="flex items-center gap-2"><span aria-hidden className="size-3 rounded-sm bg-signal" />{t("sales.in_this_time")}</span>
        <span className="flex items-center gap-2"><span aria-hidden className="h-0.5 w-4 bg-ink" />{t("sales.all_until_then")}</span>
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
                <th scope="col" className="py-1.5 pr-4 font-semibold">{t("sales.from")}</th>
                <th scope="col" className="py-1.5 pr-4 text-right font-semibold">{t("sales.in_this_time")}</th>
                <th scope="col" className="py-1.5 text-right font-semibold">{t("sales.all_until_then")}</th>
              </tr>
            </thead>
            <tbody className="numerals">
              {points.map(({ from }, i) => (
                <tr key={from} className="border-t border-hair">
                  <td className="py-1.5 pr-4">{labels[i]}</td>
                  <td className="py-1.5 pr-4 text-right">{formatCount(sold[i]!, language)}</td>
                  <td className="py-1.5 text-right">{formatCount(all[i]!, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
