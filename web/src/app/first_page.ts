// The code and the data of the page that somebody came to, so that the app takes over from the first look in one go.
import { concertsQuery } from "../features/discover/api.ts";
import { sleep } from "../lib/backoff.ts";
import { concertQuery, showQuery } from "../lib/catalogue.ts";
import { queryClient } from "../lib/queries.ts";

const longestMs = 3000; // after that a skeleton, and what is wrong, say more

const pages: readonly (readonly [at: RegExp, parts: (id: string) => Promise<unknown>[]])[] = [
  [/^\/()$/, () => [import("../features/discover/DiscoverPage.tsx"), queryClient.ensureQueryData(concertsQuery({}))]],
  [/^\/concerts\/([\w-]+)$/, (slug) => [import("../features/concert/ConcertPage.tsx"), queryClient.ensureQueryData(concertQuery(slug))]],
  [/^\/shows\/(\d+)\/seats$/, (id) => [import("../features/pick-seats/PickSeatsPage.tsx"), queryClient.ensureQueryData(showQuery(id))]],
];

/** Nothing to wait for where no first look is shown. */
export async function firstPage(): Promise<void> {
  if (!document.getElementById("first-look") || location.search) return;
  for (const [at, parts] of pages) {
    const match = at.exec(location.pathname);
    if (match) await Promise.race([Promise.allSettled(parts(match[1] ?? "")), sleep(longestMs)]);
  }
}
