// Waiting for places of a sold-out show: who is served, when, and what is refused. The show's plan is the club's, all standing.
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, newBuyer, runStack, showsOnSale, sql, userOf } from "./buyers.js";
import { newPerson } from "./organisers.js";
import type { Client } from "../support/client.js";

const mailApi = process.env["GELORA_MAIL_API"] ?? "http://localhost:8085/api/mails";
let show: string, zone: string, limit: number, changes = 0;

const free = async () => (await newBuyer().get("/api/shows/{id}/availability", { params: { id: show } })).as(200).zones.find(({ zone_id }) => zone_id === zone)!.available;
const hold = async (client: Client, quantity: number) => client.post("/api/shows/{id}/holds", { params: { id: show }, body: { standing: [{ zone_id: zone, quantity }] } });
const join = (client: Client, quantity: number, zone_id: string | null = zone) => client.call("post", `/api/shows/${show}/waitlist`, { body: { zone_id, quantity } });
const mine = async (client: Client) => (await client.get("/api/waitlist")).as(200).items[0]!;
const becomes = (client: Client, status: string) => eventually(status, async () => { const one = await mine(client); return one.status === status ? one : undefined; });
const release = (client: Client, id: string) => client.call("delete", `/api/holds/${id}`);
const leave = async (client: Client) => client.call("delete", `/api/waitlist/${(await mine(client)).id}`);
const heldBy = (client: Client) => Number(sql("gelora_booking", `SELECT COUNT(*), 0 FROM holds WHERE user_id = ${userOf(client)} AND status = 1`)[0]![0]);
const change = (client: Client, what: string) => sql("gelora_booking", `UPDATE waitlist_entries SET ${what} WHERE user_id = ${userOf(client)}`);

/** Offers that are made after this last so long; the show's limit tells when its desk knows. */
async function offersLast(seconds: number): Promise<void> {
  limit += 1;
  changes += 1;
  sql("gelora_booking", `UPDATE shows SET offer_ttl_s = ${seconds}, max_tickets = ${limit}, revision = revision + 1 WHERE id = ${show}`);
  await eventually("the desk knows", async () => ((await join(newBuyer(), 99)).body as { limit?: number }).limit === limit || undefined);
}

const crowd: { client: Client; id: string }[] = [];
/** Two places are free. */
async function twoComeBack(): Promise<void> {
  const gone = crowd.pop()!;
  await release(gone.client, gone.id);
}

beforeAll(async () => {
  show = (await showsOnSale()).find(({ venue }) => /Blok M/.test(venue))!.id;
  const page = (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200);
  zone = page.zones.find(({ kind }) => kind === "standing")!.id;
  limit = page.max_tickets_per_user;
  await offersLast(4);
  // Sold out, two places a person, so that two are free when one lets go.
  for (;;) {
    const held = await Promise.all(Array.from({ length: 20 }, async () => {
      const client = newBuyer();
      const answer = await hold(client, 2);
      return answer.status === 201 ? { client, id: answer.as(201).id } : undefined;
    }));
    for (const one of held) if (one) crowd.push(one);
    if (held.some((one) => !one)) break;
  }
  for (let left = 1; left > 0; ) left = (await hold(newBuyer(), 1)).status === 201 ? 1 : 0;
  await eventually("sold out", async () => ((await free()) === 0 ? true : undefined));
}, 120_000);

// For the tests of other files.
afterAll(async () => {
  sql("gelora_booking", `UPDATE shows SET state = 0, offer_ttl_s = 1800, max_tickets = ${limit - changes}, revision = revision + 1 WHERE id = ${show}`);
  for (const { client, id } of crowd) await release(client, id);
}, 60_000);

test("is in order; what is let lapse goes to the next; a mail brings the hold", async () => {
  const first = await newPerson(), second = newBuyer(), third = newBuyer();
  for (const [client, position] of [[first.client, 1], [second, 2], [third, 3]] as const) {
    const answer = await join(client, 2);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ show_id: show, zone_id: zone, quantity: 2, position, status: "waiting" });
  }
  expect((await join(first.client, 1)).body).toMatchObject({ status: 409, type: expect.stringMatching("already-waiting") });
  await twoComeBack();
  const offer = await becomes(first.client, "offered");
  expect((await mine(second)).position).toBe(1);
  const held = (await first.client.get("/api/holds/{id}", { params: { id: offer.hold_id! } })).as(200);
  expect([held.status, held.seats.length, held.expires_at]).toEqual(["active", 2, offer.expires_at]);
  const mail = await eventually("the mail", async () => ((await (await fetch(`${mailApi}?to=${encodeURIComponent(first.account.email)}`)).json()) as { items: { text: string }[] }).items.find(({ text }) => text.includes(`/checkout/${offer.hold_id!}`)));
  expect(mail.text).toContain("2");
  await becomes(first.client, "lapsed");
  const next = await becomes(second, "offered");
  (await second.post("/api/bookings", { body: { hold_id: next.hold_id! } })).as(201);
  await becomes(second, "taken");
  expect((await mine(third)).status).toBe("waiting");
  expect((await leave(third)).status).toBe(204);
  expect((await leave(third)).status).toBe(404);
}, 60_000);

test("a smaller party is served before a larger one that does not fit, and a restart finds the hold it had made", async () => {
  await offersLast(600);
  const large = newBuyer(), small = newBuyer();
  expect((await join(large, 4)).status).toBe(201);
  expect((await join(small, 2)).status).toBe(201);
  await twoComeBack();
  (await small.post("/api/bookings", { body: { hold_id: (await becomes(small, "offered")).hold_id! } })).as(201);
  expect((await mine(large)).status).toBe("waiting");
  await twoComeBack();
  await twoComeBack();
  const { hold_id } = await becomes(large, "offered");
  // As if the process had died between the hold and the mark.
  change(large, "status = 2, hold_id = 0, expires_at_us = 0");
  runStack("restart", "booking-service");
  const again = await becomes(large, "offered");
  expect([again.hold_id, heldBy(large)]).toEqual([hold_id, 1]);
  expect((await leave(large)).status).toBe(204);
}, 60_000);

test("who leaves gives the places to the next, whether offered, being served, or gone between the two", async () => {
  const [first, second, third] = [newBuyer(), newBuyer(), newBuyer()];
  for (const client of [first, second, third]) expect((await join(client, 4)).status).toBe(201);
  await becomes(first, "offered"); // of the four that were left before
  expect((await leave(first)).status).toBe(204);
  expect((await mine(first)).status).toBe("cancelled");
  await becomes(second, "offered");
  expect(heldBy(first)).toBe(0);
  change(second, "status = 8, hold_id = 0"); // left while being served, and the process died before it saw that
  await becomes(third, "offered");
  await eventually("its hold is given back", async () => (heldBy(second) === 0 ? true : undefined));
  expect((await mine(second)).status).toBe("cancelled");
  await release(third, (await mine(third)).hold_id!); // by the way of the checkout
  await becomes(third, "cancelled");
}, 60_000);

test("an offer that is booked as its owner leaves is taken", async () => {
  const client = newBuyer();
  let all = await free();
  for (; all > 0; all = await free()) await hold(newBuyer(), Math.min(all, 2));
  expect((await join(client, 2)).status).toBe(201);
  await twoComeBack();
  const { hold_id } = await becomes(client, "offered");
  (await client.post("/api/bookings", { body: { hold_id: hold_id! } })).as(201);
  await becomes(client, "taken");
  change(client, "status = 8");
  await becomes(client, "taken");
}, 60_000);

test("of a person who is erased nothing waits, and what was held for them goes to the next", async () => {
  const person = await newPerson(), next = newBuyer();
  expect((await join(person.client, 2)).status).toBe(201);
  expect((await join(next, 2)).status).toBe(201);
  await twoComeBack();
  await becomes(person.client, "offered");
  (await person.client.delete("/api/users/{id}", { params: { id: "me" } })).as(204);
  await becomes(next, "offered");
  for (const table of ["waitlist_entries", "watches", "notices"])
    await eventually(table, async () => (sql("gelora_booking", `SELECT COUNT(*), 0 FROM ${table} WHERE user_id = ${person.id}`)[0]![0] === "0" ? true : undefined));
  expect((await leave(next)).status).toBe(204);
}, 60_000);

test("what cannot be waited for is refused", async () => {
  const other = (await showsOnSale()).find(({ venue }) => /Istora/.test(venue))!.id;
  const client = newBuyer();
  expect((await client.call("post", `/api/shows/${other}/waitlist`, { body: { quantity: 1 } })).body).toMatchObject({ status: 409, type: expect.stringMatching("not-sold-out") });
  expect((await join(client, limit + 1)).body).toMatchObject({ status: 422, type: expect.stringMatching("too-many-tickets") });
  expect((await join(client, 1, "77")).body).toMatchObject({ status: 422, errors: [{ pointer: "/zone_id" }] });
  expect((await join(client, 0)).body).toMatchObject({ status: 422, errors: [{ pointer: "/quantity" }] });
  expect((await client.call("put", `/api/shows/${other}/watch`)).body).toMatchObject({ status: 409, type: expect.stringMatching("not-upcoming") });
});

test("whoever watches is told once when the sale opens, also when its time moves", async () => {
  const { client, account } = await newPerson();
  const other = (await showsOnSale()).find(({ venue }) => /Cikini/.test(venue))!.id;
  const open = (sql_time: string) => sql("gelora_booking", `UPDATE shows SET opens_at_us = ${sql_time}, revision = revision + 1 WHERE id = ${other}`);
  const later = "(UNIX_TIMESTAMP() + 3600) * 1000000";
  open(later);
  await eventually("it is watched", async () => ((await client.call("put", `/api/shows/${other}/watch`)).status === 204 ? true : undefined));
  expect((await client.call("put", `/api/shows/${other}/watch`)).status).toBe(204);
  expect((await client.call("get", `/api/shows/${other}/watch`)).body).toEqual({ watching: true });
  open("1");
  const told = async () => ((await (await fetch(`${mailApi}?to=${encodeURIComponent(account.email)}`)).json()) as { items: { text: string }[] }).items.filter(({ text }) => text.includes(`/shows/${other}/seats`));
  await eventually("the mail", async () => ((await told()).length > 0 ? true : undefined));
  open(later);
  open("1");
  const after = await newPerson(); // whoever is told after is told when the first would have been told twice
  open(later);
  await eventually("it is watched", async () => ((await after.client.call("put", `/api/shows/${other}/watch`)).status === 204 ? true : undefined));
  open("1");
  await eventually("the other's notice", async () => (sql("gelora_booking", `SELECT COUNT(*), 0 FROM notices WHERE user_id = ${after.id} AND kind = 1 AND done_at_us IS NOT NULL`)[0]![0] === "1" ? true : undefined));
  expect(await told()).toHaveLength(1);
  expect((await client.call("get", `/api/shows/${other}/watch`)).body).toEqual({ watching: false }); // who was told does not wait
  open(later);
  await eventually("it is watched", async () => ((await client.call("put", `/api/shows/${other}/watch`)).status === 204 ? true : undefined));
  expect((await client.get("/api/watches")).as(200).items.map(({ show_id }) => show_id)).toEqual([other]);
  open("1");
  await eventually("a second mail, for it was asked for again", async () => ((await told()).length === 2 ? true : undefined));
  expect((await client.call("delete", `/api/shows/${other}/watch`)).status).toBe(204);
  expect((await client.call("get", `/api/shows/${other}/watch`)).body).toEqual({ watching: false });
}, 60_000);

test("a sale that ends, or a show that is called off, ends the waiting and the offers", async () => {
  for (let all = await free(); all > 0; all = await free()) await hold(newBuyer(), Math.min(all, 2));
  const [offered, waiting] = [newBuyer(), newBuyer()];
  expect((await join(offered, 2)).status).toBe(201);
  expect((await join(waiting, 2)).status).toBe(201);
  await twoComeBack();
  await becomes(offered, "offered");
  const closes = sql("gelora_booking", `SELECT closes_at_us, 0 FROM shows WHERE id = ${show}`)[0]![0]!;
  sql("gelora_booking", `UPDATE shows SET closes_at_us = 1, revision = revision + 1 WHERE id = ${show}`);
  await becomes(waiting, "ended");
  expect((await mine(offered)).status).toBe("offered");
  sql("gelora_booking", `UPDATE shows SET closes_at_us = ${closes}, state = 2, revision = revision + 1 WHERE id = ${show}`);
  await becomes(offered, "ended");
}, 60_000);
