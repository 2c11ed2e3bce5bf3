// Buyers for the tests beside this file. Their access tokens are signed with the running stack's own key, so that a hundred
// buyers need not register first; the services verify them as any other.
import { execFileSync } from "node:child_process";
import { createHash, createPrivateKey, createPublicKey, randomInt, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { createClient, type Client } from "../support/client.js";

export const url = (process.env["GELORA_URL"] ?? "http://localhost:8080").replace(/\/$/, "");
const runDir = process.env["GELORA_RUN_DIR"] ?? new URL("../../.run", import.meta.url).pathname;
const stack = process.env["GELORA_STACK"] ?? new URL("../../scripts/stack.sh", import.meta.url).pathname;

const key = createPrivateKey(readFileSync(`${runDir}/secrets/access-token.key.pem`));
const { x, y } = createPublicKey(key).export({ format: "jwk" });
const kid = createHash("sha256").update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest("base64url");

export function tokenOf(user: number, issued_s = Math.floor(Date.now() / 1000), lifetime_s = 600): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { iss: "gelora", aud: "gelora", sub: String(user), sid: "1", iat: issued_s, exp: issued_s + lifetime_s, roles: ["customer"], orgs: [] };
  const text = `${part({ alg: "ES256", kid, typ: "JWT" })}.${part(claims)}`;
  return `${text}.${sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}

/** Somebody who never bought before. */
export function newBuyer(): Client {
  const client = createClient(url);
  client.token = tokenOf(randomInt(10_000_000, 2_000_000_000));
  return client;
}

/** The id of the buyer's account. */
export const userOf = (buyer: Client) => (JSON.parse(Buffer.from(buyer.token!.split(".")[1]!, "base64url").toString()) as { sub: string }).sub;

/** scripts/stack.sh, for killing and restarting what runs. */
export const runStack = (...args: string[]) => execFileSync(stack, args, { encoding: "utf8", timeout: 60_000 });

/** Rows of a statement, tab separated, as the database's root. */
export function sql(schema: string, statement: string): string[][] {
  const text = execFileSync(stack, ["sql", schema], { input: statement, encoding: "utf8", maxBuffer: 1 << 28 });
  return text.trim().split("\n").slice(1).map((line) => line.split("\t"));
}

/** Shows on sale, by concert, with the name of their hall. */
export async function showsOnSale(): Promise<{ id: string; concert: string; venue: string }[]> {
  const anyone = createClient(url);
  const { items } = (await anyone.get("/api/concerts", { query: { limit: 100 } })).as(200);
  const found = [];
  for (const card of items.filter((item) => item.status === "on_sale")) {
    const concert = (await anyone.get("/api/concerts/{id}", { params: { id: card.slug } })).as(200);
    for (const show of concert.shows) if (show.sale.status === "on_sale") found.push({ id: show.id, concert: card.slug, venue: show.venue.name });
  }
  return found;
}

/** The state of every seat: 0 available, 1 held, 2 sold, 3 not for sale. */
export function readStates(data: string, seats: number): number[] {
  const bytes = Buffer.from(data, "base64");
  return Array.from({ length: seats }, (_, i) => (bytes[i >> 2]! >> ((i & 3) * 2)) & 3);
}

export async function seatStates(show: string): Promise<number[]> {
  const anyone = createClient(url);
  const { seats } = (await anyone.get("/api/shows/{id}/availability", { params: { id: show } })).as(200);
  const { zones } = (await anyone.get("/api/shows/{id}", { params: { id: show } })).as(200);
  return readStates(seats.data, zones.filter((zone) => zone.kind === "seated").reduce((sum, zone) => sum + zone.capacity, 0));
}

/** Numbers of free seats, by the database: what is published may be a quarter of a second old. */
export async function freeSeats(show: string): Promise<number[]> {
  const taken = new Set(sql("gelora_booking", `SELECT seat_no, 0 FROM seat_claims WHERE show_id = ${show}`).map(([seat_no]) => Number(seat_no)));
  return (await seatStates(show)).flatMap((_, seat_no) => (taken.has(seat_no) ? [] : [seat_no]));
}

/** Asks until the answer is the wanted one; fails after the limit. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>, limit_ms = 20_000): Promise<T> {
  const end = Date.now() + limit_ms;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`not within ${limit_ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
