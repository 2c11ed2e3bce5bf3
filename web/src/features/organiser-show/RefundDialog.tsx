import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatMoney } from "../../lib/money.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useFirstFocus } from "../../lib/use_first_focus.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { refund, refundQuery, type ManagedPayment, type Refund } from "./api.ts";
import { refundForm, refundWish, type RefundWhat } from "./forms.ts";

interface Props {
  payment: ManagedPayment;
  /** What can still go back, as it is written. */
  left: string;
  showId: string;
  onClose: () => void;
}

const whats: readonly RefundWhat[] = ["all", "ticket_ids", "amount_minor"];

/** It was asked for: followed until the provider has said yes or no. */
function Made({ made, onClose }: { made: Refund; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = useFirstFocus<HTMLDivElement>();
  const { data } = useQuery(refundQuery(made));
  const tone = { pending: "info", succeeded: "good", failed: "bad" } as const;
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-5 outline-none" data-testid={`refund-${data.status}`}>
      <Notice tone={tone[data.status]} title={t(`sales.refund_${data.status}`, { amount: formatMoney(data.amount, language) })}>
        <p>{t(`sales.refund_${data.status}_text`)}</p>
      </Notice>
      <Button look="ink" className="self-start" onClick={onClose}>
        {t("common.close")}
      </Button>
    </div>
  );
}

function Ask({ payment, left, onMade, onClose }: Omit<Props, "showId"> & { onMade: (made: Refund) => void }) {
  const { t } = useTranslation();
  const { currency } = payment.amount;
  const [what, setWhat] = useState<RefundWhat>("all");
  const { submit, field, failure, busy } = useCheckedForm(refundForm(what, currency), { ticket_ids: "", amount_minor: "", reason: "" }, async (fields) => onMade(await refund(refundWish(payment.id, what, fields, currency))));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-5">
      <p>{t("sales.refund_text", { left })}</p>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1.5 text-sm font-bold">{t("sales.refund_what")}</legend>
        {whats.map((one) => (
          <label key={one} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input type="radio" name="what" checked={what === one} onChange={() => setWhat(one)} className="size-5 shrink-0 accent-signal" />
            {t(`sales.refund_what_${one}`, { left })}
          </label>
        ))}
      </fieldset>
      <Field className={what === "ticket_ids" ? "" : "hidden"} label={t("sales.ticket_ids")} inputMode="numeric" autoComplete="off" hint={t("sales.ticket_ids_hint")} {...field("ticket_ids")} />
      <Field className={what === "amount_minor" ? "" : "hidden"} label={t("sales.amount", { currency })} inputMode="decimal" autoComplete="off" hint={t("sales.amount_hint")} {...field("amount_minor")} />
      <Field label={t("sales.reason")} autoComplete="off" maxLength={40} hint={t("sales.reason_hint")} {...field("reason")} />
      <ProblemNotice error={failure} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {t("sales.refund_now")}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}

export function RefundDialog({ payment, left, showId, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [made, setMade] = useState<Refund>();
  const done = () => {
    void queries.invalidateQueries({ queryKey: ["show", showId, "payments"] });
    onClose();
  };
  return (
    <div className="flex flex-col gap-4 p-6">
      <h2 className="shout text-3xl">{t("sales.refund")}</h2>
      <p className="text-sm text-soft break-words">{payment.description}</p>
      {made ? <Made made={made} onClose={done} /> : <Ask payment={payment} left={left} onMade={setMade} onClose={onClose} />}
    </div>
  );
}
