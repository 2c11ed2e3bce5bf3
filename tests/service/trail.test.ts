// The trail of an organisation: each of its writing routes leaves one entry with what was before and after, whoever may is told of it,
// and nothing in it is a secret.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { components } from "../../web/src/contract/booking.js";
import { routesOf } from "../support/contract.js";
import { createClient, type Answer, type Client } from "../support/client.js";
import { png } from "../support/png.js";
import { drawnPlan as drawn } from "./drawn_plan.js";
import { eventually, freeSeats, newBuyer, sql, url } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import { ownShow } from "./own_show.js";
import { paid } from "./payer.js";

type Schemas = components["schemas"];
type Change = Schemas["Change"];

let house: { id: string; owner: Person }, owner: Client, show: string;
const seen: Record<string, string> = {}; // ids by what they are of
const secrets = new Set<string>();

const body = <T>(answer: Answer, status: number) => {
  if (answer.status !== status) throw new Error(`${answer.request}: ${answer.status}, not ${status}: ${answer.text}`);
  return answer.body as T;
};
const call = async <T = Record<string, unknown>>(method: Parameters<Client["call"]>[0], path: string, status: number, json?: object, headers: Record<string, string> = {}) =>
  body<T>(await owner.call(method, path, { ...(json && { body: json }), headers }), status);
const at = (path: string) => `/api/organisations/${house.id}/${path}`;
const trail = async (query: Record<string, string> = {}, client = owner, id = house.id) => (await client.get("/api/organisations/{id}/changes", { params: { id }, query: query as never })).as(200);
const fieldsOf = ({ fields }: Change) => Object.fromEntries(fields.map(({ field, of, before, after }) => [of ? `${field} ${of}` : field, [before, after]]));
const rupiah = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const day = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T19:30`;
const draftOf = () => call<Schemas["OrganisationShowDraft"]>("get", at(`shows/${seen.draft}`), 200);
const change_draft = async (json: object) => call("patch", at(`shows/${seen.draft}`), 200, json, { "If-Match": `"${(await draftOf()).version}"` });
const words = (subject: string) => ({ subject: { id: subject, en: subject }, body: { id: "Isi", en: "Words" } });
const version = (number: number) => ({ "If-Match": `"${number}"` });

beforeAll(async () => {
  ({ house, show } = await ownShow(`Jejak ${randomUUID().slice(0, 6)}`));
  owner = house.owner.client;
  seen.concert = (await trail()).items.find(({ event }) => event === "concert_created")!.concert!.id;
  secrets.add(house.owner.account.email);
}, 60_000);

interface Step {
  route: string;
  run: () => Promise<unknown>;
  event: string;
  fields?: Record<string, unknown>;
}
// In this order: each works on what the ones before left.
const steps: Step[] = [
  { route: "POST /api/organisations/{id}/venues", event: "venue_created", fields: { city: [null, "Bandung"] }, run: async () => (seen.venue = (await call<{ id: string }>("post", at("venues"), 201, { name: "Aula Jejak", city: "Bandung", address: "Jl. Satu 1", timezone: "Asia/Jakarta" })).id) },
  { route: "PUT /api/organisations/{id}/venues/{venue_id}", event: "venue_changed", fields: { name: ["Aula Jejak", "Aula Dua"] }, run: () => call("put", at(`venues/${seen.venue}`), 200, { name: "Aula Dua", city: "Bandung", address: "Jl. Satu 1", timezone: "Asia/Jakarta" }) },
  { route: "POST /api/organisations/{id}/plans", event: "plan_created", run: async () => (seen.plan = (await call<{ id: string }>("post", at("plans"), 201, { name: "Jejak", venue_id: seen.venue })).id) },
  { route: "PUT /api/organisations/{id}/plans/{plan_id}/document", event: "plan_changed", fields: { places: [0, 38], faults: [1, 0] }, run: () => call("put", at(`plans/${seen.plan}/document`), 200, drawn("Jejak"), version(0)) },
  { route: "POST /api/organisations/{id}/plans/{plan_id}/versions", event: "plan_published", fields: { published: [false, true] }, run: () => call("post", at(`plans/${seen.plan}/versions`), 201, undefined, version(1)) },
  { route: "POST /api/organisations/{id}/plans/{plan_id}/copies", event: "plan_created", fields: { places: [null, 38] }, run: async () => (seen.copy = (await call<{ id: string }>("post", at(`plans/${seen.plan}/copies`), 201, { name: "Salinan" })).id) },
  { route: "DELETE /api/organisations/{id}/plans/{plan_id}", event: "plan_deleted", fields: { places: [38, null] }, run: () => call("delete", at(`plans/${seen.copy}`), 204) },
  { route: "POST /api/organisations/{id}/plan-imports", event: "plan_created", run: async () => body(await owner.call("post", `/api/organisations/${house.id}/plan-imports?venue_id=${seen.venue}`, { body: drawn("Impor") }), 201) },
  { route: "POST /api/organisations/{id}/concerts", event: "concert_created", fields: { title: [null, "Malam Jejak"] }, run: async () => (seen.other = (await call<{ id: string }>("post", at("concerts"), 201, { title: "Malam Jejak", artist: "Uji", genre: "Pop", description: { id: "Satu.", en: "One." } })).id) },
  { route: "PATCH /api/organisations/{id}/concerts/{concert_id}", event: "concert_changed", fields: { description_en: ["One.", "Two."] }, run: () => call("patch", at(`concerts/${seen.other}`), 200, { description: { id: "Satu.", en: "Two." } }, version(0)) },
  { route: "PUT /api/organisations/{id}/concerts/{concert_id}/poster", event: "poster_changed", fields: { poster: ["", expect.stringMatching(/^[0-9a-f]{64}$/)] }, run: async () => {
    const made = await fetch(`${url}${at(`concerts/${seen.other}/poster`)}`, { method: "PUT", headers: { "Content-Type": "image/png", Authorization: `Bearer ${owner.token}` }, body: new Uint8Array(png(1200, 800)) });
    expect(made.status).toBe(200);
  } },
  { route: "DELETE /api/organisations/{id}/concerts/{concert_id}/poster", event: "poster_changed", fields: { poster: [expect.stringMatching(/^[0-9a-f]{64}$/), ""] }, run: async () => owner.call("delete", at(`concerts/${seen.other}/poster`)) },
  { route: "POST /api/organisations/{id}/concerts/{concert_id}/shows", event: "show_created", fields: { "price VIP": [null, rupiah(100_000)] }, run: async () => {
    const plan = (await call<{ items: Schemas["SeatingPlan"][] }>("get", at("seating-plans"), 200)).items.find(({ name }) => name === "Jejak")!;
    const zones = plan.zones.map(({ zone_no }) => ({ zone_no, price_minor: 100_000, fee_minor: 5_000 }));
    seen.draft = (await call<{ items: { id: string }[] }>("post", at(`concerts/${seen.other}/shows`), 201, { plan_id: plan.id, dates: [day(50)], zones })).items[0]!.id;
  } },
  { route: "PATCH /api/organisations/{id}/shows/{show_id}", event: "show_changed", fields: { max_tickets: [6, 3] }, run: () => change_draft({ max_tickets_per_user: 3 }) },
  { route: "PUT /api/shows/{id}/zones/{zone_id}/capacity", event: "show_changed", fields: { "capacity Lantai": [null, 20] }, run: async () => { // of a show on sale: capacity.test.ts
    const [floor] = (await call<{ items: Schemas["ZoneCapacity"][] }>("get", `/api/shows/${seen.draft}/capacities`, 200)).items;
    await call("put", `/api/shows/${seen.draft}/zones/${floor!.zone_id}/capacity`, 200, { capacity: 20, was: 30 });
  } },
  { route: "POST /api/organisations/{id}/shows/{show_id}/copies", event: "show_copied", fields: { max_tickets: [null, 3] }, run: async () => (seen.copied = (await call<{ items: { id: string }[] }>("post", at(`shows/${seen.draft}/copies`), 201, { dates: [day(51)] })).items[0]!.id) },
  { route: "DELETE /api/organisations/{id}/shows/{show_id}", event: "show_deleted", fields: { max_tickets: [3, null] }, run: () => call("delete", at(`shows/${seen.copied}`), 204) },
  { route: "PUT /api/organisations/{id}/shows/{show_id}/publication", event: "show_published", fields: { published: [false, true] }, run: () => call("put", at(`shows/${seen.draft}/publication`), 200) },
  { route: "DELETE /api/organisations/{id}/shows/{show_id}/publication", event: "show_withdrawn", fields: { published: [true, false] }, run: () => call("delete", at(`shows/${seen.draft}/publication`), 200) },
  { route: "PATCH /api/shows/{id}/rules", event: "rules_changed", fields: { tax_bp: [0, 1100], reentry: [false, true], presale_code: [null, "JEJAK-1"], presale_opens_at: [null, expect.any(String)] }, run: () => call("patch", `/api/shows/${show}/rules`, 200, { tax: { rate_bp: 1100, included: true }, reentry: "allowed", presale: { opens_at: "2026-01-01T00:00:00Z", code: "JEJAK-1" } }) },
  { route: "PUT /api/shows/{id}/waiting-room", event: "waiting_room_set", fields: { room_shoppers: [null, 200] }, run: () => call("put", `/api/shows/${seen.draft}/waiting-room`, 200, { shoppers: 200 }) },
  { route: "DELETE /api/shows/{id}/waiting-room", event: "waiting_room_removed", fields: { room_shoppers: [200, null] }, run: () => call("delete", `/api/shows/${seen.draft}/waiting-room`, 204) },
  { route: "POST /api/shows/{id}/promo-codes", event: "promo_code_created", fields: { percent_bp: [null, 1000] }, run: async () => (seen.code = (await call<{ id: string }>("post", `/api/shows/${show}/promo-codes`, 201, { code: "HEMAT", percent_bp: 1000 })).id) },
  { route: "DELETE /api/shows/{id}/promo-codes/{code_id}", event: "promo_code_ended", fields: { ended: [false, true] }, run: () => call("delete", `/api/shows/${show}/promo-codes/${seen.code}`, 204) },
  { route: "POST /api/organisations/{id}/webhooks", event: "webhook_created", fields: { url: [null, "https://example.com/in"] }, run: async () => {
    const made = await call<{ id: string; secret: string }>("post", at("webhooks"), 201, { url: "https://example.com/in?token=r4hasia", events: ["booking.confirmed"] });
    seen.webhook = made.id;
    for (const secret of [made.secret, "r4hasia"]) secrets.add(secret);
  } },
  { route: "PATCH /api/organisations/{id}/webhooks/{webhook_id}", event: "webhook_changed", fields: { status: ["on", "off"] }, run: () => call("patch", at(`webhooks/${seen.webhook}`), 200, { status: "off" }) },
  { route: "POST /api/organisations/{id}/webhooks/{webhook_id}/secrets", event: "webhook_secret_replaced", fields: {}, run: async () => secrets.add((await call<{ secret: string }>("post", at(`webhooks/${seen.webhook}/secrets`), 201)).secret) },
  { route: "DELETE /api/organisations/{id}/webhooks/{webhook_id}", event: "webhook_deleted", fields: { status: ["off", null] }, run: () => call("delete", at(`webhooks/${seen.webhook}`), 204) },
  { route: "POST /api/shows/{id}/messages", event: "message_created", run: async () => (seen.message = (await call<{ id: string }>("post", `/api/shows/${show}/messages`, 201, words("Halo"))).id) },
  { route: "PUT /api/messages/{id}", event: "message_changed", fields: { subject_id: ["Halo", "Kabar"] }, run: () => call("put", `/api/messages/${seen.message}`, 200, words("Kabar"), version(0)) },
  { route: "POST /api/messages/{id}/test", event: "message_tested", fields: { tested: [false, true] }, run: () => call("post", `/api/messages/${seen.message}/test`, 202, undefined, version(1)) },
  { route: "POST /api/messages/{id}/send", event: "message_begun", fields: { status: ["draft", "sending"] }, run: async () => {
    const buyer = newBuyer();
    secrets.add("Pembeli Rahasia");
    seen.booking = (await paid(buyer, show, 2)).booking.id;
    await call("post", `/api/messages/${seen.message}/send`, 202, undefined, version(1));
  } },
  { route: "POST /api/shows/{id}/house-seats", event: "places_kept", fields: { places: [null, expect.any(Array)] }, run: async () => {
    const seats = (await freeSeats(show)).slice(-3);
    seen.group = body<{ id: string }>(await owner.call("post", `/api/shows/${show}/house-seats`, { body: { name: "Sponsor", seat_nos: seats }, headers: { "Idempotency-Key": randomUUID() } }), 201).id;
    seen.seat = String(seats[0]);
  } },
  { route: "POST /api/shows/{id}/house-seats/{hold_id}/release", event: "places_released", run: () => call("post", `/api/shows/${show}/house-seats/${seen.group}/release`, 204, { seat_nos: [Number(seen.seat)], of: 3 }) },
  { route: "DELETE /api/shows/{id}/house-seats/{hold_id}", event: "places_released", fields: { places: [expect.any(Array), null] }, run: () => call("delete", `/api/shows/${show}/house-seats/${seen.group}`, 204) },
  { route: "PATCH /api/shows/{id}/bookings/{booking_id}/tickets/{ticket_id}", event: "ticket_renamed", run: async () => {
    const [ticket] = sql("gelora_booking", `SELECT id, 0 FROM tickets WHERE booking_id = ${seen.booking} ORDER BY id`)[0]!;
    await call("patch", `/api/shows/${show}/bookings/${seen.booking}/tickets/${ticket}`, 200, { name: "Nama Lain" });
  } },
  { route: "POST /api/shows/{id}/bookings/{booking_id}/notes", event: "booking_noted", fields: {}, run: () => call("post", `/api/shows/${show}/bookings/${seen.booking}/notes`, 201, { text: "Pembeli Rahasia menelepon" }) },
  { route: "POST /api/organisations/{id}/shows/{show_id}/postponement", event: "show_postponed", fields: { starts_at: [expect.any(String), expect.any(String)] }, run: async () => call("post", at(`shows/${show}/postponement`), 200, { starts_at_local: day(90) }) },
  { route: "POST /api/shows/{id}/cancellation", event: "show_cancelled", fields: { state: ["as_planned", "cancelled"], reason: [null, "Hujan"] }, run: () => call("post", `/api/shows/${show}/cancellation`, 202, { reason: "Hujan" }) },
  { route: "DELETE /api/messages/{id}", event: "message_deleted", run: async () => {
    const { id } = await call<{ id: string }>("post", `/api/shows/${show}/messages`, 201, words("Sia-sia"));
    await call("delete", `/api/messages/${id}`, 204);
  } },
  { route: "DELETE /api/organisations/{id}/concerts/{concert_id}", event: "concert_deleted", fields: { title: ["Sebentar", null] }, run: async () => {
    const { id } = await call<{ id: string }>("post", at("concerts"), 201, { title: "Sebentar", artist: "Uji", genre: "Pop" });
    await call("delete", at(`concerts/${id}`), 204);
  } },
];

// What leaves its trace elsewhere, or changes nothing that stays.
const elsewhere: Record<string, string> = {
  "POST /api/organisations/{id}/webhooks/{webhook_id}/tests": "in the webhook's deliveries",
  "POST /api/organisations/{id}/webhooks/{webhook_id}/deliveries/{delivery_id}/replays": "in the webhook's deliveries",
  "POST /api/shows/{id}/bookings/{booking_id}/receipts": "in the booking's history",
  "POST /api/shows/{id}/bookings/{booking_id}/cancel": "in the booking's history",
  "POST /api/shows/{id}/bookings/{booking_id}/seats": "places: booking_moved, in house_seats.test.ts",
  "POST /api/shows/{id}/counter-holds": "a part of the sale",
  "DELETE /api/shows/{id}/counter-holds/{hold_id}": "a part of the sale",
  "POST /api/shows/{id}/counter-sales": "in the list of sales",
  "POST /api/shows/{id}/message-audience": "changes nothing",
  "POST /api/shows/{id}/rehearsals": "changes nothing",
  "POST /api/messages/{id}/preview": "changes nothing",
  "POST /api/messages/{id}/pause": "message_paused, as message_begun",
  "POST /api/messages/{id}/resume": "message_sending, as message_begun",
  "POST /api/messages/{id}/cancel": "message_cancelled, as message_begun",
  "POST /api/shows/{id}/check-ins": "in the scans of the gate",
  "POST /api/shows/{id}/check-ins/batch": "in the scans of the gate",
};

test("every route by which an organisation changes something is in the table", () => {
  const fans = /\/(holds|watch|queue|queue\/me|waitlist)$/;
  const writing = routesOf("booking").filter(({ method, path }) => method !== "GET" && /^\/api\/(organisations|shows|messages)\//.test(path) && !fans.test(path)).map(({ method, path }) => `${method} ${path}`);
  expect(writing.filter((route) => !elsewhere[route] && !steps.some((step) => step.route === route))).toEqual([]);
});

describe("one entry, with before and after", () => {
  test.each(steps.map((step) => [step.route, step] as const))("%s", async (_, { run, event, fields }) => {
    const before = (await trail({ limit: "100" })).items.map(({ id }) => id);
    await run();
    const fresh = (await trail({ limit: "100" })).items.filter(({ id }) => !before.includes(id));
    const made = fresh.filter((one) => !(event !== "message_created" && one.event === "message_created") && !(event !== "concert_created" && one.event === "concert_created"));
    expect(made.map((one) => [one.event, one.by])).toEqual([[event, house.owner.id]]);
    if (fields && Object.keys(fields).length === 0) expect(made[0]!.fields).toEqual([]);
    else expect(fieldsOf(made[0]!)).toMatchObject(fields ?? {});
  });

  test("nothing is changed, nothing is told", async () => {
    const before = (await trail()).items[0]!.id;
    const { tax, reentry } = await call<Schemas["SellingRules"]>("get", `/api/shows/${show}/rules`, 200);
    await call("patch", `/api/shows/${show}/rules`, 200, { tax, reentry });
    await change_draft({ max_tickets_per_user: 3 });
    await call("delete", `/api/shows/${show}/promo-codes/${seen.code}`, 204);
    expect((await trail()).items[0]!.id).toBe(before);
  });

  test("a plan that is drawn on and on is one entry", async () => {
    const plan = (await call<{ id: string }>("post", at("plans"), 201, { name: "Lama", venue_id: seen.venue })).id;
    await call("put", at(`plans/${plan}/document`), 200, { ...drawn("Lama"), sections: [] }, version(0));
    await call("put", at(`plans/${plan}/document`), 200, drawn("Lama"), version(1));
    const drawing = (await trail({ topic: "halls" })).items.filter(({ subject }) => subject?.id === plan);
    expect(drawing.map(({ event }) => event)).toEqual(["plan_changed", "plan_created"]);
    expect(fieldsOf(drawing[0]!)).toMatchObject({ places: [0, 38] });
  });

  test("a plan is saved also when the last that was heard is of one that is gone", async () => {
    const [stays, goes] = await Promise.all(["Tetap", "Pergi"].map(async (name) => (await call<{ id: string }>("post", at("plans"), 201, { name, venue_id: seen.venue })).id));
    await call("delete", at(`plans/${goes}`), 204);
    await call("put", at(`plans/${stays}/document`), 200, drawn("Tetap"), version(0));
  });

  test("what the counter holds and gives back is a part of its sales, and not told here", async () => {
    const { show: own, house: counter } = await ownShow(`Loket ${randomUUID().slice(0, 6)}`);
    const client = counter.owner.client;
    const places = async () => (await trail({ topic: "places" }, client, counter.id)).items;
    const seats = (await freeSeats(own)).slice(0, 2);
    const { id } = (await client.post("/api/shows/{id}/counter-holds", { params: { id: own }, body: { seat_nos: seats } })).as(201);
    (await client.delete("/api/shows/{id}/counter-holds/{hold_id}", { params: { id: own, hold_id: id } })).as(204);
    expect(await places()).toEqual([]);
    (await client.post("/api/shows/{id}/house-seats", { params: { id: own }, body: { name: "Pers", seat_nos: seats } })).as(201);
    expect((await places()).map(({ event }) => event)).toEqual(["places_kept"]);
  });
});

test("nothing of it is a secret, or of a buyer", () => {
  const [all] = sql("gelora_booking", `SELECT GROUP_CONCAT(COALESCE(before_text, ''), after_text SEPARATOR '|'), 0 FROM catalogue_changes WHERE organisation_id = ${house.id}`)[0]!;
  expect(all!.length).toBeGreaterThan(1000);
  expect(secrets.size).toBeGreaterThan(4);
  for (const secret of secrets) expect(all).not.toContain(secret);
  expect(all).not.toMatch(/whsec_|[\w.]+@[\w]+\.\w/);
});

describe("who is told", () => {
  test("its owner and managers; nobody of another organisation, no gate, no box office", async () => {
    const rival = await newOrganisation("Lawan");
    const path = { params: { id: house.id } };
    const people = [await join(house, "box_office"), await join(house, "gate"), rival.owner, await newPerson()];
    for (const { client } of people) expect((await client.get("/api/organisations/{id}/changes", path)).status).toBe(404);
    expect((await createClient(url).get("/api/organisations/{id}/changes", path)).status).toBe(401);
    const { items, people: told } = await trail({}, (await join(house, "manager")).client);
    expect(items.length).toBeGreaterThan(20);
    expect(told.map(({ id }) => id)).toContain(house.owner.id);
    expect((await trail({}, rival.owner.client, rival.id)).items).toEqual([]);
  }, 60_000);

  test("a manager of one show is told of this one", async () => {
    const { client } = await join(house, "manager", [show]);
    const { items } = await trail({ limit: "100" }, client);
    expect(items.length).toBeGreaterThan(5);
    expect([...new Set(items.map((one) => one.show?.id))]).toEqual([show]);
    expect((await trail({ show_id: seen.draft! }, client)).items).toEqual([]);
  }, 30_000);
});

describe("filters and pages", () => {
  test("by show, topic, person and time", async () => {
    const of = async (query: Record<string, string>) => (await trail({ limit: "100", ...query })).items;
    expect(new Set((await of({ show_id: show })).map((one) => one.show!.id))).toEqual(new Set([show]));
    for (const topic of ["shows", "rules", "promo_codes", "halls", "messages", "webhooks", "bookings", "places"]) {
      const items = await of({ topic });
      expect([topic, [...new Set(items.map((one) => one.topic))]]).toEqual([topic, [topic]]);
    }
    expect(await of({ by: house.owner.id })).toEqual(await of({}));
    expect(await of({ by: "7" })).toEqual([]);
    const all = await of({}), middle = all[10]!.at;
    expect((await of({ to: middle })).every((one) => one.at < middle)).toBe(true);
    expect((await of({ from: middle })).length + (await of({ to: middle })).length).toBe(all.length);
    for (const query of [{ topic: "money" }, { cursor: "1.x.2" }, { cursor: "-" }, { by: "x" }, { limit: "0" }, { from: "yesterday" }]) expect((await owner.get("/api/organisations/{id}/changes", { params: { id: house.id }, query: query as never })).status).toBe(422);
  });

  test("page by page without gaps or doubles, while more happens", async () => {
    const all = (await trail({ limit: "100" })).items.map(({ id }) => id);
    for (const query of [{}, { show_id: show }, { by: house.owner.id }] as Record<string, string>[]) {
      const wanted = "show_id" in query ? (await trail({ limit: "100", ...query })).items.map(({ id }) => id) : all;
      const read: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page: Schemas["ChangeList"] = await trail({ ...query, limit: "4", ...(cursor && { cursor }) });
        read.push(...page.items.map(({ id }) => id));
        cursor = page.next_cursor;
        if (read.length === 8) await change_draft({ max_tickets_per_user: 2 + (Date.now() % 5) });
      }
      expect(read.filter((id) => wanted.includes(id))).toEqual(wanted);
      expect(new Set(read).size).toBe(read.length);
    }
  });
});

test("the team's own trail: roles before and after, keys and devices", async () => {
  const gate = await join(house, "gate");
  const person = { params: { id: house.id, user_id: gate.id } };
  (await owner.patch("/api/organisations/{id}/members/{user_id}", { ...person, body: { role: "manager", shows: [show] } })).as(200);
  const many = Array.from({ length: 12 }, (_, i) => String(7_301_444_403_200_000_000n + BigInt(i)));
  (await owner.patch("/api/organisations/{id}/members/{user_id}", { ...person, body: { role: "manager", shows: many } })).as(200);
  const { id: key_id, key } = (await owner.post("/api/organisations/{id}/api-keys", { params: { id: house.id }, body: { name: "Kasir", role: "box_office", days: 1 } })).as(201);
  (await owner.delete("/api/organisations/{id}/api-keys/{key_id}", { params: { id: house.id, key_id } })).as(204);
  (await owner.delete("/api/organisations/{id}/members/{user_id}", person)).as(204);
  const list = async (query: Record<string, string> = {}) => (await owner.get("/api/organisations/{id}/team-changes", { params: { id: house.id }, query: query as never })).as(200);
  const { items } = await eventually("it is chained", async () => { const page = await list(); return page.items[0]?.event === "member_removed" ? page : undefined; });
  const all = { role: "gate", show_ids: [], show_count: null }, one = { role: "manager", show_ids: [show], show_count: 1 }, dozen = { role: "manager", show_ids: [], show_count: 12 };
  const counter = { role: "box_office", show_ids: [], show_count: null };
  expect(items.slice(0, 6).map(({ event, before, after }) => [event, before, after])).toEqual([
    ["member_removed", dozen, null],
    ["api_key_revoked", counter, null],
    ["api_key_created", null, counter],
    ["role_changed", one, dozen],
    ["role_changed", all, one],
    ["invitation_accepted", null, all],
  ]);
  expect(items[0]).toMatchObject({ user: gate.id, by: house.owner.id, by_name: expect.any(String), user_name: expect.any(String) });
  expect(items[1]!.machine).toBe(key_id);
  expect(JSON.stringify(items)).not.toContain(key);
  expect((await list({ by: gate.id })).items.map(({ event }) => event)).toEqual(["invitation_accepted"]);
  const { next_cursor } = await list({ limit: "2" });
  expect((await list({ limit: "2", cursor: next_cursor! })).items.map(({ id }) => id)).toEqual(items.slice(2, 4).map(({ id }) => id));
  for (const role of ["box_office", "gate"] as const) expect((await (await join(house, role)).client.get("/api/organisations/{id}/team-changes", { params: { id: house.id } })).status).toBe(404);
  expect((await (await join(house, "manager", [show])).client.get("/api/organisations/{id}/team-changes", { params: { id: house.id } })).status).toBe(404);
}, 60_000);
