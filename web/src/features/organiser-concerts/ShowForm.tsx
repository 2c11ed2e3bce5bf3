import { useState } from "react";
import type { ApiProblem} from "../../lib/problem.ts";
import { isProblem } from "../../lib/problem.ts";
import { useCheckedForm } from "../../lib/use_form.ts";
import { zoneName } from "../../lib/wall_clock.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { Plan, Show } from "./api.ts";
import { currency, emptyShow, showFields, showForm, type ShowFields } from "./forms.ts";
import { Meanwhile, type Difference } from "./Meanwhile.tsx";
import { ZoneFields } from "./ZoneFields.tsx";

interface Props {
  plans: Plan[];
  /** None: new ones, on several dates. */
  show?: Show;
  onSave: (fields: ShowFields, base: number) => Promise<Show | undefined>;
  onTheirs: (current: Show) => void;
}

export function ShowForm({ plans, show, onSave, onTheirs }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const money = show?.currency ?? currency;
  const [saved, setSaved] = useState(false);
  const [meanwhile, setMeanwhile] = useState<Show>();
  const [base, setBase] = useState(show?.version ?? 0);
  const save = async (fields: ShowFields, over: number) => {
    setSaved(false);
    try {
      const now = await onSave(fields, over);
      if (!now) return;
      setBase(now.version);
      setSaved(true);
    } catch (error) {
      if (!isProblem(error, "changed-meanwhile")) throw error;
      setMeanwhile((error as ApiProblem).body.current as Show);
    }
  };
  const { submit, field, failure, busy, form } = useCheckedForm(showForm(money), show ? showFields(show) : emptyShow(plans[0]!), (fields) => save(fields, base));
  const values = form.watch();
  const plan = plans.find(({ id }) => id === values.plan_id) ?? plans[0]!;
  const zone = zoneName(plan.venue.timezone);
  const choosePlan = (id: string) => {
    form.setValue("plan_id", id);
    form.setValue("zones", emptyShow(plans.find((each) => each.id === id)!).zones);
  };
  const dates = (next: { at: string }[]) => form.setValue("dates", next);
  const differences = (theirs: Show): Difference[] => {
    const [mine, other] = [form.getValues(), showFields(theirs)];
    return [
      [t("written.starts_at", { zone }), mine.dates[0]!.at, other.dates[0]!.at],
      [t("written.opens_at", { zone }), mine.opens_at_local, other.opens_at_local],
      [t("written.closes"), mine.closes_before_start_min, other.closes_before_start_min],
      [t("written.limit"), mine.max_tickets_per_user, other.max_tickets_per_user],
      [t("written.hold"), mine.hold_min, other.hold_min],
      ...plan.zones.map(({ name }, i): Difference => [name, `${mine.zones[i]?.price} + ${mine.zones[i]?.fee}`, `${other.zones[i]?.price} + ${other.zones[i]?.fee}`]),
    ];
  };
  const keepMine = () => {
    const over = meanwhile!.version;
    setMeanwhile(undefined);
    setBase(over);
    void form.handleSubmit((fields) => save(fields, over))();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="panel flex flex-col gap-6 p-5 sm:p-7">
      <SelectField
        label={t("written.plan")}
        options={plans.map(({ id, name, version_no, venue, capacity }) => [id, t("written.plan_option", { venue: venue.name, city: venue.city, name: version_no === null ? name : t("written.plan_version", { name, number: version_no }), places: capacity.toLocaleString(language) })] as const)}
        disabled={show?.was_published}
        {...field("plan_id")}
        onChange={(event) => choosePlan(event.target.value)}
      />
      <fieldset className="grid items-start gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-bold">{t("written.when")}</legend>
        {values.dates.map((_, index) => (
          <Field key={index} type="datetime-local" label={t(values.dates.length > 1 ? "written.date_number" : "written.starts_at", { zone, number: index + 1 })} disabled={show?.status === "published"} {...field(`dates.${index}.at`)} />
        ))}
        {!show && (
          <Button look="plain" className="self-end justify-self-start" onClick={() => dates([...values.dates, { at: "" }])}>
            {t("written.one_more_date")}
          </Button>
        )}
      </fieldset>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field type="datetime-local" label={t("written.opens_at", { zone })} hint={show ? undefined : t("written.opens_hint")} {...field("opens_at_local")} />
        <Field label={t("written.closes")} inputMode="numeric" autoComplete="off" maxLength={6} {...field("closes_before_start_min")} />
        <Field label={t("written.limit")} inputMode="numeric" autoComplete="off" maxLength={3} {...field("max_tickets_per_user")} />
        <Field label={t("written.hold")} inputMode="numeric" autoComplete="off" maxLength={2} {...field("hold_min")} />
      </div>
      <ZoneFields plan={plan} money={money} field={field} />
      <ProblemNotice error={failure} />
      {saved && show && <Notice tone="good">{t("written.saved")}</Notice>}
      <Button type="submit" look="ink" busy={busy} className="self-start">
        {show ? t("written.save") : t("written.create_shows", { count: values.dates.length })}
      </Button>
      <Meanwhile differences={meanwhile && differences(meanwhile)} onMine={keepMine} onTheirs={() => onTheirs(meanwhile!)} onClose={() => setMeanwhile(undefined)} />
    </form>
  );
}
