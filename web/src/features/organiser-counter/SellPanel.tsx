import { useState, type FormEvent } from "react";
import type { Hall } from "../../lib/hall.ts";
import { formatMoney } from "../../lib/money.ts";
import { parseMinor } from "../../lib/typed_money.ts";
import { useArrival } from "../../lib/use_arrival.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Countdown } from "../../ui/Countdown.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { changeOf } from "./cash.ts";
import { Methods } from "./Methods.tsx";
import { PartOf } from "./PartOf.tsx";
import { Places } from "./Places.tsx";
import { Received } from "./Received.tsx";
import { mostPlaces, placesIn, saleOf, totalOf, wholeOf, type CounterHold, type Method, type SaleWish } from "./sale.ts";

interface Props {
  hall: Hall;
  group: CounterHold;
  mayGive: boolean;
  busy: boolean;
  onSell: (wish: SaleWish, change_minor: number) => void;
  /** Lets go what is held for this sale; leaves as it is what was kept before. */
  onBack: (over: boolean) => void;
  leaving: boolean;
}

/** What is held, what it costs, how it is paid. */
export function SellPanel({ hall, group, mayGive, busy, onSell, onBack, leaving }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const heading = useArrival<HTMLHeadingElement>();
  const kept = group.name !== "";
  const [part, setPart] = useState(() => wholeOf(group));
  const [method, setMethod] = useState<Method>("cash");
  const [received, setReceived] = useState("");
  const [reason, setReason] = useState("");
  const [buyer, setBuyer] = useState({ name: kept ? group.name : "", email: "" });
  const over = useServerNow() >= Date.parse(group.until ?? "9999-12-31");
  const count = placesIn(part);
  const price = totalOf(group, part);
  const total = method === "complimentary" ? { ...price, amount_minor: 0 } : price;
  const change = method === "cash" && received.trim() ? changeOf(total, parseMinor(received, total.currency) ?? -1).amount_minor : 0;
  const ready = count > 0 && count <= mostPlaces && !over && change >= 0 && (method !== "complimentary" || reason.trim() !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onSell(saleOf(group, part, { method, reason, ...buyer, locale: language === "en" ? "en" : "id" }), change);
  };
  return (
    <form onSubmit={submit} className="grid items-start gap-5 lg:grid-cols-2" data-testid="sell">
      <section className="panel grid gap-4 p-4 sm:p-6">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 ref={heading} tabIndex={-1} className="shout min-w-0 text-3xl break-words outline-none">{kept ? group.name : t("counter.held")}</h2>
          {group.until && (
            <span className={`flex items-center gap-2 rounded-md px-3 py-2 ${over ? "bg-bad-soft text-bad" : "bg-sunk"}`}>
              <Icon name="clock" />
              {over ? <span className="font-bold">{t("counter.over")}</span> : <Countdown until={group.until} className="text-xl" />}
            </span>
          )}
        </div>
        {kept && placesIn(wholeOf(group)) > 1 && <PartOf hall={hall} group={group} part={part} onChange={setPart} />}
        <Places hall={hall} group={group} part={part} />
        <p className="flex flex-wrap items-baseline justify-between gap-x-4 border-t-[1.5px] border-rule pt-3">
          <span className="font-bold">{t("counter.total")}</span>
          <span className="numerals text-5xl" data-testid="total">{formatMoney(total, language)}</span>
        </p>
        {count > mostPlaces && <p className="text-sm font-semibold text-bad">{t("counter.too_many", { count: mostPlaces })}</p>}
      </section>
      <section className="panel grid gap-4 p-4 sm:p-6">
        <Methods methods={mayGive ? ["cash", "card", "complimentary"] : ["cash", "card"]} chosen={method} onChange={setMethod} />
        {method === "cash" && total.amount_minor > 0 && <Received total={total} text={received} onChange={setReceived} />}
        {method === "card" && <p className="text-sm text-soft">{t("counter.card_text")}</p>}
        {method === "complimentary" && <Field label={t("counter.reason")} hint={t("counter.reason_hint")} value={reason} maxLength={100} required autoComplete="off" onChange={(event) => setReason(event.target.value)} />}
        <details open={buyer.name !== ""}>
          <summary className="flex min-h-11 items-center font-bold underline decoration-2 underline-offset-4">{t("counter.for_whom")}</summary>
          <div className="mt-2 grid gap-4 sm:grid-cols-2">
            <Field label={t("counter.name")} value={buyer.name} maxLength={100} autoComplete="off" onChange={(event) => setBuyer({ ...buyer, name: event.target.value })} />
            <Field label={t("counter.email")} type="email" value={buyer.email} maxLength={254} autoComplete="off" onChange={(event) => setBuyer({ ...buyer, email: event.target.value })} />
          </div>
        </details>
      </section>
      <div className="sticky bottom-3 z-20 flex gap-3 rounded-lg border-[1.5px] border-rule bg-card p-3 lg:col-span-2">
        <Button look="plain" size="lg" busy={leaving} disabled={busy} onClick={() => onBack(over)}>
          {t(over ? "counter.again" : kept ? "counter.back" : "counter.let_go")}
        </Button>
        <Button type="submit" size="lg" className="grow" busy={busy} disabled={!ready}>
          {t(method === "complimentary" ? "counter.give" : "counter.sell", { count, total: formatMoney(total, language) })}
        </Button>
      </div>
    </form>
  );
}
