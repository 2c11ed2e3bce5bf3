import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import { bookingQuery, writeNote, type BookingEvent, type BookingInWhole, type Show } from "./api.ts";

function useEventWords() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (event: BookingEvent): string => {
    switch (event.what) {
      case "mail":
        return t(`sales.mail_${event.mail!}`) + (event.amount ? ` · ${formatMoney(event.amount, language)}` : "") + (event.sent_at ? "" : ` · ${t("sales.mail_waits")}`);
      case "admitted":
        return t("sales.event_admitted", { gate: event.gate });
      case "offered":
        return t("sales.event_offered", { name: event.name || t("sales.somebody") });
      case "transferred":
        return t("sales.event_transferred", { name: event.name || t("sales.somebody") });
      case "note":
        return t("sales.event_note", { text: event.text });
      case "moved":
        return t("house.event_moved", { from: event.places?.join(", "), to: event.to?.join(", ") });
      case "renamed":
        return event.after ? t("house.event_renamed", { place: event.places?.[0], name: event.after }) : t("house.event_renamed_once", { place: event.places?.[0] });
      case "booked":
        return t("sales.event_booked");
    }
  };
}

function NoteForm({ showId, id }: { showId: string; id: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const write = useMutation({
    mutationFn: () => writeNote(showId, id, text.trim()),
    onSuccess: async () => {
      setText("");
      await client.invalidateQueries({ queryKey: bookingQuery(showId, id).queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) write.mutate();
  };
  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-3">
      <Field label={t("sales.note")} hint={t("sales.note_hint")} value={text} maxLength={500} autoComplete="off" onChange={(event) => setText(event.target.value)} />
      <ProblemNotice error={write.error} />
      <Button type="submit" look="plain" className="self-start" busy={write.isPending} disabled={!text.trim()}>
        {t("sales.note_write")}
      </Button>
    </form>
  );
}

/** What happened, oldest first, and a place to write down what the team should know. */
export function BookingHistory({ booking, show }: { booking: BookingInWhole; show: Show }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useEventWords();
  return (
    <>
      <h3 className="mt-8 mb-2 font-bold">{t("sales.history")}</h3>
      <ol className="grid gap-2.5">
        {booking.history.map((event, i) => (
          <li key={i} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <time dateTime={event.at} className="numerals text-sm text-soft">
              {dayAndTime(event.at, language, show.venue.timezone)}
            </time>
            <span className="break-words">{words(event)}</span>
          </li>
        ))}
      </ol>
      <NoteForm showId={show.id} id={booking.id} />
    </>
  );
}
