import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { paymentsQuery, saveSettlement, type Show } from "./api.ts";
import { PaymentRow } from "./PaymentRow.tsx";
import { bookingIdOf, shownPayments, states, type StateFilter } from "./payments.ts";

function Settlement({ show }: { show: Show }) {
  const { t } = useTranslation();
  const save = useMutation({ mutationFn: () => saveSettlement(show.id) });
  return (
    <div className="flex flex-col gap-3">
      <Button look="plain" className="min-h-12" busy={save.isPending} onClick={() => save.mutate()}>
        <Icon name="download" />
        {t("sales.settlement")}
      </Button>
      <ProblemNotice error={save.error} />
    </div>
  );
}

export function Payments({ show, organisation }: { show: Show; organisation: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const [search, setSearch] = useState(params.get("q") ?? "");
  const [state, setState] = useState<StateFilter>("");
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(paymentsQuery(organisation, show.id, bookingIdOf(search)));
  const loaded = data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = shownPayments(loaded, search, state);
  return (
    <>
      <div className="mb-6 grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_14rem_auto] sm:items-end">
        <Field label={t("sales.search")} type="search" value={search} autoComplete="off" onChange={(event) => setSearch(event.target.value)} />
        <SelectField label={t("sales.state")} value={state} onChange={(event) => setState(event.target.value as StateFilter)} options={[["", t("sales.every_state")], ...states.map((one) => [one, t(`sales.payment_${one}`)] as const)]} />
        <Settlement show={show} />
      </div>
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-40" />}
      {data && loaded.length === 0 && <EmptyState title={t("sales.no_payments")}>{t("sales.no_payments_text")}</EmptyState>}
      {data && loaded.length > 0 && (
        <p className="mb-3 text-sm text-soft" role="status">
          {t("sales.shown", { shown: shown.length, loaded: loaded.length })}
        </p>
      )}
      <ul className="grid gap-3">
        {shown.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} showId={show.id} />
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" className="mt-5" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("sales.load_more")}
        </Button>
      )}
    </>
  );
}
