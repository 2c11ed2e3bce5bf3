// A ticket that is given to somebody else: offered by mail, looked at, taken once, whatever comes at the same time; and the money
// stays with who bought it.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { readTicketCode } from "../support/ticket_code.js";
import { service, addresses } from "./authorization_cast.js";
import { eventually, runStack, showsOnSale, sql } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import { choose, paid, until } from "./payer.js";
import { newEmail, tokenIn, url, waitForMail } from "./users_steps.js";

let show: string, off: string; // the second is cancelled here
let manager: Person;

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.find(({ venue }) => /Istora/.test(venue))!.id;
  off = shows.find(({ venue }) => /Dago|Braga|Ungasan/.test(venue))!.id;
  const house = await newOrganisation("Panggung Pindah");
  manager = await join(house, "manager");
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id IN (SELECT concert_id FROM shows WHERE id IN (${show}, ${off}))`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id IN (${show}, ${off})`);
  await eventually("the shows are the organisation's", async () => ((await manager.client.call("get", `/api/shows/${off}/rules`)).status === 200 ? true : undefined));
  (await manager.client.patch("/api/shows/{id}/rules", { params: { id: show }, body: { refund_rule: { before_start_s: 0, keeps_fees: false } } as never })).as(200);
}, 60_000);

async function holder(at = show, quantity = 1) {
  const person = await newPerson();
  const { booking, payment } = await paid(person.client, at, quantity);
  return { ...person, booking, payment, ticket: booking.tickets![0]! };
}
const offer = async ({ client }: Person, ticket: { id: string }, email = newEmail("to"), name?: string) => {
  const transfer = (await client.post("/api/tickets/{id}/transfers", { params: { id: ticket.id }, body: { email, ...(name && { name }) } })).as(201);
  return { ...transfer, to: email, token: tokenIn(await waitForMail(email, /tiket|ticket/i), "transfer") };
};
const accept = ({ client }: Person, token: string) => client.post("/api/transfers/accept", { body: { token } });
const look = (token: string) => createClient(url).post("/api/transfers/look", { body: { token } });
const takeBack = ({ client }: Person, ticket: { id: string }, transfer_id: string) => client.delete("/api/tickets/{id}/transfers/{transfer_id}", { params: { id: ticket.id, transfer_id } });
const ticketOf = ({ client }: Person, id: string) => client.get("/api/tickets/{id}", { params: { id } });
const audit = () => runStack("audit", show);
const liveTickets = (ticket: { id: string }) => Number(sql("gelora_booking", `SELECT COUNT(*), 0 FROM tickets t JOIN tickets o ON o.booking_id = t.booking_id AND o.seat_no = t.seat_no WHERE o.id = ${ticket.id} AND t.status IN (1, 2, 5)`)[0]![0]);

describe("a ticket that is given away", () => {
  test("is the receiver's, under a new id and code, for the same place; the giver's is dead", async () => {
    const ayu = await holder();
    const bima = await newPerson();
    const { token, to, id } = await offer(ayu, ayu.ticket, undefined, "Bima Sakti");
    expect((await ticketOf(ayu, ayu.ticket.id)).as(200)).toMatchObject({ status: "valid", transfer: { id, email: to, status: "offered" } });

    const seen = (await look(token)).as(200);
    expect(seen).toMatchObject({ show_id: show, label: ayu.ticket.label, zone: ayu.ticket.zone, from: "Ayu" });
    expect(JSON.stringify(seen)).not.toMatch(/GT1\.|Lestari|@/);

    const taken = (await accept(bima, token)).as(200);
    expect(taken).toMatchObject({ status: "valid", seat_no: ayu.ticket.seat_no, label: ayu.ticket.label, show_id: show, attendee: "Bima Sakti" });
    expect(taken.id).not.toBe(ayu.ticket.id);
    expect(taken.code).not.toBe(ayu.ticket.code);
    const { keys } = (await createClient(url).get("/.well-known/gelora-ticket-keys.json")).as(200);
    expect(readTicketCode(taken.code, keys)).toEqual({ ticket_id: taken.id, show_id: show, seat_no: taken.seat_no });

    expect((await bima.client.get("/api/tickets")).as(200).items).toMatchObject([{ id: taken.id, status: "valid" }]);
    expect((await ayu.client.get("/api/tickets")).as(200).items).toMatchObject([{ id: ayu.ticket.id, status: "transferred", transfer: { status: "accepted", email: to } }]);
    const booking = (await ayu.client.get("/api/bookings/{id}", { params: { id: ayu.booking.id } })).as(200);
    expect(booking).toMatchObject({ status: "confirmed", tickets: [{ id: ayu.ticket.id, status: "transferred" }] });
    expect(JSON.stringify(booking)).not.toContain(taken.code); // the buyer has no code of what somebody else has
    for (const [who, ticket] of [[ayu, taken.id], [bima, ayu.ticket.id]] as const) expect((await ticketOf(who, ticket)).status).toBe(404);
    expect((await bima.client.get("/api/bookings/{id}", { params: { id: ayu.booking.id } })).status).toBe(404);

    await waitForMail(ayu.account.email, /sudah diambil/);
    const mail = await waitForMail(bima.account.email, /^Tiket Anda: /);
    expect(mail.text).not.toContain(ayu.booking.reference);
    expect(audit()).toContain("0 with a contradiction");
  });

  test("can be printed, scanned and put into a calendar by the receiver, and not by the giver", async () => {
    const ayu = await holder();
    const bima = await newPerson();
    const taken = (await accept(bima, (await offer(ayu, ayu.ticket)).token)).as(200);
    const get = async ({ client }: Person, ticket: string, what: string) => fetch(`${url}/api/tickets/${ticket}/${what}`, { headers: { Authorization: `Bearer ${client.token}` } });
    for (const [what, type] of [["pdf", "application/pdf"], ["qr.svg", "image/svg+xml"], ["calendar.ics", "text/calendar"]] as const) {
      const reply = await get(bima, taken.id, what);
      expect([what, reply.status, reply.headers.get("content-type")?.startsWith(type)]).toEqual([what, 200, true]);
      expect((await get(ayu, taken.id, what)).status).toBe(404);
    }
    expect((await get(ayu, ayu.ticket.id, "pdf")).status).toBe(409);
    const folder = mkdtempSync(path(tmpdir(), "gelora-transfer-"));
    writeFileSync(path(folder, "ticket.pdf"), Buffer.from(await (await get(bima, taken.id, "pdf")).arrayBuffer()));
    const text = execFileSync("pdftotext", ["-layout", path(folder, "ticket.pdf"), "-"], { encoding: "utf8" });
    expect(text).not.toContain(ayu.booking.reference);
    execFileSync("pdftoppm", ["-r", "110", "-png", "-singlefile", path(folder, "ticket.pdf"), path(folder, "ticket")]);
    expect(execFileSync("zbarimg", ["--raw", "-q", path(folder, "ticket.png")], { encoding: "utf8" }).trim()).toBe(taken.code);
  });

  test("can be given on", async () => {
    const [ayu, bima, citra] = [await holder(), await newPerson(), await newPerson()];
    const second = (await accept(bima, (await offer(ayu, ayu.ticket)).token)).as(200);
    const third = (await accept(citra, (await offer(bima, second)).token)).as(200);
    expect((await ticketOf(bima, second.id)).as(200)).toMatchObject({ status: "transferred" });
    expect((await ticketOf(citra, third.id)).as(200)).toMatchObject({ status: "valid", seat_no: ayu.ticket.seat_no });
    await waitForMail(bima.account.email, /sudah diambil/);
    expect(audit()).toContain("0 with a contradiction");
  });
});

describe("an offer", () => {
  test("is one a ticket, of its owner, to somebody else, at a real address", async () => {
    const ayu = await holder();
    const stranger = await newPerson();
    const post = ({ client }: Person, body: object, id = ayu.ticket.id) => client.post("/api/tickets/{id}/transfers", { params: { id }, body: body as never });
    expect((await post(stranger, { email: newEmail() })).status).toBe(404);
    expect((await post(ayu, { email: newEmail() }, "7000000000000000001")).status).toBe(404);
    for (const [body, pointer] of [[{ email: "x" }, "/email"], [{}, "/email"], [{ email: ayu.account.email.toUpperCase() }, "/email"], [{ email: newEmail(), name: "x".repeat(101) }, "/name"], [{ email: newEmail(), more: 1 }, "/more"]] as const) {
      const refused = await post(ayu, body);
      expect([refused.slug, (refused.body as { errors: { pointer: string }[] }).errors.map((one) => one.pointer)]).toEqual(["invalid-request", [pointer]]);
    }
    const { id, token } = await offer(ayu, ayu.ticket);
    expect((await post(ayu, { email: newEmail() })).slug).toBe("transfer-open");
    expect((await accept(ayu, token)).slug).toBe("own-ticket");
    expect((await ayu.client.get("/api/tickets/{id}/transfers", { params: { id: ayu.ticket.id } })).as(200).items).toMatchObject([{ id, status: "offered" }]);
    expect((await stranger.client.get("/api/tickets/{id}/transfers", { params: { id: ayu.ticket.id } })).status).toBe(404);
    expect((await takeBack(stranger, ayu.ticket, id)).status).toBe(404);
  });

  test("of two posted at once is one", async () => {
    const ayu = await holder();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ayu.client.post("/api/tickets/{id}/transfers", { params: { id: ayu.ticket.id }, body: { email: newEmail() } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  });

  test("keeps only a hash of its token, which is 256 bits long", async () => {
    const ayu = await holder();
    const { token, id, to } = await offer(ayu, ayu.ticket);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    await eventually("the mail is sent", async () => sql("gelora_booking", `SELECT COUNT(*), 0 FROM mail_outbox WHERE recipient = '${to}'`)[0]![0] === "0" || undefined);
    const [row] = sql("gelora_booking", `SELECT HEX(token_hash), SHA2('${token}', 256), expires_at_us - created_at_us FROM ticket_transfers WHERE id = ${id}`);
    expect(row![0]!.toLowerCase()).toBe(row![1]);
    expect(Math.round(Number(row![2]) / 1e6)).toBe(72 * 3600);
  });

  test("is written in its maker's language", async () => {
    const ayu = await holder();
    (await ayu.client.patch("/api/users/{id}", { params: { id: "me" }, body: { locale: "en" } })).as(200);
    const to = newEmail("to");
    (await ayu.client.post("/api/tickets/{id}/transfers", { params: { id: ayu.ticket.id }, body: { email: to } })).as(201);
    const mail = await waitForMail(to, /^Ayu gives you a ticket: /);
    expect(mail.html).toContain("See and take the ticket");
    expect(mail.text).not.toContain("Lestari");
  });

  test("that is taken back, used, unknown or too old is gone", async () => {
    const [ayu, bima] = [await holder(), await newPerson()];
    const gone = async (token: string) => expect([(await look(token)).slug, (await accept(bima, token)).slug]).toEqual(["transfer-gone", "transfer-gone"]);
    await gone("nothing");
    const first = await offer(ayu, ayu.ticket);
    for (let i = 0; i < 2; ++i) (await takeBack(ayu, ayu.ticket, first.id)).as(204);
    await gone(first.token);
    const second = await offer(ayu, ayu.ticket);
    sql("gelora_booking", `UPDATE ticket_transfers SET expires_at_us = 1 WHERE id = ${second.id}`);
    await gone(second.token);
    expect((await ayu.client.get("/api/tickets/{id}/transfers", { params: { id: ayu.ticket.id } })).as(200).items).toMatchObject([{ id: second.id, status: "expired" }, { id: first.id, status: "taken_back" }]);
    runStack("restart", "booking-service"); // the desk reads anew when it ends
    const third = await offer(ayu, ayu.ticket);
    (await accept(bima, third.token)).as(200);
    await gone(third.token);
    expect((await takeBack(ayu, ayu.ticket, third.id)).slug).toBe("transfer-gone");
    expect((await ayu.client.post("/api/tickets/{id}/transfers", { params: { id: ayu.ticket.id }, body: { email: newEmail() } })).slug).toBe("no-valid-ticket");
  });
});

describe("exactly one wins", () => {
  test("when ten take it at once", async () => {
    const ayu = await holder();
    const people = await Promise.all(Array.from({ length: 10 }, newPerson));
    const { token } = await offer(ayu, ayu.ticket);
    const answers = await Promise.all(people.map((one) => accept(one, token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(410)]);
    expect(liveTickets(ayu.ticket)).toBe(1);
  });

  test("when it is taken and taken back", async () => {
    const bima = await newPerson();
    for (let i = 0; i < 6; ++i) {
      const ayu = await holder();
      const { token, id } = await offer(ayu, ayu.ticket);
      const both = [() => accept(bima, token), () => takeBack(ayu, ayu.ticket, id)];
      const [first, second] = await Promise.all((i % 2 ? both : both.reverse()).map((go) => go()));
      const [taken, back] = i % 2 ? [first!, second!] : [second!, first!];
      expect(["200 410", "410 204"]).toContain(`${taken.status} ${back.status}`);
      expect(liveTickets(ayu.ticket)).toBe(1);
    }
  }, 60_000);

  test("when it is taken and the booking is cancelled: the receiver has nothing, or it ends and they are told", async () => {
    for (let i = 0; i < 4; ++i) {
      const [ayu, bima] = [await holder(), await newPerson()];
      const { token } = await offer(ayu, ayu.ticket);
      const cancel = () => ayu.client.post("/api/bookings/{id}/cancel", { params: { id: ayu.booking.id } });
      const go = [() => accept(bima, token), cancel];
      const answers = await Promise.all((i % 2 ? go : [...go].reverse()).map((one) => one()));
      const taken = answers[i % 2 ? 0 : 1]!, cancelled = answers[i % 2 ? 1 : 0]!;
      expect(cancelled.status).toBe(200);
      expect([200, 410]).toContain(taken.status);
      expect(liveTickets(ayu.ticket)).toBe(0);
      const mine = (await bima.client.get("/api/tickets")).as(200).items;
      expect(mine.map(({ status }) => status)).toEqual(taken.status === 200 ? ["void"] : []);
      if (taken.status === 200) await waitForMail(bima.account.email, /tidak berlaku lagi/);
      await until(ayu.client, ayu.booking.id, "refunded");
    }
    expect(audit()).toContain("0 with a contradiction");
  }, 90_000);

  test("and a crash right after keeps what was answered", async () => {
    const ayu = await holder();
    const bima = await newPerson();
    const { token } = await offer(ayu, ayu.ticket);
    const taken = (await accept(bima, token)).as(200);
    runStack("kill", "booking-service");
    runStack("wait", "booking-service");
    expect((await ticketOf(bima, taken.id)).as(200).status).toBe("valid");
    expect((await accept(ayu, token)).status).toBe(410);
    expect(liveTickets(ayu.ticket)).toBe(1);
  });
});

describe("the money stays with the buyer", () => {
  test("an organiser refunds the live ticket by its id, and the receiver is told", async () => {
    const [ayu, bima] = [await holder(show, 2), await newPerson()];
    const taken = (await accept(bima, (await offer(ayu, ayu.ticket)).token)).as(200);
    const refund = (ticket: string) => manager.client.call("post", "/api/refunds", { body: { payment_id: ayu.payment.id, ticket_ids: [ticket], reason: "x" }, key: "auto" });
    expect((await refund(ayu.ticket.id)).status).toBeGreaterThanOrEqual(400);
    expect((await refund(taken.id)).status).toBe(201);
    await eventually("the receiver's ticket is void", async () => ((await ticketOf(bima, taken.id)).as(200).status === "void" ? true : undefined));
    await waitForMail(bima.account.email, /tidak berlaku lagi/);
    const booking = await until(ayu.client, ayu.booking.id, "partially_refunded");
    expect(booking.refunded!.amount_minor).toBe(booking.lines.find(({ seat_no }) => seat_no === ayu.ticket.seat_no)!.total!.amount_minor);
    expect(audit()).toContain("0 with a contradiction");
    // others' payments may be open: tests before this one left them
    await eventually("the money adds up", () => {
      const { status, stdout } = spawnSync(process.env["GELORA_STACK"]!, ["audit-money"], { encoding: "utf8" });
      return Promise.resolve((status === 0 || status === 3) && !stdout.includes(ayu.payment.id) ? true : undefined);
    });
  });

  test("a dispute freezes the receiver's ticket, and its end restores it", async () => {
    const [ayu, bima] = [await holder(), await newPerson()];
    const taken = (await accept(bima, (await offer(ayu, ayu.ticket)).token)).as(200);
    const is = (status: string) => eventually(`it is ${status}`, async () => ((await ticketOf(bima, taken.id)).as(200).status === status ? true : undefined));
    await choose(ayu.payment.checkout_url, "dispute");
    await is("frozen");
    expect((await bima.client.post("/api/tickets/{id}/transfers", { params: { id: taken.id }, body: { email: newEmail() } })).slug).toBe("no-valid-ticket");
    await choose(ayu.payment.checkout_url, "win_dispute");
    await is("valid");
    expect((await ticketOf(ayu, ayu.ticket.id)).as(200).status).toBe("transferred");
  });

  test("a show that is called off ends it, and tells the receiver so", async () => {
    const [ayu, bima] = [await holder(off), await newPerson()];
    const taken = (await accept(bima, (await offer(ayu, ayu.ticket)).token)).as(200);
    (await manager.client.call("post", `/api/shows/${off}/cancellation`, { body: { reason: "Badai" } })).as(202);
    await eventually("it is void", async () => ((await ticketOf(bima, taken.id)).as(200).status === "void" ? true : undefined));
    expect((await waitForMail(bima.account.email, /batal/i)).text).toContain("Badai");
    await until(ayu.client, ayu.booking.id, "refunded");
  });
});

describe("what is kept of whom", () => {
  const rowOf = (id: string) => sql("gelora_booking", `SELECT CONCAT(email, name, sender_name), status FROM ticket_transfers WHERE id = ${id}`)[0]!;

  test("an offer goes with its maker's account, and its link is dead", async () => {
    const [ayu, bima] = [await holder(), await newPerson()];
    const { id, token } = await offer(ayu, ayu.ticket, undefined, "Bima");
    expect(rowOf(id)[0]).toContain("Bima");
    (await ayu.client.delete("/api/users/{id}", { params: { id: "me" } })).as(204);
    await eventually("it is forgotten", async () => (rowOf(id)[0] === "" ? true : undefined));
    expect(rowOf(id)[1]).toBe("3");
    expect((await accept(bima, token)).slug).toBe("transfer-gone");
  });

  test("is in the export of both", async () => {
    const [ayu, bima] = [await holder(), await newPerson()];
    const { id, to, token } = await offer(ayu, ayu.ticket);
    const taken = (await accept(bima, token)).as(200);
    const people = { [ayu.id]: [ayu, { id, given: true, email: to, status: "accepted", ticket_id: ayu.ticket.id }], [bima.id]: [bima, { id, given: false, status: "accepted", ticket_id: taken.id }] } as const;
    const at = addresses(runStack("status", "--json"))["booking-service"]!;
    for (const [person, [, wanted]] of Object.entries(people)) {
      const reply = await fetch(`${at}/internal/users/${person}/transfers`, { headers: { Authorization: `Bearer ${service("user-service").token("booking-service", person)!}` } });
      const { items } = (await reply.json()) as { items: object[] };
      expect(items).toMatchObject([wanted]);
      if (!wanted.given) expect(JSON.stringify(items)).not.toContain(to);
    }
    const zip = await fetch(`${url}/api/users/me/export`, { headers: { Authorization: `Bearer ${ayu.client.token}` } });
    expect(Buffer.from(await zip.arrayBuffer()).includes("transfers.json")).toBe(true);
  });
});
