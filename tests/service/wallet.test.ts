// Tickets in the wallets of phones: what is signed is checked by openssl, by jose and by a library that makes such passes itself.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, createPublicKey } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { jwtVerify } from "jose";
import { PKPass } from "passkit-generator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../support/client.js";
import { readTicketCode } from "../support/ticket_code.js";
import { unzip } from "../support/zip.js";
import { eventually, newBuyer, showsOnSale, sql } from "./buyers.js";
import { saveToWallet } from "./google_wallet_schema.js";
import { newPerson, type Person } from "./organisers.js";
import { book, paid, setShow } from "./payer.js";
import { binaryOf, settingsOf } from "./user_instance.js";
import { newEmail, tokenIn, url, waitForMail } from "./users_steps.js";

const runDir = process.env["GELORA_RUN_DIR"] ?? new URL("../../.run", import.meta.url).pathname;
const secrets = `${runDir}/secrets/wallet`;
const folder = mkdtempSync(path(tmpdir(), "gelora-wallet-"));
let show: string, rotating: string;

interface Field {
  label: string;
  value: string;
}
interface Pass {
  barcodes: { message: string }[];
  relevantDate: string;
  expirationDate: string;
  semantics: { attendeeName?: string };
  eventTicket: Record<"headerFields" | "primaryFields" | "secondaryFields" | "auxiliaryFields" | "backFields", Field[]>;
}
interface Claims {
  iss: string;
  origins: string[];
  payload: { eventTicketClasses: [{ id: string }]; eventTicketObjects: [{ id: string; barcode: { value: string } }] };
}

const open = async (client: Client, ticket: string, wallet: string) => fetch(`${url}/api/tickets/${ticket}/wallet/${wallet}`, { headers: { Authorization: `Bearer ${client.token}` } });
const slugOf = async (reply: Response) => `${reply.status} ${((await reply.json()) as { type: string }).type.replace(/.*\//, "")}`;
const keys = async () => ((await (await fetch(`${url}/.well-known/gelora-ticket-keys.json`)).json()) as { keys: { kid: string; x: string }[] }).keys;
const ticketOf = async (client: Client, id: string) => (await client.get("/api/tickets/{id}", { params: { id } })).as(200);

async function passOf(client: Client, ticket: string) {
  const reply = await open(client, ticket, "apple");
  expect([reply.status, reply.headers.get("content-type"), reply.headers.get("cache-control")]).toEqual([200, "application/vnd.apple.pkpass", "private, no-store"]);
  expect(reply.headers.get("content-disposition")).toBe(`attachment; filename="gelora-${ticket}.pkpass"`);
  const files = unzip(new Uint8Array(await reply.arrayBuffer()));
  return { files, pass: JSON.parse(files["pass.json"]!.toString()) as Pass };
}

const inUtc = (value: object) => JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === "string" && /^\d{4}-\d\d-\d\dT/.test(one) ? new Date(one).toISOString() : one)) as object;

/** What openssl says of the manifest's signature. */
function verify(files: Record<string, Buffer>, manifest = files["manifest.json"]!) {
  writeFileSync(path(folder, "signature"), files["signature"]!);
  writeFileSync(path(folder, "manifest"), manifest);
  return spawnSync("openssl", ["smime", "-verify", "-inform", "DER", "-in", path(folder, "signature"), "-content", path(folder, "manifest"), "-CAfile", `${secrets}/wwdr.cert.pem`, "-purpose", "any"], { encoding: "utf8" }).status;
}

async function claimsOf(client: Client, ticket: string) {
  const { save_url } = (await client.get("/api/tickets/{id}/wallet/google", { params: { id: ticket } })).as(200);
  const [, jwt] = /^https:\/\/pay\.google\.com\/gp\/v\/save\/([\w.-]+)$/.exec(save_url)!;
  const key = createPublicKey((JSON.parse(readFileSync(`${secrets}/google.json`, "utf8")) as { private_key: string }).private_key);
  const { payload, protectedHeader } = await jwtVerify(jwt!, key, { algorithms: ["RS256"], audience: "google" });
  return { claims: payload as unknown as Claims, header: protectedHeader, link: save_url };
}

async function holder(at = show): Promise<Person & { ticket: { id: string; code: string; label: string; zone: string }; booking: string; reference: string }> {
  const person = await newPerson();
  const { booking } = await paid(person.client, at, 1);
  return { ...person, ticket: booking.tickets![0]!, booking: booking.id, reference: booking.reference };
}

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.find(({ venue }) => /Istora/.test(venue))!.id;
  rotating = shows.find(({ venue }) => /Dago|Braga|Ungasan/.test(venue))!.id;
  sql("gelora_booking", `UPDATE shows SET refund_before_s = 0 WHERE id = ${show}`);
  setShow(rotating, "ticket_codes = 1, revision = revision + 1");
}, 60_000);
afterAll(() => setShow(rotating, "ticket_codes = 0, revision = revision + 1"));

describe("an Apple pass", () => {
  test("is signed over every file by the configured key, with the intermediate", async () => {
    const { client, ticket } = await holder();
    const { files } = await passOf(client, ticket.id);
    const manifest = JSON.parse(files["manifest.json"]!.toString()) as Record<string, string>;
    const hashes = Object.entries(files).filter(([name]) => !["manifest.json", "signature"].includes(name)).map(([name, bytes]) => [name, createHash("sha1").update(bytes).digest("hex")]);
    expect(manifest).toEqual(Object.fromEntries(hashes));
    expect(Object.keys(manifest).sort()).toEqual(["en.lproj/pass.strings", "icon.png", "icon@2x.png", "icon@3x.png", "id.lproj/pass.strings", "logo.png", "logo@2x.png", "pass.json", "strip.png", "strip@2x.png"]);
    expect(verify(files)).toBe(0);
    expect(verify(files, Buffer.from(files["manifest.json"]!.toString().replace("icon.png", "icoN.png")))).not.toBe(0);
    const shown = execFileSync("openssl", ["pkcs7", "-inform", "DER", "-in", path(folder, "signature"), "-print_certs"], { encoding: "utf8" });
    expect(shown.match(/^subject=/gm)).toHaveLength(2);
    expect(shown).toContain("UID = pass.test.gelora.ticket");
  });

  test("is read whole by a library that makes passes, and says what the ticket says", async () => {
    const { client, ticket, reference } = await holder();
    const { files, pass } = await passOf(client, ticket.id);
    const read = new PKPass(files, { signerCert: readFileSync(`${secrets}/apple.cert.pem`), signerKey: readFileSync(`${secrets}/apple.key.pem`), wwdr: readFileSync(`${secrets}/wwdr.cert.pem`) });
    expect(inUtc(read.props)).toMatchObject(inUtc(pass)); // what its schema does not know, or finds wrong, it drops
    expect(read.languages.sort()).toEqual(["en", "id"]);
    expect(read.getAsBuffer().length).toBeGreaterThan(1000);

    expect(pass).toMatchObject({ formatVersion: 1, passTypeIdentifier: "pass.test.gelora.ticket", teamIdentifier: "GELORATEST", serialNumber: ticket.id, groupingIdentifier: show, sharingProhibited: true });
    expect(pass.barcodes).toEqual([{ format: "PKBarcodeFormatQR", message: ticket.code, messageEncoding: "iso-8859-1" }]);
    expect(readTicketCode(pass.barcodes[0]!.message, await keys())).toMatchObject({ ticket_id: ticket.id, show_id: show });
    const { starts_at, venue } = (await client.get("/api/shows/{id}", { params: { id: show } })).as(200);
    expect(new Date(pass.relevantDate).toISOString().replace(".000", "")).toBe(starts_at);
    expect(pass.relevantDate).toMatch(/\+07:00$/);
    expect(new Date(pass.expirationDate).getTime()).toBeGreaterThan(new Date(starts_at).getTime());
    expect(pass.semantics).toMatchObject({ eventType: "PKEventTypeLivePerformance", venueName: venue.name });
    expect(JSON.stringify(pass.eventTicket)).toContain(reference);
    expect(ticket.label).toContain(pass.eventTicket.auxiliaryFields[0]!.value);
  });

  test("is in the words of both languages, each label in each", async () => {
    const { client, ticket } = await holder();
    const { files, pass } = await passOf(client, ticket.id);
    const wordsOf = (name: string) => Object.fromEntries([...files[name]!.toString().matchAll(/^"([^"]+)" = "([^"]+)";$/gm)].map(([, key, text]) => [key!, text!]));
    const [en, id] = [wordsOf("en.lproj/pass.strings"), wordsOf("id.lproj/pass.strings")];
    expect(Object.keys(en)).toEqual(Object.keys(id));
    const { headerFields, secondaryFields, auxiliaryFields, backFields } = pass.eventTicket; // that of the first is the concert's title
    for (const { label } of [headerFields, secondaryFields, auxiliaryFields, backFields].flat()) expect([label, typeof en[label], typeof id[label]]).toEqual([label, "string", "string"]);
    expect(id["SEAT"]).toBe("KURSI");
  });
});

describe("a link to Google Wallet", () => {
  test("carries the ticket, signed by the configured account, as Google's reference has it", async () => {
    const { client, ticket, reference } = await holder();
    const { claims, header, link } = await claimsOf(client, ticket.id);
    expect(header).toEqual({ alg: "RS256", typ: "JWT", kid: "0123456789abcdef0123456789abcdef01234567" });
    const ajv = new Ajv2020({ allErrors: true });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    expect([ajv.validate(saveToWallet, claims), ajv.errorsText()]).toEqual([true, "No errors"]);
    expect(claims.iss).toBe("tickets@gelora-test.iam.gserviceaccount.com");
    expect(claims.origins).toEqual([url]);
    const [object, kind] = [claims.payload.eventTicketObjects[0], claims.payload.eventTicketClasses[0]];
    expect(object).toMatchObject({ id: `3388000000000000001.ticket-${ticket.id}`, classId: kind.id, state: "ACTIVE", ticketNumber: ticket.id, reservationInfo: { confirmationCode: reference } });
    expect(kind.id).toBe(`3388000000000000001.show-${show}`);
    expect(readTicketCode(object.barcode.value, await keys())).toMatchObject({ ticket_id: ticket.id, show_id: show });
    expect(object.barcode.value).toBe(ticket.code);
    expect(link.length).toBeLessThan(2500);
  });
});

describe("who may, and what", () => {
  test("a stranger finds nothing; what is not a ticket that lets somebody in is told so", async () => {
    const ayu = await holder();
    for (const wallet of ["apple", "google"]) {
      expect(await slugOf(await open(newBuyer(), ayu.ticket.id, wallet))).toBe("404 not-found");
      expect((await fetch(`${url}/api/tickets/${ayu.ticket.id}/wallet/${wallet}`)).status).toBe(401);
      expect(await slugOf(await open(ayu.client, "1", wallet))).toBe("404 not-found");
    }
    expect((await ticketOf(ayu.client, ayu.ticket.id)).wallets).toEqual(["apple", "google"]);
    (await ayu.client.post("/api/bookings/{id}/cancel", { params: { id: ayu.booking } })).as(200);
    await eventually("the money is on its way back", async () => ((await ticketOf(ayu.client, ayu.ticket.id)).status === "void" ? true : undefined));
    for (const wallet of ["apple", "google"]) expect(await slugOf(await open(ayu.client, ayu.ticket.id, wallet))).toBe("409 no-valid-ticket");
    expect((await ticketOf(ayu.client, ayu.ticket.id)).wallets).toEqual([]);
  });

  test("a booking that is not paid has no ticket, and so nothing for a wallet", async () => {
    const buyer = newBuyer();
    const booking = await book(buyer, show, 1);
    expect(booking.tickets ?? []).toEqual([]);
    for (const wallet of ["apple", "google"]) expect(await slugOf(await open(buyer, booking.id, wallet))).toBe("404 not-found");
  });

  test("a ticket that was given away goes into its receiver's wallet only, under its new code and without the booking", async () => {
    const [ayu, bima] = [await holder(), await newPerson()];
    const email = newEmail("to");
    (await ayu.client.post("/api/tickets/{id}/transfers", { params: { id: ayu.ticket.id }, body: { email, name: "Bima <script>" } })).as(201);
    const taken = (await bima.client.post("/api/transfers/accept", { body: { token: tokenIn(await waitForMail(email, /tiket|ticket/i), "transfer") } })).as(200);
    for (const wallet of ["apple", "google"]) {
      expect(await slugOf(await open(ayu.client, ayu.ticket.id, wallet))).toBe("409 no-valid-ticket");
      expect(await slugOf(await open(ayu.client, taken.id, wallet))).toBe("404 not-found");
    }
    const { pass } = await passOf(bima.client, taken.id);
    expect(pass.barcodes[0]!.message).toBe(taken.code);
    expect(pass.semantics.attendeeName).toBe("Bima <script>");
    expect(JSON.stringify(pass) + JSON.stringify((await claimsOf(bima.client, taken.id)).claims)).not.toContain(ayu.reference);
  });

  test("a code that changes goes into no wallet", async () => {
    const { client, ticket } = await holder(rotating);
    await eventually("the rule is in force", async () => ((await ticketOf(client, ticket.id)).rotation !== null ? true : undefined));
    for (const wallet of ["apple", "google"]) expect(await slugOf(await open(client, ticket.id, wallet))).toBe("409 ticket-code-rotates");
    expect((await ticketOf(client, ticket.id)).wallets).toEqual([]);
  });
});

describe("the keys", () => {
  /** booking-service with its settings, but for these: what it says before it ends. */
  function startWith(changed: Record<string, string>) {
    return spawnSync(binaryOf("booking-service"), ["serve"], { env: { ...process.env, ...settingsOf("booking-service"), GELORA_LISTEN: "127.0.0.1:0", ...changed }, encoding: "utf8", timeout: 20_000 });
  }

  test("that are wrong are named at the start, all of them, and nothing starts", () => {
    const { status, stderr } = startWith({ GELORA_APPLE_PASS_CERT_FILE: `${secrets}/wwdr.cert.pem`, GELORA_GOOGLE_WALLET_ISSUER_ID: "" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/GELORA_APPLE_PASS.*the key is not that of the pass certificate/);
    expect(stderr).toContain("GELORA_GOOGLE_WALLET_ISSUER_ID is not set");
    const other = startWith({ GELORA_APPLE_PASS_KEY_FILE: "/nowhere", GELORA_GOOGLE_WALLET_KEY_FILE: `${secrets}/apple.key.pem` });
    expect(other.status).toBe(1);
    expect(other.stderr).toContain("GELORA_APPLE_PASS_KEY_FILE: cannot read /nowhere");
    expect(other.stderr).toMatch(/GELORA_GOOGLE_WALLET.*not the JSON of a service account/);
  });
});
