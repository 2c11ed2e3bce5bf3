import { queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import type { components as PaymentComponents } from "../../contract/payment.ts";
import { booking, payment, persist, read } from "../../lib/api.ts";
import { forgetIntent, keyFor } from "../../lib/intent.ts";
import { keep, kept } from "../../lib/keep.ts";
import { isProblem } from "../../lib/problem.ts";
import { pollMs } from "./progress.ts";

export type Booking = components["schemas"]["Booking"];
export type Payment = PaymentComponents["schemas"]["Payment"];

/** Follows the booking until its end, often at first, then less. */
export const bookingQuery = (id: string) =>
  queryOptions({
    queryKey: ["booking", id],
    queryFn: ({ signal }) => read(booking.GET("/api/bookings/{id}", { params: { path: { id } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => pollMs(state.data?.status, state.dataUpdateCount),
  });

export const showQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ["show", id],
    queryFn: ({ signal }) => read(booking.GET("/api/shows/{id}", { params: { path: { id: id! } }, signal })),
    enabled: id !== undefined,
  });

/** Where to pay: the payment that was started if it is still open, else a new one under a new key. */
export async function payAgain(bookingId: string): Promise<string | undefined> {
  const body = { booking_id: bookingId, provider: "sandbox" as const };
  const intent = `payment.${bookingId}`;
  const before = kept<string>(intent);
  if (before) {
    const known = await persist(() => read(payment.GET("/api/payments/{id}", { params: { path: { id: before } } }))).catch((error: unknown) => {
      if (isProblem(error, "not-found")) return undefined;
      throw error;
    });
    if (known?.status === "pending" && known.checkout_url) return known.checkout_url;
    if (known?.status === "failed" || known?.status === "expired") forgetIntent(intent);
  }
  const header = { "Idempotency-Key": keyFor(intent, body) };
  const started = await persist(() => read(payment.POST("/api/payments", { params: { header }, body })));
  keep(intent, started.id);
  return started.checkout_url;
}

export const cancel = (id: string) => persist(() => read(booking.POST("/api/bookings/{id}/cancel", { params: { path: { id } } })));
