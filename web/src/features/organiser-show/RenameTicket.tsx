import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { bookingQuery, type BookingInWhole } from "./api.ts";
import { renameTicket } from "./house_api.ts";

interface Props {
  showId: string;
  booking: string;
  ticket: BookingInWhole["tickets"][number];
  label: string;
}

/** The name on a ticket, to be written anew in its place. */
export function RenameTicket({ showId, booking, ticket, label }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState<string>();
  const rename = useMutation({
    mutationFn: (to: string) => renameTicket(showId, booking, ticket.id, to),
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: bookingQuery(showId, booking).queryKey }), client.invalidateQueries({ queryKey: ["show", showId, "bookings"] })]);
      setName(undefined);
    },
  });
  if (name === undefined)
    return (
      <Button look="ghost" size="sm" className="min-h-11 underline decoration-2 underline-offset-4" aria-label={t("house.rename_of", { place: label })} onClick={() => setName(ticket.name)}>
        {t("house.rename")}
      </Button>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) rename.mutate(name.trim());
  };
  return (
    <form onSubmit={submit} className="grid w-full gap-3 pt-2">
      <Field label={t("house.name_of", { place: label })} value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      <ProblemNotice error={rename.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="sm" className="min-h-11" busy={rename.isPending} disabled={!name.trim()}>
          {t("house.rename_now")}
        </Button>
        <Button look="plain" size="sm" className="min-h-11" onClick={() => setName(undefined)}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
