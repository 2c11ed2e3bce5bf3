import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { showsQuery } from "./api.ts";

const mostShows = 20; // of one person

interface Props {
  organisation: string;
  /** For whom, for those who do not see it. */
  label: string;
  /** Null: all, those to come too. */
  shows: readonly string[] | null;
  onChange: (shows: string[] | null) => void;
  size?: "sm" | "md";
}

/** In which shows somebody works: all, or some chosen in a dialog. */
export function ShowChoice({ organisation, label, shows, onChange, size = "md" }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="plain" size={size} aria-label={label} onClick={() => setOpen(true)}>
        {shows ? t("staff.some_shows", { count: shows.length }) : t("staff.all_shows")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} label={label}>
        <Choice organisation={organisation} label={label} shows={shows} onChange={onChange} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Choice({ organisation, label, shows, onChange, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(showsQuery(organisation));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(shows));
  const [all, setAll] = useState(shows === null);
  const toggle = (id: string, on: boolean) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return (
    <form
      className="flex flex-col gap-4 p-5 sm:p-7"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation(); // of the form around the button
        onChange(all ? null : [...chosen]);
        onClose();
      }}
    >
      <h2 className="text-xl font-bold">{label}</h2>
      <label className="flex min-h-11 items-center gap-3 font-bold">
        <input type="radio" name="which" checked={all} onChange={() => setAll(true)} className="size-5 shrink-0 accent-signal" />
        {t("staff.all_shows_text")}
      </label>
      <label className="flex min-h-11 items-center gap-3 font-bold">
        <input type="radio" name="which" checked={!all} onChange={() => setAll(false)} className="size-5 shrink-0 accent-signal" />
        {t("staff.only_some", { count: mostShows })}
      </label>
      {!all && (
        <fieldset className="grid gap-3 border-l-2 border-hair pl-4">
          <legend className="sr-only">{t("staff.only_some", { count: mostShows })}</legend>
          {error && <QueryProblem error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Skeleton className="h-32" />}
          {data?.length === 0 && <EmptyState title={t("staff.no_shows_yet")}>{t("staff.no_shows_yet_text")}</EmptyState>}
          {data?.map(({ id, title, starts_at, timezone, venue }) => (
            <label key={id} className="flex min-h-11 items-center gap-3 leading-tight">
              <input type="checkbox" checked={chosen.has(id)} disabled={!chosen.has(id) && chosen.size >= mostShows} onChange={({ target }) => toggle(id, target.checked)} className="size-5 shrink-0 accent-signal" />
              <span>
                <span className="block font-bold">{title}</span>
                <span className="block text-sm text-soft">
                  {dayAndTime(starts_at, language, timezone)} · {venue}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="ink" disabled={!all && chosen.size === 0}>
          {t("staff.choose")}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
