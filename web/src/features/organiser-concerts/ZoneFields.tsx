import type { ComponentProps } from "react";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Field } from "../../ui/Field.tsx";
import type { Plan } from "./api.ts";

type Name = `zones.${number}.price` | `zones.${number}.fee`;
type Bound = Omit<ComponentProps<typeof Field>, "label">;

export function ZoneFields({ plan, money, field }: { plan: Plan; money: string; field: (name: Name) => Bound }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="grid gap-4">
      {plan.zones.map(({ zone_no, name, colour, capacity }) => (
        <fieldset key={zone_no} className="grid min-w-0 items-start gap-4 border-t-[1.5px] border-rule pt-4 sm:grid-cols-2">
          <legend className="float-left mb-3 flex flex-wrap items-center gap-2 font-bold break-words sm:col-span-2">
            <span className="size-3 rounded-full" style={{ background: colour }} />
            {name}
            <span className="font-normal text-soft">{t("written.places", { places: capacity.toLocaleString(language) })}</span>
          </legend>
          <Field label={t("written.price", { currency: money })} inputMode="decimal" autoComplete="off" maxLength={20} {...field(`zones.${zone_no}.price`)} />
          <Field label={t("written.fee", { currency: money })} inputMode="decimal" autoComplete="off" maxLength={20} {...field(`zones.${zone_no}.fee`)} />
        </fieldset>
      ))}
    </div>
  );
}
