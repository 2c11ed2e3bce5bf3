// Every service is replaced while buyers buy and readers read: nobody who asks through the edge, and asks once, is told a 5xx or
// loses the connection. (Event streams are not asked here: they end with their process, and browsers open them again.)
import { execFile, execFileSync } from "node:child_process";
import { request } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { eventually, newBuyer, runStack, showsOnSale, url } from "../service/buyers.js";

const stack = process.env["GELORA_STACK"] ?? "";
const gelora = join(stack, "../../gelora");
const rounds = 2; // the second replaces those that the first has started
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Reply = { status: number; slug: string | undefined };
const asked = new Map<string, { answers: number; slowest_ms: number }>();
const failures: string[] = [];
let running = true;

/** Asks until there is an answer; every failure is noted, for a client that asks once would have been lost there. */
async function ask<R extends Reply>(kind: string, send: () => Promise<R>): Promise<R> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const begun = Date.now();
    const reply = await send().catch((fault: unknown) => `${String(fault)} ${String((fault as { cause?: unknown }).cause ?? "")}`);
    const seen = asked.get(kind) ?? { answers: 0, slowest_ms: 0 };
    asked.set(kind, { answers: seen.answers + 1, slowest_ms: Math.max(seen.slowest_ms, Date.now() - begun) });
    if (typeof reply !== "string" && reply.status < 500) return reply;
    failures.push(`${new Date().toISOString()} ${kind}: ${typeof reply === "string" ? reply : `${reply.status} ${reply.slug}`}`);
    await pause(100);
  }
  throw new Error(`${kind}: no answer`);
}

/** On a connection of its own, as of another browser: the bank is asked without the edge. */
const atBank = (checkout: string) =>
  new Promise<Reply>((resolve, reject) => {
    const body = JSON.stringify({ outcome: "pay" });
    const sent = request(`${checkout}/outcome`, { method: "POST", agent: false, headers: { "Content-Type": "application/json" } }, (reply) => {
      reply.resume().on("end", () => resolve({ status: reply.statusCode ?? 0, slug: undefined }));
    });
    sent.on("error", reject).end(body);
  });

const bought: { buyer: Client; booking: string; quantity: number }[] = [];

async function buy(show: string): Promise<void> {
  const buyer = newBuyer();
  const quantity = 2;
  const key = crypto.randomUUID(); // another one for each command, the same when it is asked again
  const held = await ask("hold", () => buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity } }, key }));
  const booked = await ask("book", () => buyer.post("/api/bookings", { body: { hold_id: held.as(201).id }, key: `${key}-book` }));
  const booking = booked.as(201).id;
  const payment = await ask("pay", () => buyer.post("/api/payments", { body: { booking_id: booking, provider: "sandbox" }, key: `${key}-pay` }));
  await ask("pay at the bank", () => atBank(payment.as(201).checkout_url));
  await eventually("the booking is confirmed", async () => {
    const now = await ask("look at the booking", () => buyer.get("/api/bookings/{id}", { params: { id: booking } }));
    await pause(50);
    return now.as(200).status === "confirmed" || undefined;
  });
  bought.push({ buyer, booking, quantity });
}

async function keep(doing: () => Promise<unknown>, rest_ms: number): Promise<void> {
  while (running) {
    await doing();
    await pause(rest_ms);
  }
}

test("every service is replaced twice, and no request fails", async () => {
  const shows: string[] = [];
  const anyone = createClient(url);
  for (const { id } of await showsOnSale()) {
    const { zones } = (await anyone.get("/api/shows/{id}/availability", { params: { id } })).as(200);
    if (zones.reduce((sum, zone) => sum + zone.available, 0) > 2_000) shows.push(id);
  }
  expect(shows.length).toBeGreaterThan(1);
  const [account] = JSON.parse(runStack("status", "--json")).demo_accounts as { email: string; password: string }[];
  const before = processes();

  let turn = 0;
  const next = () => shows[turn++ % shows.length]!;
  const crowd = [
    ...Array.from({ length: 6 }, () => keep(() => buy(next()), 10)),
    ...Array.from({ length: 3 }, () => keep(() => ask("read the seats", () => anyone.get("/api/shows/{id}/availability", { params: { id: next() } })), 10)),
    keep(() => ask("read the concerts", () => anyone.get("/api/concerts", { query: { limit: 20 } })), 10),
    keep(() => ask("sign in", () => createClient(url).post("/api/sessions", { body: { email: account!.email, password: account!.password } })), 200),
  ];
  const fault = Promise.race(crowd); // a buyer that is refused ends the test at once
  const begun = Date.now();
  const replaced = (async () => {
    for (let round = 0; round < rounds; round++) await promisify(execFile)(gelora, ["restart"], { timeout: 60_000 });
  })();
  await Promise.race([replaced, fault]);
  const took_s = (Date.now() - begun) / 1000;
  running = false;
  await Promise.all(crowd);

  const requests = [...asked.values()].reduce((sum, { answers }) => sum + answers, 0);
  console.log(`  ${rounds} rounds in ${took_s.toFixed(1)} s, ${requests} requests, ${bought.length} purchases, ${failures.length} failures`);
  console.log([...asked].map(([kind, { answers, slowest_ms }]) => `  ${kind}: ${answers}, slowest ${slowest_ms} ms`).join("\n"));
  expect(failures).toEqual([]);
  const after = processes();
  for (const [name, pid] of Object.entries(before)) expect(after[name], name).not.toBe(pid);

  expect(bought.length).toBeGreaterThan(10);
  for (const { buyer, booking, quantity } of bought) {
    const { tickets } = (await buyer.get("/api/bookings/{id}", { params: { id: booking } })).as(200);
    expect(tickets!.filter((ticket) => ticket.status === "valid")).toHaveLength(quantity);
  }
  expect(execFileSync(stack, ["audit"], { encoding: "utf8" })).toContain(" 0 with a contradiction");
  // status 3, which throws: something is still on its way
  await eventually("all money is accounted for", async () => promisify(execFile)(stack, ["audit-money"]).then(() => true, () => undefined));
}, 120_000);

/** The processes that are replaced, by their ids. */
function processes(): Record<string, number> {
  const services = JSON.parse(runStack("status", "--json")).services as Record<string, { pid: number }>;
  return Object.fromEntries(Object.entries(services).flatMap(([name, { pid }]) => (/-service|sandbox-bank/.test(name) ? [[name, pid]] : [])));
}
