import { useInfiniteQuery } from "@tanstack/react-query";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { bookingTones } from "../../ui/booking_tones.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { soldQuery, type CounterSale, type Show } from "./api.ts";
import { Print } from "./Print.tsx";

function Row({ sale, show, by }: { sale: CounterSale; show: Show; by: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const opens = sale.status === "confirmed" || sale.status === "partially_refunded" || sale.status === "substituted";
  return (
    <li className="panel flex flex-wrap items-center gap-x-6 gap-y-3 p-4 sm:px-5" data-testid="sale">
      <span className="leading-snug">
        <span className="block font-mono font-bold">{sale.reference}</span>
        <time dateTime={sale.at} className="block text-sm text-soft">
          {dayAndTime(sale.at, language, show.venue.timezone)}
        </time>
      </span>
      <span className="min-w-0 flex-1 basis-56 leading-snug">
        <span className="block break-words">{sale.places.join(", ")}</span>
        <span className="block text-sm break-words text-soft">{[sale.name, sale.email, by && t("counter.sold_by", { name: by }), sale.reason].filter(Boolean).join(" · ")}</span>
      </span>
      <span className="leading-snug">
        <span className="numerals block">{formatMoney(sale.total, language)}</span>
        <span className="block text-sm text-soft">{t(`counter.method_${sale.method}`)}</span>
        {sale.refunded.amount_minor > 0 && <span className="block text-sm text-warn">{t("counter.went_back", { amount: formatMoney(sale.refunded, language) })}</span>}
      </span>
      <Badge tone={bookingTones[sale.status]}>{t(`booking_status.${sale.status}`)}</Badge>
      {opens && <Print showId={show.id} sale={sale} />}
    </li>
  );
}

/** Newest first: one's own sales, or those of all for owners and managers. */
export function SoldTab({ show }: { show: Show }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(soldQuery(show.id));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-72" />;
  const people = new Map(data.pages.flatMap((page) => page.people.map(({ id, name }) => [id, name] as const)));
  const sales = data.pages.flatMap(({ items }) => items);
  if (sales.length === 0) return <EmptyState title={t("counter.none_sold")}>{t("counter.none_sold_text")}</EmptyState>;
  return (
    <>
      <ul className="grid gap-3">
        {sales.map((sale) => (
          <Row key={sale.id} sale={sale} show={show} by={people.get(sale.by)} />
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" className="mt-5" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("counter.more")}
        </Button>
      )}
    </>
  );
}
