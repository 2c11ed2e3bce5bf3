import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useSettled } from "../../lib/use_settled.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Field } from "../../ui/Field.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { Show } from "./api.ts";
import { payOut, payoutsQuery, type Payout } from "./money_api.ts";

function Row({ payout, show, onPaidOut }: { payout: Payout; show: Show; onPaidOut: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const amount = formatMoney(payout.amount, language);
  const { reference } = payout;
  return (
    <li className="panel flex flex-wrap items-center gap-x-5 gap-y-3 p-4" data-testid="payout">
      <span className="min-w-0 flex-1 basis-40 leading-snug">
        <span className="block font-mono font-bold">{reference}</span>
        <span className="block text-sm text-soft">
          {t(`counter.was_paid_${payout.method}`)} · {dayAndTime(payout.since, language, show.venue.timezone)}
        </span>
      </span>
      <span className="numerals text-xl">{amount}</span>
      <ConfirmButton
        look="ink"
        aria-label={t("counter.pay_out_of", { reference, amount })}
        question={t("counter.pay_out_question", { amount })}
        text={t(`counter.pay_out_text_${payout.method}`, { reference, amount })}
        action={t("counter.pay_out_now", { amount })}
        onConfirm={async () => {
          await payOut(payout.id);
          await onPaidOut();
        }}
      >
        {t("counter.pay_out")}
      </ConfirmButton>
    </li>
  );
}

/** Refunds of what was paid at the counter: handed back there, to whoever brings the tickets. */
export function Payouts({ show }: { show: Show }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [words, setWords] = useState("");
  const sought = useSettled(words.replace(/[^A-Za-z0-9]/g, "").toUpperCase());
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(payoutsQuery(show.id, sought));
  const payouts = data?.pages.flatMap(({ items }) => items) ?? [];
  const anew = () => client.invalidateQueries({ queryKey: ["show", show.id, "counter"] });
  return (
    <section aria-labelledby="payouts">
      <h2 id="payouts" className="shout mb-4 text-3xl">
        {t("counter.payouts")}
      </h2>
      <Field label={t("counter.find_reference")} type="search" value={words} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={16} className="mb-4" onChange={(event) => setWords(event.target.value)} />
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-24" />}
      {data && payouts.length === 0 && <p className="text-soft">{t(sought ? "counter.no_payout_of" : "counter.no_payouts")}</p>}
      <ul className="grid gap-3">
        {payouts.map((payout) => (
          <Row key={payout.id} payout={payout} show={show} onPaidOut={anew} />
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" className="mt-5" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("counter.more_payouts")}
        </Button>
      )}
    </section>
  );
}
