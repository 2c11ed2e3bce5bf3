import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { useLocation } from "react-router";
import { showQuery } from "../../lib/catalogue.ts";
import { keep, kept } from "../../lib/keep.ts";
import { useServerNow } from "../../lib/use_now.ts";
import { useLanguage, useTranslation } from "../../lib/words.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { isOpen, waitlistQuery, watchesQuery, type Entry, type Show } from "./api.ts";
import { setWaitsHere } from "./here.ts";
import { hasOpened, roomIsOpen, toTellOf } from "./news.ts";
import { untilWhen } from "./when.ts";

const nameOf = (show: Show | undefined) => (show ? `${show.concert.artist} — ${show.concert.title}` : "…");
const lookAgainMs = 30_000; // at the show's page, which is public and cached: its opening may have moved

interface ToastProps {
  title: string;
  children: ReactNode;
  to: string;
  action: string;
  onClose: () => void;
}

function Toast({ title, children, to, action, onClose }: ToastProps) {
  const { t } = useTranslation();
  return (
    <div className="panel pointer-events-auto flex gap-3 border-l-8 border-l-signal p-4 shadow-lg" data-testid="toast">
      <div className="min-w-0 flex-1">
        <strong className="block font-bold leading-snug">{title}</strong>
        <p className="mt-1 text-sm">{children}</p>
        <ButtonLink size="sm" to={to} onClick={onClose} className="mt-3">
          {action}
        </ButtonLink>
      </div>
      <button type="button" aria-label={t("common.close")} onClick={onClose} className="-mr-2 -mt-2 grid size-11 shrink-0 place-items-center rounded-md hover:bg-sunk">
        <Icon name="close" className="size-4" />
      </button>
    </div>
  );
}

function Offer({ entry, nowMs, onClose }: { entry: Entry; nowMs: number; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: show } = useQuery(showQuery(entry.show_id));
  return (
    <Toast title={t("waiting.held", { count: entry.quantity, time: untilWhen(entry.expires_at!, nowMs, language, show?.venue.timezone ?? "Asia/Jakarta") })} to={`/checkout/${entry.hold_id!}`} action={t("waiting.go")} onClose={onClose}>
      {nameOf(show)}
    </Toast>
  );
}

interface OpeningProps {
  showId: string;
  watching: boolean;
  nowMs: number;
  told: readonly string[];
  path: string;
  onClose: (told: string) => void;
}

/** Once it has opened while it was watched, that stays told, though nobody watches it any more. Before that its waiting room may. */
function Opening({ showId, watching, nowMs, told, path, onClose }: OpeningProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data: show } = useQuery({ ...showQuery(showId), refetchInterval: watching && !opened && lookAgainMs });
  if (show && watching && !opened && hasOpened(show, nowMs)) setOpened(true);
  const [room, seats] = [`/shows/${showId}/queue`, `/shows/${showId}/seats`];
  if (path === room || path === seats) return null;
  if (show && watching && !opened && roomIsOpen(show, nowMs) && !told.includes(room))
    return (
      <Toast title={t("waiting.room_opened")} to={room} action={t("waiting.enter_room")} onClose={() => onClose(room)}>
        {nameOf(show)}
      </Toast>
    );
  if (!opened || told.includes(showId)) return null;
  return (
    <Toast title={t("waiting.opened")} to={seats} action={t("concert.pick_seats")} onClose={() => onClose(showId)}>
      {nameOf(show)}
    </Toast>
  );
}

/** Over every page of somebody who waits: a watched sale opened, or places are held for them. */
export function News() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const now = useServerNow();
  const [told, setTold] = useState<readonly string[]>(() => kept("told") ?? []);
  const { data: watches } = useQuery({ ...watchesQuery, staleTime: Infinity });
  const [watched, setWatched] = useState<readonly string[]>([]); // at some time since the page was opened
  const fresh = watches?.map(({ show_id }) => show_id).filter((id) => !watched.includes(id)) ?? [];
  if (fresh.length > 0) setWatched([...watched, ...fresh]);
  const { data: entries } = useQuery(waitlistQuery);
  const tell = (id: string) => {
    keep("told", [...told, id]);
    setTold([...told, id]);
  };
  const nothing = watches !== undefined && watched.length === 0 && entries?.some(isOpen) === false;
  useEffect(() => {
    if (nothing) setWaitsHere(false);
  }, [nothing]);
  return (
    <div role="status" aria-label={t("waiting.news")} className="pointer-events-none fixed inset-x-3 top-20 z-40 flex flex-col gap-3 sm:left-auto sm:right-4 sm:w-96">
      {watched.map((id) => (
        <Opening key={id} showId={id} watching={watches?.some(({ show_id }) => show_id === id) ?? false} nowMs={now} told={told} path={pathname} onClose={tell} />
      ))}
      {toTellOf(entries ?? [], now, told, pathname).map((entry) => (
        <Offer key={entry.id} entry={entry} nowMs={now} onClose={() => tell(entry.hold_id!)} />
      ))}
    </div>
  );
}
