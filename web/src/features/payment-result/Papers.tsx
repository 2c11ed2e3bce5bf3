import { useMutation } from "@tanstack/react-query";
import { saveInvoice } from "../../lib/papers.ts";
import { isProblem } from "../../lib/problem.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { sendMailAgain, type Booking } from "./api.ts";

/** The invoice, and the mail with the tickets once more. */
export function Papers({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const invoice = useMutation({ mutationFn: () => saveInvoice(booking.id, booking.reference) });
  const mail = useMutation({ mutationFn: () => sendMailAgain(booking.id) });
  const valid = booking.tickets?.some(({ status }) => status === "valid");
  const notYet = isProblem(invoice.error, "not-found");
  const often = isProblem(mail.error, "rate-limited");
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        {booking.total.amount_minor > 0 && (
          <Button look="plain" busy={invoice.isPending} onClick={() => invoice.mutate()}>
            <Icon name="download" />
            {t("result.invoice")}
          </Button>
        )}
        {valid && (
          <Button look="plain" busy={mail.isPending} onClick={() => mail.mutate()}>
            <Icon name="mail" />
            {t("result.mail_again")}
          </Button>
        )}
      </div>
      {notYet ? <Notice>{t("result.invoice_not_yet")}</Notice> : <ProblemNotice error={invoice.error} />}
      {mail.isSuccess && <Notice tone="good">{t("result.mail_promised")}</Notice>}
      {often ? <Notice tone="warn">{t("result.mail_too_often")}</Notice> : <ProblemNotice error={mail.error} />}
    </div>
  );
}
