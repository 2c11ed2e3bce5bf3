import { useEffect, useRef, type ReactNode } from "react";
import { useParams } from "react-router";
import { formatCount } from "../../lib/money.ts";
import { isProblem } from "../../lib/problem.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { QueryProblem } from "../../ui/QueryProblem.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { Queue, Show } from "./api.ts";
import { HowDrawn } from "./HowDrawn.tsx";
import { aheadOf } from "./place.ts";
import { RoomHead } from "./RoomHead.tsx";
import { useTurnSignal } from "./signals.ts";
import { Spoken } from "./Spoken.tsx";
import { Stale } from "./Stale.tsx";
import { StateOf } from "./StateOf.tsx";
import { useRoom, type Room } from "./use_room.ts";

interface Props {
  /** The waitlist of a show that is sold out. */
  waitlist: (show: Show) => ReactNode;
}

function Nothing({ title, children, to, action }: { title: string; children?: string; to: string; action: string }) {
  return (
    <div className="page py-16">
      <EmptyState title={title} action={<ButtonLink to={to}>{action}</ButtonLink>}>
        {children}
      </EmptyState>
    </div>
  );
}

/** Enters by itself: whoever opens the page wants to be in. Not again where they left, had their turn, or have bought. */
function useEnter({ phase, entering }: Room): void {
  const { mutate, isIdle } = entering;
  const wanted = phase === "entering" && isIdle;
  useEffect(() => {
    if (wanted) mutate();
  }, [wanted, mutate]);
}

/** When what had the focus is gone with its state, the next state gets it. */
function useFocusKept(phase: string) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(phase);
  useEffect(() => {
    const changed = before.current !== phase && before.current !== "loading";
    before.current = phase;
    if (changed && document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [phase]);
  return place;
}

function Loaded({ room, show, queue, waitlist }: Props & { room: Room; show: Show; queue: Queue }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { phase, entry } = room;
  const state = useFocusKept(phase);
  const drawn = queue.state !== "open" || queue.drawn > 0; // else the room came while the sale was on: all numbers are in order of arrival
  const inLine = (phase === "waiting" || phase === "sold_out") && entry?.number;
  const ahead = inLine ? aheadOf(inLine, queue.admitted_through) : undefined;
  const place = phase === "turn" ? t("queue.tab_turn") : ahead === undefined ? t("queue.room") : ahead === 0 ? t("queue.next") : t("queue.tab_ahead", { people: formatCount(ahead, language) });
  return (
    <div data-testid="room" data-phase={phase}>
      <title>{`${place} · ${show.concert.artist} · Gelora`}</title>
      <RoomHead show={show} />
      <div className="page flex max-w-4xl flex-col gap-5 py-6 sm:py-10">
        <Spoken phase={phase} ahead={ahead} perMinute={queue.per_minute} />
        <Stale room={room} timezone={show.venue.timezone} />
        <div ref={state} tabIndex={-1} className="outline-none">
          <StateOf room={room} show={show} queue={queue} waitlist={waitlist} />
        </div>
        {drawn && <HowDrawn showId={show.id} queue={queue} entry={entry} />}
      </div>
    </div>
  );
}

function OfShow({ id, waitlist }: Props & { id: string }) {
  const { t } = useTranslation();
  const room = useRoom(id);
  const { queue, show } = room;
  useEnter(room);
  useTurnSignal(room.phase);
  if (isProblem(show.error, "not-found")) return <Nothing title={t("queue.missing")} to="/" action={t("not_found.home")} />;
  if (show.data && isProblem(queue.error, "not-found"))
    return (
      <Nothing title={t("queue.open_to_all")} to={`/concerts/${show.data.concert.slug}`} action={t("queue.back")}>
        {t("queue.open_to_all_text")}
      </Nothing>
    );
  if (show.data && queue.data) return <Loaded room={room} show={show.data} queue={queue.data} waitlist={waitlist} />;
  const error = show.error ?? queue.error;
  if (error) return <div className="page"><QueryProblem error={error} onRetry={() => [show, queue].forEach((each) => each.error && void each.refetch())} /></div>;
  return (
    <div className="page max-w-4xl py-10">
      <Skeleton className="h-96" />
    </div>
  );
}

export function QueuePage({ waitlist }: Props) {
  const { id = "" } = useParams();
  return <OfShow key={id} id={id} waitlist={waitlist} />;
}
