// Webhooks out: what happens to an organisation's shows is told to its programs, signed, until they take it, and no receiver holds up another.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../support/client.js";
import { closeReceivers, receiver, sign, signatures, type Receiver } from "../support/receiver.js";
import { eventually, newBuyer, showsOnSale, sql } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import { publishShow } from "./own_show.js";
import { paid } from "./payer.js";
import { newEmail, tokenIn, waitForMail } from "./users_steps.js";

interface House {
  id: string;
  owner: Person;
  show: string;
}
async function newHouse(concert: RegExp): Promise<House> {
  const { id, owner } = await newOrganisation(`Penerima ${randomUUID().slice(0, 4)}`);
  const show = (await showsOnSale()).find((one) => concert.test(one.concert))!.id;
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${id} WHERE id = (SELECT concert_id FROM shows WHERE id = ${show})`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id = ${show}`);
  await eventually("the show is the organisation's", async () => ((await owner.client.call("get", `/api/shows/${show}/rules`)).status === 200 ? true : undefined));
  return { id, owner, show };
}
let house: House, other: House;
beforeAll(async () => {
  house = await newHouse(/orkes-pasar/);
  other = await newHouse(/pelita-api/);
}, 120_000);
afterAll(() => {
  for (const { id } of [house, other]) sql("gelora_booking", `DELETE d FROM webhook_deliveries d WHERE d.organisation_id = ${id}; DELETE FROM webhooks WHERE organisation_id = ${id}`);
  closeReceivers();
});

type Event = "booking.confirmed" | "booking.refunded" | "booking.cancelled" | "ticket.transferred" | "ticket.admitted" | "show.published" | "show.cancelled";
const register = async (where: House, url: string, events: Event[] = ["booking.confirmed"]) => (await where.owner.client.post("/api/organisations/{id}/webhooks", { params: { id: where.id }, body: { url, events } })).as(201);
const at = (where: House, webhook_id: string) => ({ params: { id: where.id, webhook_id } });
const log = async (where: House, id: string) => (await where.owner.client.get("/api/organisations/{id}/webhooks/{webhook_id}/deliveries", at(where, id))).as(200).items;
const settled = (where: House, id: string, status: string) => eventually(`a delivery is ${status}`, async () => (await log(where, id)).find((one) => one.status === status));
const remove = async (where: House, id: string) => (await where.owner.client.delete("/api/organisations/{id}/webhooks/{webhook_id}", at(where, id))).as(204);
const trial = async (where: House, id: string) => (await where.owner.client.post("/api/organisations/{id}/webhooks/{webhook_id}/tests", at(where, id))).as(202);
const due = (id: string) => sql("gelora_booking", `UPDATE webhook_deliveries SET next_attempt_us = 1 WHERE webhook_id = ${id} AND status = 1`);
const got = (from: Receiver, type: string, count = 1) => eventually(`${count} of ${type}`, () => Promise.resolve(from.posts.filter((one) => one.type === type).length >= count ? from.posts.filter((one) => one.type === type) : undefined));

describe("an event", () => {
  test("is told once, signed, with ids and money and nobody's name", async () => {
    const mine = await receiver();
    const { id, secret } = await register(house, mine.url, ["booking.confirmed", "booking.refunded", "ticket.admitted"]);
    const buyer = await newPerson();
    const { booking, payment } = await paid(buyer.client, house.show, 1);
    const [post] = await got(mine, "booking.confirmed");
    expect(signatures(post!)).toEqual([sign(secret, post!)]);
    expect(Math.abs(Number(post!.headers["webhook-timestamp"]) - Date.now() / 1000)).toBeLessThan(30);
    expect(post!.data).toEqual({ show_id: house.show, booking_id: booking.id, reference: booking.reference, total: booking.total, refunded: { amount_minor: 0, currency: "IDR" }, seat_nos: booking.tickets!.map(({ seat_no }) => seat_no) });
    expect(post!.body).not.toMatch(new RegExp(`Ayu|${buyer.account.email}|${buyer.id}`));
    (await house.owner.client.post("/api/shows/{id}/check-ins", { params: { id: house.show }, body: { code: booking.tickets![0]!.code, gate: "Utara", scan_id: randomUUID() } })).as(200);
    expect((await got(mine, "ticket.admitted"))[0]!.data).toEqual({ show_id: house.show, booking_id: booking.id, seat_nos: [booking.tickets![0]!.seat_no] });
    (await house.owner.client.post("/api/refunds", { body: { payment_id: payment.id, amount_minor: 1000, reason: "test" } })).as(201);
    const refunded = (await got(mine, "booking.refunded"))[0]!;
    expect(refunded.data).toMatchObject({ booking_id: booking.id });
    const delivered = await settled(house, id, "delivered");
    expect(delivered).toMatchObject({ attempts: 1, http_status: 200, fault: null, next_attempt_at: null });
    expect(delivered.answer).toHaveLength(1024);
    expect(new Set(mine.posts.map(({ headers }) => headers["webhook-id"])).size).toBe(mine.posts.length);
    await remove(house, id);
  });

  test("is told to whom wants it, from then on, and not to strangers", async () => {
    const [confirmed, cancelled, elsewhere] = [await receiver(), await receiver(), await receiver()];
    await paid(newBuyer(), house.show, 1); // before
    const hooks = [await register(house, confirmed.url), await register(house, cancelled.url, ["booking.cancelled"]), await register(other, elsewhere.url)];
    const { booking } = await paid(newBuyer(), house.show, 1);
    const buyer = newBuyer();
    const held = (await buyer.post("/api/shows/{id}/holds", { params: { id: house.show }, body: await placesOf(buyer, house.show) })).as(201);
    const unpaid = (await buyer.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
    (await buyer.post("/api/bookings/{id}/cancel", { params: { id: unpaid.id } })).as(200);
    expect((await got(confirmed, "booking.confirmed")).map(({ data }) => data["booking_id"])).toEqual([booking.id]);
    expect((await got(cancelled, "booking.cancelled")).map(({ data }) => data["booking_id"])).toEqual([unpaid.id]);
    expect([...confirmed.posts.filter(({ type }) => type !== "booking.confirmed"), ...cancelled.posts.filter(({ type }) => type !== "booking.cancelled"), ...elsewhere.posts]).toEqual([]);
    const [, off] = hooks;
    (await house.owner.client.patch("/api/organisations/{id}/webhooks/{webhook_id}", { ...at(house, off!.id), body: { status: "off" } })).as(200);
    for (const [index, { id }] of hooks.entries()) await remove(index === 2 ? other : house, id);
  });
});

test("a show that is published, and called off, is told to its own organisation alone", async () => {
  const [mine, theirs] = [await receiver(), await receiver()];
  const hook = await register(house, mine.url, ["show.published", "show.cancelled"]);
  const strange = await register(other, theirs.url, ["show.published", "show.cancelled"]);
  const show = await publishShow(house.owner.client, house.id, "Diumumkan");
  const { concert, starts_at } = (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200);
  const data = { show_id: show, concert_id: concert.id, starts_at };
  const [published] = await got(mine, "show.published");
  expect(published!.data).toEqual(data);
  expect(signatures(published!)).toEqual([sign(hook.secret, published!)]);
  (await house.owner.client.post("/api/shows/{id}/cancellation", { params: { id: show }, body: { reason: "Hujan" } })).as(202);
  expect((await got(mine, "show.cancelled"))[0]!.data).toEqual(data);
  (await house.owner.client.post("/api/shows/{id}/cancellation", { params: { id: show }, body: { reason: "Hujan" } })).as(202);
  await settled(house, hook.id, "delivered");
  expect(mine.posts.map(({ type }) => type)).toEqual(["show.published", "show.cancelled"]);
  expect(theirs.posts).toEqual([]);
  await remove(house, hook.id);
  await remove(other, strange.id);
}, 60_000);

test("a ticket that goes to somebody else is told with its booking and its place", async () => {
  const mine = await receiver();
  const { id } = await register(house, mine.url, ["ticket.transferred"]);
  const [giver, taker] = [await newPerson(), await newPerson()];
  const { booking } = await paid(giver.client, house.show, 1);
  const [ticket] = booking.tickets!;
  const to = newEmail("to");
  (await giver.client.post("/api/tickets/{id}/transfers", { params: { id: ticket!.id }, body: { email: to, name: "Bima Sakti" } })).as(201);
  const token = tokenIn(await waitForMail(to, /tiket|ticket/i), "transfer");
  expect(mine.posts).toEqual([]);
  (await taker.client.post("/api/transfers/accept", { body: { token } })).as(200);
  const [post] = await got(mine, "ticket.transferred");
  expect(post!.data).toEqual({ show_id: house.show, booking_id: booking.id, seat_nos: [ticket!.seat_no] });
  expect(post!.body).not.toMatch(new RegExp(`Bima|${to}|${taker.id}`));
  await remove(house, id);
}, 60_000);

async function placesOf(client: Client, show: string) {
  const { zones } = (await client.get("/api/shows/{id}", { params: { id: show } })).as(200);
  const standing = zones.find(({ kind }) => kind === "standing");
  return standing ? { standing: [{ zone_id: standing.id, quantity: 1 }] } : { best_available: { quantity: 1 } };
}

describe("a receiver", () => {
  test("that never answers, or fails, holds up no other organisation's", async () => {
    const [silent, failing, quick] = [await receiver(() => undefined), await receiver(() => 500), await receiver()];
    const hooks = { silent: await register(house, silent.url), failing: await register(house, failing.url), quick: await register(other, quick.url) };
    for (let i = 0; i < 4; i++) await trial(house, hooks.silent.id);
    await eventually("two are on the way", () => Promise.resolve(silent.posts.length >= 2 || undefined));
    const begun = Date.now();
    for (let i = 0; i < 5; i++) await trial(other, hooks.quick.id);
    await got(quick, "webhook.test", 5);
    expect(Date.now() - begun).toBeLessThan(5000);
    expect(silent.posts).toHaveLength(2); // and not more of one organisation at once
    expect((await settled(house, hooks.silent.id, "waiting")).status).toBe("waiting");
    for (const [name, { id }] of Object.entries(hooks)) await remove(name === "quick" ? other : house, id);
  });

  test("is told again until it takes it: later each time, with the same id", async () => {
    let status = 503;
    const mine = await receiver(() => status);
    const { id, secret } = await register(other, mine.url);
    await trial(other, id);
    const first = await eventually("it failed", async () => (await log(other, id)).find(({ attempts, tried_at }) => attempts === 1 && tried_at));
    expect(first).toMatchObject({ status: "waiting", http_status: 503 });
    const pause = Date.parse(first.next_attempt_at!) - Date.parse(first.tried_at!);
    expect(pause).toBeGreaterThanOrEqual(4000);
    expect(pause).toBeLessThanOrEqual(6000);
    due(id);
    const second = await eventually("it failed again", async () => (await log(other, id)).find(({ attempts, http_status }) => attempts === 2 && http_status === 503));
    await eventually("it waits for minutes", async () => {
      const [now] = await log(other, id);
      return Date.parse(now!.next_attempt_at!) - Date.parse(now!.tried_at!) > 200_000 || undefined;
    });
    status = 204;
    due(id);
    expect(await settled(other, id, "delivered")).toMatchObject({ id: second.id, attempts: 3, http_status: 204 });
    expect(new Set(mine.posts.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([second.id]));
    for (const post of mine.posts) expect(signatures(post)).toEqual([sign(secret, post)]);
    await remove(other, id);
  });

  test("that moved is not followed, and one that is gone is called no more", async () => {
    const [moved, gone] = [await receiver(() => 302), await receiver(() => 410)];
    const [a, b] = [await register(other, moved.url), await register(other, `${gone.url}?token=s3cret`)];
    await trial(other, a.id);
    await eventually("it failed", async () => (await log(other, a.id)).find(({ http_status }) => http_status === 302));
    expect(moved.posts).toHaveLength(1);
    await trial(other, b.id);
    await eventually("it is given up", async () => ((await other.owner.client.get("/api/organisations/{id}/webhooks/{webhook_id}", at(other, b.id))).as(200).status === "given_up" ? true : undefined));
    const { text, html } = await waitForMail(other.owner.account.email, /Webhook dimatikan/);
    expect(text).toContain(gone.url);
    expect(text + html + JSON.stringify(sql("gelora_booking", `SELECT after_text FROM catalogue_changes WHERE organisation_id = ${other.id}`))).not.toContain("s3cret");
    gone.answer = () => 200;
    (await other.owner.client.patch("/api/organisations/{id}/webhooks/{webhook_id}", { ...at(other, b.id), body: { status: "on" } })).as(200);
    due(b.id);
    await settled(other, b.id, "delivered");
    for (const { id } of [a, b]) await remove(other, id);
  });

  test("that took nothing for three days is given up", async () => {
    const mine = await receiver(() => 500);
    const { id } = await register(other, mine.url);
    await trial(other, id);
    const look = async () => (await other.owner.client.get("/api/organisations/{id}/webhooks/{webhook_id}", at(other, id))).as(200);
    await eventually("it fails", async () => ((await look()).failing_since ? true : undefined));
    sql("gelora_booking", `UPDATE webhooks SET failing_since_us = failing_since_us - 72 * 3600 * 1000000 WHERE id = ${id}`);
    due(id);
    await eventually("it is given up", async () => ((await look()).status === "given_up" ? true : undefined));
    await remove(other, id);
  });
});

test("a failure from before a webhook was switched on again does not give it up", async () => {
  const mine = await receiver(() => 500);
  const { id } = await register(other, mine.url);
  const status = async (to?: "on" | "off") => (await (to ? other.owner.client.patch("/api/organisations/{id}/webhooks/{webhook_id}", { ...at(other, id), body: { status: to } }) : other.owner.client.get("/api/organisations/{id}/webhooks/{webhook_id}", at(other, id)))).as(200);
  await trial(other, id);
  await eventually("it fails", async () => ((await status()).failing_since ? true : undefined));
  sql("gelora_booking", `UPDATE webhooks SET failing_since_us = failing_since_us - 72 * 3600 * 1000000 WHERE id = ${id}`);
  let fail: (status: number) => void = () => undefined;
  mine.answer = () => new Promise<number>((resolve) => (fail = resolve));
  due(id);
  await got(mine, "webhook.test", 2);
  await status("off");
  expect(await status("on")).toMatchObject({ status: "on", failing_since: null });
  fail(500);
  await eventually("it failed late", async () => ((await status()).failing_since ? true : undefined));
  mine.answer = () => 200;
  due(id);
  await settled(other, id, "delivered"); // so it was still called
  expect((await status()).status).toBe("on");
  await remove(other, id);
});

test("what is due while a webhook is off rests, out of the way of others, until it is on", async () => {
  const mine = await receiver();
  const { id } = await register(other, mine.url);
  const turn = async (status: "on" | "off") => (await other.owner.client.patch("/api/organisations/{id}/webhooks/{webhook_id}", { ...at(other, id), body: { status } })).as(200);
  await turn("off");
  const sent = await trial(other, id);
  await eventually("it rests", () => Promise.resolve(sql("gelora_booking", `SELECT status FROM webhook_deliveries WHERE id = ${sent.id}`)[0]![0] === "4" || undefined));
  expect((await log(other, id))[0]).toMatchObject({ status: "waiting", attempts: 0, next_attempt_at: null });
  await turn("on");
  await settled(other, id, "delivered");
  expect(mine.posts).toHaveLength(1);
  await remove(other, id);
});

test("a delivery is sent again when it is asked for, with the same id", async () => {
  const mine = await receiver();
  const { id } = await register(other, mine.url);
  const sent = await trial(other, id);
  await settled(other, id, "delivered");
  (await other.owner.client.post("/api/organisations/{id}/webhooks/{webhook_id}/deliveries/{delivery_id}/replays", { params: { id: other.id, webhook_id: id, delivery_id: sent.id } })).as(202);
  await got(mine, "webhook.test", 2);
  expect(mine.posts.map(({ headers }) => headers["webhook-id"])).toEqual([sent.id, sent.id]);
  await remove(other, id);
});

test("a secret is told once; after another came both sign for a day", async () => {
  const mine = await receiver();
  const { id, secret } = await register(other, mine.url);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect((await other.owner.client.call("get", `/api/organisations/${other.id}/webhooks`)).text).not.toContain("whsec_");
  const next = (await other.owner.client.post("/api/organisations/{id}/webhooks/{webhook_id}/secrets", at(other, id))).as(201).secret;
  await trial(other, id);
  const [both] = await got(mine, "webhook.test");
  expect(signatures(both!)).toEqual([sign(next, both!), sign(secret, both!)]);
  sql("gelora_booking", `UPDATE webhooks SET old_secret_until_us = 1 WHERE id = ${id}`);
  await trial(other, id);
  const posts = await got(mine, "webhook.test", 2);
  expect(signatures(posts[1]!)).toEqual([sign(next, posts[1]!)]);
  await remove(other, id);
});

test("secrets lie sealed; one of before that lies open signs as well, and one that cannot be opened is told", async () => {
  const mine = await receiver();
  const { id, secret } = await register(other, mine.url);
  const next = (await other.owner.client.post("/api/organisations/{id}/webhooks/{webhook_id}/secrets", at(other, id))).as(201).secret;
  const stored = sql("gelora_booking", `SELECT secret, old_secret FROM webhooks WHERE id = ${id}`)[0]!;
  for (const each of stored) expect(each).toMatch(/^[A-Za-z0-9_-]{100,200}$/);
  for (const each of [secret, next]) expect(stored.join()).not.toContain(each.slice("whsec_".length, 20));
  sql("gelora_booking", `UPDATE webhooks SET secret = '${secret}', old_secret = '' WHERE id = ${id}`);
  await trial(other, id);
  const [post] = await got(mine, "webhook.test");
  expect(signatures(post!)).toEqual([sign(secret, post!)]);
  sql("gelora_booking", `UPDATE webhooks SET secret = REVERSE('${stored[0]!}') WHERE id = ${id}`);
  await trial(other, id);
  await eventually("the log says why", async () => (await log(other, id)).find(({ fault }) => fault?.includes("cannot be read")));
  expect(mine.posts).toHaveLength(1);
  await remove(other, id);
});

test("a webhook is refused with every field that is wrong, and an eleventh at all", async () => {
  const make = (body: object) => other.owner.client.post("/api/organisations/{id}/webhooks", { params: { id: other.id }, body: body as never });
  const pointers = async (body: object) => ((await make(body)).as(422).errors as { pointer: string }[]).map(({ pointer }) => pointer).sort();
  expect(await pointers({ url: "ftp://example.com/", events: ["booking.lost"], x: 1 })).toEqual(["/events/0", "/url", "/x"]);
  for (const url of ["https://user@example.com/", "https://", "example.com", `https://example.com/${"x".repeat(500)}`]) expect([url, await pointers({ url, events: ["show.published"] })]).toEqual([url, ["/url"]]);
  expect(await pointers({})).toEqual(["/events", "/url"]);
  const made = [];
  for (let i = 0; i < 10; i++) made.push((await make({ url: "https://example.com/", events: ["show.published"] })).as(201).id);
  expect((await make({ url: "https://example.com/", events: ["show.published"] })).slug).toBe("too-many-webhooks");
  for (const id of made) await remove(other, id);
});

test("webhooks are nobody's business elsewhere; a program of a manager's has them", async () => {
  const { id } = await register(house, "https://example.com/");
  const stranger = (await newPerson()).client, gate = (await join(house, "gate")).client;
  for (const client of [stranger, gate, other.owner.client]) {
    expect((await client.get("/api/organisations/{id}/webhooks", { params: { id: house.id } })).status).toBe(404);
    expect((await client.get("/api/organisations/{id}/webhooks/{webhook_id}", at(house, id))).status).toBe(404);
  }
  expect((await other.owner.client.get("/api/organisations/{id}/webhooks/{webhook_id}", at(other, id))).status).toBe(404);
  await remove(house, id);
  expect(sql("gelora_booking", `SELECT event, by_id FROM catalogue_changes WHERE organisation_id = ${house.id} AND JSON_VALUE(IF(after_text = '', before_text, after_text), '$.id') = '${id}' ORDER BY id`)).toEqual([["webhook_created", house.owner.id], ["webhook_deleted", house.owner.id]]);
});
