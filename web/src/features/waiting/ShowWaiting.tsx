import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useServerNow } from "../../lib/use_now.ts";
import { useSession } from "../../lib/use_session.ts";
import { useTranslation } from "../../lib/words.ts";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { isOpen, waitlistQuery, type ShowToWaitFor } from "./api.ts";
import { JoinButton } from "./JoinButton.tsx";
import { MyEntry } from "./MyEntry.tsx";
import { WatchButton } from "./WatchButton.tsx";

export interface SoldOutZone {
  id: string;
  name: string;
}
interface Props {
  show: ShowToWaitFor;
  /** Of a show that has other places: those that are sold out. */
  zones: readonly SoldOutZone[];
}

function Zones({ showId, zones }: { showId: string; zones: readonly SoldOutZone[] }) {
  const { t } = useTranslation();
  if (zones.length === 0) return null;
  return (
    <section aria-label={t("waiting.sold_out_zones")}>
      <h2 className="wide mb-2 text-soft">{t("waiting.sold_out_zones")}</h2>
      <ul className="flex flex-col gap-2">
        {zones.map((zone) => (
          <li key={zone.id} className="flex items-center justify-between gap-3">
            <span className="font-bold">{zone.name}</span>
            <JoinButton showId={showId} zone={zone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** When one has come into the line, or out of it, the focus goes to what took the place of the button. */
function useFocusOnChange(waits: boolean | undefined) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(waits);
  useEffect(() => {
    const changed = before.current !== undefined && waits !== undefined && before.current !== waits;
    if (changed && document.activeElement === document.body) place.current?.focus({ preventScroll: true });
    before.current = waits;
  }, [waits]);
  return place;
}

function Line({ show, zones }: Props) {
  const { status } = useSession();
  const known = status === "authenticated";
  const { data, error, refetch } = useQuery({ ...waitlistQuery, enabled: known });
  const mine = known ? data?.find((entry) => entry.show_id === show.id && isOpen(entry)) : undefined;
  const place = useFocusOnChange(data && mine !== undefined);
  if (known && error && !data) return <QueryProblem error={error} onRetry={() => void refetch()} />;
  const soldOut = show.sale.status === "sold_out";
  if (status === "unknown" || (known && !data)) return (soldOut || zones.length > 0) && <Skeleton className="h-11 w-full" />;
  return (
    <div ref={place} tabIndex={-1} className="flex flex-col outline-none empty:hidden">
      {mine && <MyEntry entry={mine} />}
      {!mine && soldOut && <JoinButton showId={show.id} />}
      {!mine && !soldOut && <Zones showId={show.id} zones={zones} />}
    </div>
  );
}

/** What there is to wait for at a show: its opening, or places. */
export function ShowWaiting({ show, zones }: Props) {
  const opened = useServerNow() >= Date.parse(show.sale.opens_at);
  if (show.sale.status === "upcoming" && !opened) return <WatchButton showId={show.id} />;
  return <Line show={show} zones={zones} />;
}
