import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { showQuery } from "../../lib/catalogue.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useSession } from "../../lib/use_session.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { isOpen, waitlistQuery, type ShowToWaitFor } from "./api.ts";
import { JoinButton } from "./JoinButton.tsx";
import { MyEntry } from "./MyEntry.tsx";
import { WatchButton } from "./WatchButton.tsx";
import { untilWhen } from "./when.ts";

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

/** Before the sale: to be told of it; of a show that is sold through a waiting room, to enter that once one may. */
function Opening({ showId, now }: { showId: string; now: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: show, isPending } = useQuery(showQuery(showId));
  if (isPending) return <Skeleton className="h-11 w-full" />;
  const gathers = show?.waiting_room?.gathers_at;
  if (!gathers) return <WatchButton showId={showId} />;
  if (now >= Date.parse(gathers))
    return (
      <ButtonLink to={`/shows/${showId}/queue`} className="w-full">
        {t("waiting.enter_room")}
        <Icon name="next" className="size-4" />
      </ButtonLink>
    );
  return (
    <>
      <WatchButton showId={showId} />
      <p className="text-center text-sm text-soft">{t("waiting.room_opens", { time: untilWhen(gathers, now, language, show.venue.timezone) })}</p>
    </>
  );
}

/** What there is to wait for at a show: its opening, or places. */
export function ShowWaiting({ show, zones }: Props) {
  const now = useServerNow();
  if (show.sale.status === "upcoming" && now < Date.parse(show.sale.opens_at)) return <Opening showId={show.id} now={now} />;
  return <Line show={show} zones={zones} />;
}
