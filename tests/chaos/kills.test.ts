// Buyers go on buying while booking-service and the database are killed under them (SIGKILL, at random). Every call is a line
// of a history, written before it is sent and after its answer; afterwards the history is held against the database, and
// `gelora-audit` replays the journal. Short by default; GELORA_CHAOS=full kills 200 times a service and 20 times the database.
import { execFile, execFileSync } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import type { Client } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, showsOnSale, sql } from "../service/buyers.js";

const stack = process.env["GELORA_STACK"] ?? "";
const full = process.env["GELORA_CHAOS"] === "full";
const service_kills = full ? 200 : 5;
const database_kills = full ? 20 : 2;
const buyers_at_once = 48;
const contended_seats = 50;

const instances = Object.keys(JSON.parse(runStack("status", "--json")).services as object).filter((name) => name.startsWith("booking-service"));
const patience_s = 300; // a long run meets a machine that is suspended for a while
const stack_async = (...args: string[]) => promisify(execFile)(stack, args, { timeout: 2 * patience_s * 1000 });
const ready = (name: string) => stack_async("wait", name, String(patience_s));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const any = (below: number) => Math.floor(Math.random() * below);

// invoke: about to be sent. ok: acknowledged. fail: refused for good. info: not known; both outcomes are legal.
type Line = { call: number; event: "invoke" | "ok" | "fail" | "info"; [more: string]: unknown };
const history_file = `${process.env["GELORA_RUN_DIR"] ?? "."}/logs/history.jsonl`;
const history = openSync(history_file, "w");
const note = (line: Line) => void writeSync(history, `${JSON.stringify(line)}\n`);
afterAll(() => closeSync(history));

const acknowledged = { holds: new Map<string, number[]>(), bookings: new Map<string, string>(), released: new Set<string>() };
const counts: Record<string, number> = {};
let calls = 0;
let running = true;

type Reply = { status: number; slug: string | undefined; body: unknown };

/** Sends until there is an answer that is no "not now"; the same key every time, so that it happens once. */
async function insist(what: string, send: () => Promise<Reply>): Promise<Reply | undefined> {
  const call = ++calls;
  for (let attempt = 0; attempt < 200; attempt++) {
    note({ call, event: "invoke", what, attempt });
    const reply = await send().catch((fault: unknown) => String(fault));
    if (typeof reply === "string" && !/fetch failed|other side closed|ECONNRESET|terminated/.test(reply)) throw new Error(reply);
    const status = typeof reply === "string" ? 0 : reply.status;
    counts[`${what} ${status}`] = (counts[`${what} ${status}`] ?? 0) + 1;
    if (typeof reply !== "string" && status !== 503 && reply.slug !== "idempotency-key-in-flight") {
      note({ call, event: status < 300 ? "ok" : "fail", what, status, slug: reply.slug });
      expect(status, JSON.stringify(reply.body)).toBeLessThan(500);
      return reply;
    }
    note({ call, event: "info", what, status });
    if (!running && attempt > 100) return undefined;
    await pause(50 + any(150));
  }
  return undefined;
}

async function buy(buyer: Client, show: string, seats: number[]): Promise<void> {
  const key = `chaos-${calls}-${any(1e9)}`;
  const held = await insist("hold", () => buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: seats }, key }));
  if (held?.status !== 201) return;
  const hold = held.body as { id: string; seats: { seat_no: number }[] };
  acknowledged.holds.set(hold.id, hold.seats.map((seat) => seat.seat_no).sort((a, b) => a - b));
  if (any(3) === 0) {
    const again = await insist("hold again", () => buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: seats }, key }));
    if (again) expect((again.body as { id: string }).id).toBe(hold.id);
  }
  if (any(2) === 0) {
    const released = await insist("release", () => buyer.delete("/api/holds/{id}", { params: { id: hold.id } }));
    if (released?.status === 204) acknowledged.released.add(hold.id);
    return;
  }
  const booked = await insist("book", () => buyer.post("/api/bookings", { body: { hold_id: hold.id }, key: `${key}-book` }));
  if (booked?.status !== 201) return;
  const booking = (booked.body as { id: string }).id;
  acknowledged.bookings.set(booking, hold.id);
  await insist("cancel", () => buyer.post("/api/bookings/{id}/cancel", { params: { id: booking }, body: {} }));
}

async function kill(name: string): Promise<void> {
  await ready(name);
  await pause(100 + any(400));
  await stack_async("kill", name);
}

test(`${service_kills} kills of booking-service and ${database_kills} of the database lose and sell nothing twice`, async () => {
  const seats = new Map<string, number[]>(); // of each show, those that buyers choose from
  for (const { id } of await showsOnSale()) {
    const free = await freeSeats(id);
    if (free.length >= 500 && seats.size < 6) seats.set(id, free.slice(0, seats.size === 0 ? contended_seats : 500));
  }
  const shows = [...seats.keys()];
  const hot = shows[0]!;

  const crowd = Array.from({ length: buyers_at_once }, async () => {
    while (running) {
      const show = any(4) === 0 ? hot : shows[any(shows.length)]!;
      const choice = seats.get(show)!;
      const first = any(choice.length - 1);
      await buy(newBuyer(), show, any(2) === 0 ? [choice[first]!] : [choice[first]!, choice[first + 1]!]);
    }
  });
  const fault = Promise.race(crowd); // a buyer that fails ends the test at once

  const order = [...Array<string>(service_kills).fill("service"), ...Array<string>(database_kills).fill("mariadb")].sort(() => Math.random() - 0.5);
  const killing = (async () => {
    for (const [done, what] of order.entries()) {
      await kill(what === "mariadb" ? "mariadb" : instances[any(instances.length)]!);
      if (full && done % 20 === 19) console.log(`  ${done + 1} of ${order.length} kills, ${acknowledged.holds.size} holds acknowledged`);
    }
  })();
  await Promise.race([killing, fault]);
  for (const name of ["mariadb", ...instances]) await ready(name);
  await pause(500); // everything is up: some undisturbed buying, too
  running = false;
  await Promise.all(crowd);

  console.log(Object.entries(counts).sort().map(([what, count]) => `  ${what}: ${count}`).join("\n"));
  expect(acknowledged.holds.size).toBeGreaterThan(100);

  const rows = sql("gelora_booking", "SELECT id, HEX(places), status FROM holds");
  const stored = new Map(rows.map(([id, places, status]) => [id, { places: places!.match(/.{8}/g)!.map((part) => parseInt(part, 16)), status }]));
  const lost = [...acknowledged.holds].filter(([id, places]) => JSON.stringify(stored.get(id)?.places) !== JSON.stringify(places));
  expect(lost).toEqual([]);
  const unreleased = [...acknowledged.released].filter((id) => !["3", "4"].includes(stored.get(id)!.status!));
  expect(unreleased).toEqual([]);
  const bookings = new Map(sql("gelora_booking", "SELECT id, hold_id FROM bookings").map(([id, hold]) => [id, hold]));
  const lost_bookings = [...acknowledged.bookings].filter(([id, hold]) => bookings.get(id) !== hold);
  expect(lost_bookings).toEqual([]);

  const audit = execFileSync(stack, ["audit"], { encoding: "utf8" });
  expect(audit).toMatch(/ 0 with a contradiction/);
}, full ? 3_600_000 : 240_000);

test("what the audit reads is what it says: a claim removed by hand is found", async () => {
  const [show, seat] = sql("gelora_booking", "SELECT show_id, seat_no FROM seat_claims WHERE state = 2 LIMIT 1")[0]!;
  const kept = sql("gelora_booking", `SELECT show_id, seat_no, hold_id, state FROM seat_claims WHERE show_id = ${show} AND seat_no = ${seat}`)[0]!;
  runStack("stop", "payment-service");
  execFileSync(stack, ["sql", "gelora_booking"], { input: `DELETE FROM seat_claims WHERE show_id = ${show} AND seat_no = ${seat}` });
  const found = await eventually("the audit finds it", async () => {
    try {
      execFileSync(stack, ["audit", show!], { encoding: "utf8", stdio: "pipe" });
      return undefined;
    } catch (fault) {
      return String((fault as { stdout: string }).stdout);
    }
  });
  expect(found).toContain(`place ${seat} has no claim`);
  execFileSync(stack, ["sql", "gelora_booking"], { input: `INSERT INTO seat_claims VALUES (${kept.join(",")})` });
  runStack("start", "payment-service");
});
