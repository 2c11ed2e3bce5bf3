import { useState } from "react";
import { formatCount, formatMoney } from "../../lib/money.ts";
import { dayAndTime } from "../../lib/time.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Field } from "../../ui/Field.tsx";
import type { Show } from "./api.ts";
import { placesIn, wholeOf, type CounterHold } from "./sale.ts";

interface Props {
  show: Show;
  groups: readonly CounterHold[];
  onChoose: (group: string) => void;
}

const fewGroups = 4; // that need no search

/** What is kept for somebody who is to fetch and pay it; for owners and managers house seats as well. */
export function Kept({ show, groups, onChoose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [words, setWords] = useState("");
  if (groups.length === 0) return <p className="text-sm text-soft">{t("counter.none_kept")}</p>;
  const sought = words.trim().toLocaleLowerCase(language);
  const found = groups.filter(({ name }) => name.toLocaleLowerCase(language).includes(sought));
  return (
    <section className="panel p-4" aria-labelledby="kept">
      <h2 id="kept" className="wide mb-3 text-soft">
        {t("counter.kept")}
      </h2>
      {groups.length > fewGroups && <Field label={t("counter.find_name")} type="search" value={words} autoComplete="off" maxLength={60} className="mb-3" onChange={(event) => setWords(event.target.value)} />}
      {found.length === 0 && <p className="text-sm text-soft">{t("counter.none_of_name")}</p>}
      <ul className="grid gap-2">
        {found.map((group) => {
          const count = placesIn(wholeOf(group));
          return (
            <li key={group.id}>
              <button type="button" data-testid="kept-group" onClick={() => onChoose(group.id)} className="flex min-h-14 w-full flex-wrap items-center gap-x-4 gap-y-1 rounded-md border-[1.5px] border-rule bg-card px-3 py-2 text-left hover:bg-sunk">
                <span className="min-w-0 flex-1 basis-32 leading-snug">
                  <span className="block font-bold break-words">{group.name}</span>
                  <span className="block text-sm text-soft">
                    {t("counter.places", { count, places: formatCount(count, language) })} · <span className="numerals">{formatMoney(group.total, language)}</span>
                  </span>
                </span>
                {group.until ? <span className="text-sm text-soft">{t("counter.until", { at: dayAndTime(group.until, language, show.venue.timezone) })}</span> : <Badge>{t("counter.house")}</Badge>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
