// The waiting room of a show as one person has it: asks in time, knows the phase, enters and leaves.
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { showQuery } from "../../lib/catalogue.ts";
import { serverNow } from "../../lib/clock.ts";
import { keep, kept } from "../../lib/keep.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useSession } from "../../lib/use_session.ts";
import { boughtQuery, enter, entryQuery, leave, queueQuery, type Entry, type Queue } from "./api.ts";
import { nextAskMs, ownAskMs } from "./pace.ts";
import { asksForOwn, phaseOf } from "./phase.ts";

const againMs = 2000; // a service may know a second later than its neighbour whose turn it is

/** Asks for the queue as often as there may be something new. */
function usePace({ data, dataUpdatedAt, errorUpdatedAt, refetch }: UseQueryResult<Queue>, number: number | null): void {
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
  });
  useEffect(() => {
    const wait = nextAskMs(latest.current, number, { seen: !document.hidden, nowMs: serverNow() });
    if (wait === false) return;
    const timer = setTimeout(() => void refetch(), wait);
    return () => clearTimeout(timer);
  }, [dataUpdatedAt, errorUpdatedAt, number, refetch]);
}

/** Asks for my own place when it may have changed: a crowd not all at once. */
function useOwn(queue: Queue | undefined, { data: entry, dataUpdatedAt, refetch }: UseQueryResult<Entry>): void {
  const due = asksForOwn(queue, entry);
  const first = entry?.state === "gathering" ? (queue?.drawn ?? 0) : 0;
  const asked = useRef(false);
  useEffect(() => {
    if (!due) {
      asked.current = false;
      return;
    }
    const timer = setTimeout(() => void refetch(), asked.current ? againMs : ownAskMs(first));
    asked.current = true;
    return () => clearTimeout(timer);
  }, [due, first, dataUpdatedAt, refetch]);
}

const commitmentOf = (showId: string) => `queue.commitment.${showId}`;

/** What the room committed to when this tab saw it first: what the draw is held to. */
export const firstCommitment = (showId: string, queue: Queue): string => kept<string>(commitmentOf(showId)) ?? queue.commitment;

function useFirstCommitment(showId: string, commitment: string | undefined): void {
  useEffect(() => {
    if (commitment && !kept(commitmentOf(showId))) keep(commitmentOf(showId), commitment);
  }, [showId, commitment]);
}

export function useRoom(showId: string) {
  const queries = useQueryClient();
  const session = useSession().status;
  const known = session === "authenticated";
  const own = useQuery({ ...entryQuery(showId), enabled: known });
  const entry = known ? own.data : undefined;
  const queue = useQuery(queueQuery(showId));
  const show = useQuery(showQuery(showId));
  const bought = useQuery({ ...boughtQuery(showId), enabled: known && entry?.state === "none" });
  const nowMs = useServerNow();
  const [left, setLeft] = useState(() => kept<boolean>(`queue.left.${showId}`) ?? false);
  usePace(queue, entry?.state === "waiting" ? entry.number : null);
  useOwn(queue.data, own);
  useFirstCommitment(showId, queue.data?.commitment);

  const { queryKey } = entryQuery(showId);
  const noteLeft = (is: boolean) => {
    keep(`queue.left.${showId}`, is || undefined);
    setLeft(is);
  };
  const entering = useMutation({
    mutationFn: () => enter(showId),
    onSuccess: async (fresh) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, fresh);
      noteLeft(false);
    },
    onSettled: () => void queue.refetch(),
  });
  const leaveNow = async () => {
    await leave(showId);
    noteLeft(true);
    await queries.cancelQueries({ queryKey });
    await queries.invalidateQueries({ queryKey });
  };
  const phase = phaseOf({ session, queue: queue.data, entry, sale: show.data?.sale.status, bought: bought.data, left, nowMs });
  return { phase, queue, own, entry, show, bought, entering, leave: leaveNow };
}

export type Room = ReturnType<typeof useRoom>;
