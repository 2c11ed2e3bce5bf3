import { useMutation } from "@tanstack/react-query";
import { saveTicketPdf } from "../../lib/papers.ts";
import { dateParts, longDate } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { saveCalendar, type Ticket } from "./api.ts";
import type { Night } from "./nights.ts";
import { Qr } from "./Qr.tsx";
import { RenameTicket } from "./RenameTicket.tsx";
import { Transfer } from "./Transfer.tsx";
import { useCode } from "./use_code.ts";
import { WalletButtons } from "./WalletButtons.tsx";

interface Props {
  night: Night;
  ticketId: string;
  onPick: (ticketId: string) => void;
  onClose: () => void;
}

function Code({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { text, changesIn } = useCode(ticket);
  return (
    <>
      {text ? <Qr code={text} label={t("tickets.code", { seat: ticket.label })} /> : <div className="aspect-square w-full bg-white" />}
      {changesIn !== undefined && (
        <div className="mt-2" role="timer" aria-label={t("tickets.changes")}>
          <div className="h-1.5 overflow-hidden rounded-full bg-sunk">
            <div className="h-full bg-signal transition-[width] duration-1000 ease-linear" style={{ width: `${(changesIn / ticket.rotation!.period_s) * 100}%` }} />
          </div>
          <p className="mt-1 text-center text-xs text-soft">{t("tickets.changes")}</p>
        </div>
      )}
    </>
  );
}

/** One ticket at the gate: nothing but the code, the place and the way to the next ticket of the party. */
export default function TicketDialog({ night, ticketId, onPick, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const calendar = useMutation({ mutationFn: () => saveCalendar(ticketId) });
  const pdf = useMutation({ mutationFn: () => saveTicketPdf(ticketId, language) });
  const index = night.tickets.findIndex(({ id }) => id === ticketId);
  const ticket = night.tickets[index];
  if (!ticket) return null;
  const step = (by: number) => night.tickets[index + by]?.id;
  const { show } = night;
  const arrow = "grid size-12 place-items-center rounded-md border-[1.5px] border-rule disabled:opacity-30";
  return (
    <Dialog open onClose={onClose} label={t("tickets.ticket", { seat: ticket.label })}>
      <div className="flex items-center justify-between gap-2 px-5 pt-4">
        <p className="shout truncate text-2xl">{show.concert.artist}</p>
        <button type="button" onClick={onClose} aria-label={t("common.close")} className="-mr-2 grid size-11 shrink-0 place-items-center">
          <Icon name="close" />
        </button>
      </div>
      <p className="px-5 text-sm text-soft">
        {longDate(show.starts_at, language, show.venue.timezone)}, {dateParts(show.starts_at, language, show.venue.timezone).time} · {show.venue.name}
      </p>
      <div className={`mx-auto my-4 w-[min(22rem,78vw,58dvh)] ${ticket.status === "valid" ? "" : "opacity-30"}`}>
        <Code key={ticketId} ticket={ticket} />
      </div>
      <div className="flex items-center justify-between gap-3 border-t-2 border-dashed border-hair px-5 py-4">
        <button type="button" className={arrow} disabled={!step(-1)} aria-label={t("tickets.previous")} onClick={() => onPick(step(-1)!)}>
          <Icon name="back" />
        </button>
        <div className="text-center leading-tight">
          <p className="text-lg font-bold">{ticket.label}</p>
          <p className="text-sm text-soft">{ticket.zone}</p>
          {ticket.attendee && <p className="font-bold break-words">{ticket.attendee}</p>}
          <p className="text-xs text-soft">
            {t("tickets.number")} <span className="font-mono select-all">{ticket.id}</span>
          </p>
          <p className="text-sm text-soft">{t("tickets.of", { index: index + 1, count: night.tickets.length })}</p>
          {ticket.status !== "valid" && <Badge tone="warn">{t(`ticket_status.${ticket.status}`)}</Badge>}
        </div>
        <button type="button" className={arrow} disabled={!step(1)} aria-label={t("tickets.next")} onClick={() => onPick(step(1)!)}>
          <Icon name="next" />
        </button>
      </div>
      {ticket.status === "frozen" && (
        <Notice tone="warn" className="mx-5 mb-4">
          <p>{t("tickets.frozen_text")}</p>
        </Notice>
      )}
      <div className="grid grid-cols-2 gap-3 px-5 pb-5">
        {ticket.status !== "frozen" && (
          <Button look="plain" busy={pdf.isPending} onClick={() => pdf.mutate()}>
            <Icon name="download" />
            {t("tickets.pdf")}
          </Button>
        )}
        <Button look="plain" busy={calendar.isPending} onClick={() => calendar.mutate()}>
          <Icon name="calendar" />
          {t("tickets.calendar")}
        </Button>
        <WalletButtons key={ticket.id} ticket={ticket} />
        {ticket.status === "valid" && <RenameTicket key={ticket.id} ticket={ticket} show={show} />}
        <ProblemNotice error={pdf.error ?? calendar.error} className="col-span-2" />
      </div>
      {ticket.status === "valid" && <Transfer key={ticket.id} ticket={ticket} show={show} />}
    </Dialog>
  );
}
