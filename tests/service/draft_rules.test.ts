// What is set for a show before anybody sees it: tax, refunds, ticket codes, gates and promo codes of a draft.
import { beforeAll, describe, expect, test } from "vitest";
import { eventually, sql } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import type { Answer, Client } from "../support/client.js";
import type { components } from "../../web/src/contract/booking.js";

type Schemas = components["schemas"];
type Draft = Schemas["OrganisationShowDraft"];

let house: { id: string; owner: Person };
let owner: Client;
let plans: Schemas["SeatingPlan"][];

const at = (path: string) => `/api/organisations/${house.id}/${path}`;
const of = (show: Draft, path: string) => `/api/shows/${show.id}/${path}`;
const body = <T>(answer: Answer, status: number) => {
  if (answer.status !== status) throw new Error(`${answer.request}: ${answer.status}, not ${status}: ${answer.text}`);
  return answer.body as T;
};
const prices = (plan: Schemas["SeatingPlan"]) => plan.zones.map(({ zone_no }) => ({ zone_no, price_minor: 100_000, fee_minor: 5_000 }));
async function newDraft(title: string): Promise<Draft> {
  const concert = body<{ id: string }>(await owner.call("post", at("concerts"), { body: { title, artist: "Penguji", genre: "Pop", description: { id: "Malam.", en: "Night." } } }), 201);
  const date = `${new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)}T19:30`;
  return body<{ items: Draft[] }>(await owner.call("post", at(`concerts/${concert.id}/shows`), { body: { plan_id: plans[0]!.id, dates: [date], zones: prices(plans[0]!) } }), 201).items[0]!;
}
const rulesOf = async (show: Draft) => body<Schemas["SellingRules"]>(await owner.call("get", of(show, "rules")), 200);
const codesOf = async (show: Draft) => body<{ items: Schemas["PromoCode"][] }>(await owner.call("get", of(show, "promo-codes")), 200).items.map(({ code }) => code);
const makeCode = async (show: Draft, code: string, more: object = {}) => body<Schemas["PromoCode"]>(await owner.call("post", of(show, "promo-codes"), { body: { code, percent_bp: 1000, ...more } }), 201);

beforeAll(async () => {
  house = await newOrganisation("Aturan Awal");
  owner = house.owner.client;
  plans = body<{ items: Schemas["SeatingPlan"][] }>(await owner.call("get", at("seating-plans")), 200).items.sort((a, b) => a.capacity - b.capacity);
});

test("a draft has rules and promo codes, and is published with them", async () => {
  const show = await newDraft("Beraturan");
  const zone = (await rulesOf(show)).zones[0]!.id;
  const rules = { tax: { rate_bp: 1100, included: false }, refund_rule: { before_start_s: 86_400, keeps_fees: true }, ticket_codes: "rotating", gates: [{ name: "Barat", zone_ids: [zone] }] };
  expect(body(await owner.call("patch", of(show, "rules"), { body: { ...rules, zones: [{ id: zone, price_minor: 250_000, tax_bp: 500 }] } }), 200)).toMatchObject(rules);
  await makeCode(show, "AWAL", { zone_ids: [zone] });

  const written = body<Draft>(await owner.call("get", at(`shows/${show.id}`)), 200);
  expect([written.zones[0]!.price.amount_minor, written.version]).toEqual([250_000, 1]);
  const stale = await owner.call("patch", at(`shows/${show.id}`), { body: { max_tickets_per_user: 2 }, headers: { "If-Match": '"0"' } });
  expect(stale.slug).toBe("changed-meanwhile");

  const ended = await makeCode(show, "SALAH");
  expect((await owner.call("delete", of(show, `promo-codes/${ended.id}`))).status).toBe(204);
  body(await owner.call("put", at(`shows/${show.id}/publication`)), 200);
  await expect.poll(async () => (await owner.call("get", of(show, "rules"))).status, { timeout: 10_000 }).toBe(200);
  expect(await rulesOf(show)).toMatchObject(rules);
  expect(await codesOf(show)).toEqual(["SALAH", "AWAL"]);
});

describe("the rules of a draft are nobody's to see", () => {
  test("of another organisation, of other roles, of some shows only", async () => {
    const show = await newDraft("Tertutup");
    const rival = await newOrganisation("Saingan Aturan");
    const others = [rival.owner, await newPerson(), await join(house, "gate"), await join(house, "box_office"), await join(house, "manager", [show.id])];
    for (const { client } of others) {
      expect((await client.call("get", of(show, "rules"))).status).toBe(404);
      expect((await client.call("patch", of(show, "rules"), { body: { tax: { rate_bp: 1, included: true } } })).status).toBe(404);
      expect((await client.call("get", of(show, "promo-codes"))).status).toBe(404);
      expect((await client.call("post", of(show, "promo-codes"), { body: { code: "CURI", percent_bp: 100 } })).status).toBe(404);
    }
    expect((await (await join(house, "manager")).client.call("get", of(show, "rules"))).status).toBe(200);
    expect(sql("gelora_booking", `SELECT tax_bp <> 1, revision FROM shows WHERE id = ${show.id}`)).toEqual([["1", "0"]]);
  });
});

describe("what goes with", () => {
  test("another plan: gates, and promo codes of some zones, whose zones are gone", async () => {
    const show = await newDraft("Pindah Denah");
    const zone = (await rulesOf(show)).zones[0]!.id;
    await makeCode(show, "SEMUA");
    await makeCode(show, "SATUZONA", { zone_ids: [zone] });
    body(await owner.call("patch", of(show, "rules"), { body: { gates: [{ name: "Barat", zone_ids: [zone] }], refund_rule: { before_start_s: 3600, keeps_fees: false } } }), 200);
    const other = plans.find(({ id }) => id !== plans[0]!.id)!;
    body(await owner.call("patch", at(`shows/${show.id}`), { body: { plan_id: other.id, zones: prices(other) }, headers: { "If-Match": '"1"' } }), 200);
    expect(await codesOf(show)).toEqual(["SEMUA"]);
    expect(await rulesOf(show)).toMatchObject({ gates: [], refund_rule: { before_start_s: 3600 } });
  });

  test("the draft, and its concert: they are deleted with their gates and codes", async () => {
    for (const path of [(show: Draft) => `shows/${show.id}`, (show: Draft) => `concerts/${show.concert_id}`]) {
      const show = await newDraft("Dibuang");
      const zone = (await rulesOf(show)).zones[0]!.id;
      await makeCode(show, "SIASIA");
      body(await owner.call("patch", of(show, "rules"), { body: { gates: [{ name: "Barat", zone_ids: [zone] }] } }), 200);
      expect((await owner.call("delete", at(path(show)))).status).toBe(204);
      for (const table of ["promo_codes", "gate_zones"]) expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM ${table} WHERE show_id = ${show.id}`)[0]![0], table).toBe("0");
    }
  });
});

test("a draft has a waiting room, which is there when it is published; somebody else's draft has none", async () => {
  const show = await newDraft("Antre dari Awal");
  const settings = { shoppers: 50, turn_s: 300, gathers_s: 1_800 };
  expect(body<object>(await owner.call("put", of(show, "waiting-room"), { body: settings }), 200)).toMatchObject({ settings, arrived: 0 });
  const stranger = await newPerson();
  for (const method of ["get", "delete"] as const) expect((await stranger.client.call(method, of(show, "waiting-room"))).status).toBe(404);
  expect((await stranger.client.call("put", of(show, "waiting-room"), { body: settings })).status).toBe(404);
  expect((await owner.call("get", of(show, "queue"))).status).toBe(404); // nobody sees it yet
  body(await owner.call("put", at(`shows/${show.id}/publication`)), 200);
  await eventually("its room is there", async () => ((await owner.call("get", of(show, "queue"))).status === 200 ? true : undefined));
  expect(body<object>(await owner.call("get", of(show, "waiting-room")), 200)).toMatchObject({ settings });
});
