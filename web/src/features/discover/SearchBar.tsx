import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { readFilters, withFilter, type FilterName } from "./filters.ts";

const box = "min-h-12 w-full rounded-md border-[1.5px] border-rule bg-card px-3 text-base";

/** Writes to the address bar as you type, so a search can be shared and gone back to. */
export function SearchBar({ cities }: { cities: string[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const [words, setWords] = useState(filters.q ?? "");
  const set = (name: FilterName, value: string) => setSearch((now) => withFilter(now, name, value), { replace: true });

  useEffect(() => {
    const timer = setTimeout(() => {
      if (words.trim() !== (filters.q ?? "")) set("q", words.trim());
    }, 250);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only typing starts a search; the address follows it
  }, [words]);

  return (
    <search className="grid grid-cols-2 gap-2.5 md:grid-cols-[1fr_12rem_10.5rem_10.5rem]">
      <label className="relative col-span-2 md:col-span-1">
        <span className="sr-only">{t("discover.search")}</span>
        <Icon name="search" className="absolute left-3.5 top-3.5 size-5" />
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} placeholder={t("discover.search_hint")} className={`${box} pl-11`} />
      </label>
      <label className="col-span-2 md:col-span-1">
        <span className="sr-only">{t("discover.city")}</span>
        <select value={filters.city ?? ""} onChange={(event) => set("city", event.target.value)} className={box}>
          <option value="">{t("discover.every_city")}</option>
          {cities.map((city) => (
            <option key={city}>{city}</option>
          ))}
        </select>
      </label>
      {(["from", "to"] as const).map((name) => (
        <label key={name} className="relative">
          <span className="wide absolute left-3 top-1.5 text-soft">{t(`discover.${name}`)}</span>
          <input type="date" value={filters[name] ?? ""} onChange={(event) => set(name, event.target.value)} className={`${box} pb-0.5 pt-5 text-sm`} />
        </label>
      ))}
    </search>
  );
}
