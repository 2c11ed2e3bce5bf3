// What organisers do to places and tickets: house seats are kept and let go in steps, a buyer gets other seats, a ticket another name.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../support/client.js";
import { createClient } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, seatStates, sql, url, userOf } from "./buyers.js";
import { join, newPerson, type Person } from "./organisers.js";
import { ownShow } from "./own_show.js";
import { choose, pay, until } from "./payer.js";
import { waitForMail } from "./users_steps.js";

let show: string, elsewhere: string;
let house: { id: string; owner: Person };
let manager: Person, rival: Client;

beforeAll(async () => {
  ({ show, house } = await ownShow("Kursi Simpanan"));
  manager = await join(house, "manager");
  const other = await ownShow("Rumah Sebelah");
  elsewhere = other.show;
  rival = other.house.owner.client;
}, 60_000);

const at = (id = show) => ({ params: { id } });
const group = (hold_id: string, id = show) => ({ params: { id, hold_id } });
const keep = (seat_nos: number[], name = "Sponsor", key = "auto") => manager.client.post("/api/shows/{id}/house-seats", { ...at(), body: { name, seat_nos }, key });
const list = async () => (await manager.client.get("/api/shows/{id}/house-seats", at())).as(200);
const letGo = (id: string, seat_nos: number[], of: number) => manager.client.post("/api/shows/{id}/house-seats/{hold_id}/release", { ...group(id), body: { seat_nos, of } });
const letAllGo = (id: string) => manager.client.delete("/api/shows/{id}/house-seats/{hold_id}", group(id));
const hold = (client: Client, seat_nos: number[]) => client.post("/api/shows/{id}/holds", { ...at(), body: { seat_nos } });
const becomes = (seat: number, state: number) => eventually(`seat ${seat} is ${state}`, async () => ((await seatStates(show))[seat] === state ? true : undefined));
const audit = () => expect(runStack("audit", show)).toContain("0 with a contradiction");
const some = async (count: number, from = 0) => (await freeSeats(show)).slice(from, from + count);

async function holder(seat_nos: number[], names: string[] = []) {
  const person = await newPerson();
  const held = (await hold(person.client, seat_nos)).as(201);
  const attendees = names.map((name, i) => ({ seat_no: seat_nos[i]!, name }));
  const booking = (await person.client.post("/api/bookings", { body: { hold_id: held.id, attendees } })).as(201);
  const payment = await pay(person.client, booking);
  await choose(payment.checkout_url, "pay");
  return { ...person, booking: await until(person.client, booking.id, "confirmed"), payment };
}

describe("house seats", () => {
  test("are not free to fans, outlive a killed service, and are free in the fans' map when they are let go", async () => {
    const seats = await some(4);
    const kept = (await keep(seats)).as(201);
    expect(kept).toMatchObject({ name: "Sponsor", by: manager.id, standing: [] });
    expect(kept.seats.map(({ seat_no }) => seat_no)).toEqual(seats);
    await becomes(seats[0]!, 1);
    expect((await hold(newBuyer(), [seats[1]!])).as(409)).toMatchObject({ seat_nos: [seats[1]] });

    runStack("kill", "booking-service");
    runStack("wait", "booking-service");
    expect((await hold(newBuyer(), [seats[1]!])).status).toBe(409);
    expect((await list()).groups).toMatchObject([{ id: kept.id, name: "Sponsor" }]);

    for (const answer of [await letGo(kept.id, [seats[0]!, seats[1]!], 4), await letGo(kept.id, [seats[0]!, seats[1]!], 4)]) expect(answer.status).toBe(204); // asked again: nothing more goes
    await becomes(seats[0]!, 0);
    (await hold(newBuyer(), [seats[1]!])).as(201);
    expect((await hold(newBuyer(), [seats[2]!])).status).toBe(409);
    expect((await letGo(kept.id, [seats[0]!], 2)).as(409)).toMatchObject({ seat_nos: [seats[0]] });
    expect((await letGo(kept.id, [seats[2]!], 4)).status).toBe(409); // somebody else let some go meanwhile
    for (const answer of [await letAllGo(kept.id), await letAllGo(kept.id)]) expect(answer.status).toBe(204);
    await becomes(seats[3]!, 0);

    const now = await list();
    expect(now.groups).toEqual([]);
    expect(now.history.map(({ what, places }) => [what, places.length])).toEqual([["let_go", 2], ["let_go", 2], ["kept", 4]]);
    expect(now.people).toMatchObject([{ id: manager.id }]);
    audit();
  }, 60_000);

  test("of one seat that twenty fans want at the same time: exactly one of them all has it", async () => {
    for (let round = 0; round < 10; ++round) {
      const [seat] = (await some(1)) as [number];
      const fans = Array.from({ length: 20 }, () => () => hold(newBuyer(), [seat]));
      const everybody = [...fans];
      everybody.splice(round * 2, 0, () => keep([seat], `Ronde ${round}`) as never);
      const answers = await Promise.all(everybody.map((ask) => ask()));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(20).fill(409)]);
      expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM seat_claims WHERE show_id = ${show} AND seat_no = ${seat}`)[0]![0]).toBe("1");
    }
    audit();
  }, 60_000);

  test("all or none, with one key once, more than a fan may have, before and after a sale", async () => {
    const seats = await some(8);
    (await hold(newBuyer(), [seats[7]!])).as(201);
    expect((await keep(seats)).as(409)).toMatchObject({ seat_nos: [seats[7]] });
    const key = randomUUID();
    const first = await keep(seats.slice(0, 7), "Pers", key);
    expect((await keep(seats.slice(0, 7), "Pers", key)).text).toBe(first.text);
    expect((await keep(seats.slice(0, 7), "Lain", key)).slug).toBe("idempotency-key-reused");
    (await letAllGo(first.as(201).id)).as(204);

    sql("gelora_booking", `UPDATE shows SET opens_at_us = opens_at_us + 86400000000, revision = revision + 1 WHERE id = ${show}`);
    await eventually("the sale is not open", async () => ((await hold(newBuyer(), [seats[1]!])).slug === "sale-not-open" ? true : undefined));
    const early = (await keep([seats[0]!], "Panitia")).as(201);
    sql("gelora_booking", `UPDATE shows SET opens_at_us = opens_at_us - 86400000000, revision = revision + 1 WHERE id = ${show}`);
    await eventually("it is open again", async () => ((await hold(newBuyer(), [seats[2]!])).status === 201 ? true : undefined));
    (await letAllGo(early.id)).as(204);
    for (const name of ["", "   ", "x".repeat(61)]) expect((await keep([seats[0]!], name)).status).toBe(422);
    audit();
  }, 60_000);

  test("are counted apart in the sales", async () => {
    const seats = await some(3);
    const { id } = (await keep(seats)).as(201);
    const sales = (await manager.client.get("/api/shows/{id}/sales", at())).as(200);
    const all = (await list()).groups.flatMap((one) => one.seats).length;
    expect(sales.house).toBe(all);
    expect(sales.zones.reduce((sum, zone) => sum + zone.house, 0)).toBe(all);
    (await letAllGo(id)).as(204);
  });

  test("are out of reach of strangers, of other shows, and of the fan that their organiser is", async () => {
    const [seat] = (await some(1)) as [number];
    const { id } = (await keep([seat])).as(201);
    for (const stranger of [rival, newBuyer()]) {
      expect((await stranger.get("/api/shows/{id}/house-seats", at())).status).toBe(404);
      expect((await stranger.post("/api/shows/{id}/house-seats", { ...at(), body: { name: "x", seat_nos: [seat] } })).status).toBe(404);
      expect((await stranger.delete("/api/shows/{id}/house-seats/{hold_id}", group(id))).status).toBe(404);
    }
    expect((await rival.delete("/api/shows/{id}/house-seats/{hold_id}", group(id, elsewhere))).status).toBe(404);
    expect((await manager.client.get("/api/holds/{id}", { params: { id } })).status).toBe(404);
    expect((await manager.client.delete("/api/holds/{id}", { params: { id } })).status).toBe(404);
    expect((await manager.client.post("/api/bookings", { body: { hold_id: id } })).status).toBeGreaterThanOrEqual(404);
    const fans = (await hold(newBuyer(), await some(1))).as(201);
    expect((await letAllGo(fans.id)).status).toBe(404);
    await becomes(seat, 1);
    (await letAllGo(id)).as(204);
  });

  test("that are let go are offered to who waits", async () => {
    const free = await some(1_000_000);
    for (let i = 0; i < free.length; i += 500) (await keep(free.slice(i, i + 500), `Semua ${i}`)).as(201);
    const { zones } = (await createClient(url).get("/api/shows/{id}", at())).as(200);
    const standing = zones.filter(({ kind }) => kind === "standing");
    for (const zone of standing) {
      for (let left = zone.capacity; left > 0; left -= 500)
        await manager.client.post("/api/shows/{id}/house-seats", { ...at(), body: { name: "Berdiri", standing: [{ zone_id: zone.id, quantity: Math.min(500, left) }] } });
    }
    const fan = newBuyer();
    await eventually("there is a line", async () => ((await fan.call("post", `/api/shows/${show}/waitlist`, { body: { quantity: 1 } })).status === 201 ? true : undefined));
    const [first] = (await list()).groups.filter(({ seats }) => seats.length > 0) as [Awaited<ReturnType<typeof list>>["groups"][number]];
    (await letGo(first.id, [first.seats[0]!.seat_no!], first.seats.length + first.standing.reduce((sum, { quantity }) => sum + quantity, 0))).as(204);
    await eventually("the seat is offered", async () => ((await fan.get("/api/waitlist")).as(200).items[0]?.status === "offered" ? true : undefined));
    expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM holds WHERE user_id = ${userOf(fan)} AND status = 1`)[0]![0]).toBe("1");
    for (const one of (await list()).groups) (await letAllGo(one.id)).as(204);
    audit();
  }, 60_000);
});

describe("a buyer who is moved", () => {
  const move = (booking_id: string, moves: { from: number; to: number }[], by = manager.client, id = show) => by.post("/api/shows/{id}/bookings/{booking_id}/seats", { params: { id, booking_id }, body: { moves } });
  const scan = async (code: string) => (await manager.client.post("/api/shows/{id}/check-ins", { ...at(), body: { code, gate: "Utara", scan_id: randomUUID() } })).as(200);

  test("has new tickets for the other seats and a mail with them; the old codes are dead at once", async () => {
    const [a, b, c, d] = (await some(4)) as [number, number, number, number];
    const fan = await holder([a, b], ["Ayu Lestari", "Bima Sakti"]);
    const before = new Map(fan.booking.tickets!.map((ticket) => [ticket.seat_no, ticket]));
    const moved = (await move(fan.booking.id, [{ from: a, to: c }, { from: b, to: d }])).as(200);
    expect(moved.lines.map(({ seat_no }) => seat_no).sort()).toEqual([c, d].sort());
    expect(moved.tickets.filter(({ status }) => status === "valid").map(({ seat_no, name }) => [seat_no, name])).toEqual([[c, "Ayu Lestari"], [d, "Bima Sakti"]]);
    expect(moved.history.find(({ what }) => what === "moved")).toMatchObject({ by: manager.id, places: { length: 2 }, to: { length: 2 } });
    expect((await move(fan.booking.id, [{ from: a, to: c }, { from: b, to: d }])).status).toBe(200); // asked again
    await Promise.all([becomes(a, 0), becomes(c, 2)]);

    expect(await scan(before.get(a)!.code)).toMatchObject({ result: "refused", reason: "void" });
    const mine = (await fan.client.get("/api/bookings/{id}", { params: { id: fan.booking.id } })).as(200);
    expect(mine.total).toEqual(fan.booking.total);
    expect(mine.tickets!.map(({ seat_no, status }) => [seat_no, status])).toEqual([[c, "valid"], [d, "valid"]]);
    expect(await scan(mine.tickets![0]!.code)).toMatchObject({ result: "admitted", name: "Ayu Lestari" });
    expect((await waitForMail(fan.account.email, /dipindah|moved/i)).text).toContain(mine.tickets![0]!.label);

    expect((await move(fan.booking.id, [{ from: c, to: a }])).as(409)).toMatchObject({ seat_nos: [c] }); // somebody came in by it
    (await hold(newBuyer(), [a])).as(201);
    audit();
  }, 60_000);

  test("is moved within the zone, to free seats, all or none, by who may", async () => {
    const free = await some(1_000_000);
    const { zones } = (await createClient(url).get("/api/shows/{id}/seating", at())).as(200);
    const zoneAt = (seat: number) => zones.findIndex((zone) => (zone.sections ?? []).some(({ rows }) => rows.some(({ seats }) => seats.some(({ seat_no }) => seat_no === seat))));
    const [a, b] = free as [number, number];
    const dearer = free.find((seat) => zoneAt(seat) !== zoneAt(a));
    const [same] = free.slice(4).filter((seat) => zoneAt(seat) === zoneAt(a)) as [number];
    const fan = await holder([a]);
    const somebody = await holder([b]);
    if (dearer !== undefined) expect((await move(fan.booking.id, [{ from: a, to: dearer }])).as(409)).toMatchObject({ type: expect.stringMatching("other-zone"), seat_nos: [dearer] });
    expect((await move(fan.booking.id, [{ from: a, to: b }])).as(409)).toMatchObject({ type: expect.stringMatching("seats-taken"), seat_nos: [b] });
    expect((await move(fan.booking.id, [{ from: b, to: same }])).as(409)).toMatchObject({ type: expect.stringMatching("seats-not-movable") });
    for (const by of [rival, newBuyer(), fan.client]) expect((await move(fan.booking.id, [{ from: a, to: same }], by)).status).toBe(404);
    expect((await move(fan.booking.id, [{ from: a, to: same }], rival, elsewhere)).status).toBe(404);
    expect((await move(fan.booking.id, [{ from: a, to: 4_000_000 }])).status).toBe(422);
    expect((await move(fan.booking.id, [])).status).toBe(422);
    (await manager.client.post("/api/refunds", { body: { payment_id: somebody.payment.id, reason: "x" } })).as(201);
    await eventually("refunded", async () => ((await somebody.client.get("/api/bookings/{id}", { params: { id: somebody.booking.id } })).as(200).status === "refunded" ? true : undefined));
    expect((await move(somebody.booking.id, [{ from: b, to: same }])).slug).toBe("seats-not-movable");
    audit();
  }, 60_000);

  test("keeps the sums of the sale, counted anew as well", async () => {
    const counted = () =>
      eventually("all is counted", async () => {
        const [[version]] = sql("gelora_booking", `SELECT version FROM show_leases WHERE show_id = ${show}`) as [[string]];
        const now = (await manager.client.get("/api/shows/{id}/sales", at())).as(200);
        return now.version >= Number(version) ? now : undefined;
      });
    const [a, b] = (await some(2)) as [number, number];
    const fan = await holder([a]);
    const before = await counted();
    (await move(fan.booking.id, [{ from: a, to: b }])).as(200);
    const after = await counted();
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
    sql("gelora_booking", `DELETE FROM sales_slots WHERE show_id = ${show}; DELETE FROM sales_funnel WHERE show_id = ${show}; DELETE FROM sales_counted WHERE show_id = ${show}`);
    expect({ ...(await counted()), version: 0 }).toEqual({ ...before, version: 0 });
  }, 60_000);

  test("is somebody else by name, where the organiser says so: on the list of the gate as well", async () => {
    const [a] = (await some(1)) as [number];
    const fan = await holder([a], ["Ayu Lestari"]);
    const ticket = fan.booking.tickets![0]!;
    const name = `Sari ${randomUUID().slice(0, 8)}`;
    const rename = (by: Client, ticket_id: string, to: string) => by.patch("/api/shows/{id}/bookings/{booking_id}/tickets/{ticket_id}", { params: { id: show, booking_id: fan.booking.id, ticket_id }, body: { name: to } });
    for (const by of [rival, fan.client]) expect((await rename(by, ticket.id, name)).status).toBe(404);
    expect((await rename(manager.client, "7000000000000000001", name)).status).toBe(404);
    for (const bad of ["  ", "Ayu\nBima", "Ayu\u0007"]) expect((await rename(manager.client, ticket.id, bad)).body).toMatchObject({ errors: [{ pointer: "/name" }] });
    const renamed = (await rename(manager.client, ticket.id, ` ${name} `)).as(200);
    expect(renamed.history.at(-1)).toMatchObject({ what: "renamed", before: "Ayu Lestari", after: name, by: manager.id });
    const found = (await manager.client.get("/api/shows/{id}/bookings", { ...at(), query: { q: name } })).as(200).items;
    expect(found).toMatchObject([{ id: fan.booking.id, names: [name] }]);
    expect((await manager.client.get("/api/shows/{id}/attendees", { ...at(), query: { q: name } })).as(200).items).toHaveLength(1);
    expect(await scan(ticket.code)).toMatchObject({ result: "admitted", name });
    expect((await rename(manager.client, ticket.id, "Budi")).slug).toBe("no-valid-ticket");

    (await fan.client.delete("/api/users/{id}", { params: { id: "me" } })).as(204);
    await eventually("the names are forgotten", async () => (sql("gelora_booking", `SELECT COUNT(*), 0 FROM deeds WHERE booking_id = ${fan.booking.id} AND detail LIKE '%${name}%'`)[0]![0] === "0" ? true : undefined));
    audit();
  }, 60_000);
});
