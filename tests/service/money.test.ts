// Money that was paid always ends as a ticket or a refund: late payments, refunds by buyers and organisers, disputes, wrong money,
// promo codes, shows that are called off.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { components } from "../../web/src/contract/booking.js";
import type { Client } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, showsOnSale, sql } from "./buyers.js";
import { book, bookingOf, choose, ledgerOf, paid, pay, paymentOf, until, untilPayment } from "./payer.js";
import { join, newOrganisation, type Person } from "./organisers.js";

let show: string; // of our organisation, with much room and a rule that keeps the fees
let small: string; // a few seconds to pay
let house: { id: string; owner: Person };
let manager: Person;

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.find(({ venue }) => /Kenjeran/.test(venue))!.id;
  small = shows.find(({ venue }) => /Amfiteater|Kaliurang/.test(venue))!.id;
  house = await newOrganisation("Panggung Uji");
  manager = await join(house, "manager");
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id IN (SELECT concert_id FROM shows WHERE id IN (${show}, ${small}))`);
  sql("gelora_booking", `UPDATE shows SET refund_before_s = 3600, refund_keeps_fees = 1, revision = revision + 1 WHERE id = ${show}`);
  sql("gelora_booking", `UPDATE shows SET pay_ttl_s = 2 WHERE id = ${small}`);
  runStack("restart", "booking-service");
}, 60_000);

const refund = (client: Client, body: object, key?: string) => client.call("post", "/api/refunds", { body, key: key ?? "auto" });
const settled = (payment: string, wanted: Record<string, number>) =>
  eventually(`the ledger says ${JSON.stringify(wanted)}`, async () => {
    const now = ledgerOf(payment);
    return Object.entries(wanted).every(([account, sum]) => now[account] === sum) ? true : undefined;
  });
const stateOfSeat = (at: string, seat: number) => freeSeats(at).then((free) => (free.includes(seat) ? "free" : "taken"));

describe("paid late", () => {
  test("the seats are still free: the buyer gets them", async () => {
    const buyer = newBuyer();
    const booking = await book(buyer, small);
    const payment = await pay(buyer, booking);
    await choose(payment.checkout_url, "pay_late", 4_000);
    await until(buyer, booking.id, "expired");
    const now = await until(buyer, booking.id, "confirmed", 30_000);
    expect(now.tickets!.map((ticket) => ticket.seat_no).sort()).toEqual(booking.lines.map((line) => line.seat_no).sort());
    expect((await paymentOf(buyer, payment.id)).status).toBe("captured");
  });

  test("the seats are somebody else's: others as good, which the buyer may decline for all the money", async () => {
    const buyer = newBuyer();
    const booking = await book(buyer, small);
    const seats = booking.lines.map((line) => line.seat_no);
    const payment = await pay(buyer, booking);
    await until(buyer, booking.id, "expired");
    const faster = newBuyer();
    (await faster.post("/api/shows/{id}/holds", { params: { id: small }, body: { seat_nos: seats } })).as(201);
    await choose(payment.checkout_url, "pay_late");
    const now = await until(buyer, booking.id, "substituted", 30_000);
    expect(now.tickets!.map((ticket) => ticket.status)).toEqual(["valid", "valid"]);
    expect(now.lines.some((line) => seats.includes(line.seat_no))).toBe(false);
    expect(now.lines.map((line) => line.zone_id)).toEqual(booking.lines.map((line) => line.zone_id));
    expect(now.total).toEqual(booking.total);
    const given = now.lines.map((line) => line.seat_no).sort((a, b) => a - b);
    expect(given[1]! - given[0]!).toBe(1);
    expect(Date.parse(now.decline_by!)).toBeGreaterThan(Date.now() + 23 * 3600_000);

    expect((await newBuyer().post("/api/bookings/{id}/decline", { params: { id: booking.id } })).status).toBe(404);
    const declined = (await buyer.post("/api/bookings/{id}/decline", { params: { id: booking.id } })).as(200);
    expect(declined.status).toBe("refund_pending");
    expect((await buyer.post("/api/bookings/{id}/decline", { params: { id: booking.id } })).status).toBe(200);
    const over = await until(buyer, booking.id, "refunded");
    expect(over.tickets!.map((ticket) => ticket.status)).toEqual(["void", "void"]);
    expect(over.refunded).toEqual(booking.total);
    expect(await stateOfSeat(small, given[0]!)).toBe("free");
    await settled(payment.id, { "provider:sandbox": 0, bookings: 0, refunds_due: 0 });
  });

  test("what was confirmed in time is not declined", async () => {
    const buyer = newBuyer();
    const { booking } = await paid(buyer, show);
    const answer = await buyer.post("/api/bookings/{id}/decline", { params: { id: booking.id } });
    expect([answer.status, answer.slug]).toEqual([409, "booking-not-declinable"]);
  });

  test("the buyer had cancelled: the money goes back", async () => {
    const buyer = newBuyer();
    const booking = await book(buyer, show);
    const payment = await pay(buyer, booking);
    await choose(payment.checkout_url, "pay_late", 1_500);
    (await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).as(200);
    await until(buyer, booking.id, "refunded", 30_000);
    await settled(payment.id, { "provider:sandbox": 0, bookings: 0 });
  });

  test("nothing as good is left: the money goes back", async () => {
    const buyer = newBuyer();
    const booking = await book(buyer, small);
    const payment = await pay(buyer, booking);
    await until(buyer, booking.id, "expired");
    sql("gelora_booking", `UPDATE shows SET starts_at_us = 1 WHERE id = ${small}`); // it has begun
    const starts = sql("gelora_booking", `SELECT closes_at_us FROM shows WHERE id = ${small}`)[0]![0];
    runStack("restart", "booking-service");
    await choose(payment.checkout_url, "pay_late");
    await until(buyer, booking.id, "refunded", 40_000);
    sql("gelora_booking", `UPDATE shows SET starts_at_us = ${starts} + 7200000000 WHERE id = ${small}`);
    runStack("restart", "booking-service");
    await settled(payment.id, { "provider:sandbox": 0, bookings: 0 });
  }, 60_000);
});

describe("what a zone asks for its places", () => {
  test("is set by the organiser, counts for the next booking, and leaves those that were made", async () => {
    const rules = (body: object) => manager.client.call("patch", `/api/shows/${show}/rules`, { body });
    const zonesNow = async () => (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).zones;
    const buyer = newBuyer();
    const before = await paid(buyer, show);
    const { seat_no, zone_id, price, fee } = before.booking.lines[0]!;
    const terms = { id: zone_id, price_minor: price.amount_minor + 5_000, fee_minor: fee!.amount_minor + 1_000, tax_bp: 1_000 };
    const set = (await rules({ zones: [terms] })).body as components["schemas"]["SellingRules"];
    expect(set.zones.find((zone) => zone.id === zone_id)).toMatchObject({ price: { amount_minor: terms.price_minor }, fee: { amount_minor: terms.fee_minor }, tax_bp: 1_000 });
    await eventually("the price is in force", async () => ((await zonesNow()).find((zone) => zone.id === zone_id)!.price.amount_minor === terms.price_minor ? true : undefined));
    const now = (await zonesNow()).find((zone) => zone.id === zone_id)!;
    expect([now.fee.amount_minor, now.tax]).toEqual([terms.fee_minor, { rate_bp: 1_000, included: set.tax.included }]);
    const untouched = (await zonesNow()).find((zone) => zone.id !== zone_id)!;
    expect(untouched.tax!.rate_bp).toBe(set.tax.rate_bp);

    const after = await paid(newBuyer(), show);
    const line = after.booking.lines.find((one) => one.zone_id === zone_id)!;
    const asked = terms.price_minor + terms.fee_minor;
    expect([line.price.amount_minor, line.fee!.amount_minor, line.tax!.amount_minor]).toEqual([terms.price_minor, terms.fee_minor, Math.round((asked * 1_000) / (set.tax.included ? 11_000 : 10_000))]);
    const kept = (await bookingOf(buyer, before.booking.id)).lines.find((one) => one.seat_no === seat_no)!;
    expect(kept).toMatchObject({ price, fee });

    expect((await rules({ tax: { rate_bp: 500 } })).status).toBe(200); // the zone keeps its own
    const back = (await rules({ tax: { rate_bp: set.tax.rate_bp, included: set.tax.included }, zones: [{ id: zone_id, price_minor: price.amount_minor, fee_minor: fee!.amount_minor, tax_bp: null }] })).body as components["schemas"]["SellingRules"];
    expect(back.zones.find((zone) => zone.id === zone_id)).toMatchObject({ price, fee, tax_bp: null });
    await eventually("the price is as before", async () => ((await zonesNow()).find((zone) => zone.id === zone_id)!.price.amount_minor === price.amount_minor ? true : undefined));
  });

  test("with faults changes nothing, and every fault is named", async () => {
    const answer = await manager.client.call("patch", `/api/shows/${show}/rules`, {
      body: { tax: { rate_bp: 700 }, zones: [{ id: "1", fee_minor: -1 }, { id: "x", tax_bp: 10_001, colour: "red" }, 7] },
    });
    expect([answer.status, answer.slug]).toEqual([422, "invalid-request"]);
    expect((answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort()).toEqual(["/zones/0/fee_minor", "/zones/0/id", "/zones/1/colour", "/zones/1/id", "/zones/1/tax_bp", "/zones/2"]);
    const now = (await manager.client.call("get", `/api/shows/${show}/rules`)).body as components["schemas"]["SellingRules"];
    expect(now.tax.rate_bp).not.toBe(700);
  });
});

describe("a buyer who gives tickets back", () => {
  test("gets the money by the show's rule, and the seats are on sale again", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show);
    const seat = booking.tickets![0]!.seat_no;
    const cancelled = (await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).as(200);
    expect(cancelled.status).toBe("refund_pending");
    const over = await until(buyer, booking.id, "refunded");
    expect(over.refunded!.amount_minor).toBe(booking.total.amount_minor - booking.fees.amount_minor);
    expect(await stateOfSeat(show, seat)).toBe("free");
    expect((await paymentOf(buyer, payment.id)).status).toBe("partially_refunded"); // the fees are kept
    await settled(payment.id, { "provider:sandbox": booking.fees.amount_minor, bookings: -booking.fees.amount_minor, refunds_due: 0 });
    expect((await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).as(200).status).toBe("refunded");
    expect(sql("gelora_payment", `SELECT COUNT(*) FROM refunds WHERE payment_id = ${payment.id}`)).toEqual([["1"]]);
  });

  test("too late, or without a rule, keeps them", async () => {
    const buyer = newBuyer();
    const { booking } = await paid(buyer, show);
    const rule = (refund_rule: object | null) => manager.client.call("patch", `/api/shows/${show}/rules`, { body: { refund_rule } });
    const why = async () => {
      const answer = await buyer.call("post", `/api/bookings/${booking.id}/cancel`);
      return [answer.status, (answer.body as { reason?: string }).reason];
    };
    const inForce = (until: string | undefined) =>
      eventually("the rule is in force", async () => ((await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).refund_rule?.until.slice(0, 10) === until ? true : undefined));
    const { starts_at } = (await buyer.get("/api/shows/{id}", { params: { id: show } })).as(200);
    const before = (seconds: number) => new Date(Date.parse(starts_at) - seconds * 1000).toISOString().slice(0, 10);
    expect((await rule(null)).status).toBe(200);
    await inForce(undefined);
    expect(await why()).toEqual([409, "no_refunds"]);
    expect((await rule({ before_start_s: 366 * 86_400 })).status).toBe(200);
    await inForce(before(366 * 86_400));
    expect(await why()).toEqual([409, "too_late"]);
    expect((await rule({ before_start_s: 3600, keeps_fees: true })).status).toBe(200);
    await inForce(before(3600));
    expect((await bookingOf(buyer, booking.id)).tickets!.map((ticket) => ticket.status)).toEqual(["valid", "valid"]);
  });
});

describe("an organiser who gives money back", () => {
  test("for one ticket of two", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show);
    const [first, second] = booking.tickets!;
    const line = booking.lines.find((one) => one.seat_no === first!.seat_no)!;
    const body = { payment_id: payment.id, ticket_ids: [first!.id], reason: "requested" };
    const made = await refund(manager.client, body, "one-of-two");
    expect([made.status, (made.body as { amount: object }).amount]).toEqual([201, line.total]);
    expect((await refund(manager.client, body, "one-of-two")).text).toBe(made.text);
    expect((await refund(manager.client, { ...body, reason: "other" }, "one-of-two")).slug).toBe("idempotency-key-reused");
    const now = await until(buyer, booking.id, "partially_refunded");
    expect(now.tickets!.map((ticket) => [ticket.id, ticket.status])).toEqual([[first!.id, "void"], [second!.id, "valid"]]);
    expect(now.refunded).toEqual(line.total);
    expect(await stateOfSeat(show, first!.seat_no)).toBe("free");
    expect(await stateOfSeat(show, second!.seat_no)).toBe("taken");
    const again = await refund(manager.client, { ...body, reason: "again" });
    expect([again.status, again.slug]).toEqual([409, "tickets-not-refundable"]);
    // the rest of it
    (await refund(manager.client, { payment_id: payment.id, reason: "the rest" })).as(201 as never);
    await until(buyer, booking.id, "refunded");
    await settled(payment.id, { "provider:sandbox": 0, bookings: 0 });
    expect((await paymentOf(buyer, payment.id)).refunds!.map((one) => one.status)).toEqual(["succeeded", "succeeded"]);
  });

  test("of an amount, while the tickets stay; never more than was captured", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show);
    expect((await refund(manager.client, { payment_id: payment.id, amount_minor: 50_000, reason: "the view" })).status).toBe(201);
    const now = await until(buyer, booking.id, "partially_refunded");
    expect(now.tickets!.map((ticket) => ticket.status)).toEqual(["valid", "valid"]);
    const more = await refund(manager.client, { payment_id: payment.id, amount_minor: booking.total.amount_minor, reason: "more" });
    expect([more.status, more.slug]).toEqual([409, "refund-exceeds-payment"]);
    expect((more.body as { left: { amount_minor: number } }).left.amount_minor).toBe(booking.total.amount_minor - 50_000);
  });

  test("thirty at once: together they never pass what was captured", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show);
    const third = Math.floor(booking.total.amount_minor / 3);
    const answers = await Promise.all(Array.from({ length: 30 }, () => refund(manager.client, { payment_id: payment.id, amount_minor: third, reason: "race" })));
    expect(answers.map((answer) => answer.status).filter((status) => status === 201)).toHaveLength(3);
    expect(answers.filter((answer) => answer.status !== 201).every((answer) => answer.slug === "refund-exceeds-payment")).toBe(true);
    await settled(payment.id, { "provider:sandbox": booking.total.amount_minor - 3 * third, refunds_due: 0 });
  });

  test("the provider fails: it is said so, and the money may be given back again", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show);
    await choose(payment.checkout_url, "fail_refunds");
    const made = (await refund(manager.client, { payment_id: payment.id, amount_minor: 1_000, reason: "fails" })).body as { id: string };
    await eventually("the refund failed", async () => {
      const one = (await manager.client.call("get", `/api/refunds/${made.id}`)).body as { status: string };
      return one.status === "failed" ? true : undefined;
    });
    await settled(payment.id, { "provider:sandbox": booking.total.amount_minor, bookings: -booking.total.amount_minor, refunds_due: 0 });
    expect(sql("gelora_payment", `SELECT kind FROM findings WHERE ref = '${made.id}'`)).toEqual([["refund-failed"]]);
  });

  test("the provider takes its time: it is pending, then done", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show);
    await choose(payment.checkout_url, "slow_refunds");
    expect((await refund(manager.client, { payment_id: payment.id, reason: "slow" })).status).toBe(201);
    await untilPayment(buyer, payment.id, "refund_pending");
    await until(buyer, booking.id, "refunded");
  });

  test("wrong wishes are told, all at once, and strangers see nothing", async () => {
    const buyer = newBuyer();
    const { payment } = await paid(buyer, show);
    const bad = await refund(manager.client, { payment_id: "x", ticket_ids: [], amount_minor: 0, force: true, what: 1 });
    expect((bad.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer).sort()).toEqual(["/amount_minor", "/amount_minor", "/force", "/payment_id", "/reason", "/ticket_ids", "/what"]);
    expect((await refund(manager.client, { payment_id: payment.id, ticket_ids: ["1"], reason: "x" })).slug).toBe("tickets-not-refundable");
    const stranger = (await newOrganisation("Panggung Lain")).owner;
    expect((await refund(stranger.client, { payment_id: payment.id, reason: "x" })).status).toBe(404);
    expect((await refund((await join(house, "gate")).client, { payment_id: payment.id, reason: "x" })).status).toBe(404);
    expect((await stranger.client.call("get", `/api/settlements/${show}`)).status).toBe(404);
    const csv = (await manager.client.call("get", `/api/settlements/${show}`)).text;
    expect(csv.split("\r\n")[0]).toBe("at,kind,booking_id,payment_id,provider,amount_minor,currency");
    expect(csv).toContain(`,capture,`);
    expect(csv).toContain(payment.id);
  });
});

describe("money that is not what was asked for", () => {
  test.each([
    ["underpay", "wrong-amount"],
    ["wrong_currency", "wrong-amount"],
    ["wrong_account", "wrong-account"],
  ])("%s: confirms nothing, goes back, is flagged", async (outcome, kind) => {
    const buyer = newBuyer();
    const booking = await book(buyer, show);
    const payment = await pay(buyer, booking);
    await choose(payment.checkout_url, outcome);
    await eventually("it went back", async () => (JSON.stringify(sql("gelora_payment", `SELECT state, reason FROM refunds WHERE payment_id = ${payment.id}`)) === `[["4","${kind}"]]` ? true : undefined));
    expect((await bookingOf(buyer, booking.id)).status).toBe("awaiting_payment");
    expect(sql("gelora_payment", `SELECT kind FROM findings WHERE payment_id = ${payment.id}`)).toEqual([[kind]]);
    await settled(payment.id, { "provider:sandbox": 0, excess: 0, refunds_due: 0 });
  });
});

describe("a dispute", () => {
  test("freezes the tickets; won, they are valid again", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show);
    await choose(payment.checkout_url, "dispute");
    const tickets = (status: string) => eventually(`tickets are ${status}`, async () => ((await bookingOf(buyer, booking.id)).tickets!.every((one) => one.status === status) ? true : undefined));
    await tickets("frozen");
    expect((await refund(manager.client, { payment_id: payment.id, reason: "double" })).slug).toBe("tickets-not-refundable");
    expect((await refund(manager.client, { payment_id: payment.id, amount_minor: 1, reason: "double" })).slug).toBe("refund-exceeds-payment");
    await choose(payment.checkout_url, "win_dispute");
    await tickets("valid");
    await settled(payment.id, { disputed: 0, bookings: -booking.total.amount_minor });
  });

  test("lost: the tickets are void, the seats on sale", async () => {
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show);
    await choose(payment.checkout_url, "dispute");
    await choose(payment.checkout_url, "lose_dispute");
    const over = await until(buyer, booking.id, "refunded");
    expect(over.tickets!.every((one) => one.status === "void")).toBe(true);
    expect(await stateOfSeat(show, booking.tickets![0]!.seat_no)).toBe("free");
    await settled(payment.id, { "provider:sandbox": 0, disputed: 0, bookings: 0 });
    expect((await paymentOf(buyer, payment.id)).status).toBe("refunded");
  });
});

describe("a promo code", () => {
  const make = async (body: object) => (await manager.client.call("post", `/api/shows/${show}/promo-codes`, { body })).body as { id: string; code: string };
  const code = () => `C${crypto.randomUUID().slice(0, 8)}`;
  const hold = async (buyer: Client, quantity = 2, at = show) => (await buyer.post("/api/shows/{id}/holds", { params: { id: at }, body: { best_available: { quantity } } })).as(201);
  const use = (buyer: Client, hold_id: string, promo_code: string, key?: string) => buyer.post("/api/bookings", { body: { hold_id, promo_code }, ...(key && { key }) });
  const reason = (answer: { body: unknown }) => (answer.body as { reason?: string }).reason;
  const usedOf = (id: string) => Number(sql("gelora_booking", `SELECT used FROM promo_codes WHERE id = ${id}`)[0]![0]);

  test("gives its part of the price, line by line, and the same answer again", async () => {
    const promo = await make({ code: code(), percent_bp: 1250, max_uses: 1, per_person: 1 });
    const buyer = newBuyer();
    const held = await hold(buyer, 3);
    const quote = (await buyer.post("/api/holds/{id}/quote", { params: { id: held.id }, body: { promo_code: promo.code.toLowerCase() } })).as(200);
    expect(usedOf(promo.id)).toBe(0);
    const first = await use(buyer, held.id, promo.code, "promo");
    const booking = first.as(201);
    const prices = booking.lines.reduce((sum, line) => sum + line.price.amount_minor, 0);
    expect(booking.discount.amount_minor).toBe(Math.floor((prices * 1250) / 10_000));
    expect(booking.lines.reduce((sum, line) => sum + line.discount!.amount_minor, 0)).toBe(booking.discount.amount_minor);
    expect(booking.lines.reduce((sum, line) => sum + line.total!.amount_minor, 0)).toBe(booking.total.amount_minor);
    expect(booking.total.amount_minor).toBe(prices + booking.fees.amount_minor - booking.discount.amount_minor);
    expect(quote.total).toEqual(booking.total);
    expect((await use(buyer, held.id, promo.code, "promo")).text).toBe(first.text);
    expect(usedOf(promo.id)).toBe(1);
    const next = newBuyer();
    expect(reason(await use(next, (await hold(next)).id, promo.code))).toBe("used_up");
  });

  test("says why it does not work", async () => {
    const zones = (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).zones;
    const cases: [object, string][] = [
      [{ starts_at: new Date(Date.now() + 3600_000).toISOString() }, "not_started"],
      [{ starts_at: "2020-01-01T00:00:00Z", ends_at: "2020-01-02T00:00:00Z" }, "ended"],
      [{ zone_ids: [zones.find((zone) => zone.kind === "standing")!.id] }, "zones"],
    ];
    const buyer = newBuyer();
    const held = await hold(buyer);
    for (const [extra, why] of cases) {
      const promo = await make({ code: code(), percent_bp: 1000, ...extra });
      expect(reason(await use(buyer, held.id, promo.code))).toBe(why);
    }
    expect(reason(await use(buyer, held.id, "NOSUCHCODE"))).toBe("unknown");
    const once = await make({ code: code(), amount_minor: 10_000, per_person: 1 });
    expect((await use(buyer, held.id, once.code)).status).toBe(201);
    expect(reason(await use(buyer, (await hold(buyer)).id, once.code))).toBe("per_person");
  });

  test("worth more than the price makes a booking that costs its fees; with all of it, tickets at once", async () => {
    const promo = await make({ code: code(), amount_minor: 1_000_000_000 });
    const buyer = newBuyer();
    const booking = (await use(buyer, (await hold(buyer)).id, promo.code)).as(201);
    expect(booking.total).toEqual(booking.fees);
    sql("gelora_booking", `UPDATE show_zones SET fee_minor = 0 WHERE show_id = ${show}`); // for the rest of this file
    sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id = ${show}`);
    await eventually("there is no fee any more", async () => ((await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).zones.every((zone) => zone.fee.amount_minor === 0) ? true : undefined));
    const free = (await use(buyer, (await hold(buyer)).id, promo.code)).as(201);
    expect([free.total.amount_minor, free.status, free.tickets!.length]).toEqual([0, "confirmed", 2]);
    expect((await buyer.post("/api/payments", { body: { booking_id: free.id, provider: "sandbox" } })).slug).toBe("booking-not-payable");
    expect((await buyer.post("/api/bookings/{id}/cancel", { params: { id: free.id } })).as(200).status).toBe("refunded");
  });

  test("a use is given back when its booking is cancelled", async () => {
    const promo = await make({ code: code(), percent_bp: 500, max_uses: 1 });
    const buyer = newBuyer();
    const booking = (await use(buyer, (await hold(buyer)).id, promo.code)).as(201);
    (await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).as(200);
    await eventually("the use is free", async () => (usedOf(promo.id) === 0 ? true : undefined));
    expect((await use(buyer, (await hold(buyer)).id, promo.code)).status).toBe(201);
  });

  test("thirty at the same moment, a few rounds: its uses are never passed", async () => {
    for (let round = 0; round < 5; ++round) {
      const promo = await make({ code: code(), percent_bp: 1000, max_uses: 7, per_person: 2 });
      const people = Array.from({ length: 10 }, newBuyer);
      const tries = await Promise.all(people.flatMap((buyer) => [0, 1, 2].map(async () => ({ buyer, held: await hold(buyer, 1) }))));
      const answers = await Promise.all(tries.map(({ buyer, held }) => use(buyer, held.id, promo.code)));
      expect(answers.filter((answer) => answer.status === 201)).toHaveLength(7);
      expect(usedOf(promo.id)).toBe(7);
      const each = sql("gelora_booking", `SELECT COUNT(*) FROM promo_uses WHERE promo_id = ${promo.id} GROUP BY user_id`).map(([count]) => Number(count));
      expect(Math.max(...each)).toBeLessThanOrEqual(2);
    }
  }, 60_000);

  test("is made by managers only, with all faults told", async () => {
    const bad = await manager.client.call("post", `/api/shows/${show}/promo-codes`, { body: { code: "a b", percent_bp: 0, amount_minor: 5, max_uses: 0, ends_at: "yesterday", zone_ids: ["1"], x: 1 } });
    expect((bad.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer).sort()).toEqual(["", "/code", "/ends_at", "/max_uses", "/percent_bp", "/x", "/zone_ids/0"]);
    const promo = await make({ code: code(), percent_bp: 100 });
    expect((await manager.client.call("post", `/api/shows/${show}/promo-codes`, { body: { code: promo.code, percent_bp: 100 } })).slug).toBe("promo-code-taken");
    expect((await manager.client.call("delete", `/api/shows/${show}/promo-codes/${promo.id}`)).status).toBe(204);
    const buyer = newBuyer();
    expect(reason(await use(buyer, (await hold(buyer)).id, promo.code))).toBe("ended");
  });
});

describe("no webhook ever comes", () => {
  const bank = (JSON.parse(runStack("status", "--json")) as { services: Record<string, { url: string }> }).services["sandbox-bank"]!.url;
  const cut = (webhook_lost: number) => fetch(`${bank}/faults`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ webhook_lost }) });
  beforeAll(async () => void (await cut(1)));
  afterAll(async () => void (await cut(0)));

  test.each(["sandbox", "stripe", "midtrans"] as const)("%s is asked: the buyer has the tickets, and later the money", async (provider) => {
    const buyer = newBuyer();
    const booking = await book(buyer, show);
    const payment = await pay(buyer, booking, provider);
    await choose(payment.checkout_url, "pay");
    await until(buyer, booking.id, "confirmed");
    await choose(payment.checkout_url, "slow_refunds");
    (await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).as(200);
    await until(buyer, booking.id, "refunded", 40_000);
  });

  test("once a day the bank's list is compared with ours: what was missed is found, what nobody knows is told", async () => {
    const buyer = newBuyer();
    const booking = await book(buyer, show);
    const payment = await pay(buyer, booking);
    sql("gelora_payment", `UPDATE payments SET next_check_us = next_check_us + 86400000000 WHERE id = ${payment.id}`);
    await choose(payment.checkout_url, "pay");
    const stray = `ss_${crypto.randomUUID().slice(0, 24)}`;
    sql("gelora_bank", `INSERT INTO sessions (id, merchant_key, reference, amount_minor, currency, description, return_url, status, created_at_us, expires_at_us) VALUES ('${stray}', '${stray}', '12345', 500, 'IDR', 'stray', 'http://localhost', 2, (UNIX_TIMESTAMP() - 7200) * 1000000, (UNIX_TIMESTAMP() - 3600) * 1000000)`);
    sql("gelora_bank", `INSERT INTO captures (id, session_id, amount_minor, currency, created_at_us) VALUES ('cap_${stray}', '${stray}', 500, 'IDR', (UNIX_TIMESTAMP() - 7200) * 1000000)`);
    expect((await bookingOf(buyer, booking.id)).status).toBe("awaiting_payment");
    // two hours later
    const session = payment.checkout_url.split("/").at(-1)!;
    sql("gelora_bank", `UPDATE sessions SET created_at_us = created_at_us - 7200000000 WHERE id = '${session}'`);
    sql("gelora_payment", `UPDATE payments SET created_at_us = created_at_us - 7200000000 WHERE id = ${payment.id}`);
    sql("gelora_payment", "UPDATE comparisons SET compared_to_us = compared_to_us - 10800000000");
    runStack("restart", "payment-service");
    await until(buyer, booking.id, "confirmed", 30_000);
    await eventually("it is told", async () => (sql("gelora_payment", `SELECT kind FROM findings WHERE ref = '${stray}'`).join() === "unknown-session" ? true : undefined));
    expect(sql("gelora_payment", "SELECT differences > 0 FROM comparisons WHERE provider = 'sandbox'")).toEqual([["1"]]);
    sql("gelora_bank", `DELETE FROM captures WHERE session_id = '${stray}'`);
    sql("gelora_bank", `DELETE FROM sessions WHERE id = '${stray}'`);
  });
});

describe("a show that is called off", () => {
  test("gives everybody everything back, though the service dies on the way, and sells no more", async () => {
    const off = (await showsOnSale()).find(({ venue }) => /Polonia/.test(venue))!.id;
    sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id = (SELECT concert_id FROM shows WHERE id = ${off})`);
    sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id = ${off}`);
    const buyers = await Promise.all(Array.from({ length: 12 }, async () => {
      const buyer = newBuyer();
      return { buyer, ...(await paid(buyer, off)) };
    }));
    const waiting = newBuyer();
    const unpaid = await book(waiting, off);
    const payment = await pay(waiting, unpaid);
    const holder = newBuyer();
    const held = (await holder.post("/api/shows/{id}/holds", { params: { id: off }, body: { best_available: { quantity: 1 } } })).as(201);
    await eventually("the show is the organisation's", async () => ((await manager.client.call("get", `/api/shows/${off}/rules`)).status === 200 ? true : undefined));

    expect((await manager.client.call("post", `/api/shows/${off}/cancellation`, { body: {} })).slug).toBe("invalid-request");
    const begun = await manager.client.call("post", `/api/shows/${off}/cancellation`, { body: { reason: "Artis sakit" } });
    expect(begun.status).toBe(202);
    runStack("kill", "booking-service");
    runStack("kill", "payment-service");
    runStack("wait", "booking-service");
    runStack("wait", "payment-service");
    expect((await manager.client.call("post", `/api/shows/${off}/cancellation`, { body: { reason: "Artis sakit" } })).status).toBe(202);
    for (const { buyer, booking } of buyers) {
      const over = await until(buyer, booking.id, "refunded", 60_000);
      expect(over.refunded).toEqual(booking.total);
    }
    await until(waiting, unpaid.id, "cancelled");
    await untilPayment(waiting, payment.id, "expired");
    expect((await holder.post("/api/bookings", { body: { hold_id: held.id } })).slug).toBe("hold-expired");
    expect((await newBuyer().post("/api/shows/{id}/holds", { params: { id: off }, body: { best_available: { quantity: 1 } } })).slug).toBe("sale-closed");
    const progress = await eventually("the job is done", async () => {
      const now = (await manager.client.call("get", `/api/shows/${off}/cancellation`)).body as { status: string; bookings_done: number; bookings_total: number };
      return now.status === "done" ? now : undefined;
    }, 60_000);
    expect(progress.bookings_done).toBe(progress.bookings_total);
    for (const { payment: one } of buyers) {
      expect(sql("gelora_payment", `SELECT COUNT(*) FROM refunds WHERE payment_id = ${one.id}`)).toEqual([["1"]]);
      await settled(one.id, { "provider:sandbox": 0, bookings: 0 });
    }
  }, 180_000);
});
