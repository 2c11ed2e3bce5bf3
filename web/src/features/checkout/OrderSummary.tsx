import { formatMoney } from "../../lib/money.ts";
import { longDate, dateParts } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Poster } from "../../ui/Poster.tsx";
import type { Hold, Show } from "./api.ts";
import { summarise } from "./summary.ts";

/** What is bought, where and when, and what it costs to the last rupiah. */
export function OrderSummary({ hold, show }: { hold: Hold; show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { lines, prices_minor, fees_minor, total_minor } = summarise(hold, show);
  const money = (amount_minor: number) => formatMoney({ amount_minor, currency: show.currency }, language);
  return (
    <section aria-label={t("checkout.order")} className="panel overflow-hidden">
      <div className="aspect-[16/7]">
        <Poster seed={show.concert.poster_seed} colours={show.concert.colours} url={show.concert.poster_url} />
      </div>
      <div className="p-5">
        <h2 className="shout text-4xl">{show.concert.artist}</h2>
        <p className="font-bold">{show.concert.title}</p>
        <p className="mt-2 text-sm text-soft">
          {longDate(show.starts_at, language, show.venue.timezone)}, {dateParts(show.starts_at, language, show.venue.timezone).time}
          <br />
          {show.venue.name}, {show.venue.city}
        </p>
        <ul className="mt-5 flex flex-col gap-3 border-t-2 border-dashed border-hair pt-4">
          {lines.map((line) => (
            <li key={line.zone} className="flex justify-between gap-4">
              <span>
                <span className="flex items-center gap-2 font-bold">
                  <span className="size-3 rounded-full" style={{ background: line.colour }} />
                  {line.labels.length} × {line.zone}
                </span>
                <span className="text-sm text-soft">{[...new Set(line.labels)].join(", ")}</span>
              </span>
              <span>{money(line.price_minor)}</span>
            </li>
          ))}
        </ul>
        <dl className="mt-4 grid grid-cols-[1fr_auto] gap-y-1.5 border-t-2 border-dashed border-hair pt-4">
          <dt className="text-soft">{t("checkout.tickets")}</dt>
          <dd className="text-right">{money(prices_minor)}</dd>
          <dt className="text-soft">{t("checkout.fees")}</dt>
          <dd className="text-right">{money(fees_minor)}</dd>
          <dt className="mt-1 text-lg font-bold">{t("checkout.total")}</dt>
          <dd className="numerals mt-1 text-right text-2xl" data-testid="total">
            {money(total_minor)}
          </dd>
        </dl>
      </div>
    </section>
  );
}
