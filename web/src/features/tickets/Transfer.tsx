import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { dayAndTime } from "../../lib/time.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { takeBack, ticketsQuery, type Show, type Ticket } from "./api.ts";

const TransferForm = lazy(() => import("./TransferForm.tsx"));

/** Gives the ticket to somebody else, or takes that back as long as nobody took it. */
export function Transfer({ ticket, show }: { ticket: Ticket; show: Show }) {
  const { t } = useTranslation();
  const now = useServerNow(60_000);
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const changed = () => {
    setAsked(false);
    return queries.invalidateQueries(ticketsQuery);
  };
  if (ticket.transfer) return <Offered ticket={ticket} show={show} transfer={ticket.transfer} onEnd={changed} />;
  if (Date.parse(show.starts_at) <= now) return null;
  return (
    <div className="border-t-[1.5px] border-hair px-5 py-4">
      {asked ? (
        <Suspense>
          <TransferForm ticketId={ticket.id} onDone={changed} onCancel={() => setAsked(false)} />
        </Suspense>
      ) : (
        <Button look="plain" className="w-full" onClick={() => setAsked(true)}>
          <Icon name="next" />
          {t("transfer.give")}
        </Button>
      )}
    </div>
  );
}

interface OfferedProps {
  ticket: Ticket;
  show: Show;
  transfer: NonNullable<Ticket["transfer"]>;
  onEnd: () => Promise<void>;
}

function Offered({ ticket, show, transfer, onEnd }: OfferedProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  // Whoever was faster has it: then the list tells.
  const back = useMutation({ mutationFn: () => takeBack(ticket.id, transfer.id), onSettled: onEnd });
  return (
    <div className="flex flex-col gap-3 border-t-[1.5px] border-hair px-5 py-4 wrap-anywhere">
      <Notice title={t("transfer.offered", { email: transfer.email })}>
        <p>{t("transfer.offered_until", { time: dayAndTime(transfer.expires_at, language, show.venue.timezone) })}</p>
      </Notice>
      <ProblemNotice error={back.error} />
      <Button look="plain" busy={back.isPending} onClick={() => back.mutate()}>
        {t("transfer.take_back")}
      </Button>
    </div>
  );
}
