// Organisers draw seating plans: what is drawn becomes a show with seats that are held, a version never changes, nothing of two people who
// draw the same plan is lost, and a broken document is told all its faults.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { eventually, newBuyer, sql } from "./buyers.js";
import { box, drawnPlan, rowOf, type Document } from "./drawn_plan.js";
import { newOrganisation } from "./organisers.js";
import { createClient, type Answer, type Client } from "../support/client.js";
import { url } from "./users_steps.js";
import type { components } from "../../web/src/contract/booking.js";

type Schemas = components["schemas"];
type Plan = Schemas["OrganisationPlan"];
const anyone = createClient(url);
let organisation: string, organiser: Client, venue: Schemas["Venue"];
const at = (path: string) => `/api/organisations/${organisation}/${path}`;
const body = <T>(answer: Answer, status: number) => {
  if (answer.status !== status) throw new Error(`${answer.request}: ${answer.status}, not ${status}: ${answer.text.slice(0, 2000)}`);
  return answer.body as T;
};
const version = (number: number) => ({ "If-Match": `"${number}"` });
const faults = (answer: Answer) => (answer.body as { errors: { pointer: string; code: string }[] }).errors.map(({ code, pointer }) => `${code} ${pointer}`);
const clone = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;

const drawn = () => drawnPlan(`Aula ${randomUUID().slice(0, 6)}`);
const newPlan = async (name = "Baru") => body<Plan>(await organiser.call("post", at("plans"), { body: { name, venue_id: venue.id } }), 201);
const save = (plan: Plan, document: object, over = plan.version) => organiser.call("put", at(`plans/${plan.id}/document`), { body: document, headers: version(over) });
const publish = (plan: Plan) => organiser.call("post", at(`plans/${plan.id}/versions`), { headers: version(plan.version) });
const imported = (document: object) => organiser.call("post", `${at("plan-imports")}?venue_id=${venue.id}`, { body: document });
const documentOf = async (plan: Plan, format = "gelora") => body<Document>(await organiser.call("get", `${at(`plans/${plan.id}/document`)}?format=${format}`), 200);
const offered = async () => body<{ items: Schemas["SeatingPlan"][] }>(await organiser.call("get", at("seating-plans")), 200).items;

async function showIn(plan: Schemas["SeatingPlan"]): Promise<Schemas["OrganisationShowDraft"]> {
  const concert = body<{ id: string }>(await organiser.call("post", at("concerts"), { body: { title: "Malam", artist: "Penguji", genre: "Pop", description: { id: "Malam.", en: "Night." } } }), 201);
  const zones = plan.zones.map(({ zone_no }) => ({ zone_no, price_minor: 100_000, fee_minor: 5_000 }));
  const date = `${new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)}T19:30`;
  const { items } = body<{ items: Schemas["OrganisationShowDraft"][] }>(await organiser.call("post", at(`concerts/${concert.id}/shows`), { body: { plan_id: plan.id, dates: [date], zones } }), 201);
  return body(await organiser.call("put", at(`shows/${items[0]!.id}/publication`)), 200);
}

beforeAll(async () => {
  const made = await newOrganisation("Juru Gambar");
  [organisation, organiser] = [made.id, made.owner.client];
  venue = body(await organiser.call("post", at("venues"), { body: { name: "Aula Barat", city: "Bandung", address: "Jl. Ganesa 10", timezone: "Asia/Jakarta" } }), 201);
});

test("a plan is drawn, published, sold in, and drawn on while the show stays as it was", async () => {
  const begun = await newPlan();
  expect(begun).toMatchObject({ places: 0, versions: 0, published: false, version: 0, venue });
  expect(begun.faults.map(({ code }) => code)).toEqual(["no-places"]);
  expect(faults(await publish(begun))).toEqual(["no-places "]);

  const document = drawn();
  const saved = body<Plan>(await save(begun, document), 200);
  expect(saved).toMatchObject({ name: document.name, places: 38, faults: [], version: 1, published: false });
  const published = body<Plan>(await publish(saved), 201);
  expect(published).toMatchObject({ versions: 1, published: true });
  expect(body<Plan>(await publish(saved), 201).versions).toBe(1);

  const first = (await offered()).find(({ name }) => name === document.name)!;
  expect(first).toMatchObject({ version_no: 1, capacity: 38, venue });
  const show = await showIn(first);
  const seating = await eventually("its seats", async () => { const answer = await anyone.call("get", `/api/shows/${show.id}/seating/rows`); return answer.status === 200 ? answer.body as Schemas["SeatingByRows"] : undefined; });
  expect(seating.zones.map(({ name }) => name)).toEqual(["VIP", "Lantai"]);
  expect(seating.zones[0]!.sections![0]!.rows[1]).toMatchObject({ name: "B", accessible: [0], companion: [1] });
  expect(seating.texts).toEqual(document.texts);
  const buyer = newBuyer();
  const held = await eventually("a hold", async () => { const one = await buyer.post("/api/shows/{id}/holds", { params: { id: show.id }, body: { seat_nos: [0, 1] } }); return one.status === 201 ? one.as(201) : undefined; });
  expect(held.seats.map(({ label }) => label)).toEqual(["Tengah · A-1", "Tengah · A-2"]);

  const smaller = clone(document);
  smaller.sections[0]!.rows.pop();
  const changed = body<Plan>(await save(saved, smaller), 200);
  expect(changed).toMatchObject({ version: 2, published: false, places: 36 });
  const second = body<Plan>(await publish(changed), 201);
  expect(second.versions).toBe(2);
  const { history } = body<Schemas["OrganisationPlanWithHistory"]>(await organiser.call("get", at(`plans/${begun.id}`)), 200);
  expect(history.map(({ number, places }) => [number, places])).toEqual([[2, 36], [1, 38]]);
  expect((await offered()).filter(({ name }) => name === document.name).map(({ version_no }) => version_no)).toEqual([2]);
  expect((await anyone.call("get", `/api/shows/${show.id}/seating/rows`)).body).toEqual(seating);
  const change = await organiser.call("patch", at(`shows/${show.id}`), { body: { max_tickets_per_user: 2, plan_id: first.id }, headers: version(1) });
  expect(body<Schemas["OrganisationShowDraft"]>(change, 200).plan.id).toBe(first.id);
  expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM seating_plans WHERE draft_id = ${begun.id}`)[0]![0]).toBe("2");
});

test("of two who save the same plan the second is told, and nothing is lost", async () => {
  const begun = await newPlan();
  const mine = drawn(), theirs = drawn();
  const both = await Promise.all([save(begun, mine), save(begun, theirs)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const [kept, late] = [both.find(({ status }) => status === 200)!, both.find(({ status }) => status === 412)!];
  expect(late.slug).toBe("changed-meanwhile");
  expect((late.body as { current: Plan }).current).toEqual(kept.body);
  expect(late.headers.get("ETag")).toBe('"1"');
  expect((await documentOf(begun)).name).toBe((kept.body as Plan).name);
  const lost = late === both[0] ? mine : theirs;
  const copy = await newPlan(lost.name);
  expect(body<Plan>(await save(copy, lost), 200).places).toBe(38);
  expect((await organiser.call("put", at(`plans/${begun.id}/document`), { body: mine })).slug).toBe("if-match-missing");
  expect((await organiser.call("post", at(`plans/${begun.id}/versions`), { headers: version(0) })).status).toBe(412);
});

test("a broken document is told all its faults, and nothing of it is saved", async () => {
  const plans = async () => body<{ items: Plan[] }>(await organiser.call("get", at("plans")), 200).items.length;
  const before = await plans();
  const broken = drawn();
  broken.zones[0]!.colour = "red";
  broken.sections[0]!.rows[0]!.seats[3]![0] = "1";
  broken.sections[0]!.rows[1]!.seats[1] = ["2", 101, 65];
  broken.sections.push({ name: "Kiri", zone: "tak-ada", outline: box(0, 0, 9, 9), rows: [{ name: "A", seats: [] }] });
  const refused = await imported({ ...broken, color: 1 });
  expect([refused.status, refused.slug]).toEqual([422, "plan-has-faults"]);
  expect(faults(refused)).toEqual(["unknown-member /color", "not-a-colour /zones/0/colour", "duplicate-seat /sections/0/rows/0/seats/3", "unknown-zone /sections/1/zone", "empty-row /sections/1/rows/0/seats", "overlapping-seats /sections/0/rows/1/seats/1"]);
  expect(await plans()).toBe(before);

  const plan = await newPlan();
  const unreadable = await save(plan, { ...drawn(), sections: [{ name: 1 }] });
  expect(faults(unreadable)).toEqual(["wrong-type /sections/0/name", "missing /sections/0/zone", "missing /sections/0/outline", "missing /sections/0/rows", "empty-zone /zones/0"]);
  const draft = body<Plan>(await save(plan, broken), 200);
  expect(draft.faults.length).toBe(5);
  expect(faults(await publish(draft)).length).toBe(5);
});

test("plans go out and come back in our format and in pretix's", async () => {
  const document = drawn();
  const made = body<Plan>(await imported(document), 201);
  expect(await documentOf(made)).toEqual(document);
  const there = await documentOf(made, "pretix");
  expect(there).toMatchObject({ name: document.name, categories: [{ name: "VIP", color: "#b3124e" }], size: { width: 1200, height: 900 } });
  const back = body<Plan>(await imported(there), 201);
  expect(back).toMatchObject({ places: 8, faults: [] });
  const again = await documentOf(back);
  expect(again.sections.map(({ name, rows }) => [name, rows.map((row) => [row.name, row.seats.map(([label, x, y]) => [label, x / 3, y / 3])])])).toEqual(
    document.sections.map(({ name, rows }) => [name, rows.map((row) => [row.name, row.seats.map(([label, x, y]) => [label, x, y])])]),
  );
  const copy = body<Plan>(await organiser.call("post", at(`plans/${made.id}/copies`), { body: { name: "Salinan" } }), 201);
  expect(await documentOf(copy)).toEqual({ ...document, name: "Salinan" });
});

test("the plans and venues of others are nowhere", async () => {
  const plan = await newPlan();
  const rival = await newOrganisation("Saingan");
  for (const path of [`plans/${plan.id}`, `plans/${plan.id}/document`]) {
    expect((await rival.owner.client.call("get", at(path))).status, path).toBe(404);
    expect((await rival.owner.client.call("get", `/api/organisations/${rival.id}/${path}`)).status, path).toBe(404);
  }
  const theirs = await rival.owner.client.call("post", `/api/organisations/${rival.id}/plans`, { body: { name: "x", venue_id: venue.id } });
  expect((theirs.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(["/venue_id"]);
  const saved = body<Plan>(await save(plan, drawn()), 200);
  body(await publish(saved), 201);
  const mine = (await offered()).find(({ name }) => name === saved.name)!;
  const seen = body<{ items: { id: string }[] }>(await rival.owner.client.call("get", `/api/organisations/${rival.id}/seating-plans`), 200).items;
  expect(seen.map(({ id }) => id)).not.toContain(mine.id);
  const concert = body<{ id: string }>(await rival.owner.client.call("post", `/api/organisations/${rival.id}/concerts`, { body: { title: "x", artist: "x", genre: "x" } }), 201);
  const stolen = await rival.owner.client.call("post", `/api/organisations/${rival.id}/concerts/${concert.id}/shows`, { body: { plan_id: mine.id, dates: ["2038-01-01T20:00"], zones: [] } });
  expect((stolen.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toContain("/plan_id");
});

test("a stadium of 50,000 seats is saved and published", async () => {
  const stadium: Document = { ...drawn(), width: 6000, height: 6000, sections: [] };
  for (let i = 0; i < 100; i += 1) {
    const [left, top] = [100 + (i % 10) * 550, 100 + Math.floor(i / 10) * 580];
    stadium.sections.push({ name: `Blok ${i + 1}`, zone: "vip", outline: box(left - 8, top - 8, left + 258, top + 250), rows: Array.from({ length: 20 }, (_, r) => rowOf(String(r + 1), top + r * 12.5, 25, left)) });
  }
  const plan = await newPlan("Stadion");
  const started = performance.now();
  const saved = body<Plan>(await save(plan, stadium), 200);
  const after = performance.now();
  expect(saved).toMatchObject({ places: 50_030, faults: [] });
  body(await publish(saved), 201);
  const done = performance.now();
  console.log(`50,000 seats (${(JSON.stringify(stadium).length / 1e6).toFixed(2)} MB): saved in ${Math.round(after - started)} ms, published in ${Math.round(done - after)} ms`);
  const foreign = await documentOf(plan, "pretix");
  expect(JSON.stringify(foreign).length).toBeGreaterThan(4 * 1024 * 1024);
  expect(body<Plan>(await imported(foreign), 201)).toMatchObject({ places: 50_000, faults: [] });
  const large = await organiser.call("put", at(`plans/${plan.id}/document`), { body: { ...stadium, texts: "x".repeat(4 * 1024 * 1024) }, headers: version(1) });
  expect([large.status, large.slug]).toEqual([413, "content-too-large"]);
});

test("a plan that no show is in is deleted with its versions; one that is used stays", async () => {
  const drafted = await newPlan("Buang");
  const kept = body<Plan>(await save(await newPlan(), drawn()), 200);
  body(await publish(kept), 201);
  const spare = body<Plan>(await save(await newPlan(), drawn()), 200);
  body(await publish(spare), 201);
  await showIn((await offered()).find(({ name }) => name === kept.name)!);
  for (const { id } of [drafted, spare]) expect((await organiser.call("delete", at(`plans/${id}`))).status).toBe(204);
  expect((await organiser.call("delete", at(`plans/${kept.id}`))).slug).toBe("plan-in-use");
  const left = body<{ items: Plan[] }>(await organiser.call("get", at("plans")), 200).items.map(({ id }) => id);
  expect(left).toContain(kept.id);
  for (const { id } of [drafted, spare]) expect(left).not.toContain(id);
  expect((await offered()).map(({ name }) => name)).not.toContain(spare.name);
});

test("a venue of one's own is changed, and the pages of its shows with it; its time zone stays once shows are planned", async () => {
  const own = body<Schemas["Venue"]>(await organiser.call("post", at("venues"), { body: { name: "Balai", city: "Bandung", address: "Jl. Satu 1", timezone: "Asia/Jakarta" } }), 201);
  const change = (more: object, id = own.id) => organiser.call("put", at(`venues/${id}`), { body: { name: "Balai", city: "Bandung", address: "Jl. Satu 1", timezone: "Asia/Jakarta", ...more } });
  expect(body<Schemas["Venue"]>(await change({ timezone: "Asia/Makassar" }), 200).timezone).toBe("Asia/Makassar");
  body(await change({}), 200);
  const begun = body<Plan>(await organiser.call("post", at("plans"), { body: { name: "Balai", venue_id: own.id } }), 201);
  const ready = body<Plan>(await save(begun, drawn()), 200);
  body(await publish(ready), 201);
  const show = await showIn((await offered()).find(({ name }) => name === ready.name)!);
  body(await change({ name: "Balai Agung", city: "Cimahi" }), 200);
  await eventually("the page says so", async () => ((await anyone.call("get", `/api/shows/${show.id}`)).text.includes("Balai Agung") ? true : undefined));
  await eventually("it is found by its new city", async () => ((await anyone.call("get", "/api/concerts?city=Cimahi")).text.includes(show.concert_id) ? true : undefined));
  expect(((await change({ timezone: "Asia/Jayapura", name: "Balai Agung", city: "Cimahi" })).body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(["/timezone"]);
  const { items } = body<{ items: { id: string; own: boolean }[] }>(await organiser.call("get", at("venues")), 200);
  expect(items.find(({ id }) => id === own.id)!.own).toBe(true);
  const everybodys = items.find((one) => !one.own)!;
  expect((await change({}, everybodys.id)).status).toBe(404);
});
