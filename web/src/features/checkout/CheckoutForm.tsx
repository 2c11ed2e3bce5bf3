import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link, useNavigate } from "react-router";
import { keep, kept } from "../../lib/keep.ts";
import { formatMoney } from "../../lib/money.ts";
import { isProblem } from "../../lib/problem.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { book, startPayment, type Hold, type Provider, type Show } from "./api.ts";
import { summarise } from "./summary.ts";

const providers: readonly Provider[] = ["sandbox"];

function PromoCode({ value, onChange, error }: { value: string; onChange: (value: string) => void; error: string | undefined }) {
  const { t } = useTranslation();
  return (
    <details open={value !== "" || error !== undefined}>
      <summary className="min-h-11 py-2.5 text-sm font-bold underline decoration-2 underline-offset-4">{t("checkout.have_promo")}</summary>
      <Field label={t("checkout.promo")} value={value} error={error} maxLength={40} autoComplete="off" autoCapitalize="characters" onChange={(event) => onChange(event.target.value.trim().toUpperCase())} />
    </details>
  );
}

/** Promo code, how to pay, and the one button: books and goes to the bank. A reload or a lost answer does it once all the same. */
export function CheckoutForm({ hold, show }: { hold: Hold; show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const [promo, setPromo] = useState(() => kept<string>(`promo.${hold.id}`) ?? "");
  const [provider, setProvider] = useState<Provider>(providers[0]!);

  const pay = useMutation({
    mutationFn: async () => {
      const booked = await book({ hold_id: hold.id, ...(promo && { promo_code: promo }) });
      keep(`hold.${hold.show_id}`, undefined);
      keep(`booking.${hold.id}`, booked.id);
      if (booked.status !== "awaiting_payment") return void navigate(`/bookings/${booked.id}`);
      const { checkout_url } = await startPayment(booked.id, provider);
      if (!checkout_url) return void navigate(`/bookings/${booked.id}`);
      location.assign(checkout_url);
    },
  });
  useEffect(() => {
    // back from the bank, out of the browser's own cache: look anew at what became of the hold
    const back = (event: PageTransitionEvent) => event.persisted && location.reload();
    addEventListener("pageshow", back);
    return () => removeEventListener("pageshow", back);
  }, []);
  const promoError = isProblem(pay.error, "promo-invalid") ? t("checkout.promo_wrong") : undefined;

  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        pay.mutate();
      }}
    >
      <fieldset>
        <legend className="shout mb-3 text-3xl">{t("checkout.how_to_pay")}</legend>
        {providers.map((name) => (
          <label key={name} className="panel flex min-h-16 items-center gap-4 px-4 py-3 has-checked:border-signal has-checked:border-2">
            <input type="radio" name="provider" value={name} checked={provider === name} onChange={() => setProvider(name)} className="size-5 accent-signal" />
            <span className="leading-tight">
              <span className="block font-bold">{t(`checkout.provider_${name as "sandbox"}`)}</span>
              <span className="text-sm text-soft">{t(`checkout.provider_${name as "sandbox"}_text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <PromoCode
        value={promo}
        error={promoError}
        onChange={(value) => {
          setPromo(value);
          keep(`promo.${hold.id}`, value || undefined);
        }}
      />
      {!promoError && <ProblemNotice error={pay.error} />}
      <div className="flex flex-col gap-3">
        <Button type="submit" size="lg" busy={pay.isPending || pay.isSuccess} data-testid="pay">
          {t("checkout.pay", { total: formatMoney({ amount_minor: summarise(hold, show).total_minor, currency: show.currency }, language) })}
        </Button>
        <p className="text-sm text-soft">{t("checkout.after")}</p>
        <Link to={`/shows/${hold.show_id}/seats`} className="min-h-11 py-2.5 text-sm font-bold underline decoration-2 underline-offset-4">
          {t("checkout.other_seats")}
        </Link>
      </div>
    </form>
  );
}
