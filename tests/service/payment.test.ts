// payment-service with booking-service and the sandbox bank, black box.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { readTicketCode } from "../support/ticket_code.js";
import { eventually, newBuyer, runStack, showsOnSale, sql, url } from "./buyers.js";

let show: string;
let short: string; // with a few seconds to pay
const secret = readFileSync(`${process.env["GELORA_RUN_DIR"] ?? new URL("../../.run", import.meta.url).pathname}/secrets/sandbox-webhook.secret`, "utf8").trim();

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.find(({ venue }) => /Istora/.test(venue))!.id;
  short = shows.find(({ venue }) => /Ungasan/.test(venue))!.id;
  sql("gelora_booking", `UPDATE shows SET pay_ttl_s = 2 WHERE id = ${short}`);
  runStack("restart", "booking-service");
});

async function book(buyer: Client, at = show) {
  const held = (await buyer.post("/api/shows/{id}/holds", { params: { id: at }, body: { best_available: { quantity: 2 } } })).as(201);
  return (await buyer.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
}

async function begin(buyer: Client, at = show) {
  const booking = await book(buyer, at);
  const payment = (await buyer.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
  return { booking, payment };
}

const choose = (checkout: string, outcome: string, delay_ms = 0) =>
  fetch(`${checkout}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome, delay_ms }) }).then((reply) => reply.status, () => 0);

const statusOf = async (buyer: Client, id: string) => (await buyer.get("/api/bookings/{id}", { params: { id } })).as(200);
const until = (buyer: Client, id: string, status: string, limit_ms = 20_000) =>
  eventually(`booking is ${status}`, async () => {
    const booking = await statusOf(buyer, id);
    return booking.status === status ? booking : undefined;
  }, limit_ms);
const paymentIs = (buyer: Client, id: string, status: string, limit_ms = 20_000) =>
  eventually(`payment is ${status}`, async () => ((await buyer.get("/api/payments/{id}", { params: { id } })).as(200).status === status ? true : undefined), limit_ms);
const capturesOf = (payment: string) => sql("gelora_payment", `SELECT state, reason, promised_back_minor = amount_minor FROM captures WHERE payment_id = ${payment} ORDER BY id`);
const refundsOf = (payment: string) => sql("gelora_payment", `SELECT state, reason FROM refunds WHERE payment_id = ${payment} ORDER BY id`);

describe("paying", () => {
  test("ends in tickets whose codes verify, and only their owner sees them", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer);
    expect(payment.amount).toEqual(booking.total);
    expect(await choose(payment.checkout_url, "pay")).toBe(202);
    const { tickets } = await until(buyer, booking.id, "confirmed");
    expect(tickets).toHaveLength(2);
    const { keys } = (await createClient(url).get("/.well-known/gelora-ticket-keys.json")).as(200);
    for (const ticket of tickets!) {
      expect(readTicketCode(ticket.code, keys)).toEqual({ ticket_id: ticket.id, show_id: show, seat_no: ticket.seat_no });
      const qr = await buyer.get("/api/tickets/{id}/qr.svg", { params: { id: ticket.id } });
      expect([qr.status, qr.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
      const stranger = newBuyer();
      for (const tail of ["", "/qr.svg", "/calendar.ics"]) expect((await stranger.call("get", `/api/tickets/${ticket.id}${tail}`)).status).toBe(404);
    }
    expect((await buyer.get("/api/tickets")).as(200).items.map((ticket) => ticket.id).sort()).toEqual(tickets!.map((ticket) => ticket.id).sort());
    expect((await newBuyer().get("/api/payments/{id}", { params: { id: payment.id } })).status).toBe(404);
  });

  test("a declined payment leaves the booking open for another try", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer);
    await choose(payment.checkout_url, "decline");
    expect((await statusOf(buyer, booking.id)).status).toBe("awaiting_payment");
    await choose(payment.checkout_url, "pay");
    await until(buyer, booking.id, "confirmed");
  });

  test("two captures of one session: one is kept, one goes back", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer);
    await choose(payment.checkout_url, "pay_twice");
    await until(buyer, booking.id, "confirmed");
    await eventually("the second is refunded", async () => (JSON.stringify(refundsOf(payment.id)) === '[["4","second-capture"]]' ? true : undefined));
    expect(capturesOf(payment.id)).toEqual([["1", "", "0"], ["4", "second-capture", "1"]]);
  });

  test("two payments of one booking: one is kept, the other goes back", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer);
    const second = (await buyer.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
    expect(second.checkout_url).not.toBe(payment.checkout_url);
    await Promise.all([choose(payment.checkout_url, "pay"), choose(second.checkout_url, "pay")]);
    await until(buyer, booking.id, "confirmed");
    await eventually("one is refunded", async () => (JSON.stringify([...refundsOf(payment.id), ...refundsOf(second.id)]) === '[["4","second-payment"]]' ? true : undefined));
    const tickets = (await statusOf(buyer, booking.id)).tickets!;
    expect(tickets.map((ticket) => ticket.status)).toEqual(["valid", "valid"]);
  });

  test("captured without an answer and with a lost notice: found all the same", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer);
    expect(await choose(payment.checkout_url, "capture_then_timeout")).toBe(0);
    await until(buyer, booking.id, "confirmed");
  });

  test("nobody pays in time: the booking expires and its payment too", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer, short);
    await until(buyer, booking.id, "expired");
    await paymentIs(buyer, payment.id, "expired");
    expect((await buyer.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).slug).toBe("booking-not-payable");
  });

  test("services killed between payment and ticket: the ticket comes", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer);
    runStack("kill", "booking-service");
    await choose(payment.checkout_url, "pay");
    runStack("kill", "payment-service");
    runStack("wait", "booking-service");
    runStack("wait", "payment-service");
    await until(buyer, booking.id, "confirmed");
  });
});

describe("beginning a payment", () => {
  test("the amount is never the caller's", async () => {
    const buyer = newBuyer();
    const booking = await book(buyer);
    const answer = await buyer.call("post", "/api/payments", { body: { booking_id: booking.id, provider: "sandbox", amount: { amount_minor: 1, currency: "IDR" } }, key: "auto" });
    expect([answer.status, answer.slug]).toEqual([422, "invalid-request"]);
  });

  test("the same key gives the same payment; another body with it is refused", async () => {
    const buyer = newBuyer();
    const booking = await book(buyer);
    const ask = () => buyer.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" }, key: "pay" });
    const first = await ask();
    first.as(201);
    expect((await ask()).text).toBe(first.text);
    const other = await buyer.post("/api/payments", { body: { booking_id: "1", provider: "sandbox" }, key: "pay" });
    expect([other.status, other.slug]).toEqual([422, "idempotency-key-reused"]);
  });

  test("for somebody else's booking there is nothing to pay", async () => {
    const booking = await book(newBuyer());
    const answer = await newBuyer().post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } });
    expect([answer.status, answer.slug]).toEqual([404, "not-found"]);
  });

  test("faults are told all at once", async () => {
    const answer = await newBuyer().call("post", "/api/payments", { body: { booking_id: 5, what: 1 }, key: "auto" });
    expect((answer.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer).sort()).toEqual(["/booking_id", "/provider", "/what"]);
  });
});

describe("a webhook", () => {
  const send = (body: string, signature?: string) =>
    fetch(`${url}/api/payments/webhooks/sandbox`, { method: "POST", headers: { "Content-Type": "application/json", ...(signature ? { "X-Sandbox-Signature": signature } : {}) }, body });
  const signed = (body: string, at = Math.floor(Date.now() / 1000), key = secret) => `t=${at},v1=${createHmac("sha256", key).update(`${at}.${body}`).digest("hex")}`;

  test("that is not authentic changes nothing", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer);
    const session = payment.checkout_url.split("/").at(-1);
    const body = JSON.stringify({ id: "123", type: "session.captured", session_id: session });
    const now = Math.floor(Date.now() / 1000);
    for (const signature of [undefined, "", "t=1", signed(body, now, "not the secret"), signed(`${body} `), signed(body, now - 301), signed(body, now + 400)]) {
      expect((await send(body, signature)).status).toBe(400);
    }
    expect((await statusOf(buyer, booking.id)).status).toBe("awaiting_payment");
  });

  test("is only a hint: what the bank does not confirm is not believed", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer);
    const body = JSON.stringify({ id: "124", type: "session.captured", session_id: payment.checkout_url.split("/").at(-1) });
    expect((await send(body, signed(body))).status).toBe(200);
    expect((await statusOf(buyer, booking.id)).status).toBe("awaiting_payment");
    expect(capturesOf(payment.id)).toEqual([]);
  });

  test("of an unknown session is taken and recorded", async () => {
    const id = `unknown-${crypto.randomUUID()}`;
    const body = JSON.stringify({ id, type: "session.captured", session_id: "ss_unknown" });
    expect((await send(body, signed(body))).status).toBe(200);
    expect((await send(body, signed(body))).status).toBe(200);
    expect(sql("gelora_payment", `SELECT outcome FROM webhook_events WHERE event_id = '${id}'`)).toEqual([["unknown"]]);
    expect(sql("gelora_payment", "SELECT kind FROM findings WHERE ref = 'ss_unknown'")).toEqual([["unknown-session"]]);
  });
});
