import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge, type BadgeTone } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { deliveriesQuery, replay, type Delivery } from "./api.ts";

const tones: Record<Delivery["status"], BadgeTone> = { waiting: "warn", delivered: "good", given_up: "bad" };

function Text({ label, text }: { label: string; text: string }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-sm font-bold">{label}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keys too */}
      <pre tabIndex={0} role="region" aria-label={label} className="max-h-60 overflow-auto rounded-md bg-sunk p-3 text-xs break-all whitespace-pre-wrap">{text || "–"}</pre>
    </div>
  );
}

function Row({ organisation, webhook, delivery }: { organisation: string; webhook: string; delivery: Delivery }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const again = useMutation({ mutationFn: () => replay(organisation, webhook, delivery.id), onSuccess: () => queries.invalidateQueries(deliveriesQuery(organisation, webhook)) });
  const { type, status, attempts, created_at, next_attempt_at, http_status, fault, took_ms } = delivery;
  return (
    <li className="border-b border-hair last:border-0" data-testid="delivery">
      <details>
        <summary className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <code className="font-bold break-all">{type}</code>
          <Badge tone={tones[status]}>{t(`hooks.is_${status}`)}</Badge>
          <span className="text-sm text-soft">{dayAndTime(created_at, language)}</span>
          <span className="ml-auto font-mono text-sm">{http_status ?? "–"}</span>
        </summary>
        <div className="flex flex-col gap-4 pb-5">
          <p className="text-sm text-soft">
            {t("hooks.attempts", { count: attempts })} · {t("hooks.took", { ms: took_ms.toLocaleString(language) })}
            {next_attempt_at && ` · ${t("hooks.next", { time: dayAndTime(next_attempt_at, language) })}`}
          </p>
          {fault && <p className="text-sm font-semibold text-bad">{t("hooks.fault", { fault })}</p>}
          <div className="grid gap-4 md:grid-cols-2">
            <Text label={t("hooks.body")} text={delivery.body} />
            <Text label={t("hooks.answer")} text={delivery.answer} />
          </div>
          <ProblemNotice error={again.error} />
          <Button look="plain" size="sm" className="min-h-11 self-start" busy={again.isPending} onClick={() => again.mutate()}>
            {t("hooks.replay")}
          </Button>
        </div>
      </details>
    </li>
  );
}

/** What a webhook was told, newest first. */
export function Log({ organisation, webhook }: { organisation: string; webhook: string }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(deliveriesQuery(organisation, webhook));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24" />;
  const deliveries = data.pages.flatMap(({ items }) => items);
  if (deliveries.length === 0) return <p className="text-soft">{t("hooks.nothing_told")}</p>;
  return (
    <>
      <ul>
        {deliveries.map((delivery) => (
          <Row key={delivery.id} organisation={organisation} webhook={webhook} delivery={delivery} />
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" size="sm" className="mt-4 min-h-11" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("hooks.more")}
        </Button>
      )}
    </>
  );
}
