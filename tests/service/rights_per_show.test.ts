// Somebody who works for one show of an organisation: there as their role says, and nowhere else.
import { beforeAll, describe, expect, test } from "vitest";
import { eventually, newBuyer, showsOnSale, sql, url } from "./buyers.js";
import { join, newOrganisation, refresh, type Person } from "./organisers.js";
import { paid } from "./payer.js";
import { createClient } from "../support/client.js";

let house: { id: string; owner: Person };
let mine: string, other: string, foreign: string;
const claims = (token: string) => JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as { orgs: unknown };

beforeAll(async () => {
  const shows = (await showsOnSale()).filter(({ venue }) => /Kenjeran|Kaliurang|Cikini/.test(venue));
  [mine, other, foreign] = [...new Map(shows.map((show) => [show.venue, show.id])).values()] as [string, string, string];
  house = await newOrganisation("Dua Panggung");
  for (const show of [mine, other]) {
    sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id = (SELECT concert_id FROM shows WHERE id = ${show})`);
    sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id = ${show}`);
  }
  await eventually("both shows are the organisation's", async () => {
    const { items } = (await house.owner.client.get("/api/organisations/{id}/shows", { params: { id: house.id } })).as(200);
    return items.some(({ id }) => id === mine) && items.some(({ id }) => id === other) ? true : undefined;
  });
}, 60_000);

const rulesOf = async ({ client }: Person, id: string) => (await client.get("/api/shows/{id}/rules", { params: { id } })).status;

test("a manager of one show runs it, sees its money, and finds nothing elsewhere", async () => {
  const manager = await join(house, "manager", [mine]);
  const { client } = manager;
  expect(claims(client.token!).orgs).toEqual([{ id: house.id, role: "manager", shows: [mine] }]);
  expect((await client.get("/api/organisations", {})).as(200).items).toMatchObject([{ id: house.id, role: "manager", shows: [mine] }]);
  expect([await rulesOf(manager, mine), await rulesOf(manager, other), await rulesOf(manager, foreign)]).toEqual([200, 404, 404]);
  expect((await client.get("/api/organisations/{id}/shows", { params: { id: house.id } })).as(200).items.map(({ id }) => id)).toEqual([mine]);

  const { payment } = await paid(newBuyer(), mine, 1);
  const elsewhere = (await paid(newBuyer(), other, 1)).payment;
  const payments = (query: Record<string, string>) => client.get("/api/organisations/{id}/payments", { params: { id: house.id }, query });
  expect((await payments({ show_id: mine })).as(200).items.map(({ id }) => id)).toContain(payment.id);
  expect([(await payments({})).status, (await payments({ show_id: other })).status]).toEqual([404, 404]);
  expect([(await client.call("get", `/api/settlements/${mine}`)).status, (await client.call("get", `/api/settlements/${other}`)).status]).toEqual([200, 404]);
  const refund = (id: string) => client.post("/api/refunds", { body: { payment_id: id, amount_minor: 1, reason: "uji" } as never });
  expect([(await refund(elsewhere.id)).status, (await refund(payment.id)).status]).toEqual([404, 201]);

  const words = { subject: { id: "Halo", en: "Hello" }, body: { id: "Isi", en: "Words" } };
  const written = async (by: typeof client, id: string) => by.post("/api/shows/{id}/messages", { params: { id }, body: words as never });
  const theirs = (await written(house.owner.client, other)).as(201).id;
  const messages = [(await written(client, mine)).status, (await written(client, other)).status, (await client.get("/api/messages/{id}", { params: { id: theirs } })).status];
  expect(messages).toEqual([201, 404, 404]);
  const toAll = { ...words, whole_concert: true } as never;
  expect((await client.post("/api/shows/{id}/messages", { params: { id: mine }, body: toAll })).status).toBe(422);
  expect((await client.post("/api/shows/{id}/message-audience", { params: { id: mine }, body: { whole_concert: true } as never })).status).toBe(422);
  const wide = (await house.owner.client.post("/api/shows/{id}/messages", { params: { id: mine }, body: toAll })).as(201).id;
  expect((await client.get("/api/messages/{id}", { params: { id: wide } })).status).toBe(404);
  expect([(await client.get("/api/shows/{id}/house-seats", { params: { id: mine } })).status, (await client.get("/api/shows/{id}/house-seats", { params: { id: other } })).status]).toEqual([200, 404]);

  for (const path of ["members", "invitations", "api-keys", "gate-devices", "concerts", "plans", "venues", "webhooks"]) expect([path, (await client.call("get", `/api/organisations/${house.id}/${path}`)).status]).toEqual([path, 404]);
  const asOwner = { params: { id: house.id }, body: { email: "teman@example.com", role: "gate" as const } };
  expect((await client.post("/api/organisations/{id}/invitations", asOwner)).status).toBe(404);
  expect((await client.post("/api/organisations/{id}/api-keys", { params: { id: house.id }, body: { name: "Kunci", role: "gate", days: 1 } })).status).toBe(404);
});

test("a scanner of one show lets nobody into another", async () => {
  const scanner = await join(house, "gate", [mine]);
  const scan = async (show: string) => (await scanner.client.get("/api/shows/{id}/check-ins/counts", { params: { id: show } })).status;
  expect([await scan(mine), await scan(other)]).toEqual([200, 404]);
  for (const path of ["gate-list", "attendees?q=Ayu"]) expect([path, (await scanner.client.call("get", `/api/shows/${mine}/${path}`)).status, (await scanner.client.call("get", `/api/shows/${other}/${path}`)).status]).toEqual([path, 200, 404]);
  const checked = await scanner.client.post("/api/shows/{id}/check-ins", { params: { id: other }, body: { code: "GT1.x", gate: "Utara", scan_id: crypto.randomUUID() } });
  expect(checked.status).toBe(404);
});

test("a seller of one show sells there alone, and sees no other drawer", async () => {
  const { client } = await join(house, "box_office", [mine]);
  await paid(newBuyer(), mine, 1); // before that there are no books to look into
  const answers = async (path: (show: string) => string) => [(await client.call("get", path(mine))).status, (await client.call("get", path(other))).status];
  for (const path of ["counter-holds", "counter-sales"]) expect([path, await answers((show) => `/api/shows/${show}/${path}`)]).toEqual([path, [200, 404]]);
  expect(await answers((show) => `/api/counter-takings?show_id=${show}`)).toEqual([200, 404]);
  expect(await answers((show) => `/api/counter-payouts?show_id=${show}`)).toEqual([200, 404]);
  const held = await client.post("/api/shows/{id}/counter-holds", { params: { id: other }, body: { seat_nos: [0] } });
  expect(held.status).toBe(404);
  expect([await rulesOf({ client } as Person, mine), await rulesOf({ client } as Person, other)]).toEqual([404, 404]); // a seller changes no rules
});

describe("a change of the shows", () => {
  test("ends the tokens and keys from before, and is told with what it was", async () => {
    const manager = await join(house, "manager");
    const { key } = (await manager.client.post("/api/organisations/{id}/api-keys", { params: { id: house.id }, body: { name: "Kunci", role: "gate", days: 9 } })).as(201);
    const narrow = { params: { id: house.id, user_id: manager.id }, body: { role: "manager" as const, shows: [other] } };
    expect((await house.owner.client.patch("/api/organisations/{id}/members/{user_id}", narrow)).as(200)).toMatchObject({ role: "manager", shows: [other] });
    await eventually("the old token is void", async () => ((await rulesOf(manager, mine)) === 401 ? true : undefined));
    expect((await createClient(url).post("/api/access-tokens", { body: { key } })).status).toBe(401);
    await refresh(manager);
    expect([await rulesOf(manager, mine), await rulesOf(manager, other)]).toEqual([404, 200]);

    const wide = { ...narrow, body: { role: "manager" as const } };
    expect((await house.owner.client.patch("/api/organisations/{id}/members/{user_id}", wide)).as(200).shows).toEqual([other]); // left out: as before
    expect((await house.owner.client.patch("/api/organisations/{id}/members/{user_id}", { ...narrow, body: { role: "manager", shows: null } })).as(200).shows).toBeNull();
  });

  test("leaves room for the other heads of a request: a hundred single shows a person, in all organisations", async () => {
    const person = await join(house, "gate", [mine]);
    const twenty = Array.from({ length: 20 }, (_, i) => String(i + 1));
    for (let i = 0; i < 5; i += 1) sql("gelora_user", `INSERT INTO organisations (id, name, created_at_us) VALUES (${person.id}${i}, 'Lain', 1)`);
    for (let i = 0; i < 5; i += 1) sql("gelora_user", `INSERT INTO members (organisation_id, user_id, role, shows, since_us) VALUES (${person.id}${i}, ${person.id}, 'gate', '${twenty.slice(i === 4 ? 1 : 0).join()}', 1)`);
    const change = (shows: string[]) => house.owner.client.patch("/api/organisations/{id}/members/{user_id}", { params: { id: house.id, user_id: person.id }, body: { role: "gate", shows } });
    expect((await change([mine, other])).slug).toBe("too-many");
    (await change([other])).as(200);
  });

  test("names what is wrong", async () => {
    const faults = async (body: object) => {
      const answer = await house.owner.client.post("/api/organisations/{id}/invitations", { params: { id: house.id }, body: { email: "teman@example.com", ...body } as never });
      return [answer.status, (answer.body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer)];
    };
    for (const shows of [[], ["x"], [mine, mine], Array.from({ length: 21 }, (_, i) => String(i + 1)), "all"]) expect(await faults({ role: "gate", shows })).toEqual([422, ["/shows"]]);
    expect(await faults({ role: "owner", shows: [mine] })).toEqual([422, ["/shows"]]);
  });
});
