import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import { booking, payment, persist, read } from "../../lib/api.ts";
import { forgetIntent, keyFor } from "../../lib/intent.ts";
import { keep, kept } from "../../lib/keep.ts";
import { rememberPayment } from "../../lib/my_bookings.ts";
import { isProblem } from "../../lib/problem.ts";
import { askAgain } from "../../lib/queries.ts";
import type { Way } from "./methods.ts";

type Schemas = components["schemas"];
export type Hold = Schemas["Hold"];
export type Show = Schemas["Show"];
export type Booking = Schemas["Booking"];

const of = (id: string) => ({ path: { id } });

export const holdQuery = (id: string) =>
  queryOptions({
    queryKey: ["hold", id],
    queryFn: ({ signal }) => read(booking.GET("/api/holds/{id}", { params: of(id), signal })),
    staleTime: 0,
  });

/** What the hold costs, with a promo code or, where it is empty, without. */
export const quoteQuery = (holdId: string, promo: string) =>
  queryOptions({
    queryKey: ["quote", holdId, promo],
    queryFn: ({ signal }) => read(booking.POST("/api/holds/{id}/quote", { params: of(holdId), body: promo ? { promo_code: promo } : {}, signal })),
    retry: (count, error) => !isProblem(error, "rate-limited") && askAgain(count, error), // who guesses codes is told so
  });

export const methodsQuery = queryOptions({
  queryKey: ["payment methods"],
  queryFn: async ({ signal }) => (await read(payment.GET("/api/payment-methods", { signal }))).items,
  staleTime: 5 * 60_000,
});

/** The booking that a hold became, also where the answer that said so was lost. */
async function bookingOfHold(holdId: string): Promise<Booking | undefined> {
  const known = kept<string>(`booking.${holdId}`);
  if (known) return persist(() => read(booking.GET("/api/bookings/{id}", { params: of(known) })));
  const { items } = await persist(() => read(booking.GET("/api/bookings", { params: { query: { limit: 100 } } })));
  return items.find(({ hold_id }) => hold_id === holdId);
}

export const bookingOfHoldQuery = (holdId: string) => queryOptions({ queryKey: ["booking of hold", holdId], queryFn: async () => (await bookingOfHold(holdId)) ?? null, staleTime: 0 });

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

async function isOpen(id: string): Promise<boolean> {
  try {
    const { status, checkout_url } = await persist(() => read(payment.GET("/api/payments/{id}", { params: of(id) })));
    return status === "pending" && checkout_url !== "";
  } catch (error) {
    if (isProblem(error, "not-found")) return false;
    throw error;
  }
}

/** Where to pay this booking in this way: one payment a way, asked for under one key, until that payment has ended. */
export async function startPayment(bookingId: string, { id, provider, method }: Way): Promise<string> {
  const intent = `payment.${bookingId}.${id}`;
  const before = kept<string>(intent);
  if (before && !(await isOpen(before))) forgetIntent(intent);
  const body = { booking_id: bookingId, provider, ...(method && { method }) };
  const header = { "Idempotency-Key": keyFor(intent, body) };
  const started = await persist(() => read(payment.POST("/api/payments", { params: { header }, body })));
  keep(intent, started.id);
  rememberPayment(bookingId, started.id);
  return started.checkout_url;
}
