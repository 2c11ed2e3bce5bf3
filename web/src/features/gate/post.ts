// Where this telephone stands: kept, so that a restart goes on scanning at once.
import type { Direction } from "./decision.ts";
import type { OrganisationShow } from "./server.ts";

export interface Post {
  show: OrganisationShow;
  gate: string;
  direction: Direction;
  reentry: boolean;
}

const name = "gelora.gate_post";

export function keptPost(): Post | undefined {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? "null") as Post | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepPost(post: Post | undefined): void {
  if (post) localStorage.setItem(name, JSON.stringify(post));
  else localStorage.removeItem(name);
}

const hourMs = 3_600_000, lastsMs = 12 * hourMs;

/** What may be going on first, then what is next; nights that are over or called off are left away. */
export function servedShows(shows: readonly OrganisationShow[], nowMs: number): OrganisationShow[] {
  return shows.filter(({ starts_at, status }) => status !== "cancelled" && Date.parse(starts_at) + lastsMs > nowMs).sort((a, b) => a.starts_at.localeCompare(b.starts_at));
}

/** Doors open hours before. */
export const isToday = ({ starts_at }: OrganisationShow, nowMs: number): boolean => Math.abs(Date.parse(starts_at) - nowMs) < lastsMs;
