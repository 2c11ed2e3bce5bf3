// Shows of long ago: their journal goes to journal_history, holds that came to nothing go, and everything else is as it was.
import { beforeAll, expect, test } from "vitest";
import { eventually, freeSeats, newBuyer, runStack, sql } from "./buyers.js";
import { newPerson, type Person } from "./organisers.js";
import { ownShow, publishShow } from "./own_show.js";
import { bookingOf, choose, pay, until } from "./payer.js";

const days = 86_400_000_000; // in microseconds
const number = (statement: string) => Number(sql("gelora_booking", `SELECT (${statement}), 0`)[0]![0]);
const entries = (table: string, show: string) => sql("gelora_booking", `SELECT version, kind, at_us, batch_id, hold_id, booking_id, user_id, HEX(places) FROM ${table} WHERE show_id = ${show} ORDER BY version`);
const holdsOf = (show: string) => sql("gelora_booking", `SELECT status, COUNT(*) FROM holds WHERE show_id = ${show} GROUP BY status ORDER BY status`);
const audit = (show: string) => expect(runStack("audit", show)).toContain("0 with a contradiction");
const age = (show: string, by: number) => sql("gelora_booking", `UPDATE journal SET at_us = at_us - ${by} WHERE show_id = ${show}`);
const counted = (show: string) => eventually("its sales are counted", async () => number(`SELECT COUNT(*) FROM sales_counted c JOIN show_leases l ON l.show_id = c.show_id WHERE c.show_id = ${show} AND c.version = l.version`) === 1 || undefined);

let old: string, refunded_late: string, recent: string;
let fan: Person, booking: string;
let organiser: Person;

// What a show leaves: a sale with a refund of one ticket, house seats, a hold that came to nothing.
async function sell(show: string) {
  const person = await newPerson();
  const seats = await freeSeats(show);
  const given_up = (await newBuyer().post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: seats.slice(0, 2) } })).as(201);
  const kept = (await organiser.client.post("/api/shows/{id}/house-seats", { params: { id: show }, body: { name: "Pers", seat_nos: seats.slice(4, 6) } })).as(201);
  (await organiser.client.post("/api/shows/{id}/house-seats/{hold_id}/release", { params: { id: show, hold_id: kept.id }, body: { seat_nos: seats.slice(4, 5), of: 2 } })).as(204);
  const held = (await person.client.post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: seats.slice(2, 4) } })).as(201);
  const made = (await person.client.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
  await choose((await pay(person.client, made)).checkout_url, "pay");
  await until(person.client, made.id, "confirmed");
  sql("gelora_booking", `UPDATE holds SET expires_at_us = expires_at_us - 3600000000 WHERE id = ${given_up.id}`);
  return { person, booking: made.id, given_up: given_up.id };
}

beforeAll(async () => {
  const first = await ownShow("Konser Lama");
  old = first.show;
  organiser = first.house.owner;
  refunded_late = await publishShow(organiser.client, first.house.id, "Konser Lama Kedua");
  recent = await publishShow(organiser.client, first.house.id, "Konser Kemarin");
  const sold = [];
  for (const show of [old, refunded_late, recent]) sold.push(await sell(show));
  ({ person: fan, booking } = sold[0]!);
  runStack("restart", "booking-service"); // desks know only now that the holds are over
  for (const { given_up } of sold) await eventually("the hold is over", async () => number(`SELECT status FROM holds WHERE id = ${given_up}`) === 4 || undefined);
  for (const show of [old, refunded_late, recent]) await counted(show);
}, 120_000);

test("400 days after a show its journal is in the history as it was, and holds that came to nothing are gone", async () => {
  for (const show of [old, refunded_late]) sql("gelora_booking", `UPDATE shows SET starts_at_us = starts_at_us - ${500 * days}, opens_at_us = opens_at_us - ${500 * days}, closes_at_us = closes_at_us - ${500 * days}, revision = revision + 1 WHERE id = ${show}`);
  age(old, 401 * days);
  age(refunded_late, 401 * days);
  sql("gelora_booking", `UPDATE journal SET at_us = at_us + ${2 * days} WHERE show_id = ${refunded_late} ORDER BY version DESC LIMIT 1`); // something happened later
  const before = entries("journal", old), others = [refunded_late, recent].map((show) => [entries("journal", show), holdsOf(show)]);
  expect(before.length).toBeGreaterThanOrEqual(6);
  expect(holdsOf(old).map(([status]) => status)).toEqual(["1", "2", "4"]);

  runStack("restart", "booking-service"); // it looks when it starts, and every hour
  await eventually("the show is archived", async () => entries("journal", old).length === 0 || undefined);
  expect(entries("journal_history", old)).toEqual(before);
  expect(holdsOf(old).map(([status]) => status)).toEqual(["1", "2"]);
  expect([refunded_late, recent].map((show) => [entries("journal", show), holdsOf(show)])).toEqual(others); // too young
  for (const show of [old, refunded_late, recent]) audit(show);
}, 60_000);

test("its booking, tickets and sales are there, and what still happens is written and proven after it", async () => {
  expect(await bookingOf(fan.client, booking)).toMatchObject({ status: "confirmed" });
  const sales = (await organiser.client.get("/api/shows/{id}/sales", { params: { id: old } })).as(200);
  expect(sales.total).toMatchObject({ sold: 2 });
  const history = entries("journal_history", old);
  const { groups } = (await organiser.client.get("/api/shows/{id}/house-seats", { params: { id: old } })).as(200);
  (await organiser.client.delete("/api/shows/{id}/house-seats/{hold_id}", { params: { id: old, hold_id: groups[0]!.id } })).as(204);
  expect(entries("journal", old).map(([version, kind]) => [Number(version) > Number(history.at(-1)![0]), kind])).toEqual([[true, "18"]]);
  audit(old);
  await counted(old);
  runStack("restart", "booking-service");
  await eventually("it is ready", async () => ((await organiser.client.get("/api/shows/{id}/sales", { params: { id: old } })).status === 200 ? true : undefined));
  expect(entries("journal_history", old)).toEqual(history); // what is new stays for 400 days
  audit(old);
}, 60_000);

test("the audit reads the history: an entry that is changed there is told", () => {
  const [version, , , , , , , places] = entries("journal_history", old).find(([, kind]) => kind === "1")!;
  const put = (hex: string) => sql("gelora_booking", `UPDATE journal_history SET places = X'${hex}' WHERE show_id = ${old} AND version = ${version}`);
  put("0000FFFF");
  try {
    expect(() => runStack("audit", old)).toThrow();
  } finally {
    put(places!);
  }
  audit(old);
});
