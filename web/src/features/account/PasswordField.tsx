import { useState, type ComponentProps } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { fewestOf, strengthOf, verdictOf, type Person } from "./strength.ts";
import { useListed } from "./use_listed.ts";

const bars = ["bg-bad", "bg-warn", "bg-spark", "bg-good"];

function Meter({ password, person }: { password: string; person: Person }) {
  const { t } = useTranslation();
  const first = verdictOf(password, person, false);
  const listed = useListed(password, first === undefined || first === "personal");
  const verdict = verdictOf(password, person, listed);
  const strength = verdict === "short" ? 0 : verdict ? 1 : strengthOf(password);
  const words = verdict ? t(`account.verdict_${verdict}`) : t(`account.strength_${strength as 2 | 3}`);
  return (
    <div className="flex items-center gap-3" aria-live="polite">
      <div className="flex min-w-24 flex-1 gap-1" aria-hidden="true">
        {bars.map((_, i) => (
          <span key={i} className={`h-1.5 flex-1 rounded-full ${password && i <= strength ? bars[strength] : "bg-hair"}`} />
        ))}
      </div>
      <span className="min-w-28 text-right">{password ? words : t("account.strength_hint", { fewest: fewestOf(person) })}</span>
    </div>
  );
}

/** A password that can be looked at, with how strong it is when it is a new one, `measured` for a person. */
export function PasswordField({ measured, person = {}, ...field }: ComponentProps<typeof Field> & { measured?: string; person?: Person }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...field}
      type={shown ? "text" : "password"}
      hint={measured === undefined ? undefined : <Meter password={measured} person={person} />}
      end={
        <button type="button" aria-pressed={shown} aria-label={t("account.show_password")} onClick={() => setShown(!shown)} className="grid size-11 place-items-center rounded-md text-soft aria-pressed:text-signal">
          <Icon name="eye" />
        </button>
      }
    />
  );
}
