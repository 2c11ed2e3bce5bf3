import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCheckedForm } from "../../lib/use_form.ts";
import { zoneName } from "../../lib/wall_clock.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { createPromoCode, promoCodesQuery, type Ruled } from "./api.ts";
import { promoForm, promoWish, type PromoKind } from "./forms.ts";

interface Props {
  show: Ruled;
  /** The last that was made. */
  made: string | undefined;
  onMade: (code: string) => void;
}

const empty = { code: "", percent_bp: "", amount_minor: "", max_uses: "", per_person: "", starts_at: "", ends_at: "", zone_ids: [] as string[] };

export function PromoForm({ show, made, onMade }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { currency, zones, venue } = show;
  const [kind, setKind] = useState<PromoKind>("percent_bp");
  const { submit, field, failure, busy, form } = useCheckedForm(promoForm(kind, show), empty, async (fields) => {
    const { code } = await createPromoCode(show.id, promoWish(kind, fields, currency, venue.timezone));
    await queries.invalidateQueries(promoCodesQuery(show.id));
    onMade(code);
  });
  const zone = zoneName(venue.timezone);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <Field label={t("sales.code")} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} hint={t("sales.code_hint")} {...field("code")} />
      <div className="grid grid-cols-2 items-start gap-3">
        <SelectField label={t("sales.kind")} value={kind} onChange={(event) => setKind(event.target.value as PromoKind)} options={[["percent_bp", t("sales.kind_percent")], ["amount_minor", t("sales.kind_amount")]]} />
        <Field className={kind === "percent_bp" ? "" : "hidden"} label={t("sales.percent")} inputMode="decimal" autoComplete="off" maxLength={6} {...field("percent_bp")} />
        <Field className={kind === "amount_minor" ? "" : "hidden"} label={t("sales.amount", { currency })} inputMode="decimal" autoComplete="off" maxLength={16} {...field("amount_minor")} />
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label={t("sales.max_uses")} inputMode="numeric" autoComplete="off" maxLength={7} hint={t("sales.empty_no_limit")} {...field("max_uses")} />
        <Field label={t("sales.per_person")} inputMode="numeric" autoComplete="off" maxLength={7} {...field("per_person")} />
      </div>
      <Field label={t("sales.starts_at", { zone })} type="datetime-local" hint={t("sales.starts_hint")} {...field("starts_at")} />
      <Field label={t("sales.ends_at", { zone })} type="datetime-local" hint={t("sales.ends_hint")} {...field("ends_at")} />
      {zones.length > 1 && (
        <fieldset>
          <legend className="mb-1 text-sm font-bold">{t("sales.zones")}</legend>
          {zones.map(({ id, name, colour }) => (
            <label key={id} className="flex min-h-11 cursor-pointer items-center gap-3">
              <input type="checkbox" value={id} className="size-5 accent-signal" {...form.register("zone_ids")} />
              <span className="size-3 rounded-full" style={{ background: colour }} />
              {name}
            </label>
          ))}
          <p className="text-sm text-soft">{t("sales.zones_hint")}</p>
        </fieldset>
      )}
      <ProblemNotice error={failure} />
      {made && <Notice tone="good">{t("sales.promo_made", { code: made })}</Notice>}
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {t("sales.promo_make")}
      </Button>
    </form>
  );
}
