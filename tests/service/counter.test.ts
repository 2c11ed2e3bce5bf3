// Sales on the spot: places are held for whoever stands at the counter, sold for cash or given away, printed, and refunded there.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, seatStates, sql, userOf } from "./buyers.js";
import { join, type Person } from "./organisers.js";
import { ownShow } from "./own_show.js";
import { waitForMail } from "./users_steps.js";

let show: string;
let house: { id: string; owner: Person };
let seller: Person, other: Person;

beforeAll(async () => {
  ({ show, house } = await ownShow("Loket"));
  [seller, other] = [await join(house, "box_office"), await join(house, "box_office")];
}, 60_000);

const at = () => ({ params: { id: show } });
const some = async (count: number) => (await freeSeats(show)).slice(0, count);
const holdAt = (seat_nos: number[], who = seller) => who.client.post("/api/shows/{id}/counter-holds", { ...at(), body: { seat_nos } });
const groups = async (who = seller) => (await who.client.get("/api/shows/{id}/counter-holds", at())).as(200).groups;
const letGo = (hold_id: string, who = seller) => who.client.delete("/api/shows/{id}/counter-holds/{hold_id}", { params: { id: show, hold_id } });
type Sale = { group_id: string; method: "cash" | "card" | "complimentary"; total_minor: number; seat_nos?: number[]; reason?: string; buyer?: { name?: string; email?: string; locale?: "id" | "en" } };
const sell = (body: Sale, who = seller, key = "auto") => who.client.post("/api/shows/{id}/counter-sales", { ...at(), body, key });
const sales = async (who = seller) => (await who.client.get("/api/shows/{id}/counter-sales", at())).as(200);
const becomes = (seat: number, state: number) => eventually(`seat ${seat} is ${state}`, async () => ((await seatStates(show))[seat] === state ? true : undefined));
const audit = () => expect(runStack("audit", show)).toContain("0 with a contradiction");
const keep = (body: { name: string; seat_nos: number[]; until?: string }) => house.owner.client.post("/api/shows/{id}/house-seats", { ...at(), body });
const hold = (client: Client, seat_nos: number[]) => client.post("/api/shows/{id}/holds", { ...at(), body: { seat_nos } });
const from = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

async function sold(count: number, more: Partial<Sale> = {}) {
  const seats = await some(count);
  const held = (await holdAt(seats)).as(201);
  return { seats, held, sale: (await sell({ group_id: held.id, method: "cash", total_minor: held.total.amount_minor, ...more })).as(201) };
}

describe("at the counter", () => {
  test("places are held for ten minutes, above a fan's limit, told with their price, and let go by whoever holds them", async () => {
    const seats = await some(12);
    const held = (await holdAt(seats)).as(201);
    expect(held).toMatchObject({ name: "", by: seller.id });
    expect(Date.parse(held.until!) - Date.now()).toBeGreaterThan(9 * 60_000);
    expect(held.total.amount_minor).toBe(held.seats.reduce((sum, { zone_id }) => sum + held.prices.find((one) => one.zone_id === zone_id)!.total.amount_minor, 0));
    await becomes(seats[0]!, 1);
    expect((await hold(newBuyer(), [seats[1]!])).as(409)).toMatchObject({ seat_nos: [seats[1]] });
    expect((await groups(other)).map(({ id }) => id)).toContain(held.id); // whoever relieves them sees it
    expect((await letGo(held.id, other)).status).toBe(404);
    for (const answer of [await letGo(held.id), await letGo(held.id)]) expect(answer.status).toBe(204);
    await becomes(seats[0]!, 0);
    expect((await sell({ group_id: held.id, method: "cash", total_minor: held.total.amount_minor })).slug).toBe("seats-not-kept");
    audit();
  }, 60_000);

  test("what is sold is sold once, however often it is asked, has tickets at once, and belongs to no account", async () => {
    const seats = await some(2);
    const held = (await holdAt(seats)).as(201);
    const body: Sale = { group_id: held.id, method: "cash", total_minor: held.total.amount_minor, buyer: { name: "Ibu Ratna" } };
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => sell(body, seller, key)));
    const done = answers.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    for (const answer of answers) expect([201, 409]).toContain(answer.status); // 409: the first is not durable yet
    const first = done[0]!.as(201);
    expect((await sell(body, seller, key)).as(201)).toEqual(first);
    expect(first).toMatchObject({ by: seller.id, method: "cash", status: "confirmed", name: "Ibu Ratna", total: held.total });
    expect((await sell({ ...body, total_minor: 1 }, seller, key)).slug).toBe("idempotency-key-reused");
    expect((await sell(body)).slug).toBe("seats-not-kept");
    await becomes(seats[0]!, 2);
    expect(sql("gelora_booking", `SELECT COUNT(*), COUNT(DISTINCT user_id), MAX(user_id) FROM tickets WHERE booking_id = ${first.id} AND status = 1`)).toEqual([["2", "1", "0"]]);
    expect((await seller.client.get("/api/bookings/{id}", { params: { id: first.id } })).status).toBe(404);
    expect((await seller.client.post("/api/bookings/{id}/cancel", { params: { id: first.id } })).status).toBe(404);
    audit();
  }, 60_000);

  test("of one seat that counters and fans want at the same time, exactly one has it", async () => {
    for (let round = 0; round < 5; ++round) {
      const [seat] = (await some(1)) as [number];
      const answers = await Promise.all([...Array.from({ length: 8 }, () => hold(newBuyer(), [seat])), holdAt([seat]), holdAt([seat], other)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    }
    audit();
  }, 60_000);

  test("another price than what was taken sells nothing, and says which it is", async () => {
    const held = (await holdAt(await some(1))).as(201);
    const wrong = await sell({ group_id: held.id, method: "card", total_minor: held.total.amount_minor - 1 });
    expect(wrong.as(409)).toMatchObject({ type: "https://gelora.dev/problems/price-changed", total: held.total });
    expect((await sell({ group_id: held.id, method: "card", total_minor: held.total.amount_minor })).as(201).method).toBe("card");
  });

  test("what is kept for good is its managers' to give away: some of it, with a reason, by mail; nothing is paid and it counts as sold", async () => {
    const seats = await some(3);
    const group = (await keep({ name: "Sponsor", seat_nos: seats })).as(201);
    expect((await groups()).map(({ id }) => id)).not.toContain(group.id);
    expect((await groups(house.owner)).map(({ id }) => id)).toContain(group.id);
    const email = `tamu.${randomUUID()}@example.com`;
    const body: Sale = { group_id: group.id, seat_nos: seats.slice(0, 2), method: "complimentary", total_minor: 0, reason: "Sponsor", buyer: { name: "Tamu", email, locale: "en" } };
    expect((await sell(body)).body).toMatchObject({ errors: [{ pointer: "/method", message: "is for owners and managers" }] });
    expect((await sell({ ...body, method: "cash" })).body).toMatchObject({ errors: [{ pointer: "/reason", message: "goes with complimentary only" }] });
    expect((await sell({ group_id: group.id, method: "cash", total_minor: 0 })).status).toBe(404); // of a group that is not theirs to sell
    const sale = (await sell(body, house.owner)).as(201);
    expect(sale).toMatchObject({ method: "complimentary", reason: "Sponsor", total: { amount_minor: 0 }, email });
    await becomes(seats[0]!, 2);
    await becomes(seats[2]!, 1);
    const mail = await waitForMail(email, /ticket/i);
    expect(mail.text).toContain(sale.reference);
    expect(mail.text).not.toContain("/bookings/");
    const history = (await house.owner.client.get("/api/shows/{id}/house-seats", at())).as(200).history;
    expect(history[0]).toMatchObject({ what: "let_go", sold_as: sale.reference });
    const detail = (await house.owner.client.get("/api/shows/{id}/bookings/{booking_id}", { params: { id: show, booking_id: sale.id } })).as(200);
    expect(detail).toMatchObject({ buyer: { name: "Tamu", email }, counter: { method: "complimentary", by: house.owner.id, reason: "Sponsor" }, payment_id: null });
    const found = async (q: string) => (await house.owner.client.get("/api/shows/{id}/bookings", { ...at(), query: { q } })).as(200).items.map(({ id }) => id);
    expect(await found(email)).toEqual([sale.id]);
    const takeBack = () => house.owner.client.post("/api/shows/{id}/bookings/{booking_id}/cancel", { params: { id: show, booking_id: sale.id } });
    for (const answer of [await takeBack(), await takeBack()]) expect(answer.as(200)).toMatchObject({ status: "refunded" });
    await becomes(seats[0]!, 0);
    expect((await waitForMail(email, /no longer valid/i)).text).toContain("taken this ticket back");
    expect(await found(`nobody.${randomUUID()}@example.com`)).toEqual([]);
    audit();
  }, 60_000);

  test("what is kept until a time is for everybody at the counter, and goes free at that time by itself", async () => {
    const seats = await some(2);
    for (const until of ["tomorrow", from(-5), from(30), from(400 * 86_400)]) expect((await keep({ name: "Bu Ani", seat_nos: seats, until })).status).toBe(422);
    const until = from(3600);
    const group = (await keep({ name: "Bu Ani", seat_nos: seats, until })).as(201);
    expect(Date.parse(group.until!)).toBe(Math.floor(Date.parse(until) / 1000) * 1000);
    expect((await groups()).find(({ id }) => id === group.id)).toMatchObject({ name: "Bu Ani" });
    expect((await letGo(group.id)).status).toBe(404); // somebody else's
    sql("gelora_booking", `UPDATE holds SET expires_at_us = created_at_us + 1 WHERE id = ${group.id}`);
    runStack("kill", "booking-service");
    runStack("wait", "booking-service");
    await becomes(seats[0]!, 0);
    (await hold(newBuyer(), [seats[0]!])).as(201);
    const history = (await house.owner.client.get("/api/shows/{id}/house-seats", at())).as(200);
    expect(history.history[0]).toMatchObject({ what: "let_go" });
    expect(history.history[0]).not.toHaveProperty("by");
    expect(history.groups.map(({ id }) => id)).not.toContain(group.id);
    audit();
  }, 60_000);

  test("a sale outlives a killed service; sellers see their own, managers all, with who sold", async () => {
    const { sale } = await sold(1);
    runStack("kill", "booking-service");
    runStack("wait", "booking-service");
    expect((await sales()).items.map(({ id }) => id)).toContain(sale.id);
    expect((await sales(other)).items).toEqual([]);
    const all = await sales(house.owner);
    expect(all.items.map(({ id }) => id)).toContain(sale.id);
    expect(all.people.map(({ id }) => id)).toContain(seller.id);
    audit();
  }, 60_000);

  test("the tickets are printed: a page each, with codes that open the gates", async () => {
    const { sale } = await sold(2);
    const path = `/api/shows/${show}/counter-sales/${sale.id}/tickets.pdf`;
    const pdf = await seller.client.call("get", path);
    expect(pdf.status).toBe(200);
    expect(pdf.text.startsWith("%PDF-")).toBe(true);
    expect((await other.client.call("get", path)).status).toBe(404);
    expect((await house.owner.client.call("get", path)).status).toBe(200);
    const counts = async () => (await house.owner.client.get("/api/shows/{id}/sales", at())).as(200);
    await eventually("it is in the sales", async () => ((await counts()).zones.some(({ sold: places }) => places >= 2) ? true : undefined));
  });

  test("tickets of a show whose codes change are for telephones: nothing of it is sold", async () => {
    const own = await ownShow("Loket Berputar");
    const seats = (await freeSeats(own.show)).slice(0, 1);
    (await own.house.owner.client.patch("/api/shows/{id}/rules", { params: { id: own.show }, body: { ticket_codes: "rotating" } })).as(200);
    const held = (await own.house.owner.client.post("/api/shows/{id}/counter-holds", { params: { id: own.show }, body: { seat_nos: seats } })).as(201);
    const asked = await own.house.owner.client.post("/api/shows/{id}/counter-sales", { params: { id: own.show }, body: { group_id: held.id, method: "cash", total_minor: held.total.amount_minor } });
    expect(asked.as(409).type).toBe("https://gelora.dev/problems/ticket-not-printable");
  }, 30_000);

  test("wrong input is told, all of it at once", async () => {
    const errors = async (body: object) => (await seller.client.call("post", `/api/shows/${show}/counter-sales`, { body, headers: { "Idempotency-Key": randomUUID() } })).body as { errors: { pointer: string }[] };
    const told = (await errors({ group_id: "x", method: "cheque", total_minor: -1, buyer: { email: "no", locale: "fr", name: " " }, seat_nos: [], extra: 1 })).errors.map(({ pointer }) => pointer);
    for (const pointer of ["/group_id", "/method", "/total_minor", "/buyer/email", "/buyer/locale", "/buyer/name", "/seat_nos", "/extra"]) expect(told).toContain(pointer);
    expect((await errors({})).errors.map(({ pointer }) => pointer)).toEqual(["/group_id", "/method", "/total_minor"]);
    const held = (await holdAt(await some(1))).as(201);
    expect(((await errors({ group_id: held.id, method: "cash", total_minor: 1, seat_nos: [4_000_000] })).errors)[0]!.pointer).toBe("/seat_nos/0");
    (await letGo(held.id)).as(204);
  });

  test("the seller is no buyer: what they hold at the counter, they cannot book for themselves", async () => {
    const held = (await holdAt(await some(1))).as(201);
    expect((await seller.client.get("/api/holds/{id}", { params: { id: held.id } })).status).toBe(404);
    expect((await seller.client.post("/api/bookings", { body: { hold_id: held.id } })).status).toBe(404);
    expect(userOf(seller.client)).toBe(seller.id);
    (await letGo(held.id)).as(204);
  });
});

describe("who bought at the counter and left an address", () => {
  const mailed = () => `loket.${randomUUID()}@example.com`;

  test("is told of a new date, once for each booking, in their language", async () => {
    const own = await ownShow("Loket Pindah");
    const desk = await join(own.house, "box_office");
    const params = { params: { id: own.show } };
    const sellOne = async (buyer: Sale["buyer"]) => {
      const held = (await desk.client.post("/api/shows/{id}/counter-holds", { ...params, body: { seat_nos: (await freeSeats(own.show)).slice(0, 2) } })).as(201);
      return (await desk.client.post("/api/shows/{id}/counter-sales", { ...params, body: { group_id: held.id, method: "cash", total_minor: held.total.amount_minor, ...(buyer && { buyer }) } })).as(201);
    };
    const [ratna, john] = [mailed(), mailed()];
    await sellOne({ name: "Ibu Ratna", email: ratna });
    await sellOne({ name: "John", email: john, locale: "en" });
    await sellOne(undefined);
    const date = `${new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)}T20:00`;
    expect((await own.house.owner.client.call("post", `/api/organisations/${own.house.id}/shows/${own.show}/postponement`, { body: { starts_at_local: date } })).status).toBe(200);
    expect((await waitForMail(ratna, /Tanggal baru/)).text).toMatch(/tetap berlaku[^]*loket/);
    const { text } = await waitForMail(john, /A new date/);
    expect(text).toContain("Ask at the counter");
    expect(text).not.toMatch(/\/tickets|\/bookings/);
    await eventually("all are told", async () => (sql("gelora_booking", `SELECT COUNT(*), 0 FROM show_moves WHERE show_id = ${own.show} AND told_at_us IS NOT NULL`)[0]![0] === "1" ? true : undefined));
    expect(sql("gelora_booking", `SELECT COUNT(*), COUNT(DISTINCT booking_id) FROM notices WHERE show_id = ${own.show}`)).toEqual([["2", "2"]]);
  }, 60_000);

  test("is told that the show is called off, and where the money is", async () => {
    const own = await ownShow("Loket Batal");
    const desk = await join(own.house, "box_office");
    const params = { params: { id: own.show } };
    const held = (await desk.client.post("/api/shows/{id}/counter-holds", { ...params, body: { seat_nos: (await freeSeats(own.show)).slice(0, 1) } })).as(201);
    const email = mailed();
    const sale = (await desk.client.post("/api/shows/{id}/counter-sales", { ...params, body: { group_id: held.id, method: "cash", total_minor: held.total.amount_minor, buyer: { name: "Ibu Ratna", email } } })).as(201);
    await waitForMail(email, /tiket/i);
    (await own.house.owner.client.post("/api/shows/{id}/cancellation", { ...params, body: { reason: "Hujan badai" } })).as(202);
    const { text } = await waitForMail(email, /Pertunjukan batal/);
    expect(text).toContain("Hujan badai");
    expect(text).toContain("dapat diambil di loket");
    expect(text).toContain(sale.reference);
  }, 60_000);
});
