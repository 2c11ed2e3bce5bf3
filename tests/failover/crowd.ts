// Buyers who hold, let go, book and pay all the time, and keep what was acknowledged to them; and people who only look.
import { expect } from "vitest";
import type { Client } from "../support/client.js";
import { eventually, freeSeats, newBuyer, showsOnSale, sql } from "../service/buyers.js";
import { choose } from "../service/payer.js";

const buyers_at_once = 24;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const any = (below: number) => Math.floor(Math.random() * below);

export const acknowledged = { holds: new Map<string, number[]>(), bookings: new Map<string, string>(), released: new Set<string>(), paid: new Map<string, Client>() };

const counts = new Map<string, number>();
/** What was answered how often, since this was asked last. */
export function answers(): string {
  const text = [...counts].sort().map(([what, count]) => `${what}: ${count}`).join(", ");
  counts.clear();
  return text;
}

let running = false;
/** Holds that were acknowledged: when the request was sent that was, and when its answer came. */
const holds: { sent: number; answered: number }[] = [];

type Reply = { status: number; slug: string | undefined; text: string; headers: Headers };

/** Sends until there is an answer that is no "not now"; the same key every time, so that it happens once. */
async function insist<R extends Reply>(what: string, send: () => Promise<R>): Promise<{ reply: R; sent: number }> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const sent = performance.now();
    const reply = await send();
    const answer = `${what} ${reply.status}`;
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
    if (reply.status === 503) expect([what, Number(reply.headers.get("retry-after")) > 0]).toEqual([what, true]);
    else expect([what, reply.status < 500 ? "" : reply.text]).toEqual([what, ""]);
    if (reply.status !== 503 && reply.slug !== "idempotency-key-in-flight") return { reply, sent };
    await pause(50 + any(150));
  }
  throw new Error(`${what}: refused 600 times`);
}

async function buy(show: string, seat_nos: number[]): Promise<void> {
  const buyer = newBuyer();
  const key = `failover-${any(1e12)}`;
  const held = await insist("hold", () => buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos }, key }));
  if (held.reply.status !== 201) return;
  const hold = held.reply.as(201);
  holds.push({ sent: held.sent, answered: performance.now() });
  acknowledged.holds.set(hold.id, hold.seats.map((seat) => seat.seat_no!).sort((a, b) => a - b));
  if (any(2) === 0) {
    const { reply } = await insist("release", () => buyer.delete("/api/holds/{id}", { params: { id: hold.id } }));
    if (reply.status === 204) acknowledged.released.add(hold.id);
    return;
  }
  const booked = await insist("book", () => buyer.post("/api/bookings", { body: { hold_id: hold.id }, key: `${key}-book` }));
  if (booked.reply.status !== 201) return;
  const booking = booked.reply.as(201).id;
  acknowledged.bookings.set(booking, hold.id);
  if (any(4) > 0) return void (await insist("cancel", () => buyer.post("/api/bookings/{id}/cancel", { params: { id: booking }, body: {} })));
  const payment = await insist("pay", () => buyer.post("/api/payments", { body: { booking_id: booking, provider: "sandbox" }, key: `${key}-pay` }));
  const { checkout_url } = payment.reply.as(201);
  await eventually("the bank takes the money", async () => ((await choose(checkout_url, "pay")) < 400 ? true : undefined), 60_000);
  acknowledged.paid.set(booking, buyer);
}

const looks = { count: 0, slowest_ms: 0 };
async function look(show: string): Promise<void> {
  const anyone = newBuyer();
  const one = { params: { id: show } };
  const pages = [
    () => anyone.get("/api/shows/{id}/availability", one),
    () => anyone.get("/api/shows/{id}", one),
    () => anyone.get("/api/shows/{id}/seating", one),
    () => anyone.get("/api/concerts", { query: { q: "a" } }),
  ];
  while (running) {
    const begun = performance.now();
    const reply = await pages[any(pages.length)]!();
    expect([reply.request, reply.status]).toEqual([reply.request, 200]);
    looks.count += 1;
    looks.slowest_ms = Math.max(looks.slowest_ms, performance.now() - begun);
    await pause(100);
  }
}

/** Buyers buy and people look, for as long as the work takes; both fail with the first answer that is none. */
export async function whileTheyBuy(work: () => Promise<void>): Promise<{ looks: number; slowest_look_ms: number }> {
  const seats = new Map<string, number[]>();
  for (const { id } of await showsOnSale()) {
    if (seats.size === 6) break;
    const free = await freeSeats(id);
    if (free.length >= 500) seats.set(id, free.slice(0, 500));
  }
  const shows = [...seats.keys()];
  Object.assign(looks, { count: 0, slowest_ms: 0 });
  running = true;
  const crowd = Array.from({ length: buyers_at_once }, async () => {
    while (running) {
      const show = shows[any(shows.length)]!;
      const first = any(499);
      await buy(show, seats.get(show)!.slice(first, first + 1 + any(2)));
    }
  });
  const everybody = Promise.all([...crowd, look(shows[0]!), look(shows[1]!)]);
  try {
    await Promise.race([work(), everybody]);
  } finally {
    running = false;
  }
  await everybody;
  return { looks: looks.count, slowest_look_ms: looks.slowest_ms };
}

/** Milliseconds from a moment to the first hold that was asked for after it and acknowledged. */
export async function untilTheNextHold(since: number): Promise<number> {
  const first = await eventually("a hold", async () => holds.find(({ sent }) => sent > since), 60_000);
  return first.answered - since;
}

export const someMoreHolds = (count: number) => {
  const before = acknowledged.holds.size;
  return eventually(`${count} more holds`, async () => (acknowledged.holds.size >= before + count ? true : undefined), 60_000);
};

/** What was acknowledged, by anybody ever, and is not in the database as it was told. */
export async function lost(): Promise<string[]> {
  const stored = new Map(sql("gelora_booking", "SELECT id, HEX(places), status FROM holds").map(([id, places, status]) => [id, { places: places!.match(/.{8}/g)!.map((part) => parseInt(part, 16)), status }]));
  const bookings = new Map(sql("gelora_booking", "SELECT id, hold_id FROM bookings").map(([id, hold]) => [id, hold]));
  const unconfirmed = [];
  for (const [id, buyer] of acknowledged.paid) {
    const confirmed = async () => ((await buyer.get("/api/bookings/{id}", { params: { id } })).as(200).status === "confirmed" ? true : undefined);
    await eventually(id, confirmed, 30_000).catch(() => unconfirmed.push(`payment of ${id}`));
  }
  return [
    ...[...acknowledged.holds].filter(([id, places]) => JSON.stringify(stored.get(id)?.places) !== JSON.stringify(places)).map(([id]) => `hold ${id}`),
    ...[...acknowledged.released].filter((id) => !["3", "4"].includes(stored.get(id)?.status ?? "")).map((id) => `release of ${id}`),
    ...[...acknowledged.bookings].filter(([id, hold]) => bookings.get(id) !== hold).map(([id]) => `booking ${id}`),
    ...unconfirmed,
  ];
}
