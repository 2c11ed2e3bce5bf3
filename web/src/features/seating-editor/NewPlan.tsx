import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { z } from "zod/mini";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { createPlan, createVenue, venuesQuery, type Venue } from "./api.ts";
import { timeZones, venueText, venueWish, words } from "./venue_form.ts";

const planForm = z.object({ name: words(100), venue_id: z.string() });
const withVenue = z.object({ name: words(100), venue_id: z.string(), venue: venueText.name, city: venueText.city, address: venueText.address, timezone: venueText.timezone });
interface Fields {
  name: string;
  venue_id: string;
  venue: string;
  city: string;
  address: string;
  timezone: string;
}
// With a venue that there is, what a new one would be called does not matter.
const form = z.union([z.extend(planForm, { venue_id: z.string().check(z.minLength(1)), venue: z.string(), city: z.string(), address: z.string(), timezone: z.string() }), withVenue]);

export function NewPlan({ organisation, venues }: { organisation: string; venues: Venue[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const empty: Fields = { name: "", venue_id: venues[0]?.id ?? "", venue: "", city: "", address: "", timezone: "Asia/Jakarta" };
  const { submit, field, failure, busy, form: state } = useCheckedForm<Fields>(form as never, empty, async (fields) => {
    let venue = fields.venue_id;
    if (!venue) {
      venue = (await createVenue(organisation, venueWish({ ...fields, name: fields.venue }))).id;
      await queries.invalidateQueries(venuesQuery(organisation));
    }
    const plan = await createPlan(organisation, fields.name.trim(), venue);
    void navigate(`/organiser/${organisation}/plans/${plan.id}`);
  });
  const fresh = state.watch("venue_id") === "";
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="panel grid gap-5 p-5 sm:p-7">
      <h2 className="shout text-3xl">{t("plans.new")}</h2>
      <Field label={t("plans.plan_name")} autoComplete="off" {...field("name")} />
      <SelectField label={t("plans.venue")} options={[...venues.map(({ id, name, city }) => [id, `${name}, ${city}`] as const), ["", t("plans.new_venue")] as const]} {...field("venue_id")} />
      {fresh && (
        <>
          <Field label={t("plans.venue_name")} autoComplete="off" {...field("venue")} />
          <Field label={t("plans.city")} autoComplete="off" {...field("city")} />
          <Field label={t("plans.address")} autoComplete="off" {...field("address")} />
          <SelectField label={t("plans.timezone")} options={timeZones} {...field("timezone")} />
        </>
      )}
      <ProblemNotice error={failure} />
      <Button type="submit" look="ink" busy={busy} className="justify-self-start">
        {t("plans.create")}
      </Button>
    </form>
  );
}
