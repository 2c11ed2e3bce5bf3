// Who has a ticket writes another name on it: nobody else's, not after the gate, and the code stays.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { eventually, runStack, sql } from "./buyers.js";
import { newPerson, type Person } from "./organisers.js";
import { ownShow } from "./own_show.js";
import { paid } from "./payer.js";
import { newEmail, tokenIn, waitForMail } from "./users_steps.js";

let show: string, keeper: Person;
beforeAll(async () => {
  const own = await ownShow("Ganti Nama");
  ({ show } = own);
  keeper = own.house.owner;
}, 60_000);

const rename = ({ client }: Person, id: string, name: string) => client.patch("/api/tickets/{id}", { params: { id }, body: { name } });
const bookingOf = async (booking_id: string) => (await keeper.client.get("/api/shows/{id}/bookings/{booking_id}", { params: { id: show, booking_id } })).as(200);
const scan = async (code: string) => (await keeper.client.post("/api/shows/{id}/check-ins", { params: { id: show }, body: { code, gate: "Utara", scan_id: randomUUID() } })).as(200);
async function holder(quantity = 1) {
  const person = await newPerson();
  const { booking } = await paid(person.client, show, quantity);
  return { ...person, booking, tickets: booking.tickets! };
}

test("a ticket gets the name that its owner writes, trimmed, and keeps its code; the organiser sees who changed what", async () => {
  const ayu = await holder(2);
  const [ticket, beside] = ayu.tickets;
  const name = `Sari ${randomUUID().slice(0, 8)}`;
  const renamed = (await rename(ayu, ticket!.id, `  ${name} `)).as(200);
  expect(renamed).toMatchObject({ id: ticket!.id, attendee: name, code: ticket!.code, status: "valid" });
  expect((await ayu.client.get("/api/tickets/{id}", { params: { id: ticket!.id } })).as(200).attendee).toBe(name);
  expect((await ayu.client.get("/api/tickets/{id}", { params: { id: beside!.id } })).as(200).attendee).toBe(beside!.attendee);
  const { history, names } = await bookingOf(ayu.booking.id);
  expect(history.at(-1)).toMatchObject({ what: "renamed", after: name, by: ayu.id });
  expect(names).toContain(name);
  expect(await scan(ticket!.code)).toMatchObject({ result: "admitted", name });
  expect((await rename(ayu, ticket!.id, "Budi")).slug).toBe("no-valid-ticket"); // it was used
  expect(runStack("audit", show)).toContain("0 with a contradiction");
}, 60_000);

test("only its owner may, and only with a name", async () => {
  const [ayu, bima] = [await holder(), await newPerson()];
  const { id } = ayu.tickets[0]!;
  for (const who of [bima, keeper]) expect((await rename(who, id, "Bima")).status).toBe(404);
  expect((await rename(ayu, "7000000000000000001", "Bima")).status).toBe(404);
  for (const name of ["", "   ", "x".repeat(101), "Ayu\nBima", "Ayu\u202eamiB", "Ayu\u0007"]) expect((await rename(ayu, id, name)).status, JSON.stringify(name)).toBe(422);
  expect((await ayu.client.call("patch", `/api/tickets/${id}`, { body: { name: "Ayu", status: "used" } })).status).toBe(422);
  expect(sql("gelora_booking", `SELECT attendee, status FROM tickets WHERE id = ${id}`)).toEqual([[ayu.tickets[0]!.attendee ?? "", "1"]]);
}, 60_000);

test("who got a ticket names it; who gave it away cannot any more, and a show that has begun has its names", async () => {
  const [ayu, bima] = [await holder(), await newPerson()];
  const to = newEmail("to");
  (await ayu.client.post("/api/tickets/{id}/transfers", { params: { id: ayu.tickets[0]!.id }, body: { email: to } })).as(201);
  const taken = (await bima.client.post("/api/transfers/accept", { body: { token: tokenIn(await waitForMail(to, /tiket|ticket/i), "transfer") } })).as(200);
  expect((await rename(bima, taken.id, "Bima Sakti")).as(200)).toMatchObject({ attendee: "Bima Sakti", code: taken.code });
  expect([(await rename(ayu, ayu.tickets[0]!.id, "Ayu")).slug, (await rename(ayu, taken.id, "Ayu")).status]).toEqual(["no-valid-ticket", 404]);

  sql("gelora_booking", `UPDATE shows SET closes_at_us = 1000001, opens_at_us = 1, starts_at_us = 2000000, revision = revision + 1 WHERE id = ${show}`);
  await eventually("it has begun", async () => ((await rename(bima, taken.id, "Bima")).slug === "no-valid-ticket" ? true : undefined));
}, 60_000);
