// How a show sells, and to whom: the sums add up with the bookings and the ledger, and buyers are found, told and exported.
import { randomUUID } from "node:crypto";
import readXlsx from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../support/client.js";
import { eventually, newBuyer, showsOnSale, sql, url } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import { bookingOf, paid, until } from "./payer.js";
import { waitForMails } from "./users_steps.js";

let show: string;
let house: { id: string; owner: Person };
let manager: Client;
const of = (booking_id: string) => ({ params: { id: show, booking_id } });

beforeAll(async () => {
  show = (await showsOnSale()).find(({ venue }) => /Kenjeran/.test(venue))!.id;
  house = await newOrganisation("Penjual Uji");
  manager = (await join(house, "manager")).client;
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id = (SELECT concert_id FROM shows WHERE id = ${show})`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id = ${show}`);
  await eventually("the show is the organisation's", async () => ((await manager.call("get", `/api/shows/${show}/rules`)).status === 200 ? true : undefined));
}, 60_000);

const sales = async () => (await manager.get("/api/shows/{id}/sales", { params: { id: show } })).as(200);
const counted = () =>
  eventually("all is counted", async () => {
    const [[version]] = sql("gelora_booking", `SELECT version FROM show_leases WHERE show_id = ${show}`) as [[string]];
    const now = await sales();
    return now.version >= Number(version) ? now : undefined;
  });
const surname = `Uji${randomUUID().slice(0, 8)}`;
const number = (statement: string) => Number(sql("gelora_booking", statement)[0]![0]);

describe("the sums", () => {
  test("grow with what is sold and what is taken back, to the last unit", async () => {
    const before = await counted();
    const buyer = newBuyer();
    const { booking, payment } = await paid(buyer, show, 2);
    const after = await counted();
    expect(after.total.sold - before.total.sold).toBe(2);
    expect(after.total.value.amount_minor - before.total.value.amount_minor).toBe(booking.total.amount_minor);
    expect(after.funnel.held).toBeGreaterThan(before.funnel.held);
    expect(after.funnel.paid).toBeGreaterThan(before.funnel.paid);

    const ticket = booking.tickets![0]!;
    const refund = await house.owner.client.post("/api/refunds", { body: { payment_id: payment.id, ticket_ids: [ticket.id], reason: "test" } });
    refund.as(201);
    await until(buyer, booking.id, "partially_refunded");
    const back = await counted();
    expect(back.total.returned - after.total.returned).toBe(1);
    expect(back.total.returned_value.amount_minor - after.total.returned_value.amount_minor).toBe(booking.total.amount_minor / 2);
  });

  test("are those of the tickets and bookings that there are", async () => {
    const now = await counted();
    const valid = number(`SELECT COUNT(*) FROM tickets WHERE show_id = ${show} AND status IN (1, 2, 5)`);
    expect(now.total.sold - now.total.returned).toBe(valid);
    expect(now.zones.reduce((sum, { sold }) => sum + sold, 0)).toBe(now.total.sold);
    expect(now.zones.reduce((sum, { value }) => sum + value.amount_minor, 0)).toBe(now.total.value.amount_minor);
    expect(now.timeline.reduce((sum, { sold }) => sum + sold, 0)).toBe(now.total.sold);
    expect(now.timeline.reduce((sum, { returned_value }) => sum + returned_value.amount_minor, 0)).toBe(now.total.returned_value.amount_minor);
    expect(now.total.value.amount_minor).toBe(number(`SELECT SUM(total_minor) FROM bookings WHERE show_id = ${show} AND id IN (SELECT booking_id FROM tickets WHERE show_id = ${show})`));
  });

  test("are the same when they are counted anew from the beginning", async () => {
    const before = await counted();
    sql("gelora_booking", `DELETE FROM sales_slots WHERE show_id = ${show}; DELETE FROM sales_funnel WHERE show_id = ${show}; DELETE FROM sales_counted WHERE show_id = ${show}`);
    const anew = await counted();
    expect({ ...anew, version: 0 }).toEqual({ ...before, version: 0 });
  });
});

describe("a buyer", () => {
  let fan: Person;
  let bought: Awaited<ReturnType<typeof paid>>;
  beforeAll(async () => {
    fan = await newPerson();
    const held = (await fan.client.post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity: 1 } } })).as(201);
    const attendees = [{ seat_no: held.seats[0]!.seat_no!, name: `=HYPERLINK("x"), Sri "${surname}" 100%` }];
    const booking = (await fan.client.post("/api/bookings", { body: { hold_id: held.id, attendees } })).as(201);
    const payment = (await fan.client.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
    await fetch(`${payment.checkout_url}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome: "pay" }) });
    await until(fan.client, booking.id, "confirmed");
    bought = { booking: await bookingOf(fan.client, booking.id), payment };
  }, 60_000);
  const search = async (query: object) => (await manager.get("/api/shows/{id}/bookings", { params: { id: show }, query: { limit: 100, ...query } })).as(200).items.map(({ id }) => id);

  test("is found by reference, id, name, seat and mail address, and by nothing else", async () => {
    const { booking } = bought;
    for (const q of [booking.reference, booking.id, `Sri "${surname}"`, `${surname}" 100%`, fan.account.email, fan.account.email.toUpperCase()]) expect([q, await search({ q })]).toEqual([q, [booking.id]]);
    expect((await search({ q: booking.tickets![0]!.label }))[0]).toBe(booking.id); // who had the seat before is found as well
    for (const q of [`${surname}" 1_0%`, `${surname}%100`, "nobody at all", "nobody@example.com", `${booking.id}0`, "'; DROP TABLE bookings; --"]) expect([q, await search({ q })]).toEqual([q, []]);
    expect(await search({ q: booking.reference, status: "refunded" })).toEqual([]);
    expect(await search({ q: booking.reference, status: "confirmed" })).toEqual([booking.id]);
    expect(await search({ status: "confirmed" })).toContain(booking.id);
  });

  test("is listed in pages, newest first, each booking once", async () => {
    const all = await search({});
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; next_cursor: string | null } = (await manager.get("/api/shows/{id}/bookings", { params: { id: show }, query: { limit: 2, ...(cursor && { cursor }) } })).as(200);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor && paged.length < all.length);
    expect(paged.slice(0, all.length)).toEqual(all);
    expect([...all].sort((a, b) => (BigInt(a) < BigInt(b) ? 1 : -1))).toEqual(all);
  });

  test("is seen with address, tickets and what happened, and is told again when asked", async () => {
    const { booking } = bought;
    (await manager.post("/api/shows/{id}/bookings/{booking_id}/notes", { ...of(booking.id), body: { text: "Minta kursi lorong <b>" } })).as(201);
    const mails = (await waitForMails(fan.account.email, 2)).length; // the link of the registration, and the tickets
    (await manager.post("/api/shows/{id}/bookings/{booking_id}/receipts", of(booking.id))).as(202);
    const seen = await eventually("the mail went out again", async () => {
      const now = (await manager.get("/api/shows/{id}/bookings/{booking_id}", of(booking.id))).as(200);
      return now.history.some(({ mail, sent_at }) => mail === "tickets_again" && sent_at) ? now : undefined;
    });
    expect(seen).toMatchObject({ id: booking.id, reference: booking.reference, buyer: { email: fan.account.email }, payment_id: bought.payment.id });
    expect(seen.tickets).toMatchObject([{ id: booking.tickets![0]!.id, status: "valid", with_buyer: true }]);
    expect(seen.history.map(({ what, mail, text }) => mail ?? text ?? what)).toEqual(["booked", "tickets", "Minta kursi lorong <b>", "tickets_again"]);
    await waitForMails(fan.account.email, mails + 1);
  });

  test("is exported on a line for each place, and no name becomes a formula", async () => {
    const { booking } = bought;
    const text = (await manager.call("get", `/api/shows/${show}/places.csv`)).text;
    const lines = text.trimEnd().split("\r\n");
    expect(lines[0]).toMatch(/^booking,booked_at,/);
    const mine = lines.filter((line) => line.endsWith(booking.id));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toContain(`"'=HYPERLINK(""x""), Sri ""${surname}"" 100%"`);
    expect(mine[0]).toContain(`,${booking.tickets![0]!.id},valid,`);
    expect(lines.length - 1).toBe(number(`SELECT SUM(JSON_LENGTH(document, '$.lines')) FROM bookings WHERE show_id = ${show}`));
  });

  test("is exported as a sheet that says the same, with amounts to add up and moments by the venue's clock", async () => {
    const csv = (await manager.call("get", `/api/shows/${show}/places.csv`)).text.trimEnd().split("\r\n");
    const answer = await fetch(`${url}/api/shows/${show}/places.xlsx`, { headers: { Authorization: `Bearer ${manager.token}` } });
    expect(answer.headers.get("content-disposition")).toContain(`places-${show}.xlsx`);
    const [sheet] = await readXlsx(Buffer.from(await answer.arrayBuffer()));
    const rows = sheet!.data;
    expect(rows[0]!.join(",")).toBe(csv[0]);
    expect(rows).toHaveLength(csv.length);
    const cell = (row: (typeof rows)[number], name: string) => row[rows[0]!.indexOf(name)];
    const mine = rows.find((row) => cell(row, "booking_id") === bought.booking.id)!;
    expect(cell(mine, "name")).toBe(`=HYPERLINK("x"), Sri "${surname}" 100%`);
    expect(cell(mine, "total_minor")).toBe(bought.booking.total.amount_minor);
    const minute = (at: number) => Math.round(at / 60_000);
    const [jakarta, booked] = [new Date(bought.booking.created_at!).getTime() + 7 * 3_600_000, cell(mine, "booked_at") as unknown as Date];
    expect(minute(booked.getTime())).toBe(Math.floor(jakarta / 60_000));
  });

  test("is nobody's business where the wish is wrong", async () => {
    const bad = async (query: object, pointer: string) => {
      const answer = await manager.get("/api/shows/{id}/bookings", { params: { id: show }, query: query as never });
      expect([answer.status, (answer.body as { errors: { pointer: string }[] }).errors.map((one) => one.pointer)]).toEqual([422, [pointer]]);
    };
    await bad({ q: "x" }, "/query/q");
    await bad({ q: "x".repeat(101) }, "/query/q");
    await bad({ status: "lost" }, "/query/status");
    const long = await manager.call("post", `/api/shows/${show}/bookings/${bought.booking.id}/notes`, { body: { text: "" } });
    expect(long.status).toBe(422);
  });
});
