// Edges of selling: promo codes that somebody has used by now, a second payment, a dispute, rules that were just set, a show that
// is cancelled while people pay. What payment-service would tell is told here in its name, so that the order is ours.
import { randomInt } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { components } from "../../web/src/contract/booking.js";
import { addresses, service } from "./authorization_cast.js";
import { eventually, newBuyer, runStack, showsOnSale, sql } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import { book, bookingOf, choose, paid, pay, until } from "./payer.js";

let show: string, other: string; // the second is cancelled here
let manager: Person;
const payments = service("payment-service");
const at = addresses(runStack("status", "--json"))["booking-service"]!;

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.find(({ venue }) => /Istora/.test(venue))!.id;
  other = shows.find(({ venue }) => /Braga/.test(venue))!.id;
  const house = await newOrganisation("Panggung Tepi");
  manager = await join(house, "manager");
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id IN (SELECT concert_id FROM shows WHERE id IN (${show}, ${other}))`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id IN (${show}, ${other})`);
  await eventually("the shows are the organisation's", async () => ((await manager.client.call("get", `/api/shows/${other}/rules`)).status === 200 ? true : undefined));
}, 60_000);

const freshId = () => String(BigInt(Date.now()) * 4_000_000n + BigInt(randomInt(4_000_000)));
/** The answer's status; the same event may be told again under its id. */
const tell = async (type: string, data: Record<string, unknown>, id = freshId()) =>
  (await fetch(`${at}/internal/events`, { method: "POST", headers: { "Content-Type": "application/json", Connection: "close", Authorization: `Bearer ${payments.token("booking-service", "")!}` }, body: JSON.stringify({ id, type, data }) })).status;
const captured = (booking: components["schemas"]["Booking"], payment_id = freshId()) => tell("payment.captured", { booking_id: booking.id, payment_id, ...booking.total });
const detailsOf = (id: string, kind: number) => sql("gelora_booking", `SELECT detail, 0 FROM receipts WHERE booking_id = ${id} AND kind = ${kind} ORDER BY id`).map(([text]) => JSON.parse(text!.replaceAll("\\\\", "\\")) as { reason: string; corrects_sale: boolean; amount_minor: number; words?: string });

describe("the uses of a promo code", () => {
  const make = async (body: object) => (await manager.client.call("post", `/api/shows/${show}/promo-codes`, { body: { code: `E${crypto.randomUUID().slice(0, 8)}`, percent_bp: 1000, ...body } })).body as { id: string; code: string };
  const usesOf = (id: string) => sql("gelora_booking", `SELECT p.used, (SELECT COUNT(*) FROM promo_uses u WHERE u.promo_id = p.id) FROM promo_codes p WHERE p.id = ${id}`)[0]!.map(Number);
  const uses = (id: string, wanted: number) => eventually(`${wanted} uses`, async () => (usesOf(id).every((count) => count === wanted) ? true : undefined), 60_000);
  /** As if the time to pay were over. */
  const expired = async (buyer: ReturnType<typeof newBuyer>, code: string) => {
    const booking = await book(buyer, show, 1, code);
    sql("gelora_booking", `UPDATE bookings SET pay_by_us = 1 WHERE id = ${booking.id}`);
    return booking;
  };
  const letExpire = async (...bookings: { id: string }[]) => {
    runStack("restart", "booking-service");
    for (const { id } of bookings) await eventually("it has expired", async () => (sql("gelora_booking", `SELECT status, 0 FROM bookings WHERE id = ${id}`)[0]![0] === "3" ? true : undefined));
  };

  test("are limited for a person who pays late as well", async () => {
    const promo = await make({ per_person: 1 });
    const buyer = newBuyer();
    const late = await expired(buyer, promo.code);
    await letExpire(late);
    await uses(promo.id, 0);
    const next = await book(buyer, show, 1, promo.code);
    expect(await captured(late)).toBe(204);
    expect((await bookingOf(buyer, late.id)).status).toBe("refund_pending");
    expect(await captured(next)).toBe(204);
    expect((await bookingOf(buyer, next.id)).status).toBe("confirmed");
    await uses(promo.id, 1);
  }, 60_000);

  test("stay when a second late payment comes to a booking that the first has confirmed", async () => {
    const promo = await make({ max_uses: 5 });
    const buyer = newBuyer();
    const late = await expired(buyer, promo.code);
    await letExpire(late);
    expect(await Promise.all([captured(late), captured(late)])).toEqual([204, 204]);
    expect((await bookingOf(buyer, late.id)).status).toBe("confirmed");
    await uses(promo.id, 1);
    await new Promise((resolve) => setTimeout(resolve, 2_500)); // two rounds of the sweeper
    expect(usesOf(promo.id)).toEqual([1, 1]);
  }, 60_000);

  test("are given back when the booking was cancelled as the money came", async () => {
    const promo = await make({ max_uses: 1 });
    const buyer = newBuyer();
    const booking = await book(buyer, show, 1, promo.code);
    (await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).as(200);
    expect(await captured(booking)).toBe(204);
    expect((await bookingOf(buyer, booking.id)).status).toBe("refund_pending");
    await uses(promo.id, 0);
    expect((await book(newBuyer(), show, 1, promo.code)).status).toBe("awaiting_payment");
  });

  test.each(["DISKON–10", "🎉", "a b"])("are not asked for by %s: there is no such code", async (promo_code) => {
    const buyer = newBuyer();
    const hold = (await buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity: 1 } } })).as(201);
    for (const answer of [await buyer.post("/api/holds/{id}/quote", { params: { id: hold.id }, body: { promo_code } }), await buyer.post("/api/bookings", { body: { hold_id: hold.id, promo_code } })])
      expect([answer.status, answer.slug, (answer.body as { reason?: string }).reason]).toEqual([422, "promo-invalid", "unknown"]);
  });
});

describe("selling rules", () => {
  test("are read as they were just set", async () => {
    const path = `/api/shows/${show}/rules`;
    const before = (await manager.client.call("get", path)).body as components["schemas"]["SellingRules"];
    for (const rate_bp of [100, 250, before.tax.rate_bp]) {
      const set = (await manager.client.call("patch", path, { body: { tax: { rate_bp, included: before.tax.included } } })).body as typeof before;
      const read = (await manager.client.call("get", path)).body as typeof before;
      expect([set.tax.rate_bp, read.tax.rate_bp]).toEqual([rate_bp, rate_bp]);
    }
  });
});

describe("money that goes back", () => {
  test("corrects the sale only when it was the sale's", async () => {
    const { client: buyer } = await newPerson();
    const { booking, payment } = await paid(buyer, show, 1);
    const notes = () => sql("gelora_booking", `SELECT kind, total_minor FROM invoices WHERE booking_id = ${booking.id} ORDER BY number`);
    await eventually("the invoice", async () => (notes().length === 1 ? true : undefined));
    const refunded = (more: object) => tell("payment.refunded", { booking_id: booking.id, payment_id: payment.id, amount_minor: 1000, currency: "IDR", excess: false, ...more });
    expect(await refunded({ excess: true, reason: "second-capture" })).toBe(204);
    expect(await refunded({ payment_id: freshId(), reason: "second-payment" })).toBe(204);
    expect(await refunded({ reason: "sakit" })).toBe(204);
    await eventually("all are told", async () => (sql("gelora_booking", `SELECT COUNT(*), 0 FROM receipts WHERE booking_id = ${booking.id} AND done_at_us IS NULL`)[0]![0] === "0" ? true : undefined));
    expect(notes().map(([kind]) => kind)).toEqual(["1", "2"]);
    expect(detailsOf(booking.id, 2).map(({ reason, corrects_sale, words }) => [reason, corrects_sale, words])).toEqual([["second-capture", false, undefined], ["second-payment", false, undefined], ["organiser", true, "sakit"]]);
    expect((await bookingOf(buyer, booking.id)).refunded!.amount_minor).toBe(1000);
  });

  test("is not told before the money itself", async () => {
    const buyer = newBuyer();
    const booking = await book(buyer, show, 1);
    const payment_id = freshId(), event = freshId();
    const refund = () => tell("payment.refunded", { booking_id: booking.id, payment_id, amount_minor: 1000, currency: "IDR", reason: "sakit", excess: false }, event);
    expect(await refund()).toBe(503);
    expect(await captured(booking, payment_id)).toBe(204);
    expect(await refund()).toBe(204);
    expect((await bookingOf(buyer, booking.id)).refunded!.amount_minor).toBe(1000);
  });

  test.each([
    ["payment.dispute_lost", (amount_minor: number) => ({ amount_minor }), "dispute-lost"],
    ["payment.reversed", (amount_minor: number) => ({ amount: { amount_minor, currency: "IDR" } }), "at-provider"],
    ["payment.reversed", () => ({}), "at-provider"],
  ])("by %s is counted and told", async (type, amount, reason) => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show, 1);
    expect(await tell(type, { booking_id: booking.id, payment_id: payment.id, ...amount(booking.total.amount_minor) })).toBe(204);
    const over = await until(buyer, booking.id, "refunded");
    expect(over.refunded).toEqual(booking.total);
    expect(detailsOf(booking.id, 2)).toMatchObject([{ reason, corrects_sale: true, amount_minor: booking.total.amount_minor }]);
  });

  test("is all there was only when nothing is left to give", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show, 1);
    const told = { booking_id: booking.id, payment_id: payment.id, currency: "IDR", excess: false };
    expect(await tell("refund.requested", { ...told, refund_id: freshId(), ticket_ids: [], used_too: false })).toBe(204);
    expect(await tell("payment.refunded", { ...told, amount_minor: 1, reason: "a part" })).toBe(204);
    expect((await bookingOf(buyer, booking.id)).status).toBe("refund_pending");
    expect(await tell("payment.refunded", { ...told, amount_minor: 0, reason: "nothing-left" })).toBe(204);
    expect((await bookingOf(buyer, booking.id)).status).toBe("refunded");
    expect(detailsOf(booking.id, 2)).toHaveLength(1);
  });
});

test("seats that were given instead say which were chosen", async () => {
  const buyer = newBuyer();
  const booking = await book(buyer, show, 2);
  sql("gelora_booking", `UPDATE bookings SET pay_by_us = 1 WHERE id = ${booking.id}`);
  runStack("restart", "booking-service");
  await until(buyer, booking.id, "expired");
  (await newBuyer().post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: booking.lines.map((line) => line.seat_no) } })).as(201);
  expect(await captured(booking)).toBe(204);
  const now = await bookingOf(buyer, booking.id);
  expect([now.status, now.replaced]).toEqual(["substituted", booking.lines.map((line) => line.label)]);
});

test("a cancelled show ends every booking, however late it came to be, and keeps nobody's money", async () => {
  const people = Array.from({ length: 60 }, newBuyer);
  const holds = await Promise.all(people.map(async (buyer) => (await buyer.post("/api/shows/{id}/holds", { params: { id: other }, body: { best_available: { quantity: 1 } } })).as(201)));
  const waiting = newBuyer();
  const unpaid = await book(waiting, other, 1);
  const payment = await pay(waiting, unpaid);
  let made = 0;
  let some: () => void = () => undefined;
  const inTheMiddle = new Promise<void>((resolve) => (some = resolve));
  const buying = Promise.all(people.map(async (buyer, i) => {
    await new Promise((resolve) => setTimeout(resolve, i * 20));
    const booked = await buyer.post("/api/bookings", { body: { hold_id: holds[i]!.id } });
    if (booked.status !== 201) return undefined;
    if ((made += 1) === 12) some();
    const booking = booked.body as components["schemas"]["Booking"];
    await captured(booking);
    return { buyer, booking };
  }));
  await Promise.race([inTheMiddle, buying]);
  expect((await manager.client.call("post", `/api/shows/${other}/cancellation`, { body: { reason: "Artis sakit" } })).status).toBe(202);
  await choose(payment.checkout_url, "pay");
  const bought = (await buying).filter((one) => one !== undefined);
  expect(bought.length).toBeGreaterThan(0);
  const progress = await eventually("the job is done", async () => {
    const now = (await manager.client.call("get", `/api/shows/${other}/cancellation`)).body as components["schemas"]["ShowCancellation"];
    return now.status === "done" ? now : undefined;
  }, 60_000);
  expect(progress.bookings_done).toBe(progress.bookings_total);
  for (const { buyer, booking } of bought) {
    const { status, tickets = [] } = await bookingOf(buyer, booking.id);
    expect(["cancelled", "refund_pending", "refunded"]).toContain(status);
    expect(tickets.filter((ticket) => ticket.status !== "void")).toEqual([]);
  }
  await until(waiting, unpaid.id, "refunded", 60_000);
}, 120_000);
