// Waiting, and the waiting room, are features of their own that other features' pages have a place for: loaded for who can wait for something.
import { lazy, Suspense } from "react";
import type { ShowToWaitFor } from "../features/waiting/api.ts";
import { waitsHere } from "../features/waiting/here.ts";
import type { SoldOutZone, What } from "../features/waiting/Waiting.tsx";
import { useStore } from "../lib/store.ts";
import { useSession } from "../lib/use_session.ts";
import { withWords } from "./i18n.ts";

const Waiting = lazy(() => withWords(import("../features/waiting/Waiting.tsx"), "waiting"));
/** The page of a show's waiting room. */
export const Room = lazy(() => withWords(import("../features/queue/Room.tsx"), "more", "queue"));
const waiting = (what: What) => (
  <Suspense fallback={typeof what === "object" && <div className="h-11" />}>
    <Waiting what={what} />
  </Suspense>
);

/** At a show: its opening, or places. */
export function WaitFor({ show, zones = [] }: { show: ShowToWaitFor; zones?: readonly SoldOutZone[] }) {
  const waits = useStore(waitsHere);
  const { status } = show.sale;
  const something = status === "upcoming" || status === "sold_out" || (status === "on_sale" && (waits || zones.length > 0));
  return something && waiting({ show, zones });
}

/** Over the seats of this show. */
export const room = (showId: string) => (
  <Suspense>
    <Room over={showId} />
  </Suspense>
);

export const waitingList = waiting("list");

/** Over every page, for who waits for something. */
export function News() {
  const waits = useStore(waitsHere);
  const { status } = useSession();
  return waits && status === "authenticated" && waiting("news");
}
