// Turns that money takes seldom: sessions that were never made, refunds that come back, that people make at the provider, disputes of
// a part, and what nobody tells.
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Client } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, showsOnSale, sql } from "./buyers.js";
import { book, bookingOf, choose, ledgerOf, pay, paymentOf, until, untilPayment } from "./payer.js";
import { join, newOrganisation, type Person } from "./organisers.js";

const providers = ["sandbox", "stripe", "midtrans"] as const;
type Provider = (typeof providers)[number];
const run_dir = process.env["GELORA_RUN_DIR"] ?? new URL("../../.run", import.meta.url).pathname;
const bank = `http://localhost:${JSON.parse(readFileSync(`${run_dir}/ports.json`, "utf8"))["sandbox-bank"]}`;
const payments = `http://localhost:${JSON.parse(readFileSync(`${run_dir}/ports.json`, "utf8"))["payment-service"]}`;
const faults = (wish: object) => fetch(`${bank}/faults`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) });
const never = "9223372036854775807";

let show: string;
let large: string; // of many zones
let short: string; // a few seconds to pay
let manager: Person;

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.find(({ venue }) => /Kenjeran/.test(venue))!.id;
  short = shows.find(({ venue }) => /Ungasan/.test(venue))!.id;
  large = shows.find(({ venue }) => /Bung Karno/.test(venue))!.id;
  const house = await newOrganisation("Panggung Tepi");
  manager = await join(house, "manager");
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id IN (SELECT concert_id FROM shows WHERE id IN (${show}, ${large}, ${short}))`);
  sql("gelora_booking", `UPDATE shows SET refund_before_s = 3600, refund_keeps_fees = 1, revision = revision + 1 WHERE id = ${show}`);
  sql("gelora_booking", `UPDATE shows SET pay_ttl_s = 3 WHERE id = ${short}`);
  runStack("restart", "booking-service");
}, 60_000);
afterEach(async () => void (await faults({})));

async function paidBy(provider: Provider) {
  const buyer = newBuyer();
  const booking = await book(buyer, show);
  // a provider that was away a moment ago is let alone for some seconds
  const payment = await eventually("a page to pay at", async () => {
    const answer = await buyer.post("/api/payments", { body: { booking_id: booking.id, provider }, key: "pay" });
    return answer.status === 503 ? undefined : answer.as(201);
  });
  await choose(payment.checkout_url, "pay");
  return { buyer, booking: await until(buyer, booking.id, "confirmed"), payment };
}
const refund = (body: object, key = "auto") => manager.client.call("post", "/api/refunds", { body, key });
const found = (payment: string) => sql("gelora_payment", `SELECT kind FROM findings WHERE payment_id = ${payment} ORDER BY kind`).map(([kind]) => kind);
const untilFound = (payment: string, kind: string) => eventually(`${kind} is found`, async () => (found(payment).includes(kind) ? true : undefined));
const ticketStates = async (buyer: Client, id: string) => (await bookingOf(buyer, id)).tickets!.map((one) => one.status);
const untilLedger = (payment: string, wanted: Record<string, number>) =>
  eventually(`the ledger says ${JSON.stringify(wanted)}`, async () => {
    const now = ledgerOf(payment);
    return Object.entries(wanted).every(([account, sum]) => (now[account] ?? 0) === sum) ? true : undefined;
  });

describe("a session that was never made", () => {
  test.each(providers)("%s was away, the buyer did not come back: the payment ends and the booking expires", async (provider) => {
    const buyer = newBuyer();
    const booking = await book(buyer, short);
    await faults({ down: 1 });
    expect((await buyer.post("/api/payments", { body: { booking_id: booking.id, provider } })).status).toBe(503);
    await faults({});
    await eventually("the payment has ended", async () => (sql("gelora_payment", `SELECT status FROM payments WHERE booking_id = ${booking.id}`)[0]![0] === "4" ? true : undefined), 30_000);
    await until(buyer, booking.id, "expired");
  });

  test("a page's address may be long", async () => {
    const buyer = newBuyer();
    const payment = await pay(buyer, await book(buyer, show), "stripe");
    expect(payment.checkout_url.length).toBeGreaterThan(700);
    expect((await paymentOf(buyer, payment.id)).checkout_url).toBe(payment.checkout_url);
  });
});

describe.each(["sandbox", "stripe"] as const)("refunds at %s", (provider) => {
  test("that come back weeks later put the money back, and may be made again", async () => {
    const { buyer, booking, payment } = await paidBy(provider);
    const total = booking.total.amount_minor;
    expect((await refund({ payment_id: payment.id, reason: "all" })).status).toBe(201);
    await until(buyer, booking.id, "refunded");
    await choose(payment.checkout_url, "return_refunds");
    await untilFound(payment.id, "refund-returned");
    await untilPayment(buyer, payment.id, "captured");
    expect(ledgerOf(payment.id)).toMatchObject({ bookings: -total, [`provider:${provider}`]: total });
    expect((await refund({ payment_id: payment.id, reason: "again" })).status).toBe(201);
    await untilPayment(buyer, payment.id, "refunded");
    await untilLedger(payment.id, { bookings: 0, [`provider:${provider}`]: 0, refunds_due: 0 });
  });

  test("by hand, of a part: the tickets stay", async () => {
    const { buyer, booking, payment } = await paidBy(provider);
    await choose(payment.checkout_url, "refund_part_by_hand");
    await until(buyer, booking.id, "partially_refunded");
    expect(await ticketStates(buyer, booking.id)).toEqual(["valid", "valid"]);
    expect(found(payment.id)).toEqual(["refund-not-ours"]);
    expect(sql("gelora_payment", `SELECT goodwill FROM refunds WHERE payment_id = ${payment.id}`)).toEqual([["1"]]);
    expect(runAudit()).not.toContain(booking.id);
  });

  test("by hand, of all: the tickets are void, and the books agree", async () => {
    const { buyer, booking, payment } = await paidBy(provider);
    await choose(payment.checkout_url, "refund_by_hand");
    await until(buyer, booking.id, "refunded");
    expect(await ticketStates(buyer, booking.id)).toEqual(["void", "void"]);
    expect(runAudit()).not.toContain(booking.id);
  });
});

test("a refund by hand at Midtrans has no key, and another name of every order", async () => {
  for (let i = 0; i < 2; ++i) {
    const { buyer, booking, payment } = await paidBy("midtrans");
    await choose(payment.checkout_url, "refund_part_by_hand");
    await until(buyer, booking.id, "partially_refunded");
    expect(found(payment.id)).toEqual(["refund-not-ours"]);
  }
});

describe("a dispute of a part", () => {
  test.each(["sandbox", "stripe", "midtrans"] as const)("that is lost at %s: the tickets are void, so the rest goes back", async (provider) => {
    const { buyer, booking, payment } = await paidBy(provider);
    await choose(payment.checkout_url, "dispute_part");
    await choose(payment.checkout_url, "lose_dispute");
    if (provider === "midtrans") return void (await untilFound(payment.id, "unclear-at-provider")); // it does not say of how much
    await until(buyer, booking.id, "refunded");
    await untilPayment(buyer, payment.id, "refunded");
    await untilLedger(payment.id, { [`provider:${provider}`]: 0, bookings: 0, disputed: 0, refunds_due: 0 });
  });

  test("nobody told of it, of a payment that is not looked at any more: the daily comparison finds it", async () => {
    const { buyer, booking, payment } = await paidBy("stripe");
    sql("gelora_payment", `UPDATE payments SET next_check_us = ${never} WHERE id = ${payment.id}`);
    await faults({ webhook_lost: 1 });
    await choose(payment.checkout_url, "dispute");
    sql("gelora_payment", "UPDATE comparisons SET compared_to_us = compared_to_us - 3600000000 WHERE provider = 'stripe'"); // a while ago
    runStack("restart", "payment-service");
    await eventually("the tickets are frozen", async () => ((await ticketStates(buyer, booking.id)).every((one) => one === "frozen") ? true : undefined), 30_000);
  });
});

describe("a booking that ends", () => {
  test("after all its money went back as goodwill is refunded", async () => {
    const { buyer, booking, payment } = await paidBy("sandbox");
    expect((await refund({ payment_id: payment.id, amount_minor: booking.total.amount_minor, reason: "sorry" })).status).toBe(201);
    await untilPayment(buyer, payment.id, "refunded");
    expect(await ticketStates(buyer, booking.id)).toEqual(["valid", "valid"]);
    (await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).as(200);
    await until(buyer, booking.id, "refunded");
  });

  test("the first answer to a refund is given again byte for byte", async () => {
    const { payment } = await paidBy("sandbox");
    const body = { payment_id: payment.id, amount_minor: 1_000, reason: "sorry" };
    const first = await refund(body, "edge-once");
    expect((await refund(body, "edge-once")).text).toBe(first.text);
  });
});

test("a ticket that cost nothing is not refunded, and that is said", async () => {
  const seating = (await newBuyer().get("/api/shows/{id}/seating", { params: { id: large } })).as(200);
  const free = new Set(await freeSeats(large));
  const rows = seating.zones.flatMap((zone) => {
    const row = (zone.sections ?? []).flatMap((section) => section.rows).find(({ seats }) => seats.length > 2 && seats.every((seat) => free.has(seat.seat_no)));
    return row ? [{ zone: zone.id, seats: row.seats.slice(0, 2).map((seat) => seat.seat_no) }] : [];
  });
  const [gift, priced] = [rows[0]!, rows[1]!];
  const [price, fee] = sql("gelora_booking", `SELECT price_minor, fee_minor FROM show_zones WHERE id = ${gift.zone}`)[0]!;
  const cost = (minor: unknown, fees: unknown) => {
    sql("gelora_booking", `UPDATE show_zones SET price_minor = ${minor}, fee_minor = ${fees} WHERE id = ${gift.zone}`);
    runStack("restart", "booking-service");
  };
  cost(0, 0);
  onTestFinished(() => cost(price, fee));
  const buyer = newBuyer();
  const held = (await buyer.post("/api/shows/{id}/holds", { params: { id: large }, body: { seat_nos: [...gift.seats, ...priced.seats] } })).as(201);
  const booking = (await buyer.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
  const payment = await pay(buyer, booking);
  await choose(payment.checkout_url, "pay");
  const now = await until(buyer, booking.id, "confirmed");
  const given = now.tickets!.find((one) => gift.seats.includes(one.seat_no))!;
  const answer = await refund({ payment_id: payment.id, ticket_ids: [given.id], reason: "gift" });
  expect([answer.status, answer.slug, (answer.body as { reason: string }).reason]).toEqual([409, "tickets-not-refundable", "free"]);
});

describe("the reconciler", () => {
  test("reads what is due by an index that knows its order", () => {
    const [plan] = sql("gelora_payment", "EXPLAIN SELECT * FROM payments p WHERE p.provider = 'stripe' AND p.next_check_us <= 1 ORDER BY p.next_check_us LIMIT 100");
    expect(plan!.join(" ")).toContain("payments_of_a_provider_to_check");
    expect(plan!.join(" ")).not.toContain("filesort");
  });

  test("leaves alone what ended three days ago", async () => {
    const { payment } = await paidBy("sandbox");
    sql("gelora_payment", `UPDATE payments SET next_check_us = 0, pay_by_us = pay_by_us - 4 * 86400000000 WHERE id = ${payment.id}`);
    await eventually("it is left alone", async () => (sql("gelora_payment", `SELECT next_check_us FROM payments WHERE id = ${payment.id}`)[0]![0] === never ? true : undefined));
  });
});

describe("the daily comparison", () => {
  const compareAgain = () => {
    sql("gelora_payment", "UPDATE comparisons SET compared_to_us = compared_to_us - 3600000000 WHERE provider = 'stripe'");
    runStack("restart", "payment-service");
  };
  const comparedTo = () => Number(sql("gelora_payment", "SELECT compared_to_us FROM comparisons WHERE provider = 'stripe'")[0]![0]);

  test("goes on past one that cannot be looked up, and says so", async () => {
    const { payment } = await paidBy("stripe");
    const [ref] = sql("gelora_payment", `SELECT provider_ref FROM payments WHERE id = ${payment.id}`)[0]!;
    const before = comparedTo();
    sql("gelora_payment", `UPDATE payments SET provider_ref = 'cs_test_gone', created_at_us = created_at_us - 1200000000, next_check_us = ${never} WHERE id = ${payment.id}`);
    compareAgain();
    const capture = sql("gelora_payment", `SELECT provider_ref FROM captures WHERE payment_id = ${payment.id}`)[0]![0]!;
    await eventually("it is found", async () => (sql("gelora_payment", `SELECT 1 FROM findings WHERE kind = 'not-compared' AND ref = '${capture}'`).length ? true : undefined));
    await eventually("all else is compared", async () => (comparedTo() >= before ? true : undefined));
    sql("gelora_payment", `UPDATE payments SET provider_ref = '${ref}' WHERE id = ${payment.id}`);
  });

  test("of a provider that is away waits, and is done within minutes", async () => {
    const before = comparedTo();
    await faults({ down: 1 });
    compareAgain();
    const metrics = async () => (await fetch(`${payments}/metrics`)).text();
    await eventually("its age is told", async () => (/gelora_payment_compared_seconds_ago\{provider="stripe"\} (\d{4,}|[\d.]+e\+0[3-9])/.test(await metrics()) ? true : undefined), 20_000);
    expect(comparedTo()).toBeLessThan(before);
  });
});

function runAudit(): string {
  try {
    return runStack("audit-money");
  } catch (fault) {
    return (fault as { stdout?: Buffer }).stdout?.toString() ?? "";
  }
}
