// The rehearsal of a sale: a made-up crowd at a copy of the show. It leaves nothing behind, and says the same twice.
import { beforeAll, expect, test } from "vitest";
import type { components } from "../../web/src/contract/booking.js";
import type { Client } from "../support/client.js";
import { newBuyer, sql } from "./buyers.js";
import { join, newPerson } from "./organisers.js";
import { ownShow } from "./own_show.js";

type Wish = components["schemas"]["RehearsalWish"];
type Found = components["schemas"]["Rehearsal"];

let show: string, owner: Client, places: number;
let house: Awaited<ReturnType<typeof ownShow>>["house"];

const play = async (body: Wish, client = owner): Promise<Found> => (await client.post("/api/shows/{id}/rehearsals", { params: { id: show }, body })).as(200);
const fansOf = ({ fans }: Found) => Object.values(fans).reduce((sum, count) => sum + count, 0);
const tables = ["holds", "seat_claims", "bookings", "tickets", "journal", "outbox", "room_entries"];
const rows = () => tables.map((table) => sql("gelora_booking", `SELECT COUNT(*), 0 FROM ${table}${table === "outbox" ? "" : ` WHERE show_id = ${show}`}`)[0]![0]);

beforeAll(async () => {
  ({ show, house } = await ownShow("Gladi Bersih"));
  owner = house.owner.client;
  const { zones } = (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200);
  places = zones.reduce((sum, { capacity }) => sum + capacity, 0);
});

test("a crowd buys out the show, everybody ends somewhere, and nothing of it is anywhere", async () => {
  const before = rows();
  const found = await play({ fans: places });
  expect(found).toMatchObject({ show_id: show, places, crowd: { fans: places, within_s: 1800, paying_percent: 90, seed: 1 }, settings: { waiting_room: null }, queue: null });
  expect(fansOf(found)).toBe(places);
  expect(found.sold_out_s).toBeGreaterThanOrEqual(found.nearly_gone_s!);
  expect(found.tickets).toBeGreaterThan(places * 0.95);
  expect(found.takings.amount_minor).toBeGreaterThan(0);
  expect(found.moments.length).toBeGreaterThan(30);
  for (const { free, held, sold } of found.moments) expect(free + held + sold).toBe(places);
  const { machine } = found; // what this instance measures goes on
  expect(await play({ fans: places, machine })).toEqual(found);
  expect((await play({ fans: places, seed: 2, machine })).moments).not.toEqual(found.moments);
  expect(rows()).toEqual(before);
});

test("a waiting room may be tried before it is opened: fewer take places from each other, and it says how long they wait", async () => {
  const all = await play({ fans: 4 * places });
  expect(all.advice.map(({ about }) => about)).toContain("open_room");
  const few = await play({ fans: 4 * places, settings: { waiting_room: { shoppers: 20 }, hold_ttl_s: 300, max_tickets_per_user: 2 } });
  expect(few.settings).toEqual({ waiting_room: { shoppers: 20, turn_s: 600 }, hold_ttl_s: 300, max_tickets_per_user: 2 });
  expect(few.clashes).toBeLessThan(all.clashes / 2);
  expect(few.queue!.longest).toBeGreaterThan(places);
  expect(few.queue!.wait_p95_s).toBeGreaterThanOrEqual(few.queue!.wait_median_s);
  expect(few.tickets).toBeLessThanOrEqual(2 * few.fans.served);
});

test("what is sold and kept stays so, and nobody gets it", async () => {
  const seats = (await newBuyer().get("/api/shows/{id}/seating", { params: { id: show } })).as(200).zones.flatMap(({ sections = [] }) => sections.flatMap(({ rows: all }) => all.flatMap((row) => row.seats)));
  const kept = seats.slice(0, 6).map(({ seat_no }) => seat_no);
  (await owner.post("/api/shows/{id}/house-seats", { params: { id: show }, body: { name: "Sponsor", seat_nos: kept }, key: "auto" })).as(201);
  expect((await play({ fans: 500 })).places).toBe(places - kept.length);
});

test("a draft is rehearsed as well, by what is written in it", async () => {
  const made = await owner.call("post", `/api/organisations/${house.id}/shows/${show}/copies`, { body: { dates: ["2027-05-01T19:00"] } });
  expect(made.status, made.text).toBe(201);
  const draft = (made.body as { items: { id: string }[] }).items[0]!.id;
  expect((await owner.call("put", `/api/shows/${draft}/waiting-room`, { body: { shoppers: 7 } })).status).toBe(200);
  const answer = await owner.call("post", `/api/shows/${draft}/rehearsals`, { body: { fans: 50 } });
  expect(answer.status, answer.text).toBe(200);
  const found = answer.body as Found;
  expect([found.places, fansOf(found), found.settings.waiting_room]).toEqual([places, 50, { shoppers: 7, turn_s: 600 }]);
});

test("who rehearses waits for the end of it before the next", async () => {
  const many = await Promise.all(Array.from({ length: 4 }, () => owner.call("post", `/api/shows/${show}/rehearsals`, { body: { fans: 50_000 } })));
  const statuses = many.map(({ status }) => status).sort();
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
  await play({ fans: 5 });
});

test("of whom it is not, it is not there; gate and counter do not rehearse", async () => {
  for (const role of ["gate", "box_office"] as const) expect((await (await join(house, role)).client.call("post", `/api/shows/${show}/rehearsals`, { body: { fans: 5 } })).status).toBe(404);
  expect((await (await newPerson()).client.call("post", `/api/shows/${show}/rehearsals`, { body: { fans: 5 } })).status).toBe(404);
});

test.each([
  [{}, ["/fans"]],
  [{ fans: 0, within_s: 1, paying_percent: 101, seed: -1 }, ["/fans", "/within_s", "/paying_percent", "/seed"]],
  [{ fans: 100_001, people: 3 }, ["/fans", "/people"]],
  [{ fans: 5, settings: { waiting_room: { shoppers: 0, turn_s: 5, seats: 1 }, hold_ttl_s: 1, colour: "red" } }, ["/settings/waiting_room/shoppers", "/settings/waiting_room/turn_s", "/settings/waiting_room/seats", "/settings/hold_ttl_s", "/settings/colour"]],
  [{ fans: 5, settings: 3, machine: "fast" }, ["/settings", "/machine"]],
  [{ fans: 5, machine: { commit_us: 0, row_us: -1, disk: 1 } }, ["/machine/commit_us", "/machine/row_us", "/machine/disk"]],
])("a wish that cannot be is refused with every fault: %j", async (body, pointers) => {
  const answer = await owner.call("post", `/api/shows/${show}/rehearsals`, { body });
  expect(answer.status).toBe(422);
  expect((answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort()).toEqual([...pointers].sort());
});
