import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCheckedForm } from "../../lib/use_form.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { changeVenue, plansQuery, venuesQuery, type Venue } from "./api.ts";
import { timeZones, venueFields, venueForm, venueWish } from "./venue_form.ts";

interface FormProps {
  organisation: string;
  venue: Venue;
  onClose: () => void;
}

function VenueForm({ organisation, venue, onClose }: FormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { submit, field, failure, busy } = useCheckedForm(venueForm, venueFields(venue), async (fields) => {
    await changeVenue(organisation, venue.id, venueWish(fields));
    void queries.invalidateQueries({ queryKey: ["seating plans", organisation] }); // those that shows are made in
    await Promise.all([queries.invalidateQueries(venuesQuery(organisation)), queries.invalidateQueries(plansQuery(organisation))]);
    onClose();
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5 p-6">
      <h2 className="shout text-3xl break-words">{venue.name}</h2>
      <p className="text-soft">{t("plans.own_venues_text")}</p>
      <Field label={t("plans.venue_name")} autoComplete="off" {...field("name")} />
      <Field label={t("plans.city")} autoComplete="off" {...field("city")} />
      <Field label={t("plans.address")} autoComplete="off" {...field("address")} />
      <SelectField label={t("plans.timezone")} options={timeZones} {...field("timezone")} />
      <ProblemNotice error={failure} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {t("plans.save_venue")}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** The venues that an organisation made itself; everybody's are not its to change. */
export function OwnVenues({ organisation, venues }: { organisation: string; venues: Venue[] }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Venue>();
  if (venues.length === 0) return null;
  const close = () => setEdited(undefined);
  return (
    <section className="panel p-5 sm:p-7">
      <h2 className="shout mb-3 text-3xl">{t("plans.own_venues")}</h2>
      <ul>
        {venues.map((venue) => (
          <li key={venue.id} className="flex items-center justify-between gap-4 border-b border-hair py-3 last:border-0 last:pb-0">
            <span className="min-w-0 leading-snug">
              <span className="block font-bold break-words">{venue.name}</span>
              <span className="block text-sm break-words text-soft">
                {venue.address}, {venue.city}
              </span>
            </span>
            <Button look="plain" size="sm" className="min-h-11 shrink-0" aria-label={t("plans.edit_venue_named", { name: venue.name })} onClick={() => setEdited(venue)}>
              {t("plans.edit_venue")}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog open={edited !== undefined} onClose={close} label={t("plans.edit_venue_named", { name: edited?.name ?? "" })}>
        {edited && <VenueForm organisation={organisation} venue={edited} onClose={close} />}
      </Dialog>
    </section>
  );
}
