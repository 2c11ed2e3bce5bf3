// What is free in each zone, and the version of the show, as its public stream tells them.
import { useEffect, useState } from "react";
import type { components } from "../../contract/booking.ts";

type Told = Pick<components["schemas"]["AvailabilityDelta"], "zones" | "version">;

export interface LiveShow {
  free: ReadonlyMap<string, number>; // places, by the id of their zone
  version: number;
  live: boolean;
}

const unknown: LiveShow = { free: new Map(), version: 0, live: false };

export function useLiveShow(showId: string): LiveShow {
  const [now, setNow] = useState(unknown);
  useEffect(() => {
    const source = new EventSource(`/api/shows/${showId}/availability/stream`);
    const take = (event: MessageEvent<string>) => {
      const { zones, version } = JSON.parse(event.data) as Told;
      setNow(({ free }) => ({ free: new Map([...free, ...zones.map(({ zone_id, available }) => [zone_id, available] as const)]), version, live: true }));
    };
    source.addEventListener("open", () => setNow((before) => ({ ...before, live: true })));
    source.addEventListener("error", () => setNow((before) => ({ ...before, live: false }))); // the browser connects again by itself
    source.addEventListener("snapshot", take);
    source.addEventListener("delta", take);
    return () => source.close();
  }, [showId]);
  return now;
}
