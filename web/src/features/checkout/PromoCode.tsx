import { useState } from "react";
import type { components } from "../../contract/booking.ts";
import { formatMoney } from "../../lib/money.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { problemText } from "../../ui/problem_text.ts";

interface Props {
  code: string;
  quote: components["schemas"]["Quote"] | undefined;
  error: unknown;
  asking: boolean;
  onAsk: (code: string) => void;
}

/** Asks what a code saves before anything is booked, and says why where it does not work. */
export function PromoCode({ code, quote, error, asking, onAsk }: Props) {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState(code);
  if (quote)
    return (
      <div role="status" className="flex items-center gap-3 rounded-md bg-good-soft py-2 pr-2 pl-4 text-good" data-testid="promo-applied">
        <Icon name="check" className="size-5 shrink-0" />
        <p className="min-w-0 flex-1 leading-tight">
          <span className="block font-mono font-bold break-words">{code}</span>
          <span className="text-sm text-ink">{t("checkout.promo_saves", { saving: formatMoney(quote.discount, language) })}</span>
        </p>
        <Button
          look="ghost"
          size="sm"
          className="min-h-11"
          onClick={() => {
            setTyped("");
            onAsk("");
          }}
        >
          {t("checkout.promo_remove")}
        </Button>
      </div>
    );
  const wrong = error && typed === code ? problemText(error, i18n).next : undefined;
  return (
    <details open={code !== ""}>
      <summary className="min-h-11 py-2.5 text-sm font-bold underline decoration-2 underline-offset-4">{t("checkout.have_promo")}</summary>
      <form
        className="flex items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          onAsk(typed); // once more, too
        }}
      >
        <Field
          className="min-w-0 flex-1"
          label={t("checkout.promo")}
          value={typed}
          error={wrong}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value.trim().toUpperCase())}
          onBlur={() => typed !== code && onAsk(typed)} // who goes on to pay has used it too
        />
        <Button type="submit" look="plain" className="mt-[1.65rem] min-h-12" busy={asking} disabled={typed === ""}>
          {t("checkout.promo_use")}
        </Button>
      </form>
      <p role="alert" className="sr-only">
        {wrong}
      </p>
    </details>
  );
}
