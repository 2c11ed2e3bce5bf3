import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { showQuery } from "../../lib/catalogue.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { rulesQuery, setRules, type Ruled, type Rules } from "./api.ts";
import { percentText } from "./forms.ts";
import { priceFields, pricesChange, pricesForm } from "./zone_prices.ts";

function PricesForm({ show, rules: { zones, tax } }: { show: Ruled; rules: Rules }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const { submit, field, failure, busy } = useCheckedForm(pricesForm(show.currency), priceFields(zones), async (fields) => {
    setSaved(false);
    queries.setQueryData(rulesQuery(show.id).queryKey, await setRules(show.id, pricesChange(zones, fields)));
    void queries.invalidateQueries({ ...showQuery(show.id), exact: true });
    setSaved(true);
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="panel flex flex-col gap-6 p-5 sm:p-7">
      <p className="text-sm text-soft">{t("sales.prices_text", { rate: percentText(tax.rate_bp) })}</p>
      {zones.map((zone, index) => (
        <fieldset key={zone.id} className="grid min-w-0 items-start gap-4 border-t-[1.5px] border-rule pt-4 sm:grid-cols-3">
          <legend className="float-left mb-3 font-bold break-words sm:col-span-3">{zone.name}</legend>
          <Field label={t("sales.price", { currency: show.currency })} inputMode="decimal" autoComplete="off" maxLength={20} {...field(`zones.${index}.price`)} />
          <Field label={t("sales.fee", { currency: show.currency })} inputMode="decimal" autoComplete="off" maxLength={20} {...field(`zones.${index}.fee`)} />
          <Field label={t("sales.zone_tax")} inputMode="decimal" autoComplete="off" maxLength={6} placeholder={percentText(tax.rate_bp)} {...field(`zones.${index}.tax`)} />
        </fieldset>
      ))}
      <div className="flex flex-col items-start gap-4">
        <ProblemNotice error={failure} />
        {saved && <Notice tone="good">{t("sales.rules_saved")}</Notice>}
        <Button type="submit" look="ink" busy={busy}>
          {t("account.save")}
        </Button>
      </div>
    </form>
  );
}

export function ZonePrices({ show }: { show: Ruled }) {
  const { data, error, refetch, isFetchedAfterMount } = useQuery(rulesQuery(show.id));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return <Skeleton className="h-64" />; // a form of older rules would write them back
  return <PricesForm show={show} rules={data} />;
}
