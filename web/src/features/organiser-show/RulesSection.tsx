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
import { SelectField } from "../../ui/SelectField.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { rulesQuery, setRules, type Ruled, type Rules } from "./api.ts";
import { Capacities } from "./Capacities.tsx";
import { PresaleCard } from "./PresaleCard.tsx";
import { rulesChange, rulesFields, rulesForm, type Refunds } from "./forms.ts";
import { WaitingRoom } from "./WaitingRoom.tsx";

const codes = ["fixed", "rotating", "rotating_or_printed"] as const;

function RulesForm({ show, rules }: { show: Ruled; rules: Rules }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const [refunds, setRefunds] = useState<Refunds>(rules.refund_rule ? "until" : "none");
  const { submit, field, failure, busy, form } = useCheckedForm(rulesForm(refunds), rulesFields(rules), async (fields) => {
    setSaved(false);
    queries.setQueryData(rulesQuery(show.id).queryKey, await setRules(show.id, rulesChange(refunds, fields)));
    void queries.invalidateQueries({ ...showQuery(show.id), exact: true });
    setSaved(true);
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid items-start gap-6 lg:grid-cols-2">
      <section className="panel flex min-w-0 flex-col gap-4 p-5 sm:p-7">
        <h2 className="shout text-3xl">{t("sales.tax")}</h2>
        <p className="text-sm text-soft">{t("sales.tax_text")}</p>
        <Field label={t("sales.tax_rate")} inputMode="decimal" autoComplete="off" maxLength={6} hint={t("sales.tax_hint")} {...field("tax")} />
        <SelectField label={t("sales.tax_where")} options={[["in", t("sales.tax_in")], ["on_top", t("sales.tax_on_top")]]} {...field("included")} />
      </section>
      <section className="panel flex min-w-0 flex-col gap-4 p-5 sm:p-7">
        <h2 className="shout text-3xl">{t("sales.refund_rule")}</h2>
        <p className="text-sm text-soft">{t("sales.refund_rule_text")}</p>
        <SelectField label={t("sales.refunds")} options={[["none", t("sales.refunds_none")], ["until", t("sales.refunds_until")]]} value={refunds} onChange={(event) => setRefunds(event.target.value as Refunds)} />
        <div className={refunds === "none" ? "hidden" : "flex flex-col gap-4"}>
          <Field label={t("sales.hours")} inputMode="numeric" autoComplete="off" maxLength={4} hint={t("sales.hours_hint")} {...field("hours")} />
          <label className="flex min-h-11 cursor-pointer items-center gap-3">
            <input type="checkbox" className="size-5 shrink-0 accent-signal" {...form.register("keeps_fees")} />
            {t("sales.keeps_fees")}
          </label>
        </div>
      </section>
      <section className="panel flex min-w-0 flex-col gap-4 p-5 sm:p-7">
        <h2 className="shout text-3xl">{t("sales.codes")}</h2>
        <p className="text-sm text-soft">{t("sales.codes_text")}</p>
        <SelectField label={t("sales.codes_which")} options={codes.map((each) => [each, t(`sales.codes_${each}`)])} {...field("ticket_codes")} />
      </section>
      <div className="flex flex-col items-start gap-4 lg:col-span-2">
        <ProblemNotice error={failure} />
        {saved && <Notice tone="good">{t("sales.rules_saved")}</Notice>}
        <Button type="submit" look="ink" busy={busy}>
          {t("account.save")}
        </Button>
      </div>
    </form>
  );
}

export function RulesSection({ show }: { show: Ruled }) {
  const { data, error, refetch, isFetchedAfterMount } = useQuery(rulesQuery(show.id));
  if (error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  if (!data || !isFetchedAfterMount) return <Skeleton className="h-64" />; // a form of older rules would write them back
  return (
    <>
      <RulesForm show={show} rules={data} />
      <PresaleCard show={show} rules={data} />
      <Capacities show={show} />
      <WaitingRoom show={show} />
    </>
  );
}
