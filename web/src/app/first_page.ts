// The code and the data of the page that somebody came to, so that the app takes over from the first look in one go.
import { concertQuery } from "../features/concert/api.ts";
import { concertsQuery } from "../features/discover/api.ts";
import { sleep } from "../lib/backoff.ts";
import { queryClient } from "../lib/queries.ts";

const longestMs = 3000; // after that a skeleton, and what is wrong, say more

/** Nothing to wait for where no first look is shown. */
export async function firstPage(): Promise<void> {
  const [, kind, slug = ""] = /^\/(?:(concerts)\/([\w-]+))?$/.exec(location.pathname) ?? [];
  const look = document.getElementById("first-look");
  if (!look || location.search || (!kind && location.pathname !== "/")) return;
  const parts = kind
    ? [import("../features/concert/ConcertPage.tsx"), queryClient.ensureQueryData(concertQuery(slug))]
    : [import("../features/discover/DiscoverPage.tsx"), queryClient.ensureQueryData(concertsQuery({}))];
  await Promise.race([Promise.allSettled(parts), sleep(longestMs)]);
}
