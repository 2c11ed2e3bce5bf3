import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, persist, read } from "../../lib/api.ts";
import { forgetIntent, keyFor } from "../../lib/intent.ts";

type Schemas = components["schemas"];
export type HouseSeats = Schemas["HouseSeats"];
export type HouseGroup = Schemas["HouseGroup"];
export type HouseWish = Schemas["HouseSeatsRequest"];
export type HouseRelease = Schemas["HouseSeatsRelease"];
export type SeatMove = Schemas["SeatMoves"]["moves"][number];

export const houseQuery = (show: string) => queryOptions({ queryKey: ["show", show, "house"], queryFn: () => read(booking.GET("/api/shows/{id}/house-seats", { params: { path: { id: show } } })), staleTime: 0 });

/** One group for one wish, whatever happens to the answers. */
export async function keepSeats(show: string, body: HouseWish): Promise<HouseGroup> {
  const intent = `house.${show}`;
  const header = { "Idempotency-Key": keyFor(intent, body) };
  const kept = await persist(() => read(booking.POST("/api/shows/{id}/house-seats", { params: { path: { id: show }, header }, body })));
  forgetIntent(intent);
  return kept;
}
const of = (id: string, hold_id: string) => ({ params: { path: { id, hold_id } } });
export const letAllGo = (show: string, group: string) => persist(() => read(booking.DELETE("/api/shows/{id}/house-seats/{hold_id}", of(show, group))));
export const letSomeGo = (show: string, group: string, body: HouseRelease) => persist(() => read(booking.POST("/api/shows/{id}/house-seats/{hold_id}/release", { ...of(show, group), body })));

export const moveSeats = (id: string, booking_id: string, moves: SeatMove[]) => persist(() => read(booking.POST("/api/shows/{id}/bookings/{booking_id}/seats", { params: { path: { id, booking_id } }, body: { moves } })));
export const renameTicket = (id: string, booking_id: string, ticket_id: string, name: string) =>
  persist(() => read(booking.PATCH("/api/shows/{id}/bookings/{booking_id}/tickets/{ticket_id}", { params: { path: { id, booking_id, ticket_id } }, body: { name } })));
