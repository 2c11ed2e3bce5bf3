// How many may stand in a zone: changed while people buy, never below what is taken, and told everywhere.
import { beforeAll, describe, expect, test } from "vitest";
import type { components } from "../../web/src/contract/booking.js";
import type { Client } from "../support/client.js";
import { eventually, newBuyer, runStack, sql } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import { ownShow } from "./own_show.js";
import { choose, pay, until } from "./payer.js";

type Zone = components["schemas"]["ZoneCapacity"];
type Kind = { kind: string };
const bothKinds = (zones: Kind[]) => ["seated", "standing"].every((one) => zones.some(({ kind }) => kind === one));

let show: string, zone: string, planned: number, seated: string;
let house: { id: string; owner: Person };
let owner: Client;

const zonesOf = async (id = show) => (await owner.get("/api/shows/{id}/capacities", { params: { id } })).as(200).items;
const now = async () => (await zonesOf()).find(({ zone_id }) => zone_id === zone)!;
const put = (capacity: unknown, was: unknown, client = owner, zone_id = zone, id = show) => client.call("put", `/api/shows/${id}/zones/${zone_id}/capacity`, { body: { capacity, was } });
const becomes = async (capacity: number) => {
  const answer = await put(capacity, (await now()).capacity);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as Zone;
};
const hold = (client: Client, quantity: number) => client.post("/api/shows/{id}/holds", { params: { id: show }, body: { standing: [{ zone_id: zone, quantity }] } });
const keep = (quantity: number) => owner.post("/api/shows/{id}/house-seats", { params: { id: show }, body: { name: "Panitia", standing: [{ zone_id: zone, quantity }] }, key: "auto" });
const available = async () => (await newBuyer().get("/api/shows/{id}/availability", { params: { id: show } })).as(200).zones.find(({ zone_id }) => zone_id === zone)!.available;
const page = async () => (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200);
const entries = () => sql("gelora_booking", `SELECT HEX(places), user_id FROM journal WHERE show_id = ${show} AND kind = 29 ORDER BY version`);
const taken = () => Number(sql("gelora_booking", `SELECT COUNT(*), 0 FROM seat_claims WHERE show_id = ${show}`)[0]![0]);
const lowest = ({ sold, held, house: kept }: Pick<Zone, "sold" | "held" | "house">) => sold + held + kept;
const audit = () => expect(runStack("audit", show)).toContain("0 with a contradiction");

beforeAll(async () => {
  ({ show, house } = await ownShow("Izin Keramaian", bothKinds));
  owner = house.owner.client;
  const { zones } = await page();
  seated = zones.find(({ kind }) => kind === "seated")!.id;
  zone = zones.find(({ kind }) => kind === "standing")!.id;
  planned = (await now()).plan_capacity;
}, 60_000);

test("no capacity is set while an instance of an older release serves, which would sell the plan's", async () => {
  const asIt = (owner_of: string) => sql("gelora_booking", `UPDATE instances SET capacity_owner = ${owner_of} WHERE alive_until_us > 0`);
  asIt("''"); // as an older one leaves it
  try {
    expect((await put(planned - 1, planned)).status).toBe(503);
    expect((await now()).capacity).toBe(planned);
  } finally {
    asIt("owner");
  }
});

describe("a standing zone", () => {
  test("has fewer places by its organiser's word, and everybody is told", async () => {
    const before = await now();
    expect(before).toMatchObject({ capacity: planned, sold: 0, held: 0, house: 0, free: planned });
    expect((await zonesOf()).map(({ zone_id }) => zone_id)).not.toContain(seated);
    const all = (await owner.get("/api/shows/{id}/sales", { params: { id: show } })).as(200).capacity;

    expect(await becomes(40)).toEqual({ ...before, capacity: 40, free: 40 });
    const trail = (await owner.get("/api/organisations/{id}/changes", { params: { id: house.id }, query: { topic: "places" } })).as(200);
    expect(trail.items[0]).toMatchObject({ event: "capacity_changed", by: house.owner.id, fields: [{ field: "capacity", of: before.name, before: planned, after: 40 }] });
    expect(await available().then((free) => free <= planned)).toBe(true);
    await eventually("fans see it", async () => ((await available()) === 40 ? true : undefined));
    await eventually("the page tells it", async () => ((await page()).zones.find(({ id }) => id === zone)!.capacity === 40 ? true : undefined));
    const sales = (await owner.get("/api/shows/{id}/sales", { params: { id: show } })).as(200);
    expect([sales.capacity, sales.zones.find(({ id }) => id === zone)!.capacity]).toEqual([all - planned + 40, 40]);
    const mine = (await owner.get("/api/organisations/{id}/shows", { params: { id: house.id } })).as(200).items.find(({ id }) => id === show)!;
    expect([mine.capacity, mine.free]).toEqual([all - planned + 40, all - planned + 40]);
    const { slug } = (await page()).concert;
    expect((await newBuyer().get("/api/concerts/{id}", { params: { id: slug } })).as(200).shows[0]!.capacity).toBe(all - planned + 40);
    audit();
  });

  test("is refused below what is sold, held and kept, with the numbers, and its last places are handed out to nobody", async () => {
    const fan = await newPerson();
    const held = (await hold(fan.client, 3)).as(201);
    const booking = (await fan.client.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
    await choose((await pay(fan.client, booking)).checkout_url, "pay");
    await until(fan.client, booking.id, "confirmed");
    (await hold(newBuyer(), 2)).as(201);
    (await keep(4)).as(201);
    const refused = await put(8, 40);
    expect(refused.slug).toBe("capacity-below-sold");
    expect(refused.body).toMatchObject({ status: 409, capacity: 40, sold: 3, held: 2, house: 4, detail: "3 are sold, 2 held and 4 kept: 9 is the lowest possible." });
    expect(await becomes(9)).toMatchObject({ capacity: 9, free: 0 });
    expect((await hold(newBuyer(), 1)).as(409)).toMatchObject({ available: 0 });
    expect((await keep(1)).status).toBe(409);
    expect((await owner.post("/api/shows/{id}/counter-holds", { params: { id: show }, body: { standing: [{ zone_id: zone, quantity: 1 }] } })).status).toBe(409);
    await becomes(10);
    (await hold(newBuyer(), 1)).as(201);
    expect((await hold(newBuyer(), 1)).status).toBe(409);
    audit();
  });

  test("keeps the change of who was first, and the same again changes nothing", async () => {
    const { capacity } = await becomes(30);
    const before = entries();
    for (const was of [capacity, 40]) expect((await put(30, was)).body).toMatchObject({ capacity: 30 });
    const late = await put(25, 40);
    expect(late.slug).toBe("changed-meanwhile");
    expect(late.body).toMatchObject({ status: 412, current: { zone_id: zone, capacity: 30, plan_capacity: planned } });
    expect(entries()).toEqual(before);
    expect(before.at(-1)![1]).toBe(house.owner.id);
    const answers = await Promise.all([21, 22, 23, 24].map((wish) => put(wish, 30)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect(entries()).toHaveLength(before.length + 1);
    expect((await now()).capacity).toBe((answers.find(({ status }) => status === 200)!.body as Zone).capacity);
    const [deed] = sql("gelora_booking", `SELECT detail, by_id FROM deeds WHERE show_id = ${show} AND kind = 29 ORDER BY version DESC LIMIT 1`);
    expect(JSON.parse(deed![0]!)).toMatchObject({ zone_id: zone, before: 30, after: (await now()).capacity });
    audit();
  });

  test.each([
    ["above the plan", () => planned + 1],
    ["negative", () => -1],
    ["half a place", () => 10.5],
    ["a text", () => "10"],
    ["nothing", () => null],
  ])("is no number that is %s", async (_, capacity) => {
    const answer = await put(capacity(), (await now()).capacity);
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: "/capacity", message: `must be a whole number from 0 to ${planned}` }] });
  });

  test("is standing: of seats, house seats are kept instead", async () => {
    const { capacity } = (await page()).zones.find(({ id }) => id === seated)!;
    expect((await put(capacity, capacity, owner, seated)).body).toMatchObject({ status: 422, errors: [{ pointer: "/capacity", message: expect.stringContaining("seated") }] });
    expect((await owner.call("put", `/api/shows/${show}/zones/${zone}/capacity`, { body: { capacity: 1, was: 1, more: 1 } })).status).toBe(422);
  });

  test("is its own organisation's to change, and of who may manage this show", async () => {
    const rival = await newOrganisation("Izin Sebelah");
    const others = [rival.owner, await newPerson(), await join(house, "gate"), await join(house, "box_office"), await join(house, "manager", ["7000000000000000001"])];
    for (const { client } of others) {
      expect((await put(1, 1, client)).status).toBe(404);
      expect((await client.call("get", `/api/shows/${show}/capacities`)).status).toBe(404);
    }
    const manager = await join(house, "manager", [show]);
    const { capacity } = await now();
    expect((await put(capacity, capacity, manager.client)).status).toBe(200);
  });

  test("outlives a killed service", async () => {
    const { capacity } = await now();
    runStack("kill", "booking-service");
    runStack("wait", "booking-service");
    const after = await eventually("its desk is open", async () => {
      const answer = await owner.call("get", `/api/shows/${show}/capacities`);
      return answer.status === 200 ? (answer.body as { items: Zone[] }).items.find(({ zone_id }) => zone_id === zone) : undefined;
    });
    expect(after.capacity).toBe(capacity);
    expect(after.free).toBe(capacity - lowest(after));
    await eventually("fans see the same", async () => ((await available()) === after.free ? true : undefined));
    audit();
  });
});

describe("while 32 buyers hold at once", () => {
  test.each(["first", "in between", "last"])("it is set %s, and never more are taken than it says", async (when) => {
    for (let round = 0; round < 5; ++round) {
      await becomes(planned);
      const before = await now();
      const wish = lowest(before) + round * 4; // some rounds it is possible only when few were faster
      const asks: (() => Promise<{ status: number; body: unknown }>)[] = Array.from({ length: 32 }, () => () => hold(newBuyer(), 1));
      asks.splice({ first: 0, "in between": 16, last: 32 }[when]!, 0, () => put(wish, planned));
      const answers = await Promise.all(asks.map((ask) => ask()));
      const set = answers.find(({ body }) => (body as object) && ("plan_capacity" in (body as object) || "sold" in (body as object)))!;
      const after = await now();
      const made = answers.filter(({ status }) => status === 201).length;
      expect(lowest(after)).toBe(lowest(before) + made);
      expect(taken()).toBe(lowest(after));
      if (set.status === 200) {
        expect(after.capacity).toBe(wish);
        expect(lowest(after)).toBeLessThanOrEqual(wish);
        expect(after.free).toBe(wish - lowest(after));
      } else {
        expect(set.status).toBe(409);
        expect(lowest(set.body as Zone)).toBeGreaterThan(wish);
        expect(made).toBe(32);
      }
    }
    audit();
  });
});

test("what comes back is offered to those who wait", async () => {
  await becomes(lowest(await now()));
  await eventually("sold out", async () => ((await available()) === 0 ? true : undefined));
  const fan = newBuyer();
  expect((await fan.call("post", `/api/shows/${show}/waitlist`, { body: { zone_id: zone, quantity: 2 } })).status).toBe(201);
  const { capacity } = await now();
  await becomes(capacity + 2);
  const entry = await eventually("they are offered", async () => (await fan.get("/api/waitlist")).as(200).items.find(({ status }) => status === "offered"));
  expect(entry.quantity).toBe(2);
  expect((await now()).free).toBe(0);
  audit();
});

describe("of a draft", () => {
  test("it is there when it is published, goes with copies, and not with another plan", async () => {
    const at = (path: string) => `/api/organisations/${house.id}/${path}`;
    const made = async <T>(method: "get" | "put" | "post" | "patch" | "delete", path: string, ask?: object) => {
      const answer = await owner.call(method, path, ask);
      expect(answer.status, answer.text).toBeLessThan(300);
      return answer.body as T;
    };
    const { items: plans } = await made<{ items: components["schemas"]["SeatingPlan"][] }>("get", at("seating-plans"));
    const stood = plans.filter(({ zones }) => zones.some(({ kind }) => kind === "standing")).sort((a, b) => a.capacity - b.capacity);
    const prices = (plan: (typeof plans)[number]) => plan.zones.map(({ zone_no }) => ({ zone_no, price_minor: 100_000, fee_minor: 5_000 }));
    const concert = await made<{ id: string }>("post", at("concerts"), { body: { title: "Izin Awal", artist: "Penguji", genre: "Pop", description: { id: "Malam.", en: "Night." } } });
    const day = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T19:30`;
    const draft = (await made<{ items: { id: string }[] }>("post", at(`concerts/${concert.id}/shows`), { body: { plan_id: stood[0]!.id, dates: [day(60)], zones: prices(stood[0]!) } })).items[0]!.id;
    const [first] = await zonesOf(draft);
    expect(first).toMatchObject({ capacity: first!.plan_capacity, sold: 0, held: 0, house: 0, free: first!.plan_capacity });
    const wish = first!.plan_capacity - 5;
    expect((await put(wish, first!.capacity, owner, first!.zone_id, draft)).body).toMatchObject({ capacity: wish, free: wish });
    expect((await put(wish, first!.capacity, owner, first!.zone_id, draft)).status).toBe(200); // asked again
    expect((await put(1, first!.capacity, owner, first!.zone_id, draft)).body).toMatchObject({ status: 412, current: { capacity: wish } });
    expect((await put(wish, wish, (await newOrganisation("Izin Lain")).owner.client, first!.zone_id, draft)).status).toBe(404);

    const [copy, moved] = (await made<{ items: { id: string; version: number }[] }>("post", at(`shows/${draft}/copies`), { body: { dates: [day(61), day(62)] } })).items;
    expect((await zonesOf(copy!.id))[0]).toMatchObject({ capacity: wish });
    await made("patch", at(`shows/${moved!.id}`), { body: { plan_id: stood[1]!.id, zones: prices(stood[1]!) }, headers: { "If-Match": `"${moved!.version}"` } });
    for (const one of await zonesOf(moved!.id)) expect(one.capacity).toBe(one.plan_capacity);

    await made("put", at(`shows/${draft}/publication`));
    const sold = await eventually("it is on sale", async () => {
      const answer = await newBuyer().call("get", `/api/shows/${draft}`);
      return answer.status === 200 ? (answer.body as components["schemas"]["Show"]) : undefined;
    });
    expect(sold.zones.find(({ id }) => id === first!.zone_id)!.capacity).toBe(wish);
    expect((await zonesOf(draft))[0]).toMatchObject({ capacity: wish, free: wish });
    expect((await put(wish - 1, wish, owner, first!.zone_id, draft)).status).toBe(200);
    expect(runStack("audit", draft)).toContain("0 with a contradiction");

    await made("delete", at(`shows/${draft}/publication`)); // a draft again: nothing was sold
    await eventually("it is withdrawn", async () => ((await newBuyer().call("get", `/api/shows/${draft}`)).status === 404 ? true : undefined));
    expect((await put(wish - 2, wish - 1, owner, first!.zone_id, draft)).status).toBe(200);
    expect(runStack("audit", draft)).toContain("0 with a contradiction");
    await made("put", at(`shows/${draft}/publication`));
    await eventually("it is on sale again", async () => ((await newBuyer().call("get", `/api/shows/${draft}`)).status === 200 ? true : undefined));
    expect((await put(wish - 3, wish - 2, owner, first!.zone_id, draft)).status).toBe(200);
    expect(runStack("audit", draft)).toContain("0 with a contradiction");
  });
});
