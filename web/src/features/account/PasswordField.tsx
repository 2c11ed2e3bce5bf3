import { useState, type ComponentProps } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { strengthOf } from "./strength.ts";

const bars = ["bg-bad", "bg-warn", "bg-spark", "bg-good"];

function Meter({ password }: { password: string }) {
  const { t } = useTranslation();
  const strength = strengthOf(password);
  return (
    <div className="flex items-center gap-3" aria-live="polite">
      <div className="flex flex-1 gap-1" aria-hidden="true">
        {bars.map((_, i) => (
          <span key={i} className={`h-1.5 flex-1 rounded-full ${password && i <= strength ? bars[strength] : "bg-hair"}`} />
        ))}
      </div>
      <span className="min-w-28 text-right">{password ? t(`account.strength_${strength}`) : t("account.strength_hint")}</span>
    </div>
  );
}

/** A password that can be looked at, with how strong it is when it is a new one. */
export function PasswordField({ measured, ...field }: ComponentProps<typeof Field> & { measured?: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...field}
      type={shown ? "text" : "password"}
      hint={measured === undefined ? undefined : <Meter password={measured} />}
      end={
        <button type="button" aria-pressed={shown} aria-label={t("account.show_password")} onClick={() => setShown(!shown)} className="grid size-11 place-items-center rounded-md text-soft aria-pressed:text-signal">
          <Icon name="eye" />
        </button>
      }
    />
  );
}
