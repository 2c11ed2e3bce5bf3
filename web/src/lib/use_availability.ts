import { useEffect, useState } from "react";
import { delayMs } from "./backoff.ts";
import { booking, read } from "./api.ts";
import { applyDelta, fromSnapshot, newerOf, unknownAvailability, type Availability, type Delta, type Snapshot } from "./availability.ts";

export type Feed = "connecting" | "live" | "behind";

const pollMs = 4000;

/** What is free in one show for as long as it is mounted: a snapshot, then the event stream; asks now and then while that is away. */
export function useAvailability(showId: string, count: number): { availability: Availability; feed: Feed } {
  const [availability, setAvailability] = useState<Availability>(() => unknownAvailability(count));
  const [feed, setFeed] = useState<Feed>("connecting");

  useEffect(() => {
    let stopped = false;
    let source: EventSource | undefined;
    let attempt = 0;
    let retry: ReturnType<typeof setTimeout>;

    const snapshot = () =>
      void read(booking.GET("/api/shows/{id}/availability", { params: { path: { id: showId } } }))
        .then((answer) => stopped || setAvailability((now) => newerOf(now, fromSnapshot(answer, count))))
        .catch(() => undefined); // the banner tells; the next poll tries again

    const listen = () => {
      source = new EventSource(`/api/shows/${showId}/availability/stream`);
      source.addEventListener("open", () => {
        attempt = 0;
        setFeed("live");
      });
      source.addEventListener("snapshot", (event: MessageEvent<string>) => setAvailability((now) => newerOf(now, fromSnapshot(JSON.parse(event.data) as Snapshot, count))));
      source.addEventListener("delta", (event: MessageEvent<string>) => setAvailability((now) => applyDelta(now, JSON.parse(event.data) as Delta)));
      source.addEventListener("error", () => {
        setFeed("behind");
        if (source?.readyState !== EventSource.CLOSED) return; // the browser reconnects by itself, from the last event it saw
        clearTimeout(retry);
        retry = setTimeout(listen, delayMs((attempt += 1)));
      });
    };

    snapshot();
    listen();
    const poll = setInterval(() => source?.readyState === EventSource.OPEN || snapshot(), pollMs);
    return () => {
      stopped = true;
      source?.close();
      clearInterval(poll);
      clearTimeout(retry);
    };
  }, [showId, count]);

  return { availability, feed };
}
