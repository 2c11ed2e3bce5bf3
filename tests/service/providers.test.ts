// Every payment provider, through the public API and the sandbox bank, which speaks the protocol of each.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../support/client.js";
import { eventually, newBuyer, runStack, showsOnSale, sql, url } from "./buyers.js";

type Name = "sandbox" | "stripe" | "midtrans";
const names: Name[] = ["sandbox", "stripe", "midtrans"];
const run_dir = process.env["GELORA_RUN_DIR"] ?? new URL("../../.run", import.meta.url).pathname;
const secret = (file: string) => readFileSync(`${run_dir}/secrets/${file}`, "utf8").trim();
const bank = `http://localhost:${JSON.parse(readFileSync(`${run_dir}/ports.json`, "utf8"))["sandbox-bank"]}`;

let show: string;
let short: string; // with a few seconds to pay

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.find(({ venue }) => /Bung Karno/.test(venue))!.id;
  short = shows.find(({ venue }) => /Ungasan/.test(venue))!.id;
  sql("gelora_booking", `UPDATE shows SET pay_ttl_s = 3 WHERE id = ${short}`);
  runStack("restart", "booking-service");
});

const faults = (wish: object) =>
  fetch(`${bank}/faults`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish) }).then((reply) => reply.json() as Promise<{ applied: Record<string, number> }>);
afterEach(async () => void (await faults({})));

async function book(buyer: Client, at = show) {
  const held = (await buyer.post("/api/shows/{id}/holds", { params: { id: at }, body: { best_available: { quantity: 2 } } })).as(201);
  return (await buyer.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
}

async function begin(buyer: Client, provider: Name, method?: string, at = show) {
  const booking = await book(buyer, at);
  // a provider that was away a moment ago is let alone for some seconds
  const payment = await eventually("a page to pay at", async () => {
    const answer = await buyer.post("/api/payments", { body: { booking_id: booking.id, provider, ...(method ? { method } : {}) }, key: "pay" });
    return answer.status === 503 ? undefined : answer.as(201);
  });
  return { booking, payment };
}

const choose = (checkout: string, outcome: string, delay_ms = 0) =>
  fetch(`${checkout}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome, delay_ms }) }).then((reply) => reply.status, () => 0);
const chooseMethod = (checkout: string, method: string) => fetch(`${checkout}/outcome`, { method: "POST", redirect: "manual", body: new URLSearchParams({ method }) });

const until = (buyer: Client, id: string, status: string, limit_ms = 20_000) =>
  eventually(`booking is ${status}`, async () => ((await buyer.get("/api/bookings/{id}", { params: { id } })).as(200).status === status ? true : undefined), limit_ms);
const paymentIs = (buyer: Client, id: string, status: string, limit_ms = 20_000) =>
  eventually(`payment is ${status}`, async () => ((await buyer.get("/api/payments/{id}", { params: { id } })).as(200).status === status ? true : undefined), limit_ms);
const statusOf = async (buyer: Client, id: string) => (await buyer.get("/api/bookings/{id}", { params: { id } })).as(200).status;

describe.each(names)("%s", (provider) => {
  const methods = { sandbox: ["qris", "virtual_account", "ewallet", "card"], stripe: ["card"], midtrans: ["qris", "virtual_account", "ewallet", "card"] }[provider];

  test.each([undefined, ...methods])("paid by %s: tickets", async (method) => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer, provider, method);
    expect(payment.checkout_url).toMatch(/\/pay\//);
    const page = await fetch(payment.checkout_url);
    expect(page.status).toBe(200);
    if (!method) expect((await chooseMethod(payment.checkout_url, "qris")).status).toBe(303);
    expect(await choose(payment.checkout_url, "pay")).toBe(202);
    await until(buyer, booking.id, "confirmed");
    await paymentIs(buyer, payment.id, "captured");
  });

  test("declined, then paid", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer, provider);
    await choose(payment.checkout_url, "decline");
    expect(await statusOf(buyer, booking.id)).toBe("awaiting_payment");
    await choose(payment.checkout_url, "pay");
    await until(buyer, booking.id, "confirmed");
  });

  test("captured without an answer and with a lost notice", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer, provider);
    expect(await choose(payment.checkout_url, "capture_then_timeout")).toBe(0);
    await until(buyer, booking.id, "confirmed");
  });

  test("nobody pays: it expires", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer, provider, undefined, short);
    await until(buyer, booking.id, "expired");
    await paymentIs(buyer, payment.id, "expired");
  });

  test("paid late: the seats are still free, and are the buyer's", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer, provider, undefined, short);
    await choose(payment.checkout_url, "pay_late", 4_500);
    await until(buyer, booking.id, "expired");
    await until(buyer, booking.id, "confirmed", 40_000);
  });

  test.each(["underpay", "wrong_currency"])("%s: never confirmed, the money goes back", async (outcome) => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer, provider);
    await choose(payment.checkout_url, outcome);
    await eventually("the money is back", async () => {
      const { refunds } = await bankBook(payment.checkout_url);
      return refunds === "2" ? true : undefined;
    });
    expect(await statusOf(buyer, booking.id)).toBe("awaiting_payment");
  });

  test("answers that are lost and notices that are lost, doubled, shuffled and forged", async () => {
    const buyer = newBuyer();
    await faults({ answer_lost: 0.3, webhook_twice: 0.5, webhook_shuffled: 0.5, webhook_forged: 1, slow_ms: 20 });
    const booking = await book(buyer);
    const payment = await eventually("a payment, asked for again under the same key", async () => {
      const answer = await buyer.post("/api/payments", { body: { booking_id: booking.id, provider }, key: "pay" });
      return answer.status === 201 ? answer.as(201) : undefined;
    });
    await choose(payment.checkout_url, "pay");
    await until(buyer, booking.id, "confirmed", 30_000);
    await paymentIs(buyer, payment.id, "captured");
  });
});

// What the bank's own books say of refunds: their states, joined.
async function bankBook(checkout: string) {
  const session = checkout.split("/").at(-1)!.split("~")[0]!;
  const rows = sql("gelora_bank", `SELECT r.state FROM refunds r JOIN captures c ON c.id = r.capture_id WHERE c.session_id = '${session}'`);
  return { refunds: rows.map(([state]) => state).join(",") };
}

test("two charges of one Stripe session: one is kept, one goes back", async () => {
  const buyer = newBuyer();
  const { booking, payment } = await begin(buyer, "stripe");
  await choose(payment.checkout_url, "pay_twice");
  await until(buyer, booking.id, "confirmed");
  await eventually("one refund", async () => ((await bankBook(payment.checkout_url)).refunds === "2" ? true : undefined));
});

test("a provider that is away is not waited for, and is asked again when it is back", async () => {
  const buyer = newBuyer();
  const { booking } = await begin(buyer, "stripe");
  await faults({ down: 1 });
  const body = { booking_id: booking.id, provider: "stripe" as const };
  for (let i = 0; i < 3; ++i) expect((await buyer.post("/api/payments", { body, key: "again" })).status).toBe(503);
  const begun = Date.now();
  expect((await buyer.post("/api/payments", { body, key: "again" })).status).toBe(503);
  expect(Date.now() - begun).toBeLessThan(1000);
  await faults({});
  await eventually("it is asked again", async () => ((await buyer.post("/api/payments", { body, key: "again" })).status === 201 ? true : undefined), 20_000);
});

describe("webhooks", () => {
  const now = () => Math.floor(Date.now() / 1000);
  const send = (provider: Name, body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/payments/webhooks/${provider}`, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body }).then((reply) => reply.status);
  const timed = (key: string, body: string, at = now()) => `t=${at},v1=${createHmac("sha256", key).update(`${at}.${body}`).digest("hex")}`;
  const flipped = (text: string) => text.slice(0, -1) + (text.endsWith("0") ? "1" : "0");

  const stripeEvent = (session: string, more: object = {}) =>
    JSON.stringify({ id: `evt_${Math.random()}`, object: "event", type: "checkout.session.completed", livemode: false, data: { object: { id: session, object: "checkout.session" } }, ...more });
  const midtransNotice = (order: string, key: string) =>
    JSON.stringify({ order_id: order, status_code: "200", gross_amount: "1.00", transaction_status: "settlement", transaction_id: "t", signature_key: createHash("sha512").update(`${order}2001.00${key}`).digest("hex") });

  test.each([["sandbox", "X-Sandbox-Signature", "sandbox-webhook.secret", "stripe-webhook.secret"], ["stripe", "Stripe-Signature", "stripe-webhook.secret", "sandbox-webhook.secret"]] as const)(
    "that are not authentic change nothing: %s", async (provider, header, file, other) => {
      const buyer = newBuyer();
      const { booking, payment } = await begin(buyer, provider);
      const session = payment.checkout_url.split("/").at(-1)!.split("~")[0]!;
      const body = provider === "stripe" ? stripeEvent(session) : JSON.stringify({ id: "77", type: "session.captured", session_id: session });
      const right = timed(secret(file), body);
      const v0 = right.replace("v1=", "v0=");
      for (const signature of [undefined, "", "bad_header", timed("", body), timed(secret(file), body, now() - 301), timed(secret(file), body, now() + 400), flipped(right), v0, timed(secret(other), body)])
        expect(await send(provider, body, signature === undefined ? {} : { [header]: signature }), signature ?? "none").toBe(400);
      expect(await send(provider, `${body} `, { [header]: right })).toBe(400);
      expect(await send(provider, body, { [provider === "stripe" ? "X-Sandbox-Signature" : "Stripe-Signature"]: right })).toBe(400);
      expect(await statusOf(buyer, booking.id)).toBe("awaiting_payment");
      expect(await send(provider, body, { [header]: `${right},v1=potato` })).toBe(200);
      expect(await statusOf(buyer, booking.id)).toBe("awaiting_payment"); // a hint only: the bank does not say so
    });

  test("of Stripe's other mode are not authentic; of another account or an unknown session they are recorded", async () => {
    const key = secret("stripe-webhook.secret");
    const post = (body: string) => send("stripe", body, { "Stripe-Signature": timed(key, body) });
    expect(await post(stripeEvent("cs_test_x", { livemode: true }))).toBe(400);
    expect(await post(stripeEvent("cs_test_x", { account: "acct_other" }))).toBe(200);
    expect(await post(stripeEvent("cs_test_x"))).toBe(200);
    expect(await post(stripeEvent("x", { type: "customer.created" }))).toBe(200);
    expect(await post("not JSON")).toBe(400);
  });

  test("of Midtrans are signed by their server key", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await begin(buyer, "midtrans");
    const key = secret("midtrans-server.key");
    for (const body of [midtransNotice(payment.id, ""), midtransNotice(payment.id, flipped(key)), midtransNotice(payment.id, key).replace('"1.00"', '"2.00"'), JSON.stringify({ order_id: payment.id }), "{"])
      expect(await send("midtrans", body), body).toBe(400);
    expect(await send("midtrans", midtransNotice(payment.id, key))).toBe(200);
    expect(await send("midtrans", midtransNotice("12345", key))).toBe(200);
    expect(await statusOf(buyer, booking.id)).toBe("awaiting_payment");
  });
});

describe("the bank speaks strictly", () => {
  const stripe = (path: string, form?: Record<string, string>, key = "") =>
    fetch(`${bank}/stripe/v1${path}`, {
      method: form ? "POST" : "GET",
      headers: { Authorization: `Bearer ${secret("stripe.key")}`, ...(key ? { "Idempotency-Key": key } : {}) },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    }).then(async (reply) => ({ status: reply.status, body: (await reply.json()) as Record<string, never> & { error?: { type: string; param?: string }; id?: string } }));
  const session = () => ({
    mode: "payment", success_url: "https://a.test/", "line_items[0][quantity]": "1", "line_items[0][price_data][currency]": "idr", "line_items[0][price_data][unit_amount]": "15000000",
    "line_items[0][price_data][product_data][name]": "Two seats",
  });

  test("Stripe: unknown, missing and wrong fields", async () => {
    const param = async (form: Record<string, string>) => {
      const { status, body } = await stripe("/checkout/sessions", form);
      return [status, body.error?.param];
    };
    expect(await param({ ...session(), colour: "red" })).toEqual([400, "colour"]);
    const without: Record<string, string> = session();
    delete without["mode"];
    expect(await param(without)).toEqual([400, "mode"]);
    expect(await param({ ...session(), mode: "gift" })).toEqual([400, "mode"]);
    expect(await param({ ...session(), "line_items[0][quantity]": "two" })).toEqual([400, "line_items[0][quantity]"]);
    expect(await param({ ...session(), expires_at: String(Math.floor(Date.now() / 1000) + 600) })).toEqual([400, "expires_at"]);
    expect((await stripe("/checkout/sessions", session())).status).toBe(200);
  });

  test("Stripe: a key answers the same again, and refuses other parameters", async () => {
    const key = `k${Date.now()}`;
    const first = await stripe("/checkout/sessions", session(), key);
    expect((await stripe("/checkout/sessions", session(), key)).body.id).toBe(first.body.id);
    const other = await stripe("/checkout/sessions", { ...session(), success_url: "https://b.test/" }, key);
    expect([other.status, other.body.error?.type]).toEqual([400, "idempotency_error"]);
    expect((await stripe(`/checkout/sessions/${first.body.id}/expire`, {})).status).toBe(200);
    expect((await stripe(`/checkout/sessions/${first.body.id}/expire`, {})).status).toBe(400);
  });

  test("Snap: unknown members and sums that do not fit", async () => {
    const snap = (body: object) =>
      fetch(`${bank}/midtrans/snap/v1/transactions`, { method: "POST", headers: { "Content-Type": "application/json", Authorization: `Basic ${Buffer.from(`${secret("midtrans-server.key")}:`).toString("base64")}` }, body: JSON.stringify(body) }).then((reply) => reply.status);
    const order_id = `o${Date.now()}`;
    const details = { order_id, gross_amount: 1000 };
    expect(await snap({ transaction_details: details, colour: "red" })).toBe(400);
    expect(await snap({ transaction_details: details, item_details: [{ price: 999, quantity: 1, name: "a" }] })).toBe(400);
    expect(await snap({ transaction_details: details })).toBe(201);
    expect(await snap({ transaction_details: details })).toBe(400);
  });
});
