// Waiting for places of a sold-out show: who is served, when, and what is refused. The show's plan is the club's, all standing.
import { beforeAll, expect, test } from "vitest";
import { eventually, newBuyer, runStack, showsOnSale, sql } from "./buyers.js";
import { newPerson } from "./organisers.js";
import type { Client } from "../support/client.js";

const mailApi = process.env["GELORA_MAIL_API"] ?? "http://localhost:8085/api/mails";
let show: string, zone: string, limit: number;

const free = async () => (await newBuyer().get("/api/shows/{id}/availability", { params: { id: show } })).as(200).zones.find(({ zone_id }) => zone_id === zone)!.available;
const hold = async (client: Client, quantity: number) => client.post("/api/shows/{id}/holds", { params: { id: show }, body: { standing: [{ zone_id: zone, quantity }] } });
const join = (client: Client, quantity: number, zone_id: string | null = zone) => client.call("post", `/api/shows/${show}/waitlist`, { body: { zone_id, quantity } });
const mine = async (client: Client) => (await client.get("/api/waitlist")).as(200).items[0]!;
const becomes = (client: Client, status: string) => eventually(status, async () => { const one = await mine(client); return one.status === status ? one : undefined; });
const release = (client: Client, id: string) => client.call("delete", `/api/holds/${id}`);

const crowd: { client: Client; id: string }[] = [];

beforeAll(async () => {
  show = (await showsOnSale()).find(({ venue }) => /Blok M/.test(venue))!.id;
  const page = (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200);
  zone = page.zones.find(({ kind }) => kind === "standing")!.id;
  limit = page.max_tickets_per_user;
  sql("gelora_booking", `UPDATE shows SET offer_ttl_s = 4, revision = revision + 1 WHERE id = ${show}`);
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

test("is in order; what is let lapse goes to the next; a mail brings the hold", async () => {
  const first = await newPerson(), second = newBuyer(), third = newBuyer();
  for (const [client, position] of [[first.client, 1], [second, 2], [third, 3]] as const) {
    const answer = await join(client, 2);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ show_id: show, zone_id: zone, quantity: 2, position, status: "waiting" });
  }
  expect((await join(first.client, 1)).body).toMatchObject({ status: 409, type: expect.stringMatching("already-waiting") });
  const gone = crowd.pop()!;
  await release(gone.client, gone.id);
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
  expect((await third.call("delete", `/api/waitlist/${(await mine(third)).id}`)).status).toBe(204);
  expect((await third.call("delete", `/api/waitlist/${(await mine(third)).id}`)).status).toBe(404);
}, 60_000);

test("a smaller party is served before a larger one that does not fit, and a restart loses nobody", async () => {
  const large = newBuyer(), small = newBuyer();
  expect((await join(large, 4)).status).toBe(201);
  expect((await join(small, 2)).status).toBe(201);
  const [one, two] = [crowd.pop()!, crowd.pop()!];
  await release(one.client, one.id);
  (await small.post("/api/bookings", { body: { hold_id: (await becomes(small, "offered")).hold_id! } })).as(201);
  expect((await mine(large)).status).toBe("waiting");
  // As if the process had died between "being served" and its hold; the places come while it is down.
  const { id } = await mine(large);
  const three = crowd.pop()!;
  await release(two.client, two.id);
  await release(three.client, three.id);
  await becomes(large, "offered");
  const attempts = sql("gelora_booking", `SELECT attempt, hold_id FROM waitlist_entries WHERE id = ${id}`)[0]!;
  sql("gelora_booking", `UPDATE waitlist_entries SET status = 2, hold_id = 0 WHERE id = ${id}`);
  runStack("restart", "booking-service");
  const again = await eventually("the same hold", async () => { const entry = await mine(large); return entry.hold_id ?? (entry.status === "waiting" && (sql("gelora_booking", `SELECT attempt, 0 FROM waitlist_entries WHERE id = ${id}`)[0]![0] !== attempts[0]) ? "another" : undefined); });
  expect([attempts[1], "another"]).toContain(again);
  expect(Number(sql("gelora_booking", `SELECT COUNT(*), 0 FROM holds WHERE user_id = (SELECT user_id FROM waitlist_entries WHERE id = ${id}) AND status = 1`)[0]![0])).toBeLessThanOrEqual(1);
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
  await eventually("the other's notice", async () => (sql("gelora_booking", `SELECT COUNT(*), 0 FROM notices WHERE show_id = ${other} AND kind = 1 AND done_at_us IS NOT NULL`)[0]![0] === "2" ? true : undefined));
  expect(await told()).toHaveLength(1);
  expect((await client.call("delete", `/api/shows/${other}/watch`)).status).toBe(204);
  expect((await client.call("get", `/api/shows/${other}/watch`)).body).toEqual({ watching: false });
}, 60_000);
