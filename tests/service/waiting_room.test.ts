// Shows that sell through a waiting room: nobody holds without a turn, numbers are called in order, the draw can be checked by anybody.
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, sql, url, userOf } from "./buyers.js";
import { newPerson, type Person } from "./organisers.js";
import { ownShow } from "./own_show.js";

const anyone = createClient(url);
const at = (id: string) => ({ params: { id } });
async function set(owner: Client, id: string, shoppers: number, more: object = {}) {
  const answer = await owner.call("put", `/api/shows/${id}/waiting-room`, { body: { shoppers, ...more } });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return answer.body;
}
const board = async (id: string) => (await anyone.get("/api/shows/{id}/queue", at(id))).as(200);
const enter = (buyer: Client, id: string) => buyer.post("/api/shows/{id}/queue", at(id));
const mine = async (buyer: Client, id: string) => (await buyer.get("/api/shows/{id}/queue/me", at(id))).as(200);
const leave = (buyer: Client, id: string) => buyer.delete("/api/shows/{id}/queue/me", at(id));
const hold = (buyer: Client, id: string) => buyer.post("/api/shows/{id}/holds", { ...at(id), body: { best_available: { quantity: 1 } } });
const has = (buyer: Client, id: string, state: string) => eventually(`it is ${state}`, async () => ((await mine(buyer, id)).state === state ? true : undefined));
const inForce = (id: string) => eventually("the room is there", async () => ((await anyone.get("/api/shows/{id}/queue", at(id))).status === 200 ? true : undefined));

async function withRoom(name: string, shoppers: number, more: object = {}) {
  const { show, house } = await ownShow(name);
  await set(house.owner.client, show, shoppers, more);
  await inForce(show);
  return { show, owner: house.owner };
}

const openIn = (show: string, in_s: number) => sql("gelora_booking", `UPDATE shows SET opens_at_us = (UNIX_TIMESTAMP(NOW(6)) + ${in_s}) * 1000000, revision = revision + 1 WHERE id = ${show}`);
/** Moves the sale's opening, as the clock would. */
async function opens(show: string, in_s: number) {
  openIn(show, in_s);
  await eventually("that is known", async () => {
    const left = Date.parse((await board(show)).opens_at) - Date.now();
    return Math.abs(left - in_s * 1000) < 10_000 ? true : undefined;
  });
}

describe("a room of one", () => {
  let show: string, owner: Person;
  beforeAll(async () => {
    ({ show, owner } = await withRoom("Antre Satu", 1));
  }, 60_000);

  test("nobody holds without a turn, whoever has one holds, and a booking ends it", async () => {
    const [first, second, outsider] = [newBuyer(), newBuyer(), newBuyer()];
    expect((await hold(outsider, show)).as(403)).toMatchObject({ type: "https://gelora.dev/problems/waiting-room", join_url: `/shows/${show}/queue` });
    expect(await mine(outsider, show)).toEqual({ show_id: show, state: "none", entry: null, number: null, joined_at: null, turn_ends_at: null });

    const entered = (await enter(first, show)).as(201);
    expect((await enter(first, show)).as(200).entry).toBe(entered.entry); // another tab
    await has(first, show, "admitted");
    (await enter(second, show)).as(201);
    const held = (await hold(first, show)).as(201);
    expect((await hold(second, show)).status).toBe(403);
    expect((await mine(second, show)).state).toBe("waiting");
    const place = await mine(second, show);
    expect(place.number).toBe((await mine(first, show)).number! + 1);
    await eventually("everybody sees how far it is", async () => ((await board(show)).admitted_through === place.number! - 1 ? true : undefined));

    (await first.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
    expect((await mine(first, show)).state).toBe("none");
    expect((await hold(first, show)).status).toBe(403);
    await has(second, show, "admitted");
    (await hold(second, show)).as(201);
    expect(Date.parse((await mine(second, show)).turn_ends_at!) - Date.now()).toBeGreaterThan(500_000);
    expect((await leave(second, show)).status).toBe(204);
    expect((await leave(second, show)).status).toBe(204);
    expect((await hold(second, show)).status).toBe(403);
    expect(runStack("audit", show)).toContain("0 with a contradiction");
  }, 60_000);

  test("a place is kept when the service dies", async () => {
    const [shopper, waiter] = [newBuyer(), newBuyer()];
    await enter(shopper, show);
    await has(shopper, show, "admitted");
    const before = (await enter(waiter, show)).as(201);
    runStack("kill", "booking-service");
    runStack("wait", "booking-service");
    expect(await mine(waiter, show)).toEqual(before);
    expect((await mine(shopper, show)).state).toBe("admitted");
    expect((await hold(waiter, show)).status).toBe(403);
    (await hold(shopper, show)).as(201);
    await leave(shopper, show);
    await has(waiter, show, "admitted");
    await leave(waiter, show);
  }, 60_000);

  test("thirty at the same moment: one is in, and only that one holds", async () => {
    const fans = Array.from({ length: 30 }, newBuyer);
    const entries = await Promise.all(fans.map(async (fan) => (await enter(fan, show)).as(201)));
    expect(new Set(entries.map(({ entry }) => entry)).size).toBe(30);
    expect(new Set(entries.map(({ number }) => number)).size).toBe(30);
    await eventually("one has a turn", async () => ((await Promise.all(fans.map((fan) => mine(fan, show)))).some(({ state }) => state === "admitted") ? true : undefined));
    const statuses = await Promise.all(fans.map(async (fan) => (await hold(fan, show)).status));
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 403)).toHaveLength(29);
    const [lowest] = entries.map(({ number }) => number!).sort((a, b) => a - b);
    expect(entries[statuses.indexOf(201)]!.number).toBe(lowest);
    await Promise.all(fans.map((fan) => leave(fan, show)));
  }, 60_000);

  test("whoever is called and lets the time pass stands at the end when they enter again", async () => {
    const fan = newBuyer();
    await enter(fan, show);
    await has(fan, show, "admitted");
    const { number } = await mine(fan, show);
    sql("gelora_booking", `UPDATE room_calls SET called_at_us = called_at_us - 601000000 WHERE show_id = ${show}`);
    runStack("kill", "booking-service"); // reads it again
    runStack("wait", "booking-service");
    expect((await mine(fan, show)).state).toBe("ended");
    expect((await hold(fan, show)).status).toBe(403);
    const again = (await enter(fan, show)).as(201);
    expect(again.number).toBeGreaterThan(number!);
    await has(fan, show, "admitted");
    await leave(fan, show);
  }, 60_000);

  test("is switched off, and everybody buys; and on again, with those who were called", async () => {
    const fan = newBuyer();
    expect((await hold(fan, show)).status).toBe(403);
    expect((await owner.client.delete("/api/shows/{id}/waiting-room", at(show))).status).toBe(204);
    await eventually("everybody may buy", async () => ((await hold(fan, show)).status === 201 ? true : undefined));
    await eventually("the board is gone", async () => ((await anyone.get("/api/shows/{id}/queue", at(show))).status === 404 ? true : undefined));
    expect((await enter(fan, show)).status).toBe(404);
    expect((await owner.client.get("/api/shows/{id}/waiting-room", at(show))).as(200).settings).toBeNull();
    await set(owner.client, show, 1);
    await inForce(show);
    await eventually("it counts again", async () => ((await hold(newBuyer(), show)).status === 403 ? true : undefined));
  }, 60_000);
});

test("the draw: who is there when the sale opens has a number that anybody can compute; who comes later stands behind", async () => {
  const { show, house } = await ownShow("Undian Antre");
  openIn(show, 3_600);
  await set(house.owner.client, show, 2, { gathers_s: 86_400 });
  await inForce(show);
  expect(await board(show)).toMatchObject({ state: "gathering", arrived: 0, drawn: 0, seed: null, root: null });
  const { commitment } = await board(show);
  const fans = Array.from({ length: 12 }, newBuyer);
  for (const fan of fans) expect((await enter(fan, show)).as(201)).toMatchObject({ state: "gathering", number: null });
  expect((await hold(fans[0]!, show)).as(409)).toHaveProperty("opens_at");
  await leave(fans[11]!, show);
  expect((await anyone.get("/api/shows/{id}/queue/draw", at(show))).status).toBe(404);
  await opens(show, 1);
  await eventually("it is drawn", async () => ((await board(show)).state === "open" ? true : undefined));
  const late = newBuyer();
  const behind = (await enter(late, show)).as(201);
  expect(behind.number).toBe(13);

  const now = await board(show);
  const draw = await eventually("the draw is shown", async () => {
    const answer = await anyone.get("/api/shows/{id}/queue/draw", at(show));
    return answer.status === 200 ? answer.as(200) : undefined;
  });
  const sha = (hex: string) => createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");
  expect(draw).toMatchObject({ seed: now.seed, root: now.root, commitment });
  expect(sha(draw.seed)).toBe(commitment);
  expect(sha(draw.entries.join(""))).toBe(draw.root);
  const order = [...draw.entries].sort((a, b) => (sha(draw.seed + draw.root + a) < sha(draw.seed + draw.root + b) ? -1 : 1));
  for (const fan of fans.slice(0, 11)) {
    const place = await mine(fan, show);
    expect(order.indexOf(place.entry!) + 1).toBe(place.number);
  }
  const places = await Promise.all(fans.slice(0, 11).map((fan) => mine(fan, show)));
  const first = places.filter(({ number }) => number! <= 3).map(({ state }) => state); // one of those numbers may be of who left
  expect(first.filter((state) => state === "admitted").length).toBeGreaterThan(0);
  expect(now.drawn).toBe(12);
  expect((await mine(fans[11]!, show)).state).toBe("none");
}, 60_000);

test("before it gathers nobody enters, and the organiser's settings are checked", async () => {
  const { show, house } = await ownShow("Antre Nanti");
  const owner = house.owner.client;
  expect((await anyone.get("/api/shows/{id}/queue", at(show))).status).toBe(404);
  expect((await enter(newBuyer(), show)).status).toBe(404);
  const faults = async (body: object) => ((await owner.call("put", `/api/shows/${show}/waiting-room`, { body })).body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort();
  expect(await faults({})).toEqual(["/shoppers"]);
  expect(await faults({ shoppers: 0, turn_s: 59, gathers_s: 86_401, colour: "red" })).toEqual(["/colour", "/gathers_s", "/shoppers", "/turn_s"]);
  expect(await faults({ shoppers: 1_000_001 })).toEqual(["/shoppers"]);
  const stranger = await newPerson();
  expect((await stranger.client.call("put", `/api/shows/${show}/waiting-room`, { body: { shoppers: 5 } })).status).toBe(404);
  expect(await set(owner, show, 500, { turn_s: 300, gathers_s: 1_800 })).toEqual({ show_id: show, settings: { shoppers: 500, turn_s: 300, gathers_s: 1_800 }, arrived: 0, waiting: 0, admitted: 0, per_minute: null });
  await inForce(show);
  await opens(show, 7_200);
  const closed = await board(show);
  expect(closed).toMatchObject({ state: "closed", turn_s: 300 });
  expect((await enter(newBuyer(), show)).as(409)).toMatchObject({ type: "https://gelora.dev/problems/queue-not-open", gathers_at: closed.gathers_at });
  expect((await anyone.get("/api/shows/{id}", at(show))).as(200).waiting_room).toEqual({ gathers_at: closed.gathers_at });
}, 60_000);

test("is over when the sale is", async () => {
  const { show } = await withRoom("Antre Usai", 5);
  const fan = newBuyer();
  await enter(fan, show);
  await has(fan, show, "admitted");
  sql("gelora_booking", `UPDATE shows SET closes_at_us = UNIX_TIMESTAMP(NOW(6)) * 1000000, revision = revision + 1 WHERE id = ${show}`);
  await eventually("it is over", async () => ((await board(show)).state === "over" ? true : undefined));
  expect((await enter(newBuyer(), show)).as(409).type).toBe("https://gelora.dev/problems/sale-closed");
  expect((await hold(fan, show)).as(409).type).toBe("https://gelora.dev/problems/sale-closed");
}, 60_000);

test("nobody is called while nothing is free", async () => {
  const { show, owner } = await withRoom("Antre Habis", 100);
  const seats = await freeSeats(show);
  const { zones } = (await anyone.get("/api/shows/{id}", at(show))).as(200);
  const standing = zones.filter(({ kind }) => kind === "standing").map(({ id, capacity }) => ({ zone_id: id, quantity: capacity }));
  for (let i = 0; i < seats.length; i += 100)
    (await owner.client.post("/api/shows/{id}/house-seats", { ...at(show), body: { name: "Semua", seat_nos: seats.slice(i, i + 100) } })).as(201);
  for (const one of standing) for (let left = one.quantity; left > 0; left -= 100) (await owner.client.post("/api/shows/{id}/house-seats", { ...at(show), body: { name: "Semua", standing: [{ zone_id: one.zone_id, quantity: Math.min(100, left) }] } })).as(201);
  const fan = newBuyer();
  (await enter(fan, show)).as(201);
  const { groups } = (await owner.client.get("/api/shows/{id}/house-seats", at(show))).as(200);
  await eventually("it is drawn", async () => ((await board(show)).state === "open" ? true : undefined));
  const until = Date.now() + 2_500; // two seconds in which somebody would be called
  while (Date.now() < until) expect((await mine(fan, show)).state).not.toBe("admitted");
  expect((await board(show)).free).toBe(0);
  expect((await owner.client.delete("/api/shows/{id}/house-seats/{hold_id}", { params: { id: show, hold_id: groups[0]!.id } })).status).toBe(204);
  await has(fan, show, "admitted");
}, 90_000);

test("erasing an account leaves the entry, which the draw needs, and nobody in it", async () => {
  const { show } = await withRoom("Antre Lupa", 1);
  const person = await newPerson();
  const entered = (await enter(person.client, show)).as(201);
  const exported = sql("gelora_booking", `SELECT HEX(mark), user_id FROM room_entries WHERE show_id = ${show}`);
  expect(exported).toEqual([[entered.entry!.toUpperCase(), userOf(person.client)]]);
  const gone = await person.client.delete("/api/users/{id}", { params: { id: person.id } });
  expect(gone.status, gone.text).toBe(204);
  await eventually("nobody is in it", async () => (sql("gelora_booking", `SELECT COUNT(user_id), COUNT(*) FROM room_entries WHERE show_id = ${show}`)[0]!.join() === "0,1" ? true : undefined));
}, 60_000);
