// A show whose codes change every 15 seconds: what the phone is told suffices to make them, nothing of it goes by mail or on paper.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { digitsOf, readTicketCode } from "../support/ticket_code.js";
import { eventually, newBuyer, runStack, showsOnSale, sql } from "./buyers.js";
import { join as joinTeam, newOrganisation, newPerson, type Person } from "./organisers.js";
import { bookingOf, paid } from "./payer.js";
import { url } from "./users_steps.js";

const mailApi = process.env["GELORA_MAIL_API"] ?? "http://localhost:8085/api/mails";
let show: string;
let manager: Person;

const rules = (ticket_codes: string) => manager.client.call("patch", `/api/shows/${show}/rules`, { body: { ticket_codes } });
const ticketOf = async (buyer: Person["client"], id: string) => (await buyer.get("/api/tickets/{id}", { params: { id } })).as(200);
const inForce = (buyer: Person["client"], id: string, rotates: boolean) => eventually("the rule is in force", async () => ((await ticketOf(buyer, id)).rotation !== null === rotates ? true : undefined));

function scanSvg(svg: string): string {
  const folder = mkdtempSync(join(tmpdir(), "gelora-rotating-"));
  writeFileSync(join(folder, "code.svg"), svg);
  const chromium = process.env["GELORA_CHROMIUM"] || "/usr/bin/chromium";
  execFileSync(chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=600,600", `--screenshot=${folder}/code.png`, `file://${folder}/code.svg`], { stdio: "ignore" });
  return execFileSync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", join(folder, "code.png")], { encoding: "utf8" }).trim();
}

beforeAll(async () => {
  show = (await showsOnSale()).find(({ venue }) => /Kenjeran/.test(venue))!.id;
  const house = await newOrganisation("Kode Berputar");
  manager = await joinTeam(house, "manager");
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id = (SELECT concert_id FROM shows WHERE id = ${show})`);
  runStack("restart", "booking-service");
}, 60_000);

describe("a show with rotating codes", () => {
  test("tells the phone all it needs, and nobody else anything", async () => {
    const person = await newPerson();
    expect((await rules("rotating")).status).toBe(200);
    const { booking } = await paid(person.client, show);
    const [mine] = booking.tickets!;
    await inForce(person.client, mine!.id, true);
    const ticket = await ticketOf(person.client, mine!.id);
    expect(ticket.code).toMatch(/^GT2\.[\w-]+$/);
    expect(ticket.rotation).toMatchObject({ period_s: 15, digits: 8 });
    expect((await bookingOf(person.client, booking.id)).tickets![0]).toMatchObject({ code: ticket.code, rotation: ticket.rotation });

    const before = Math.floor(Date.now() / 15_000);
    const svg = (await person.client.get("/api/tickets/{id}/qr.svg", { params: { id: ticket.id } })).text;
    const after = Math.floor(Date.now() / 15_000);
    const [stays, digits] = [ticket.code, scanSvg(svg).split(".")[2]];
    expect(scanSvg(svg).startsWith(`${stays}.`)).toBe(true);
    const secret = Buffer.from(ticket.rotation!.secret, "base64url");
    expect([digitsOf(secret, before), digitsOf(secret, after)]).toContain(digits);
    const others = booking.tickets!.filter(({ id }) => id !== ticket.id).map(({ rotation }) => rotation?.secret);
    expect(others).not.toContain(ticket.rotation!.secret);
    expect((await newBuyer().call("get", `/api/tickets/${ticket.id}`)).status).toBe(404);

    expect((await person.client.get("/api/tickets/{id}/pdf", { params: { id: ticket.id } })).slug).toBe("ticket-not-printable");
    const mail = await eventually("the mail", async () => {
      const { items } = (await (await fetch(`${mailApi}?to=${encodeURIComponent(person.account.email)}`)).json()) as { items: { text: string; html: string; attachments: { filename: string }[] }[] };
      return items.find(({ attachments }) => attachments.length > 0);
    });
    expect(mail.attachments.map(({ filename }) => filename.replace(/[\dA-Z].*/, ""))).toEqual(["invoice-"]);
    expect(mail.text).toContain("15 detik");
    for (const secretOrCode of [stays, ticket.rotation!.secret, "GT1."]) expect(mail.text + mail.html).not.toContain(secretOrCode);
  });

  test("may have a fixed code on paper besides, where its organiser says so; and goes back to fixed ones", async () => {
    const buyer = newBuyer();
    const { booking } = await paid(buyer, show);
    const { id } = booking.tickets![0]!;
    await inForce(buyer, id, true);
    expect((await rules("rotating_or_printed")).status).toBe(200);
    await eventually("it can be printed", async () => ((await buyer.get("/api/tickets/{id}/pdf", { params: { id } })).status === 200 ? true : undefined));
    expect((await ticketOf(buyer, id)).code).toMatch(/^GT2/);
    expect((await rules("fixed")).status).toBe(200);
    await inForce(buyer, id, false);
    const keys = ((await (await fetch(`${url}/.well-known/gelora-ticket-keys.json`)).json()) as { keys: { kid: string; x: string }[] }).keys;
    expect(readTicketCode((await ticketOf(buyer, id)).code, keys)?.ticket_id).toBe(id);
    expect(await rules("sometimes")).toMatchObject({ status: 422 });
  });
});
