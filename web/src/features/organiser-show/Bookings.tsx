import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useSettled } from "../../lib/use_settled.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { bookingTones } from "../../ui/booking_tones.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { bookingsQuery, type BookingOfShow, type Show } from "./api.ts";
import { BookingDetail } from "./BookingDetail.tsx";
import { ExportPlaces } from "./ExportPlaces.tsx";
import type { ChooseSeats } from "../../lib/seat_choice.ts";

const states = ["confirmed", "awaiting_payment", "partially_refunded", "refund_pending", "refunded", "substituted", "expired", "cancelled"] as const;
function Row({ booking, onOpen }: { booking: BookingOfShow; onOpen: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [first, ...more] = booking.places;
  return (
    <li>
      <button type="button" onClick={onOpen} data-testid="booking" className="panel flex w-full flex-wrap items-center gap-x-6 gap-y-2 p-4 text-left hover:bg-sunk sm:px-5">
        <span className="font-mono font-bold">{booking.reference}</span>
        <span className="min-w-0 flex-1 basis-56 leading-snug">
          <span className="block font-bold break-words">{booking.names.join(", ") || t("sales.nameless")}</span>
          <span className="block text-sm break-words text-soft">
            {first}
            {more.length > 0 && ` ${t("sales.and_more", { count: more.length })}`}
          </span>
        </span>
        <span className="leading-snug">
          <span className="numerals block">{formatMoney(booking.total, language)}</span>
          <span className="block text-sm text-soft">{dayAndTime(booking.created_at, language)}</span>
        </span>
        <Badge tone={bookingTones[booking.status]}>{t(`booking_status.${booking.status}`)}</Badge>
      </button>
    </li>
  );
}

export function Bookings({ show, organisation, seats }: { show: Show; organisation: string; seats: ChooseSeats }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [words, setWords] = useState(params.get("q") ?? "");
  const settled = useSettled(words.trim());
  const status = states.find((one) => one === params.get("status")) ?? "";
  const open = params.get("booking") ?? "";
  const put = (name: string, value: string, replace = true) =>
    setParams(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace },
    );
  useEffect(() => put("q", settled), [settled]); // eslint-disable-line react-hooks/exhaustive-deps -- the address follows the words and not the other way round
  const short = settled.length === 1;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(bookingsQuery(show.id, short ? "" : settled, status));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="mb-6 grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_14rem_auto] sm:items-end">
        <Field label={t("sales.find_buyer")} type="search" value={words} autoComplete="off" maxLength={100} onChange={(event) => setWords(event.target.value)} />
        <SelectField label={t("sales.state")} value={status} onChange={(event) => put("status", event.target.value)} options={[["", t("sales.every_state")], ...states.map((one) => [one, t(`booking_status.${one}`)] as const)]} />
        <ExportPlaces show={show} />
      </div>
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-40" />}
      {data && items.length === 0 && <EmptyState title={t(settled || status ? "sales.none_found" : "sales.no_bookings")}>{t(settled || status ? "sales.none_found_text" : "sales.no_bookings_text")}</EmptyState>}
      <ul className="grid gap-3">
        {items.map((booking) => (
          <Row key={booking.id} booking={booking} onOpen={() => put("booking", booking.id, false)} />
        ))}
      </ul>
      {hasNextPage && (
        <Button look="plain" className="mt-5" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("sales.load_more")}
        </Button>
      )}
      <Dialog open={open !== ""} onClose={() => put("booking", "")} label={t("sales.booking")} className="w-[min(44rem,96vw)]">
        <BookingDetail show={show} organisation={organisation} seats={seats} id={open} onClose={() => put("booking", "")} />
      </Dialog>
    </>
  );
}
