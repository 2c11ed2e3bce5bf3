import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useSearchParams } from "react-router";
import { useTranslation } from "../../lib/words.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { concertsQuery, type ConcertCard } from "./api.ts";
import { Featured } from "./Featured.tsx";
import { isFiltering, readFilters } from "./filters.ts";
import { SearchBar } from "./SearchBar.tsx";
import { Shelf } from "./Shelf.tsx";
import { citiesOf, shelve } from "./shelves.ts";

function Loading() {
  return (
    <>
      <Skeleton className="h-[30rem] w-full md:h-[26rem]" />
      <div className="mt-14 grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
        {Array.from({ length: 4 }, (_, i) => (
          <Skeleton key={i} className="aspect-[3/4]" />
        ))}
      </div>
    </>
  );
}

function Shelves({ concerts }: { concerts: ConcertCard[] }) {
  const { t } = useTranslation();
  const { featured, onSale, fewLeft, opening, past } = shelve(concerts);
  return (
    <>
      {featured && <Featured concert={featured} />}
      <Shelf title={t("discover.few_left")} concerts={fewLeft} />
      <Shelf title={t("discover.on_sale")} concerts={onSale} />
      <Shelf title={t("discover.opening")} concerts={opening} />
      <Shelf title={t("discover.past")} concerts={past} />
    </>
  );
}

function Results({ concerts, clear }: { concerts: ConcertCard[]; clear: () => void }) {
  const { t } = useTranslation();
  if (concerts.length === 0)
    return (
      <EmptyState title={t("discover.nothing")} action={<Button onClick={clear}>{t("discover.clear")}</Button>}>
        {t("discover.nothing_text")}
      </EmptyState>
    );
  return (
    <>
      <div className="-mb-8 flex items-center justify-between gap-4">
        <p role="status">{t("discover.found", { count: concerts.length })}</p>
        <Button look="ghost" size="sm" onClick={clear}>
          {t("discover.clear")}
        </Button>
      </div>
      <Shelf title="" concerts={concerts} />
    </>
  );
}

export default function DiscoverPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [round, setRound] = useState(0); // a new search bar after "clear": what was typed goes too
  const filters = readFilters(search);
  const clear = () => {
    setSearch({});
    setRound(round + 1);
  };
  const all = useQuery(concertsQuery({}));
  const found = useQuery({ ...concertsQuery(filters), placeholderData: keepPreviousData });
  const concerts = useDeferredValue(found.data?.items); // many posters: they come in slices, the page answers between them
  return (
    <div className="page py-6 sm:py-8">
      <title>{t("discover.page_title")}</title>
      <h1 className="sr-only">{t("discover.heading")}</h1>
      <SearchBar key={round} cities={citiesOf(all.data?.items ?? [])} />
      <div className={`mt-6 transition-opacity ${found.isPlaceholderData ? "opacity-60" : ""}`}>
        {!concerts && !found.isError && <Loading />}
        {found.isError && <QueryProblem error={found.error} onRetry={() => void found.refetch()} />}
        {concerts && !isFiltering(filters) && <Shelves concerts={concerts} />}
        {concerts && isFiltering(filters) && <Results concerts={concerts} clear={clear} />}
      </div>
    </div>
  );
}
