// booking-service, black box: every answer is held against the contract by the client.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { components } from "../../web/src/contract/booking.js";
import { createClient } from "../support/client.js";
import { routesOf } from "../support/contract.js";
import { eventually, freeSeats, newBuyer, readStates, runStack, seatStates, showsOnSale, sql, url } from "./buyers.js";

const anyone = createClient(url);
let stadium: string; // 58,044 seats and standing zones
let theatre: string; // seats only
let club: string; // standing only

beforeAll(async () => {
  const shows = await showsOnSale();
  const at = (venue: RegExp) => shows.find((show) => venue.test(show.venue))!.id;
  stadium = at(/Main Stadium/);
  theatre = at(/Cikini/);
  club = at(/Blok M/);
});

const hold = (show: string, body: object, key?: string) => {
  const buyer = newBuyer();
  return { buyer, answer: buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: body as never, ...(key ? { key } : {}) }) };
};

describe("the contract", () => {
  test.each(["booking", "payment"] as const)("has the same routes as %s-service", (service) => {
    const folder = process.env["GELORA_BIN_DIR"] ?? fileURLToPath(new URL("../../build/release/bin", import.meta.url));
    const table = JSON.parse(execFileSync(`${folder}/${service}-service`, ["routes"], { encoding: "utf8" })) as { method: string; path: string; access: string }[];
    const published = table.filter(({ path }) => !path.startsWith("/internal/") && !["/healthz", "/readyz", "/metrics"].includes(path));
    const line = (route: { method: string; path: string }, bearer: boolean) => `${route.method} ${route.path.replace(/\{\w+\}/g, "{}")}${bearer ? " bearer" : ""}`;
    expect(published.map((route) => line(route, ["person", "staff", "admin"].includes(route.access))).sort()).toEqual(routesOf(service).map((route) => line(route, route.access === "bearer")).sort());
  });
});

describe("concerts and shows", () => {
  test("pages follow each other without a gap or a repeat", async () => {
    const all = (await anyone.get("/api/concerts", { query: { limit: 100 } })).as(200).items.map((item) => item.id);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = (await anyone.get("/api/concerts", { query: { limit: 5, cursor } })).as(200);
      paged.push(...page.items.map((item) => item.id));
      cursor = page.next_cursor;
    }
    expect(all.length).toBeGreaterThanOrEqual(14);
    expect(paged).toEqual(all);
  });

  test("search looks into artist, title, city and hall, whatever the case", async () => {
    const { items } = (await anyone.get("/api/concerts", { query: { q: "LANGIT karsa" } })).as(200);
    expect(items.map((item) => item.slug)).toEqual(["langit-karsa-tur-cakrawala"]);
    const jakarta = (await anyone.get("/api/concerts", { query: { city: "jakarta", limit: 100 } })).as(200).items;
    expect(new Set(jakarta.map((item) => item.city))).toEqual(new Set(["Jakarta"]));
    expect((await anyone.get("/api/concerts", { query: { q: "no such artist" } })).as(200).items).toEqual([]);
  });

  test("a wrong query names each wrong parameter", async () => {
    const answer = await anyone.get("/api/concerts", { query: { limit: 1000, from: "yesterday" } });
    expect([answer.status, answer.slug]).toEqual([422, "invalid-request"]);
    expect((answer.body as { errors: unknown[] }).errors).toHaveLength(2);
  });

  test("the demo has a sold-out, a closed and an upcoming sale", async () => {
    const statuses = (await anyone.get("/api/concerts", { query: { limit: 100 } })).as(200).items.map((item) => item.status);
    expect(statuses).toEqual(expect.arrayContaining(["on_sale", "upcoming", "sold_out", "closed"]));
  });

  test.each(["0", "abc", "-1", "99999999999999999999", "%2e%2e", "1%00"])("a show that is not there is 404: %s", async (id) => {
    for (const tail of ["", "/seating", "/seating/rows", "/availability", "/availability/stream"]) {
      expect((await anyone.call("get", `/api/shows/${id}${tail}`, { unchecked: true })).status).toBeOneOf([400, 404]);
    }
  });

  test("answers are not sent again to who has them", async () => {
    for (const path of [`/api/shows/${stadium}/seating`, `/api/shows/${theatre}/availability`, `/api/shows/${stadium}`, "/api/concerts"]) {
      const first = await anyone.call("get", path);
      const again = await anyone.call("get", path, { headers: { "If-None-Match": first.headers.get("etag")! }, unchecked: true });
      expect([path, again.status, again.text]).toEqual([path, 304, ""]);
    }
  });

  test("the seating by rows says the same in a fifth of the bytes", async () => {
    for (const id of [stadium, theatre]) {
      const [whole, short] = [await anyone.get("/api/shows/{id}/seating", { params: { id } }), await anyone.get("/api/shows/{id}/seating/rows", { params: { id } })];
      const seatsOf = (row: components["schemas"]["RowOfSteps"]) => {
        let [x, y] = [0, 0];
        return row.x.map((step, i) => {
          [x, y] = [x + step, y + row.y[i]!];
          return { seat_no: row.first + i, label: `${row.name}-${row.labels?.[i] ?? i + 1}`, x: expect.closeTo(x, 6) as number, y: expect.closeTo(y, 6) as number, ...(row.accessible?.includes(i) && { accessible: true }) };
        });
      };
      const zones = short.as(200).zones.map((zone) => ({
        ...zone,
        sections: zone.sections?.map((section) => ({ ...section, rows: section.rows.map((row) => ({ name: row.name, seats: seatsOf(row) })) })),
      }));
      expect(whole.as(200)).toEqual({ ...short.as(200), zones });
      expect(short.text.length * 5).toBeLessThan(whole.text.length);
    }
  });

  test("seats are numbered densely, and the states add up to the zones' counts", async () => {
    const seating = (await anyone.get("/api/shows/{id}/seating", { params: { id: stadium } })).as(200);
    const numbers: number[] = [];
    const zoneOf = new Map<number, string>();
    for (const zone of seating.zones) {
      for (const section of zone.sections ?? []) for (const row of section.rows) for (const seat of row.seats) zoneOf.set(numbers[numbers.push(seat.seat_no) - 1]!, zone.id);
    }
    expect(numbers.length).toBeGreaterThanOrEqual(50_000);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i));
    const availability = (await anyone.get("/api/shows/{id}/availability", { params: { id: stadium } })).as(200);
    const free = new Map<string, number>();
    readStates(availability.seats.data, numbers.length).forEach((state, seat_no) => state === 0 && free.set(zoneOf.get(seat_no)!, (free.get(zoneOf.get(seat_no)!) ?? 0) + 1));
    for (const zone of availability.zones) if (free.has(zone.zone_id)) expect(zone.available).toBe(free.get(zone.zone_id));
  });
});

describe("holds", () => {
  test("a chosen seat is held, and refused to the next with its number", async () => {
    const [a, b, c] = (await freeSeats(theatre)) as [number, number, number];
    const held = (await hold(theatre, { seat_nos: [a, b] }).answer).as(201);
    expect(held.seats.map((seat) => seat.seat_no)).toEqual([a, b]);
    expect(Date.parse(held.expires_at)).toBeGreaterThan(Date.now());
    const refused = await hold(theatre, { seat_nos: [b, c] }).answer;
    expect(refused.slug).toBe("seats-taken");
    expect(refused.as(409)).toMatchObject({ seat_nos: [b] });
    expect((await seatStates(theatre))[c]).toBe(0);
  });

  test("what is released is free again, and releasing twice is fine", async () => {
    const { buyer, answer } = hold(theatre, { best_available: { quantity: 2 } });
    const held = (await answer).as(201);
    const params = { id: held.id };
    expect((await newBuyer().delete("/api/holds/{id}", { params })).status).toBe(404);
    expect((await buyer.delete("/api/holds/{id}", { params })).status).toBe(204);
    expect((await buyer.delete("/api/holds/{id}", { params })).status).toBe(204);
    expect((await buyer.get("/api/holds/{id}", { params })).as(200).status).toBe("released");
    (await hold(theatre, { seat_nos: held.seats.map((seat) => seat.seat_no) }).answer).as(201);
  });

  test("best available keeps a party together within its price", async () => {
    const { zones } = (await anyone.get("/api/shows/{id}", { params: { id: stadium } })).as(200);
    const cheapest = Math.min(...zones.filter((zone) => zone.kind === "seated").map((zone) => zone.price.amount_minor));
    const held = (await hold(stadium, { best_available: { quantity: 3, max_price_minor: cheapest } }).answer).as(201);
    const [first, , last] = held.seats.map((seat) => seat.seat_no) as [number, number, number];
    expect(last - first).toBe(2);
    for (const seat of held.seats) expect(seat.price.amount_minor).toBe(cheapest);
  });

  test("who asks for more than there is at the price learns how many there are", async () => {
    const few = await hold(theatre, { best_available: { quantity: 2, max_price_minor: 0 } }).answer;
    expect(few.slug).toBe("not-enough-seats");
    expect(few.as(409)).toMatchObject({ available: 0 });
  });

  test("standing places are held by number of people", async () => {
    const { zones } = (await anyone.get("/api/shows/{id}", { params: { id: club } })).as(200);
    const held = (await hold(club, { standing: [{ zone_id: zones[0]!.id, quantity: 2 }] }).answer).as(201);
    expect(held.seats).toHaveLength(2);
  });

  test("a sale that is not open, or closed, says so", async () => {
    const { items } = (await anyone.get("/api/concerts", { query: { limit: 100 } })).as(200);
    const showOf = async (status: string) => {
      const card = items.find((item) => item.status === status)!;
      return (await anyone.get("/api/concerts/{id}", { params: { id: card.id } })).as(200).shows[0]!.id;
    };
    const early = await hold(await showOf("upcoming"), { best_available: { quantity: 1 } }).answer;
    expect([early.status, early.slug]).toEqual([409, "sale-not-open"]);
    expect((early.body as { opens_at: string }).opens_at).toMatch(/Z$/);
    const late = await hold(await showOf("closed"), { best_available: { quantity: 1 } }).answer;
    expect([late.status, late.slug]).toEqual([409, "sale-closed"]);
  });

  test("no body makes the service stumble", async () => {
    const buyer = newBuyer();
    for (const raw of ["", "{", "null", "[]", "[".repeat(5000), '{"seat_nos":[1e999]}', '{"seat_nos":[9223372036854775808]}', "\u0000", "{}{}", '{"seat_nos":'.repeat(50)]) {
      const answer = await buyer.call("post", `/api/shows/${theatre}/holds`, { raw, key: "auto" });
      expect([raw.slice(0, 30), answer.status]).toEqual([raw.slice(0, 30), expect.toBeOneOf([400, 422])]);
    }
    expect((await buyer.call("post", `/api/shows/${theatre}/holds`, { raw: "{}", key: "auto", headers: { "Content-Type": "text/plain" } })).status).toBe(415);
    expect((await buyer.call("patch", `/api/shows/${theatre}/holds`, { raw: "{}" })).status).toBe(405);
    expect((await createClient(url).call("post", `/api/shows/${theatre}/holds`, { raw: "{}", key: "auto" })).status).toBe(401);
  });
});

describe("the idempotency key", () => {
  test("is required", async () => {
    const answer = await newBuyer().post("/api/shows/{id}/holds", { params: { id: theatre }, body: { best_available: { quantity: 1 } }, key: null });
    expect([answer.status, answer.slug]).toEqual([400, "idempotency-key-missing"]);
  });

  test("gives the first answer again, byte for byte, also after a restart", async () => {
    const buyer = newBuyer();
    const ask = () => buyer.post("/api/shows/{id}/holds", { params: { id: theatre }, body: { best_available: { quantity: 1 } }, key: "one" });
    const first = await ask();
    first.as(201);
    expect((await ask()).text).toBe(first.text);
    runStack("kill", "booking-service");
    runStack("wait", "booking-service");
    expect((await ask()).text).toBe(first.text);
  });

  test("is one person's, and for one body", async () => {
    const buyer = newBuyer();
    const params = { id: theatre };
    const first = (await buyer.post("/api/shows/{id}/holds", { params, body: { best_available: { quantity: 1 } }, key: "mine" })).as(201);
    const other = await buyer.post("/api/shows/{id}/holds", { params, body: { best_available: { quantity: 2 } }, key: "mine" });
    expect([other.status, other.slug]).toEqual([422, "idempotency-key-reused"]);
    const somebodyElse = (await newBuyer().post("/api/shows/{id}/holds", { params, body: { best_available: { quantity: 1 } }, key: "mine" })).as(201);
    expect(somebodyElse.id).not.toBe(first.id);
  });

  test("keeps no refusal: what was refused is decided anew", async () => {
    const [seat] = (await freeSeats(theatre)) as [number];
    const first = hold(theatre, { seat_nos: [seat] });
    const held = (await first.answer).as(201);
    const buyer = newBuyer();
    const ask = () => buyer.post("/api/shows/{id}/holds", { params: { id: theatre }, body: { seat_nos: [seat] }, key: "again" });
    expect((await ask()).status).toBe(409);
    await first.buyer.delete("/api/holds/{id}", { params: { id: held.id } });
    (await ask()).as(201);
  });
});

describe("bookings", () => {
  test("a hold becomes one booking with the server's price", async () => {
    const { buyer, answer } = hold(theatre, { best_available: { quantity: 2 } });
    const held = (await answer).as(201);
    const attendees = [{ seat_no: held.seats[0]!.seat_no, name: "Søren 李 <b>'; DROP TABLE--" }];
    const booking = (await buyer.post("/api/bookings", { body: { hold_id: held.id, attendees } })).as(201);
    const lines = booking.lines.reduce((sum, line) => sum + line.price.amount_minor, 0);
    expect(booking.total.amount_minor).toBe(lines + booking.fees.amount_minor - booking.discount.amount_minor);
    expect((await buyer.post("/api/bookings", { body: { hold_id: held.id } })).slug).toBe("hold-already-booked");
    expect((await buyer.get("/api/bookings")).as(200).items.map((item) => item.id)).toEqual([booking.id]);
    expect((await newBuyer().get("/api/bookings/{id}", { params: { id: booking.id } })).status).toBe(404);
    expect((await newBuyer().post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).status).toBe(404);
  });

  test("somebody else's hold is not there, and no name of another seat is taken", async () => {
    const { buyer, answer } = hold(theatre, { best_available: { quantity: 1 } });
    const held = (await answer).as(201);
    expect((await newBuyer().post("/api/bookings", { body: { hold_id: held.id } })).status).toBe(404);
    expect((await buyer.post("/api/bookings", { body: { hold_id: held.id, attendees: [{ seat_no: 4_000_000, name: "x" }] } })).status).toBe(422);
    const priced = await buyer.call("post", "/api/bookings", { body: { hold_id: held.id, total: { amount_minor: 1, currency: "IDR" } }, key: "auto" });
    expect([priced.status, priced.slug]).toEqual([422, "invalid-request"]);
  });

  test("a cancelled booking gives its seats back", async () => {
    const { buyer, answer } = hold(theatre, { best_available: { quantity: 1 } });
    const held = (await answer).as(201);
    const booking = (await buyer.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
    const cancelled = (await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).as(200);
    expect(cancelled.status).toBe("cancelled");
    (await hold(theatre, { seat_nos: [held.seats[0]!.seat_no] }).answer).as(201);
  });

  test("a hold that ended is gone: 410, and its seat is free within 5 s", async () => {
    const shows = await showsOnSale();
    const short = shows.find((show) => /Braga/.test(show.venue))!.id;
    sql("gelora_booking", `UPDATE shows SET hold_ttl_s = 1 WHERE id = ${short}`);
    runStack("restart", "booking-service");
    const { buyer, answer } = hold(short, { best_available: { quantity: 1 } });
    const held = (await answer).as(201);
    await eventually("the hold ends", async () => ((await buyer.get("/api/holds/{id}", { params: { id: held.id } })).as(200).status === "expired" ? true : undefined), 6_000);
    const late = await buyer.post("/api/bookings", { body: { hold_id: held.id } });
    expect([late.status, late.slug]).toEqual([410, "hold-expired"]);
    await eventually("the seat is free", async () => ((await seatStates(short))[held.seats[0]!.seat_no] === 0 ? true : undefined), 5_000);
  });
});

describe("the event stream", () => {
  test("begins with a snapshot, tells changes within 250 ms, and resumes", async () => {
    const stream = async (last?: string) => {
      const reply = await fetch(`${url}/api/shows/${stadium}/availability/stream`, { headers: last ? { "Last-Event-ID": last } : {} });
      expect(reply.headers.get("content-type")).toContain("text/event-stream");
      const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      const next = async (): Promise<{ id: string; event: string; data: { version: number; changes: [number, number][] }; at: number }> => {
        for (;;) {
          const end = text.indexOf("\n\n");
          if (end >= 0) {
            const frame = text.slice(0, end);
            text = text.slice(end + 2);
            if (frame.startsWith(":")) continue;
            const field = (name: string) => frame.match(new RegExp(`^${name}: (.*)$`, "m"))![1]!;
            return { id: field("id"), event: field("event"), data: JSON.parse(field("data")), at: performance.now() };
          }
          const { value, done } = await reader.read();
          if (done) throw new Error("the stream ended");
          text += value;
        }
      };
      return { next, close: () => reader.cancel() };
    };
    const first = await stream();
    const snapshot = await first.next();
    expect(snapshot.event).toBe("snapshot");
    const held = (await hold(stadium, { best_available: { quantity: 2 } }).answer).as(201);
    const answered = performance.now();
    const delta = await first.next();
    expect(delta.event).toBe("delta");
    expect(delta.at - answered).toBeLessThan(250);
    expect(delta.data.changes).toEqual(held.seats.map((seat) => [seat.seat_no, 1]));
    expect(delta.data.version).toBeGreaterThan(snapshot.data.version);
    await first.close();
    const resumed = await stream(snapshot.id);
    expect(await resumed.next()).toMatchObject({ id: delta.id, event: "delta" });
    await resumed.close();
  });
});

describe("many at once", () => {
  test("a hundred buyers race for one seat: one gets it, the others are told, nothing breaks", async () => {
    const [seat] = (await freeSeats(stadium)) as [number];
    const answers = await Promise.all(Array.from({ length: 100 }, () => hold(stadium, { seat_nos: [seat] }).answer));
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 99 }, () => 409)]);
    expect(sql("gelora_booking", `SELECT COUNT(*) FROM seat_claims WHERE show_id = ${stadium} AND seat_no = ${seat}`)).toEqual([["1"]]);
  });

  test("kill -9 amid a thousand holds: what was acknowledged is there, no seat twice, capacity adds up", async () => {
    const seats = (await freeSeats(stadium)).slice(200, 1200);
    const acknowledged = new Map<string, number>();
    let done = 0;
    const buyOne = async (seat: number) => {
      const answer = await hold(stadium, { seat_nos: [seat] }).answer.catch(() => undefined); // the connection may be cut
      if (answer?.status === 201) acknowledged.set((answer.body as { id: string }).id, seat);
      if (++done === 300 || done === 700) runStack("kill", "booking-service");
    };
    const queue = [...seats];
    await Promise.all(Array.from({ length: 32 }, async () => {
      for (let seat = queue.shift(); seat !== undefined; seat = queue.shift()) await buyOne(seat);
    }));
    runStack("wait", "booking-service");
    expect(acknowledged.size).toBeGreaterThan(200);
    const claims = new Map(sql("gelora_booking", `SELECT seat_no, hold_id FROM seat_claims WHERE show_id = ${stadium}`).map(([seat, id]) => [Number(seat), id]));
    const lost = [...acknowledged].filter(([id, seat]) => claims.get(seat) !== id);
    expect(lost).toEqual([]);
    // The database and the service agree, and every place is in one of the states.
    const states = await seatStates(stadium);
    states.forEach((state, seat) => expect([seat, state === 1 || state === 2]).toEqual([seat, claims.has(seat)]));
    const journal = sql("gelora_booking", `SELECT COUNT(*), COUNT(DISTINCT version) FROM journal WHERE show_id = ${stadium}`)[0]!;
    expect(journal[0]).toBe(journal[1]);
  }, 120_000);
});
