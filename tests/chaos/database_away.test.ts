// The database is away for a while: it stands still with open connections, or it is stopped and started again. Reads of the
// public pages go on from memory, writes are refused at once and politely, and afterwards everything works as before.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, showsOnSale, sql } from "../service/buyers.js";

const full = process.env["GELORA_CHAOS"] === "full";
const services = JSON.parse(runStack("status", "--json")).services as Record<string, { url: string; pid: number }>;
const instances = Object.keys(services).filter((name) => name.startsWith("booking-service"));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const longest_refusal_ms = 1_000;
const busy_machine_ms = 500; // what a test beside ten processes on two cores may add
const back_to_normal_ms = 5_000;

let show: string;
let brief: string; // its holds last two seconds, from the next time its desk is opened
let hold_ttl_s: string;

beforeAll(async () => {
  const roomy = [];
  for (const { id } of await showsOnSale()) if ((await freeSeats(id)).length > 40) roomy.push(id);
  [show, brief] = roomy as [string, string];
  hold_ttl_s = sql("gelora_booking", `SELECT hold_ttl_s, 0 FROM shows WHERE id = ${brief}`)[0]![0]!;
  sql("gelora_booking", `UPDATE shows SET hold_ttl_s = 2 WHERE id = ${brief}`);
});
afterAll(() => {
  sql("gelora_booking", `UPDATE shows SET hold_ttl_s = ${hold_ttl_s} WHERE id = ${brief}`);
  for (const instance of instances) runStack("restart", instance);
});

const hold = (buyer: Client, at: string) => buyer.post("/api/shows/{id}/holds", { params: { id: at }, body: { best_available: { quantity: 1 } } });

async function book(buyer: Client) {
  const held = (await hold(buyer, show)).as(201);
  const booking = (await buyer.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
  const payment = (await buyer.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
  return { held, booking, payment };
}

interface Seen {
  what: string;
  status: number;
  ms: number;
  retry: string | null;
  slug: string | undefined;
}

/** Asks again and again, until `done`; what came back, and how long it took. */
async function watch(what: string, ask: () => ReturnType<Client["call"]>, done: () => boolean): Promise<Seen[]> {
  const seen: Seen[] = [];
  while (!done()) {
    const begun = performance.now();
    const answer = await ask();
    seen.push({ what, status: answer.status, ms: performance.now() - begun, retry: answer.headers.get("retry-after"), slug: answer.slug });
    await pause(100);
  }
  return seen;
}

/** A busy processor lets one thread or the other go on for a moment: what it still commits is no outage yet. */
async function stop(pid: number): Promise<void> {
  process.kill(pid, "SIGSTOP");
  const running = () => readdirSync(`/proc/${pid}/task`).filter((thread) => !/\) T /.test(readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8")));
  await eventually("every thread stands still", async () => (running().length === 0 ? true : undefined));
}

const outages: { name: string; for_ms: number; begin: () => Promise<void> | void; end: () => void }[] = [
  {
    name: "stands still",
    for_ms: 10_000,
    begin: () => stop(services["mariadb"]!.pid),
    end: () => process.kill(services["mariadb"]!.pid, "SIGCONT"),
  },
  { name: "is stopped", for_ms: full ? 10_000 : 5_000, begin: () => void runStack("stop", "mariadb"), end: () => void runStack("start", "mariadb") },
];

test.each(outages)("the database $name: reads go on, writes are refused within a second, and all works again after it", async ({ name, for_ms, begin, end }) => {
  const owner = newBuyer();
  const { held, booking, payment } = await book(owner);
  const free = (await hold(owner, show)).as(201); // to be released during the outage, in vain
  const one = { params: { id: show } };
  const reads: [string, () => ReturnType<Client["call"]>][] = [
    ["availability", () => owner.get("/api/shows/{id}/availability", one)],
    ["show", () => owner.get("/api/shows/{id}", one)],
    ["seating", () => owner.get("/api/shows/{id}/seating", one)],
    ["concerts", () => owner.get("/api/concerts", { query: { q: "a" } })],
  ];
  const refused: [string, () => ReturnType<Client["call"]>][] = [
    ...Array.from({ length: 4 }, () => ["hold", () => hold(newBuyer(), show)] as [string, () => ReturnType<Client["call"]>]),
    ["release", () => owner.delete("/api/holds/{id}", { params: { id: free.id } })],
    ["book", () => owner.post("/api/bookings", { body: { hold_id: free.id } })],
    ["cancel", () => newBuyer().post("/api/bookings/{id}/cancel", { params: { id: booking.id }, body: {} })],
    ["read a hold", () => owner.get("/api/holds/{id}", { params: { id: held.id } })],
    ["list bookings", () => owner.get("/api/bookings")],
    ...instances.map((instance) => [`ready ${instance}`, () => createClient(services[instance]!.url).call("get", "/readyz")] as [string, () => ReturnType<Client["call"]>]),
  ];

  let over = false;
  const seen: Seen[] = [];
  await begin();
  try {
    const watched = [...reads, ...refused].map(([what, ask]) => watch(what, ask, () => over));
    await pause(for_ms);
    over = true;
    seen.push(...(await Promise.all(watched)).flat());
  } finally {
    end();
  }
  const back = performance.now();

  const names = new Set(reads.map(([what]) => what));
  for (const answer of seen) expect(answer).toMatchObject(names.has(answer.what) ? { status: 200 } : { status: 503 });
  const refusals = seen.filter(({ what }) => !names.has(what));
  for (const { what, retry, slug } of refusals) if (!what.startsWith("ready")) expect([what, Number(retry) > 0, slug]).toEqual([what, true, "unavailable"]);
  const slowest = (list: Seen[]) => Math.max(...list.map(({ ms }) => ms));
  const typical = refusals.map(({ ms }) => ms).sort((a, b) => a - b)[refusals.length >> 1]!;
  expect(slowest(refusals)).toBeLessThan(longest_refusal_ms + busy_machine_ms);
  expect(typical).toBeLessThan(longest_refusal_ms / 2);

  // Back again: a hold, its release, an expiry, and the payment of what was booked before.
  const again = async (at: string) => {
    const buyer = newBuyer();
    const answer = await eventually("a hold", async () => {
      const reply = await hold(buyer, at);
      if (reply.status !== 503) return reply;
      return undefined;
    }, back_to_normal_ms);
    return { buyer, held: answer.as(201) };
  };
  const first = await again(show);
  const normal_ms = performance.now() - back;
  for (const instance of instances) {
    await eventually(`${instance} is ready`, async () => (await createClient(services[instance]!.url).call("get", "/readyz")).status === 200 || undefined, back_to_normal_ms);
  }
  expect((await first.buyer.delete("/api/holds/{id}", { params: { id: first.held.id } })).status).toBe(204);
  const short = await again(brief);
  await eventually("an expiry", async () => (await short.buyer.get("/api/holds/{id}", { params: { id: short.held.id } })).as(200).status === "expired" || undefined, 8_000);
  const freed = () => sql("gelora_booking", `SELECT COUNT(*), 0 FROM seat_claims WHERE hold_id = ${short.held.id}`)[0]![0] === "0" || undefined;
  await eventually("its seat is free", async () => freed(), 5_000);
  expect((await owner.delete("/api/holds/{id}", { params: { id: free.id } })).status).toBe(204);
  await fetch(`${payment.checkout_url}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: '{"outcome":"pay"}' });
  const paid = await eventually("a confirmation", async () => {
    const now = (await owner.get("/api/bookings/{id}", { params: { id: booking.id } })).as(200);
    return now.status === "confirmed" ? now : undefined;
  });
  expect(paid.tickets).toHaveLength(1);
  expect(execFileSync(process.env["GELORA_STACK"] ?? "", ["audit"], { encoding: "utf8" })).toContain(" 0 with a contradiction");
  console.log(
    `  database ${name} for ${for_ms} ms: ${refusals.length} refusals, the slowest after ${slowest(refusals).toFixed(0)} ms, typically ${typical.toFixed(0)} ms; ` +
      `${seen.length - refusals.length} reads, the slowest ${slowest(seen.filter(({ what }) => names.has(what))).toFixed(0)} ms; first hold ${normal_ms.toFixed(0)} ms after its return`,
  );
}, 90_000);
