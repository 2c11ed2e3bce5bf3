import { useMutation } from "@tanstack/react-query";
import { saveTicketPdf } from "../../lib/papers.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import type { Booking } from "./api.ts";

type Ticket = NonNullable<Booking["tickets"]>[number];

function Place({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pdf = useMutation({ mutationFn: () => saveTicketPdf(ticket.id, language) });
  const printable = ticket.status === "valid" || ticket.status === "used";
  return (
    <li className="stub flex flex-wrap items-center gap-x-4 gap-y-2 py-3 pr-4 pl-5 [--tear:4rem]" data-testid={`ticket-${ticket.status}`}>
      <span className={`size-3 shrink-0 rounded-full ${printable ? "bg-signal" : "bg-hair"}`} />
      <span className={`ml-8 min-w-0 flex-1 ${printable ? "" : "text-soft"}`}>
        <span className={`block font-bold ${ticket.status === "void" ? "line-through" : ""}`}>{ticket.label}</span>
        <span className="text-sm text-soft">{ticket.zone}</span>
      </span>
      {ticket.status !== "valid" && <Badge tone={ticket.status === "frozen" ? "warn" : "quiet"}>{t(`ticket_status.${ticket.status}`)}</Badge>}
      {printable && (
        <Button look="plain" size="sm" className="min-h-11" busy={pdf.isPending} aria-label={t("result.pdf_of", { seat: ticket.label })} onClick={() => pdf.mutate()}>
          {t("result.pdf")}
          <Icon name="download" />
        </Button>
      )}
      <ProblemNotice error={pdf.error} className="w-full" />
    </li>
  );
}

export function Places({ tickets }: { tickets: readonly Ticket[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {tickets.map((ticket) => (
        <Place key={ticket.id} ticket={ticket} />
      ))}
    </ul>
  );
}
