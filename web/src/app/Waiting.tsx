// Waiting is a feature of its own that other features' pages have a place for. One file, loaded for who can wait for something.
import { lazy, Suspense } from "react";
import type { ShowToWaitFor } from "../features/waiting/api.ts";
import { waitsHere } from "../features/waiting/here.ts";
import type { SoldOutZone, What } from "../features/waiting/Waiting.tsx";
import { useStore } from "../lib/store.ts";
import { useSession } from "../lib/use_session.ts";
import { withWords } from "./i18n.ts";

const Waiting = lazy(() => withWords(import("../features/waiting/Waiting.tsx"), "waiting"));
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

export const waitingList = waiting("list");

/** Over every page, for who waits for something. */
export function News() {
  const waits = useStore(waitsHere);
  const { status } = useSession();
  return waits && status === "authenticated" && waiting("news");
}
