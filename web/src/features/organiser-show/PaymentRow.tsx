import { useState } from "react";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge, type BadgeTone } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import type { ManagedPayment } from "./api.ts";
import { leftMinor } from "./payments.ts";
import { RefundDialog } from "./RefundDialog.tsx";

const tones: Record<ManagedPayment["status"], BadgeTone> = { captured: "good", pending: "spark", failed: "quiet", expired: "quiet", refund_pending: "warn", refunded: "quiet", partially_refunded: "warn" };

export function PaymentRow({ payment, showId }: { payment: ManagedPayment; showId: string }) {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const left = leftMinor(payment);
  const money = (amount_minor: number) => formatMoney({ ...payment.amount, amount_minor }, language);
  const way = `sales.way_${payment.method ?? "none"}`;
  const label = t("sales.refund_of", { description: payment.description });
  return (
    <li className="panel flex flex-wrap items-center gap-x-6 gap-y-3 p-4 sm:px-5" data-testid="payment">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-bold break-words">{payment.description}</p>
        <p className="text-sm text-soft">
          {dayAndTime(payment.created_at, language)} · {i18n.exists(way) ? t(way as "sales.way_none") : payment.method} ({payment.provider})
        </p>
        <p className="font-mono text-xs text-soft select-all">{payment.booking_id}</p>
      </div>
      <div className="leading-tight">
        <p className="numerals text-lg">{formatMoney(payment.amount, language)}</p>
        {payment.promised_back.amount_minor > 0 && <p className="text-sm text-warn">{t("sales.went_back", { amount: formatMoney(payment.promised_back, language) })}</p>}
      </div>
      <Badge tone={payment.status === "pending" && payment.declined ? "warn" : tones[payment.status]}>{t(payment.status === "pending" && payment.declined ? "sales.payment_declined" : `sales.payment_${payment.status}`)}</Badge>
      {left > 0 && (
        <Button look="plain" size="sm" className="min-h-11" aria-label={label} onClick={() => setOpen(true)}>
          {t("sales.refund")}
        </Button>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} label={label}>
        <RefundDialog payment={payment} left={money(left)} showId={showId} onClose={() => setOpen(false)} />
      </Dialog>
    </li>
  );
}
