import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, persist, read } from "../../lib/api.ts";

type Schemas = components["schemas"];
export type Show = Schemas["Show"];
export type SaleStatus = Schemas["SaleStatus"];
export type Queue = Schemas["Queue"];
export type Entry = Schemas["QueueEntry"];
export type Draw = Schemas["QueueDraw"];

const of = (id: string) => ({ params: { path: { id } } });

/** The same for everybody. When it is asked for again is the room's business; at once when the page is seen again. */
export const queueQuery = (show: string) =>
  queryOptions({
    queryKey: ["show", show, "queue"],
    queryFn: ({ signal }) => read(booking.GET("/api/shows/{id}/queue", { ...of(show), signal })),
    staleTime: 0,
    refetchOnWindowFocus: "always",
  });

/** My own place, of whoever is logged in. It is asked for when there is a reason, and when one comes back after a while. */
export const entryQuery = (show: string) =>
  queryOptions({
    queryKey: ["show", show, "queue", "me"],
    queryFn: ({ signal }) => read(booking.GET("/api/shows/{id}/queue/me", { ...of(show), signal })),
    staleTime: 30_000,
  });

/** Never changes. */
export const drawOf = (show: string): Promise<Draw> => read(booking.GET("/api/shows/{id}/queue/draw", of(show)));

export const enter = (show: string): Promise<Entry> => persist(() => read(booking.POST("/api/shows/{id}/queue", of(show))));

export async function leave(show: string): Promise<void> {
  await persist(async () => void (await read(booking.DELETE("/api/shows/{id}/queue/me", of(show)))));
}

const open: readonly Schemas["BookingStatus"][] = ["awaiting_payment", "confirmed", "substituted"];

/** Whether one has a booking of this show that stands; of the newest hundred. */
export const boughtQuery = (show: string) =>
  queryOptions({
    queryKey: ["bookings", "of show", show],
    queryFn: async ({ signal }) => (await read(booking.GET("/api/bookings", { params: { query: { limit: 100 } }, signal }))).items.some(({ show_id, status }) => show_id === show && open.includes(status)),
    staleTime: 5000,
  });
