// Somebody sets the clock of the machine that booking-service runs on, an hour forward and an hour back: no hold ends early or
// late, and tokens are judged as before, since all times are the database's. (libfaketime, for this one process; its steady clock
// goes on.)
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { eventually, sql, tokenOf } from "../service/buyers.js";
import { startInstance, type Instance } from "./instance.js";

const ttl_s = 4;
const hour_s = 3_600;
const folder = mkdtempSync(join(tmpdir(), "gelora-clock-"));
const clock = join(folder, "step");
const step = (seconds: number) => writeFileSync(clock, `${seconds < 0 ? "" : "+"}${seconds}`);

let instance: Instance;
let show: string;

beforeAll(async () => {
  const [library] = globSync("/usr/lib/*/faketime/libfaketimeMT.so.1");
  if (library === undefined) throw new Error("libfaketime is not installed: scripts/deps.sh test");
  step(0);
  instance = await startInstance("stepped", {
    GELORA_HOLD_TTL_S: String(ttl_s),
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: "1",
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    DONT_FAKE_MONOTONIC: "1",
  });
  show = await instance.show(20);
});
afterAll(async () => {
  await instance?.stop();
  rmSync(folder, { recursive: true });
});

const databaseNow = () => Number(sql("mysql", "SELECT UNIX_TIMESTAMP(SYSDATE(6)), 0")[0]![0]) * 1000;
const place = async (buyer = instance.buyer()) => ({
  buyer,
  held: (await buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity: 1 } } })).as(201),
});
type Placed = Awaited<ReturnType<typeof place>>;
const read = async ({ buyer, held }: Placed) => (await buyer.get("/api/holds/{id}", { params: { id: held.id } })).as(200);

/** The time that the stepped process has on its wall, as its log tells. */
async function wallOfInstance(): Promise<number> {
  const id = `wall-${Math.random().toString(36).slice(2)}`;
  const reply = await fetch(`${instance.url}/api/tickets`, { headers: { "X-Request-Id": id } });
  await reply.text();
  const line = await eventually("its log line", async () => (await instance.log()).split("\n").find((one) => one.includes(id)));
  return Date.parse((JSON.parse(line) as { time: string }).time);
}

/** Watches a hold until it ends; when that was, in the database's time. */
async function end(placed: Placed): Promise<number> {
  await eventually("the hold ends", async () => (await read(placed)).status === "expired" || undefined, (ttl_s + 5) * 1000);
  const at = databaseNow();
  const late = await placed.buyer.post("/api/bookings", { body: { hold_id: placed.held.id } });
  expect([late.status, late.slug]).toEqual([410, "hold-expired"]);
  await eventually("its seat is free", async () => sql("gelora_booking", `SELECT COUNT(*), 0 FROM seat_claims WHERE hold_id = ${placed.held.id}`)[0]![0] === "0" || undefined, 5_000);
  return at;
}

test.each([
  ["forward", hour_s],
  ["back", -hour_s],
])("an hour %s: holds end when they were to end", async (_, by_s) => {
  step(0);
  const before = await place();
  step(by_s);
  expect(Math.abs((await wallOfInstance()) - Date.now() - by_s * 1000)).toBeLessThan(60_000); // it really has another time

  expect(await read(before)).toMatchObject({ status: "active", expires_at: before.held.expires_at });
  const asked = databaseNow();
  const after = await place();
  expect(Math.abs(Date.parse(after.held.expires_at) - asked - ttl_s * 1000)).toBeLessThan(2_000); // RFC 3339 to the second

  for (const placed of [before, after]) {
    const ended = await end(placed);
    expect(ended).toBeGreaterThanOrEqual(Date.parse(placed.held.expires_at));
    expect(ended).toBeLessThan(Date.parse(placed.held.expires_at) + 5_000);
  }
});

test.each([
  ["forward", hour_s],
  ["back", -hour_s],
])("an hour %s: a token is good until it ends, and not after", async (_, by_s) => {
  step(by_s);
  const now_s = Math.floor(databaseNow() / 1000);
  const statusWith = async (issued_s: number, lifetime_s: number) => {
    const client = createClient(instance.url);
    client.token = tokenOf(123_456_789, issued_s, lifetime_s);
    return (await client.get("/api/bookings")).status;
  };
  expect(await statusWith(now_s, 600)).toBe(200);
  expect(await statusWith(now_s - 600, 599)).toBe(401); // ended a second ago
  expect(await statusWith(now_s - 1_800, 2_400)).toBe(200);
  expect(await statusWith(now_s + 1_800, 600)).toBe(401); // not issued yet
});

test("a clock that is wrong by three seconds is told, and keeps nobody from being served", async () => {
  const warned = (yes: boolean) =>
    eventually(`${yes ? "a" : "no"} warning`, async () => {
      const reply = await fetch(`${instance.url}/readyz`);
      const { warnings } = (await reply.json()) as { warnings?: string[] };
      return (reply.status === 200 && warnings?.includes("clock") === yes) || undefined;
    });
  step(3);
  await eventually("three seconds", async () => Math.abs((await instance.metric("gelora_clock_skew_seconds")) - 3) < 1 || undefined);
  await warned(true);
  step(0);
  await warned(false);
});
