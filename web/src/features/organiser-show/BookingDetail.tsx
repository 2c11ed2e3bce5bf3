import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { bookingQuery, resend, takeFreeBack, type BookingInWhole, type Show } from "./api.ts";
import { AtCounter } from "./AtCounter.tsx";
import { BookingHistory } from "./BookingHistory.tsx";
import { MoveBooking } from "./MoveBooking.tsx";
import { RenameTicket } from "./RenameTicket.tsx";
import type { ChooseSeats } from "../../lib/seat_choice.ts";

function Places({ booking, showId }: { booking: BookingInWhole; showId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="grid gap-2">
      {booking.lines.map((line) => {
        const ticket = booking.tickets.findLast(({ seat_no }) => seat_no === line.seat_no);
        return (
          <li key={line.seat_no} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-hair pb-2 last:border-0">
            <span className="min-w-0 flex-1 basis-40 font-bold break-words">
              {line.label}
              {ticket?.name && <span className="block text-sm font-normal text-soft">{ticket.name}</span>}
              {ticket && !ticket.with_buyer && <span className="block text-sm font-normal text-soft">{t("sales.with_another")}</span>}
            </span>
            <span className="numerals text-soft">{formatMoney(line.total, language)}</span>
            {ticket && <Badge tone={ticket.status === "valid" ? "good" : ticket.status === "frozen" ? "warn" : "quiet"}>{t(`ticket_status.${ticket.status}`)}</Badge>}
            {ticket?.status === "valid" && <RenameTicket showId={showId} booking={booking.id} ticket={ticket} label={line.label} />}
          </li>
        );
      })}
    </ul>
  );
}

function Resend({ showId, booking }: { showId: string; booking: BookingInWhole }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const send = useMutation({ mutationFn: () => resend(showId, booking.id), onSuccess: () => client.invalidateQueries({ queryKey: bookingQuery(showId, booking.id).queryKey }) });
  if (!booking.tickets.some(({ status, with_buyer }) => status === "valid" && with_buyer)) return null;
  return (
    <>
      <Button look="plain" busy={send.isPending} onClick={() => send.mutate()}>
        {t("sales.resend")}
      </Button>
      {send.isSuccess && <Notice tone="good">{t("sales.resent")}</Notice>}
      <ProblemNotice error={send.error} />
    </>
  );
}

/** Of what cost nothing; what was paid is refunded, on the page of its payment. */
function TakeBack({ showId, booking }: { showId: string; booking: BookingInWhole }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  if (booking.total.amount_minor > 0 || !booking.tickets.some(({ status }) => status === "valid")) return null;
  const run = async () => client.setQueryData(bookingQuery(showId, booking.id).queryKey, await takeFreeBack(showId, booking.id));
  return (
    <ConfirmButton question={t("sales.take_back_question")} text={t("sales.take_back_text")} action={t("sales.take_back")} onConfirm={run}>
      {t("sales.take_back")}
    </ConfirmButton>
  );
}

function Whole({ booking, show, organisation, seats }: { booking: BookingInWhole; show: Show; organisation: string; seats: ChooseSeats }) {
  const { t } = useTranslation();
  const [moving, setMoving] = useState(false);
  const seated = booking.tickets.some(({ status, seat_no }) => status === "valid" && booking.lines.some((line) => line.seat_no === seat_no && line.label !== line.zone));
  const language = useLanguage();
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Badge tone="ink">{t(`booking_status.${booking.status}`)}</Badge>
        <span className="numerals text-lg">{formatMoney(booking.total, language)}</span>
        {booking.refunded.amount_minor > 0 && <span className="text-sm text-warn">{t("sales.went_back", { amount: formatMoney(booking.refunded, language) })}</span>}
      </p>
      <p className="mt-4 leading-snug break-words empty:hidden">
        {booking.buyer ? (
          <>
            <span className="block font-bold">{booking.buyer.name}</span>
            {booking.buyer.email && <a href={`mailto:${booking.buyer.email}`} className="underline decoration-2 underline-offset-4">{booking.buyer.email}</a>}
          </>
        ) : (
          !booking.counter && <span className="text-soft">{t("sales.account_gone")}</span>
        )}
      </p>
      {booking.counter && <AtCounter organisation={organisation} counter={booking.counter} />}
      <h3 className="mt-6 mb-2 font-bold">{t("sales.places")}</h3>
      <Places booking={booking} showId={show.id} />
      <div className="mt-5 flex flex-wrap gap-3">
        <Resend showId={show.id} booking={booking} />
        <TakeBack showId={show.id} booking={booking} />
        {seated && !moving && (
          <Button look="plain" onClick={() => setMoving(true)}>
            {t("house.move")}
          </Button>
        )}
        {booking.payment_id && (
          <ButtonLink look="plain" to={`/organiser/${organisation}/shows/${show.id}?section=payments&q=${booking.id}`}>
            {t("sales.to_payment")}
          </ButtonLink>
        )}
      </div>
      {moving && <MoveBooking show={show} booking={booking} seats={seats} onDone={() => setMoving(false)} />}
      <BookingHistory booking={booking} show={show} />
    </>
  );
}

interface Props {
  show: Show;
  organisation: string;
  seats: ChooseSeats;
  id: string;
  onClose: () => void;
}

export function BookingDetail({ show, organisation, seats, id, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(bookingQuery(show.id, id));
  return (
    <div className="p-5 sm:p-7">
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 className="shout text-3xl">{data?.reference ?? t("sales.booking")}</h2>
        <Button look="plain" size="sm" className="min-h-11" aria-label={t("common.close")} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      {error && !data && <QueryProblem error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-72" />}
      {data && <Whole booking={data} show={show} organisation={organisation} seats={seats} />}
    </div>
  );
}
