// What buyers get by mail: once, with tickets that open the gate, whatever was down meanwhile.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually, newBuyer, runStack, showsOnSale, sql, userOf } from "./buyers.js";
import { newPerson } from "./organisers.js";
import { url } from "./users_steps.js";
import type { Client } from "../support/client.js";

const mailApi = process.env["GELORA_MAIL_API"] ?? "http://localhost:8085/api/mails";
let theatre: string, club: string;

beforeAll(async () => {
  const shows = await showsOnSale();
  theatre = shows.find(({ venue }) => /Cikini/.test(venue))!.id;
  club = shows.find(({ venue }) => /Blok M/.test(venue))!.id;
});

interface Attached {
  filename: string;
  content_type: string;
  size: number;
  content_id?: string;
  url: string;
}
interface Mail {
  subject: string;
  text: string;
  html: string;
  attachments: Attached[];
}
/** Mails about bookings, oldest first. */
async function mailsTo(address: string): Promise<Mail[]> {
  const { items } = (await (await fetch(`${mailApi}?to=${encodeURIComponent(address)}`)).json()) as { items: Mail[] };
  return items.filter(({ attachments, subject }) => attachments.length > 0 || /uang|money|batal/i.test(subject)).reverse();
}
const bytesOf = async ({ url: at }: Attached) => Buffer.from(await (await fetch(at)).arrayBuffer());
const of = (mail: Mail, name: RegExp) => mail.attachments.filter(({ filename }) => name.test(filename));

const folder = mkdtempSync(join(tmpdir(), "gelora-receipts-"));
const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: "utf8", cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
const keep = (name: string, bytes: Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const scan = (path: string) => run("zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable", path).split("\n").filter((line) => line.startsWith("GT1."));
const scanPdf = (path: string) => {
  const prefix = `${path}-page`;
  run("pdftoppm", "-r", "110", "-png", path, prefix);
  return run("sh", "-c", `ls ${prefix}*.png`).trim().split("\n").flatMap(scan);
};
const textOf = (path: string) => run("pdftotext", "-layout", path, "-");

async function book(client: Client, show: string, quantity = 2) {
  const zone = show === club ? (await client.get("/api/shows/{id}", { params: { id: show } })).as(200).zones[0]!.id : undefined;
  const body = zone ? { standing: [{ zone_id: zone, quantity }] } : { best_available: { quantity } };
  const hold = (await client.post("/api/shows/{id}/holds", { params: { id: show }, body })).as(201);
  return (await client.post("/api/bookings", { body: { hold_id: hold.id } })).as(201);
}
async function pay(client: Client, booking: string) {
  const { checkout_url } = (await client.post("/api/payments", { body: { booking_id: booking, provider: "sandbox" } })).as(201);
  await fetch(`${checkout_url}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome: "pay" }) });
}
const nameOf = async (client: Client) => (await client.get("/api/users/{id}", { params: { id: "me" } })).as(200).name;
const ticketsOf = (client: Client, id: string) =>
  eventually("the tickets", async () => (await client.get("/api/bookings/{id}", { params: { id } })).as(200).tickets ?? undefined);
async function buy(client: Client, show: string, quantity = 2) {
  const booking = await book(client, show, quantity);
  await pay(client, booking.id);
  return { booking, tickets: await ticketsOf(client, booking.id) };
}
const oneMail = (address: string, limit_ms = 20_000) =>
  eventually(`a mail to ${address}`, async () => (await mailsTo(address))[0], limit_ms);
const undone = () => Number(sql("gelora_booking", "SELECT (SELECT COUNT(*) FROM receipts WHERE done_at_us IS NULL) + (SELECT COUNT(*) FROM mail_outbox), 0")[0]![0]);
const allIsSent = (limit_ms = 60_000) => eventually("nothing waits", () => Promise.resolve(undone() === 0 || undefined), limit_ms);
const pdfOf = async (client: Client, path: string, language = "id") => {
  const reply = await fetch(url + path, { headers: { Authorization: `Bearer ${client.token}`, "Accept-Language": language } });
  return { status: reply.status, type: reply.headers.get("content-type"), cache: reply.headers.get("cache-control"), bytes: Buffer.from(await reply.arrayBuffer()) };
};

describe("after a purchase", () => {
  test("one mail comes, with codes that are the tickets', tickets and invoice", async () => {
    const { client, account } = await newPerson();
    const { booking, tickets } = await buy(client, theatre);
    const mail = await oneMail(account.email);
    const codes = tickets.map(({ code }) => code).sort();

    const pictures = mail.attachments.filter(({ content_id }) => content_id);
    expect(pictures.map(({ content_type }) => content_type)).toEqual(["image/png", "image/png"]);
    const scanned = await Promise.all(pictures.map(async (one) => scan(keep(one.filename, await bytesOf(one)))));
    expect(scanned.flat().sort()).toEqual(codes);
    expect(mail.html.match(/src="data:image\/png;base64,/g)).toHaveLength(2);
    expect(mail.html).not.toMatch(/src="https?:/);

    const [paper] = of(mail, /^(tiket|tickets)-/), [invoice] = of(mail, /^invoice-/);
    const path = keep("tickets.pdf", await bytesOf(paper!));
    expect(run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors");
    expect(scanPdf(path).sort()).toEqual(codes);

    const printed = textOf(keep("invoice.pdf", await bytesOf(invoice!)));
    expect(printed).toContain("Nada Nusantara");
    expect(printed).toContain(booking.reference);
    expect(printed).toContain(await nameOf(client));
    expect(printed).toMatch(/NADA-\d{4}-\d{6}/);
    for (const line of booking.lines) expect(printed).toContain(line.label);
    expect(printed.replace(/[.,]/g, "")).toContain(`Rp${booking.total.amount_minor}`);

    for (const needed of [booking.reference, ...tickets.map(({ label }) => label.split(" · ").at(-1)!), `/bookings/${booking.id}`]) expect(mail.text).toContain(needed);
    await allIsSent();
    expect(await mailsTo(account.email)).toHaveLength(1);
    expect((await pdfOf(client, `/api/bookings/${booking.id}/invoice.pdf`)).bytes.equals(await bytesOf(invoice!))).toBe(true);
  });

  test("the mail is in the buyer's language", async () => {
    const { client, account } = await newPerson();
    (await client.patch("/api/users/{id}", { params: { id: "me" }, body: { locale: "en" } })).as(200);
    await buy(client, club, 1);
    const mail = await oneMail(account.email);
    expect(mail.subject).toMatch(/^Your tickets: /);
    expect(mail.text).toContain("See you there");
    expect(of(mail, /^tickets-/)).toHaveLength(1);
  });

  test("whoever has no account any more gets none, and the invoice has no name", async () => {
    const person = await newPerson();
    const { booking } = await buy(person.client, theatre);
    await oneMail(person.account.email);
    const name = await nameOf(person.client);
    runStack("stop", "mailbox");
    try {
      (await person.client.post("/api/bookings/{id}/receipts", { params: { id: booking.id } })).as(202);
      await eventually("the mail waits", () => Promise.resolve(sql("gelora_booking", `SELECT 1, 0 FROM mail_outbox WHERE recipient = '${person.account.email}'`)[0]));
      expect(sql("gelora_booking", `SELECT document, 0 FROM invoices WHERE booking_id = ${booking.id}`)[0]![0]).toContain(name);
      (await person.client.delete("/api/users/{id}", { params: { id: "me" } })).as(204);
      await eventually("the mail is gone", () => Promise.resolve(sql("gelora_booking", `SELECT COUNT(*), 0 FROM mail_outbox WHERE recipient = '${person.account.email}'`)[0]![0] === "0" || undefined));
      expect(sql("gelora_booking", `SELECT document, 0 FROM invoices WHERE booking_id = ${booking.id}`)[0]![0]).not.toContain(name);
    } finally {
      runStack("start", "mailbox");
    }
    await allIsSent();
    expect(await mailsTo(person.account.email)).toHaveLength(1);
  });

  test("nobody at all is no reason to try for ever", async () => {
    const stranger = newBuyer(); // a token, and no account
    const { booking } = await buy(stranger, club, 1);
    await eventually("the receipt is done", () => Promise.resolve(sql("gelora_booking", `SELECT done_at_us, tries FROM receipts WHERE booking_id = ${booking.id} AND done_at_us IS NOT NULL`)[0]));
    expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM receipts WHERE booking_id = ${booking.id}`)[0]![0]).toBe("1");
    expect(userOf(stranger)).not.toBe("");
  });
});

describe("when something is down", () => {
  test("booking-service, killed at any moment between payment and mail: one mail", async () => {
    const people = await Promise.all([newPerson(), newPerson(), newPerson(), newPerson()]);
    const bookings = await Promise.all(people.map(({ client }) => book(client, theatre, 1)));
    for (const [i, { client }] of people.entries()) {
      await pay(client, bookings[i]!.id);
      // by now the event, the receipt or the mail of this or an earlier one is on its way
      runStack("kill", "booking-service");
      runStack("start", "booking-service");
      runStack("wait", "booking-service");
    }
    // A receipt or a mail that a process had in hand when it died is claimed for a while, which passes here while nobody works on it.
    runStack("stop", "booking-service");
    sql("gelora_booking", "UPDATE mail_outbox SET next_attempt_us = 0; UPDATE receipts SET next_try_us = 0 WHERE done_at_us IS NULL");
    runStack("start", "booking-service");
    for (const { account } of people) await oneMail(account.email, 90_000);
    await allIsSent(90_000);
    // Killed between the mail server's yes and our note of it, a mail is sent again: the same one, under the same Message-ID.
    for (const { account } of people) expect([account.email, new Set((await mailsTo(account.email)).map(({ text }) => text)).size]).toEqual([account.email, 1]);
  }, 200_000);

  test.each(["mailbox", "user-service"])("%s: the mail comes once when it is back", async (service) => {
    const { client, account } = await newPerson();
    const booking = await book(client, theatre, 1);
    runStack("stop", service);
    try {
      await pay(client, booking.id);
      await ticketsOf(client, booking.id);
      await eventually("it was tried", () => Promise.resolve(sql("gelora_booking", `SELECT 1, 0 FROM receipts r LEFT JOIN mail_outbox m ON m.id = r.id WHERE r.booking_id = ${booking.id} AND (m.attempts > 0 OR (m.id IS NULL AND r.tries > 0 AND r.done_at_us IS NULL))`)[0]));
    } finally {
      runStack("start", service);
    }
    await oneMail(account.email, 60_000);
    await allIsSent();
    expect(await mailsTo(account.email)).toHaveLength(1);
  }, 120_000);
});

describe("the same again", () => {
  test("a buyer may have the mail again, three times an hour", async () => {
    const { client, account } = await newPerson();
    const { booking, tickets } = await buy(client, theatre, 1);
    await oneMail(account.email);
    const again = () => client.post("/api/bookings/{id}/receipts", { params: { id: booking.id } });
    const answers = await Promise.all([again(), again(), again(), again(), again()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 429, 429]);
    const refused = answers.find(({ status }) => status === 429)!;
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3000);
    const mails = await eventually("four mails", async () => { const all = await mailsTo(account.email); return all.length >= 4 ? all : undefined; });
    await allIsSent();
    expect(await mailsTo(account.email)).toHaveLength(4);
    const invoices = await Promise.all(mails.map(async (mail) => createHash("sha256").update(await bytesOf(of(mail, /^invoice-/)[0]!)).digest("hex")));
    expect(new Set(invoices).size).toBe(1);
    const [picture] = mails[3]!.attachments.filter(({ content_id }) => content_id);
    expect(scan(keep("again.png", await bytesOf(picture!)))).toEqual([tickets[0]!.code]);
  });

  test("not before there are tickets, and not of others", async () => {
    const { client } = await newPerson();
    const booking = await book(client, theatre, 1);
    expect((await client.post("/api/bookings/{id}/receipts", { params: { id: booking.id } })).slug).toBe("no-valid-ticket");
    expect((await pdfOf(client, `/api/bookings/${booking.id}/invoice.pdf`)).status).toBe(404);
    expect((await newBuyer().post("/api/bookings/{id}/receipts", { params: { id: booking.id } })).status).toBe(404);
  });

  test("a ticket can be printed, in two languages, by its owner alone, and not when it is void", async () => {
    const { client } = await newPerson();
    const { tickets } = await buy(client, theatre, 1);
    const path = `/api/tickets/${tickets[0]!.id}/pdf`;
    const [id, en, again] = [await pdfOf(client, path), await pdfOf(client, path, "en-GB"), await pdfOf(client, path)];
    expect([id.status, id.type, id.cache]).toEqual([200, "application/pdf", "private, no-store"]);
    expect(id.bytes.equals(again.bytes)).toBe(true);
    expect(textOf(keep("id.pdf", id.bytes))).toContain("Kursi");
    expect(textOf(keep("en.pdf", en.bytes))).toContain("Seat");
    expect(scanPdf(keep("one.pdf", id.bytes))).toEqual([tickets[0]!.code]);
    expect((await pdfOf(newBuyer(), path)).status).toBe(404);
    // Given back by the show's rule: there is no ticket to print any more.
    (await client.post("/api/bookings/{id}/cancel", { params: { id: tickets[0]!.booking_id! } })).as(200);
    expect((await client.get("/api/tickets/{id}/pdf", { params: { id: tickets[0]!.id } })).slug).toBe("no-valid-ticket");
  });
});

describe("invoices", () => {
  test("are numbered without a gap or a repeat, however many are bought at once", async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => newPerson()));
    const bookings = await Promise.all(Array.from({ length: 20 }, async (_, i) => {
      const { client } = people[i % people.length]!;
      return { client, booking: await book(client, i % 2 ? club : theatre, 1) };
    }));
    await Promise.all(bookings.map(({ client, booking }) => pay(client, booking.id)));
    await Promise.all(bookings.map(({ client, booking }) => ticketsOf(client, booking.id)));
    await allIsSent();
    const mine = sql("gelora_booking", `SELECT organisation_id, number FROM invoices WHERE booking_id IN (${bookings.map(({ booking }) => booking.id).join()})`);
    expect(mine).toHaveLength(20);
    const gaps = sql("gelora_booking", "SELECT i.organisation_id, COUNT(*), COUNT(DISTINCT i.number), MIN(i.number), MAX(i.number), MAX(n.next_no) FROM invoices i JOIN invoice_numbers n ON n.organisation_id = i.organisation_id GROUP BY 1");
    for (const [, count, distinct, first, last, next] of gaps) expect([distinct, first, last, next]).toEqual([count, "1", count, String(Number(count) + 1)]);
  });

  test("a refund is told of, with a credit note of the next number", async () => {
    const { client, account, id } = await newPerson();
    const { booking } = await buy(client, theatre, 1);
    await oneMail(account.email);
    expect(id).not.toBe("");
    const detail = JSON.stringify({ amount_minor: booking.total.amount_minor, currency: "IDR", reason: "cancelled" });
    sql("gelora_booking", `INSERT INTO receipts (id, booking_id, kind, detail, created_at_us) VALUES (${booking.id} + 1000000, ${booking.id}, 2, '${detail}', UNIX_TIMESTAMP() * 1000000)`);
    const mail = await eventually("the refund's mail", async () => (await mailsTo(account.email))[1]);
    const printed = textOf(keep("credit.pdf", await bytesOf(of(mail, /^credit-note-/)[0]!)));
    expect(printed).toContain("Nota Kredit");
    const [sale, credit] = sql("gelora_booking", `SELECT kind, JSON_VALUE(document, '$.number.value') FROM invoices WHERE booking_id = ${booking.id} ORDER BY kind`);
    expect(printed).toContain(sale![1]);
    expect(printed).toContain(credit![1]);
    expect(mail.text).toContain("kembali");
  });

  test("other seats, late money and a cancelled show are told plainly", async () => {
    const { client, account } = await newPerson();
    const { booking } = await buy(client, theatre, 1);
    await oneMail(account.email);
    const details = {
      3: { old: ["Stalls · A-1"], new: ["Stalls · B-7"], decline_by: "2026-12-24T10:00:00Z" },
      4: { amount_minor: booking.total.amount_minor, currency: "IDR" },
      5: {},
    };
    let id = BigInt(booking.id) + 2_000_000n;
    for (const [kind, detail] of Object.entries(details)) sql("gelora_booking", `INSERT INTO receipts (id, booking_id, kind, detail, created_at_us) VALUES (${id++}, ${booking.id}, ${kind}, '${JSON.stringify(detail)}', UNIX_TIMESTAMP() * 1000000)`);
    const mails = await eventually("three more mails", async () => { const all = await mailsTo(account.email); return all.length >= 4 ? all : undefined; });
    const told = (words: RegExp) => mails.find(({ text }) => words.test(text)); // mails overtake each other
    const [other, late, cancelled] = [told(/Stalls/), told(/terlambat[^]*uang Anda kembali/), told(/Pertunjukan ini batal/)];
    for (const said of ["Stalls · A-1", "Stalls · B-7", "Kamis, 24 Desember 2026, 17.00 WIB", `/bookings/${booking.id}`]) expect(other!.text).toContain(said);
    expect(of(other!, /^tiket-/)).toHaveLength(1);
    expect([late, cancelled]).not.toContain(undefined);
  });
});
