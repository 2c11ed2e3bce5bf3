import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { components } from "../../contract/booking.ts";
import type { components as PaymentParts } from "../../contract/payment.ts";
import { booking, payment, persist, read, readFile, users } from "../../lib/api.ts";
import { forgetIntent, keyFor } from "../../lib/intent.ts";
import { isProblem } from "../../lib/problem.ts";
import { readLargeFile } from "../../lib/large_file.ts";
import { saveFile } from "../../lib/save_file.ts";
import { bookingOfSeat } from "./holders.ts";

type Schemas = components["schemas"];
type PaymentSchemas = PaymentParts["schemas"];
export type Show = Schemas["Show"];
/** What rules and promo codes need to know of a show, sold already or not. */
export type Ruled = Pick<Show, "id" | "currency" | "starts_at" | "venue"> & { zones: Pick<Show["zones"][number], "id" | "name" | "colour" | "kind">[] };
export type Rules = Schemas["SellingRules"];
export type ZoneTerms = Schemas["ZoneTerms"];
export type RulesChange = Schemas["SellingRulesChange"];
export type PromoCode = Schemas["PromoCode"];
export type PromoWish = Schemas["PromoCodeRequest"];
export type Cancellation = Schemas["ShowCancellation"];
export type ManagedPayment = PaymentSchemas["ManagedPayment"];
export type BookingOfShow = Schemas["BookingOfShow"];
export type BookingInWhole = Schemas["BookingOfShowInWhole"];
export type BookingEvent = Schemas["BookingEvent"];
export type Refund = PaymentSchemas["Refund"];
export type RefundWish = PaymentSchemas["RefundRequest"];

const of = (id: string) => ({ params: { path: { id } } });

/** As who writes it has it; asked for under the name under which its own page asks. */
export const draftQuery = (organisation: string, show_id: string) => queryOptions({ queryKey: ["written show", organisation, show_id], queryFn: () => read(booking.GET("/api/organisations/{id}/shows/{show_id}", { params: { path: { id: organisation, show_id } } })), staleTime: 0 });

export const rulesQuery = (show: string) => queryOptions({ queryKey: ["show", show, "rules"], queryFn: () => read(booking.GET("/api/shows/{id}/rules", of(show))), staleTime: 0 });
export const setRules = (show: string, body: RulesChange) => read(booking.PATCH("/api/shows/{id}/rules", { ...of(show), body }));

/** Of a made-up crowd; nothing of it stays. */
export const rehearse = (show: string, body: Schemas["RehearsalWish"]) => read(booking.POST("/api/shows/{id}/rehearsals", { ...of(show), body }));

export const promoCodesQuery = (show: string) => queryOptions({ queryKey: ["show", show, "promo codes"], queryFn: async () => (await read(booking.GET("/api/shows/{id}/promo-codes", of(show)))).items, staleTime: 0 });
export const createPromoCode = (show: string, body: PromoWish) => read(booking.POST("/api/shows/{id}/promo-codes", { ...of(show), body }));
export const endPromoCode = (show: string, code_id: string) => read(booking.DELETE("/api/shows/{id}/promo-codes/{code_id}", { params: { path: { id: show, code_id } } }));

async function readCancellation(show: string): Promise<Cancellation | null> {
  try {
    return await read(booking.GET("/api/shows/{id}/cancellation", of(show)));
  } catch (error) {
    if (isProblem(error, "not-found")) return null;
    throw error;
  }
}
/** None while the show is not called off. Asked again until all the money is back. */
export const cancellationQuery = (show: string) =>
  queryOptions({
    queryKey: ["show", show, "cancellation"],
    queryFn: () => readCancellation(show),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && (data.status === "running" || data.refunds_pending > 0) ? 2000 : false),
  });
export const callOff = (show: string, reason: string) => persist(() => read(booking.POST("/api/shows/{id}/cancellation", { ...of(show), body: { reason } })));

export const salesQuery = (show: string) => queryOptions({ queryKey: ["show", show, "sales"], queryFn: () => read(booking.GET("/api/shows/{id}/sales", of(show))), staleTime: 0 });
/** Asked again while doors may be open. */
export const doorsQuery = (show: string) => queryOptions({ queryKey: ["show", show, "doors"], queryFn: () => read(booking.GET("/api/shows/{id}/check-ins/counts", of(show))), staleTime: 0, refetchInterval: 5000 });

export const bookingsQuery = (show: string, q: string, status: BookingOfShow["status"] | "") =>
  infiniteQueryOptions({
    queryKey: ["show", show, "bookings", q, status],
    queryFn: ({ pageParam, signal }) => read(booking.GET("/api/shows/{id}/bookings", { params: { path: { id: show }, query: { limit: 50, ...(q && { q }), ...(status && { status }), ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 0,
  });
/** Null where no booking has the seat. */
export const seatBookingQuery = (show: string, seat: string) =>
  queryOptions({
    queryKey: ["show", show, "booking of", seat],
    queryFn: async ({ signal }) => bookingOfSeat((await read(booking.GET("/api/shows/{id}/bookings", { params: { path: { id: show }, query: { q: seat, limit: 50 } }, signal }))).items, seat) ?? null,
    staleTime: 0,
  });
const ofBooking = (show: string, booking_id: string) => ({ params: { path: { id: show, booking_id } } });
export const bookingQuery = (show: string, id: string) => queryOptions({ queryKey: ["show", show, "booking", id], queryFn: () => read(booking.GET("/api/shows/{id}/bookings/{booking_id}", ofBooking(show, id))), staleTime: 0 });
/** People of the organisation; asked for under the name under which its own page asks. */
export const membersQuery = (organisation: string) => queryOptions({ queryKey: ["organisation", organisation, "members"], queryFn: async () => (await read(users.GET("/api/organisations/{id}/members", of(organisation)))).items });
export const writeNote = (show: string, id: string, text: string) => read(booking.POST("/api/shows/{id}/bookings/{booking_id}/notes", { ...ofBooking(show, id), body: { text } }));
export const takeFreeBack = (show: string, id: string) => read(booking.POST("/api/shows/{id}/bookings/{booking_id}/cancel", ofBooking(show, id)));
export const resend = (show: string, id: string) => read(booking.POST("/api/shows/{id}/bookings/{booking_id}/receipts", ofBooking(show, id)));
export type PlacesFormat = "csv" | "xlsx";
export const savePlaces = async (show: string, format: PlacesFormat, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<void> =>
  saveFile(await readLargeFile(`/api/shows/${show}/places.${format}`, onBytes, signal), `gelora-places-${show}.${format}`);

export const paymentsQuery = (organisation: string, show: string, bookingId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["show", show, "payments", bookingId ?? ""],
    queryFn: ({ pageParam }) =>
      read(payment.GET("/api/organisations/{id}/payments", { params: { path: { id: organisation }, query: { show_id: show, limit: 50, ...(bookingId && { booking_id: bookingId }), ...(pageParam && { cursor: pageParam }) } } })),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 0,
  });

/** One refund for one wish, whatever happens to the answers. */
export async function refund(wish: RefundWish): Promise<Refund> {
  const intent = `refund.${wish.payment_id}`;
  const header = { "Idempotency-Key": keyFor(intent, wish) };
  const made = await persist(() => read(payment.POST("/api/refunds", { params: { header }, body: wish })));
  forgetIntent(intent);
  return made;
}
export const refundQuery = (made: Refund) =>
  queryOptions({
    queryKey: ["refund", made.id],
    queryFn: () => read(payment.GET("/api/refunds/{id}", of(made.id))),
    initialData: made,
    refetchInterval: ({ state: { data } }) => (data?.status === "pending" ? 1500 : false),
  });

export const saveSettlement = async (show: string): Promise<void> => saveFile(await readFile(`/api/settlements/${show}`), `gelora-settlement-${show}.csv`);
