import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import type { components as PaymentComponents } from "../../contract/payment.ts";
import { booking, payment, persist, read } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { paymentsOf } from "../../lib/my_bookings.ts";
import { isProblem } from "../../lib/problem.ts";
import { pollMs } from "./progress.ts";

export type Booking = components["schemas"]["Booking"];
export type Payment = PaymentComponents["schemas"]["Payment"];

const of = (id: string) => ({ params: { path: { id } } });

/** Follows the booking until its end, often at first, then less. */
export const bookingQuery = (id: string) =>
  queryOptions({
    queryKey: ["booking", id],
    queryFn: ({ signal }) => read(booking.GET("/api/bookings/{id}", { ...of(id), signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => pollMs(state.data, state.dataUpdateCount, serverNow()),
  });

/** One that is somebody else's is left out. */
async function readPayment(id: string): Promise<Payment | undefined> {
  try {
    return await read(payment.GET("/api/payments/{id}", of(id)));
  } catch (error) {
    if (isProblem(error, "not-found")) return undefined;
    throw error;
  }
}

/** Those that this browser began, as they are when the booking was asked for. */
export const paymentsQuery = (bookingId: string, asOf: number) =>
  queryOptions({
    queryKey: ["payments of booking", bookingId, asOf],
    queryFn: async () => (await Promise.all(paymentsOf(bookingId).slice(0, 3).map(readPayment))).filter((one) => one !== undefined),
    placeholderData: keepPreviousData,
    gcTime: 0,
    enabled: asOf > 0,
  });

export const cancel = (id: string) => persist(() => read(booking.POST("/api/bookings/{id}/cancel", of(id))));
export const decline = (id: string) => persist(() => read(booking.POST("/api/bookings/{id}/decline", of(id))));
export const sendMailAgain = (id: string) => read(booking.POST("/api/bookings/{id}/receipts", of(id)));
