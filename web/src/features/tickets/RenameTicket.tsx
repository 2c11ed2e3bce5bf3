import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useServerNow } from "../../lib/use_now.ts";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { rename, ticketsQuery, type Show, type Ticket } from "./api.ts";

/** The name on a ticket of mine, to be written anew until its show begins. The code stays. */
export function RenameTicket({ ticket, show }: { ticket: Ticket; show: Show }) {
  const { t } = useTranslation();
  const now = useServerNow(60_000);
  const queries = useQueryClient();
  const [name, setName] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const asked = name !== undefined;
  useEffect(() => {
    if (!asked) return;
    form.current?.querySelector("input")?.focus({ preventScroll: true });
    form.current?.scrollIntoView?.({ block: "end" }); // below the fold of most telephones; a promise, in newer browsers
  }, [asked]);
  const write = useMutation({
    mutationFn: (to: string) => rename(ticket.id, to),
    onSuccess: async () => {
      await queries.invalidateQueries(ticketsQuery);
      setName(undefined);
    },
  });
  if (Date.parse(show.starts_at) <= now) return null;
  if (name === undefined)
    return (
      <Button look="plain" className="col-span-2" onClick={() => setName(ticket.attendee ?? "")}>
        {t("tickets.rename")}
      </Button>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) write.mutate(name.trim());
  };
  return (
    <form ref={form} onSubmit={submit} className="col-span-2 flex scroll-mb-5 flex-col gap-4">
      <Field label={t("tickets.name")} hint={t("tickets.name_hint")} value={name} maxLength={100} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      <ProblemNotice error={write.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" className="flex-1" busy={write.isPending} disabled={!name.trim()}>
          {t("tickets.rename_now")}
        </Button>
        <Button look="plain" onClick={() => setName(undefined)}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
