import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, persist, read } from "../../lib/api.ts";
import { setWaitsHere } from "./here.ts";

export type Show = components["schemas"]["Show"];
export type Entry = components["schemas"]["WaitlistEntry"];
export type Watch = components["schemas"]["WatchList"]["items"][number];
/** What a page knows of the show that somebody may wait for. */
export type ShowToWaitFor = Pick<components["schemas"]["ShowCard"], "id" | "sale">;

const path = (id: string) => ({ params: { path: { id } } });
const pollMs = 30_000;

export const isOpen = ({ status }: Entry): boolean => status === "waiting" || status === "offered";

/** Shows whose openings one is told of. */
export const watchesQuery = queryOptions({
  queryKey: ["watches"],
  queryFn: async ({ signal }) => {
    const { items } = await read(booking.GET("/api/watches", { signal }));
    if (items.length > 0) setWaitsHere(true);
    return items;
  },
});

/** One's places in line, newest first; asked for again now and then while one is open and the page is looked at. */
export const waitlistQuery = queryOptions({
  queryKey: ["waitlist"],
  queryFn: async ({ signal }) => {
    const { items } = await read(booking.GET("/api/waitlist", { signal }));
    if (items.some(isOpen)) setWaitsHere(true);
    return items;
  },
  staleTime: 5000,
  refetchInterval: ({ state }) => (state.data?.some(isOpen) ? pollMs : false),
});

/** After a change: what was asked for before it, and is still on its way, would be the list of before. */
export async function askAnew(queries: QueryClient, { queryKey }: typeof watchesQuery | typeof waitlistQuery): Promise<void> {
  await queries.cancelQueries({ queryKey });
  await queries.invalidateQueries({ queryKey });
}

export async function setWatch(showId: string, on: boolean): Promise<void> {
  await persist(async () => void (await (on ? read(booking.PUT("/api/shows/{id}/watch", path(showId))) : read(booking.DELETE("/api/shows/{id}/watch", path(showId))))));
}

export const join = (showId: string, wish: { zone_id: string | null; quantity: number }) => read(booking.POST("/api/shows/{id}/waitlist", { ...path(showId), body: wish }));

export async function leave(entryId: string): Promise<void> {
  await read(booking.DELETE("/api/waitlist/{id}", path(entryId)));
}
