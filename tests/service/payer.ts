// Steps of somebody who pays, and of the bank, for the tests beside this file.
import type { Client } from "../support/client.js";
import { eventually, runStack, sql } from "./buyers.js";

export async function book(buyer: Client, show: string, quantity = 2, promo_code?: string) {
  const held = (await buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity } } })).as(201);
  return (await buyer.post("/api/bookings", { body: { hold_id: held.id, ...(promo_code && { promo_code }) } })).as(201);
}

export const pay = async (buyer: Client, booking: { id: string }, provider: "sandbox" | "stripe" | "midtrans" = "sandbox", method?: string) =>
  (await buyer.post("/api/payments", { body: { booking_id: booking.id, provider, ...(method && { method }) } })).as(201);

/** What the buyer does at the bank; 0 when the bank gives no answer, as some outcomes want. */
export const choose = (checkout: string, outcome: string, delay_ms = 0) =>
  fetch(`${checkout}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome, delay_ms }) }).then((reply) => reply.status, () => 0);

export const bookingOf = async (buyer: Client, id: string) => (await buyer.get("/api/bookings/{id}", { params: { id } })).as(200);
export const paymentOf = async (buyer: Client, id: string) => (await buyer.get("/api/payments/{id}", { params: { id } })).as(200);

export const until = (buyer: Client, id: string, status: string, limit_ms = 20_000) =>
  eventually(`booking is ${status}`, async () => {
    const booking = await bookingOf(buyer, id);
    return booking.status === status ? booking : undefined;
  }, limit_ms);

export const untilPayment = (buyer: Client, id: string, status: string, limit_ms = 20_000) =>
  eventually(`payment is ${status}`, async () => {
    const payment = await paymentOf(buyer, id);
    return payment.status === status ? payment : undefined;
  }, limit_ms);

export async function paid(buyer: Client, show: string, quantity = 2, promo_code?: string) {
  const booking = await book(buyer, show, quantity, promo_code);
  const payment = await pay(buyer, booking);
  await choose(payment.checkout_url, "pay");
  return { booking: await until(buyer, booking.id, "confirmed"), payment };
}

/** Balances of the ledger for one payment: account → sum. */
export const ledgerOf = (payment: string) =>
  Object.fromEntries(sql("gelora_payment", `SELECT account, SUM(amount_minor) FROM ledger_entries WHERE payment_id = ${payment} GROUP BY account`).map(([account, sum]) => [account, Number(sum)]));

/** A show with its own times, which the running service reads anew. */
export function setShow(show: string, set: string) {
  sql("gelora_booking", `UPDATE shows SET ${set} WHERE id = ${show}`);
  runStack("restart", "booking-service");
}
