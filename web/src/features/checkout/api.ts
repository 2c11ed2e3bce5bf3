import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, payment, persist, read } from "../../lib/api.ts";
import { keyFor } from "../../lib/intent.ts";
import { keep } from "../../lib/keep.ts";
import { isProblem } from "../../lib/problem.ts";

type Schemas = components["schemas"];
export type Hold = Schemas["Hold"];
export type Show = Schemas["Show"];
export type Booking = Schemas["Booking"];

export const holdQuery = (id: string) =>
  queryOptions({
    queryKey: ["hold", id],
    queryFn: ({ signal }) => read(booking.GET("/api/holds/{id}", { params: { path: { id } }, signal })),
    staleTime: 0,
  });

export const showQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ["show", id],
    queryFn: ({ signal }) => read(booking.GET("/api/shows/{id}", { params: { path: { id: id! } }, signal })),
    enabled: id !== undefined,
  });

/** The booking that a hold became, where the answer that said so was lost. */
async function bookingOfHold(holdId: string): Promise<Booking | undefined> {
  const { items } = await persist(() => read(booking.GET("/api/bookings", { params: { query: { limit: 100 } } })));
  return items.find(({ hold_id }) => hold_id === holdId);
}

export const bookingOfHoldQuery = (holdId: string, enabled: boolean) =>
  queryOptions({ queryKey: ["booking of hold", holdId], queryFn: async () => (await bookingOfHold(holdId)) ?? null, enabled });

export type BookingWish = Schemas["BookingRequest"];

/** One booking for one hold, whatever happens to the answers. */
export async function book(wish: BookingWish): Promise<Booking> {
  const header = { "Idempotency-Key": keyFor(`booking.${wish.hold_id}`, wish) };
  try {
    return await persist(() => read(booking.POST("/api/bookings", { params: { header }, body: wish })));
  } catch (error) {
    const found = isProblem(error, "hold-already-booked") ? await bookingOfHold(wish.hold_id) : undefined;
    if (found) return found;
    throw error;
  }
}

export type Provider = "sandbox" | "stripe" | "midtrans";

/** Where to pay this booking. Asked again with the same key, it is the same payment. */
export async function startPayment(bookingId: string, provider: Provider) {
  const body = { booking_id: bookingId, provider };
  const header = { "Idempotency-Key": keyFor(`payment.${bookingId}`, body) };
  const started = await persist(() => read(payment.POST("/api/payments", { params: { header }, body })));
  keep(`payment.${bookingId}`, started.id);
  return started;
}
