// Gates: a ticket lets in once, whoever scans it and whatever else becomes of it at the same time; and a scan that is told again gets
// the answer that it had.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { digitsOf } from "../support/ticket_code.js";
import { eventually, newBuyer, runStack, showsOnSale, sql } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import { paid, until } from "./payer.js";
import { newEmail, tokenIn, url, waitForMail } from "./users_steps.js";

let show: string, zone: string, otherZone: string, elsewhere: string;
let house: { id: string; owner: Person };
let manager: Person, gate: Client;

/** A telephone that was enrolled at a gate. */
async function newDevice() {
  const at = { params: { id: house.id } };
  const { id, code } = (await house.owner.client.post("/api/organisations/{id}/gate-devices", { ...at, body: { name: "Utara", days: 1 } })).as(201);
  const { key } = (await createClient(url).post("/api/gate-devices", { body: { code } })).as(201);
  const client = createClient(url);
  client.token = (await client.post("/api/access-tokens", { body: { key } })).as(200).access_token;
  return { id, client };
}

const plain = { ticket_codes: "fixed", reentry: "none", gates: [] };
const rules = async (body: object) => {
  const { text } = await manager.client.call("patch", `/api/shows/${show}/rules`, { body });
  const wanted = JSON.parse(text) as { reentry: string; ticket_codes: string; gates: object[] };
  await eventually("the rules are in force", async () => {
    const list = (await gate.get("/api/shows/{id}/gate-list", { params: { id: show }, query: { limit: 1 } })).as(200);
    return list.reentry === wanted.reentry && list.ticket_codes === wanted.ticket_codes && list.gates.length === wanted.gates.length ? true : undefined;
  });
};

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.filter(({ venue }) => /Istora/.test(venue)).at(-1)!.id; // the first is sold out by others
  elsewhere = shows.find(({ venue }) => /Kenjeran/.test(venue))!.id;
  house = await newOrganisation("Pintu Uji");
  manager = await join(house, "manager");
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id = (SELECT concert_id FROM shows WHERE id = ${show})`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id = ${show}`);
  await eventually("the show is the organisation's", async () => ((await manager.client.call("get", `/api/shows/${show}/rules`)).status === 200 ? true : undefined));
  gate = (await newDevice()).client;
  await rules({ ...plain, refund_rule: { before_start_s: 0, keeps_fees: false } });
}, 60_000);
afterAll(() => rules(plain)); // other files sell this show too

const holder = async (quantity = 1, at = show) => {
  const person = await newPerson();
  const { booking, payment } = await paid(person.client, at, quantity);
  return { ...person, booking, payment, ticket: booking.tickets![0]! };
};
const buyer = async (quantity = 1, at = show) => {
  const client = newBuyer();
  const { booking, payment } = await paid(client, at, quantity);
  return { client, booking, payment, ticket: booking.tickets![0]! };
};
type Scan = { code: string; gate?: string; scan_id?: string; scanned_at?: string; direction?: "in" | "out" };
const body = (scan: Scan) => ({ gate: "Utara", scan_id: randomUUID(), ...scan });
const ask = (scan: Scan, by = gate, at = show) => by.post("/api/shows/{id}/check-ins", { params: { id: at }, body: body(scan) });
const scan = async (what: Scan, by = gate) => (await ask(what, by)).as(200);
const batch = async (scans: object[], by = gate) => (await by.post("/api/shows/{id}/check-ins/batch", { params: { id: show }, body: { scans } as never })).as(200);
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
const audit = () => expect(runStack("audit", show)).toContain("0 with a contradiction");

describe("a ticket", () => {
  test("lets in once, and says where and when it did", async () => {
    const { ticket } = await holder();
    const first = await scan({ code: ticket.code });
    expect(first).toMatchObject({ result: "admitted", first_gate: "Utara", ticket_id: ticket.id, seat: ticket.label, zone: ticket.zone, kind: "seated" });
    expect(await scan({ code: ticket.code, gate: "Selatan" })).toMatchObject({ result: "already_admitted", first_admitted_at: first.first_admitted_at, first_gate: "Utara" });
    audit();
  });

  test("scanned by a hundred at once lets in one", async () => {
    const { ticket } = await buyer();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => scan({ code: ticket.code, gate: `Pintu ${i % 8}` })));
    const [admitted, ...more] = answers.filter(({ result }) => result === "admitted");
    expect(more).toEqual([]);
    for (const one of answers) expect([one.first_admitted_at, one.first_gate]).toEqual([admitted!.first_admitted_at, admitted!.first_gate]);
    expect(answers.filter(({ result }) => result === "already_admitted")).toHaveLength(99);
  });

  test("that is refunded and scanned at the same time does one of the two, two hundred times", async () => {
    const rounds = 200;
    const fans = [];
    for (let i = 0; i < rounds; i += 10) fans.push(...(await Promise.all(Array.from({ length: 10 }, () => buyer()))));
    let came = 0;
    for (const [i, fan] of fans.entries()) {
      const cancel = () => fan.client.post("/api/bookings/{id}/cancel", { params: { id: fan.booking.id } });
      const come = () => scan({ code: fan.ticket.code });
      const [cancelled, scanned] = i % 2 ? await Promise.all([cancel(), come()]) : (await Promise.all([come(), cancel()])).reverse() as [Awaited<ReturnType<typeof cancel>>, Awaited<ReturnType<typeof come>>];
      const admitted = scanned.result === "admitted";
      expect([cancelled.status, scanned.result, scanned.reason]).toEqual(admitted ? [409, "admitted", undefined] : [200, "refused", "void"]);
      expect(sql("gelora_booking", `SELECT status, 0 FROM tickets WHERE id = ${fan.ticket.id}`)[0]![0]).toBe(admitted ? "2" : "3");
      came += Number(admitted);
    }
    expect(came).toBeGreaterThan(0);
    expect(came).toBeLessThan(rounds);
    audit();
  }, 300_000);

  test("that is taken by somebody else and scanned at the same time does one of the two", async () => {
    const receiver = await newPerson();
    for (let i = 0; i < 6; ++i) {
      const ayu = await holder();
      const to = newEmail("to");
      (await ayu.client.post("/api/tickets/{id}/transfers", { params: { id: ayu.ticket.id }, body: { email: to } })).as(201);
      const token = tokenIn(await waitForMail(to, /tiket/i), "transfer");
      const take = () => receiver.client.post("/api/transfers/accept", { body: { token } });
      const come = () => scan({ code: ayu.ticket.code });
      const pair = i % 2 ? await Promise.all([take(), come()]) : (await Promise.all([come(), take()])).reverse();
      const [taken, scanned] = pair as [Awaited<ReturnType<typeof take>>, Awaited<ReturnType<typeof come>>];
      expect([taken.status, scanned.result]).toEqual(scanned.result === "admitted" ? [410, "admitted"] : [200, "refused"]);
      if (taken.status === 200) expect(await scan({ code: taken.as(200).code })).toMatchObject({ result: "admitted" });
      expect((await scan({ code: ayu.ticket.code })).result).toBe(scanned.result === "admitted" ? "already_admitted" : "refused");
    }
    audit();
  }, 60_000);

  test("lets nobody in with a code that is not its own", async () => {
    const { ticket } = await buyer();
    const other = await buyer(1, elsewhere);
    const [head, text] = ticket.code.split(".") as [string, string];
    const bytes = Buffer.from(text, "base64url");
    bytes[3]! ^= 1;
    const forged = `${head}.${bytes.toString("base64url")}`;
    for (const [code, reason] of [["hello", "unknown-code"], ["GT1.AAAA", "unknown-code"], [forged, "bad-signature"], [other.ticket.code, "wrong-show"]] as const) {
      const told = await scan({ code });
      expect([told.result, told.reason, told.ticket_id, told.name]).toEqual(["refused", reason, undefined, undefined]);
    }
    sql("gelora_booking", `UPDATE tickets SET status = 5 WHERE id = ${ticket.id}`);
    runStack("restart", "booking-service");
    expect(await scan({ code: ticket.code })).toMatchObject({ result: "refused", reason: "frozen", seat: ticket.label, name: "" });
    sql("gelora_booking", `UPDATE tickets SET status = 1 WHERE id = ${ticket.id}`);
    runStack("restart", "booking-service");
  });
});

describe("somebody without a code", () => {
  const byHand = async (ticket_id: string, more: object = {}) => (await gate.post("/api/shows/{id}/check-ins", { params: { id: show }, body: { ticket_id, gate: "Utara", scan_id: randomUUID(), ...more } })).as(200);

  test("is let in by hand, once, and it is written down that nobody saw a code", async () => {
    const { ticket } = await buyer();
    const scan_id = randomUUID();
    expect(await byHand(ticket.id, { scan_id })).toMatchObject({ result: "admitted", ticket_id: ticket.id, seat: ticket.label });
    expect(await byHand(ticket.id, { scan_id })).toMatchObject({ result: "admitted" });
    expect((await scan({ code: ticket.code })).result).toBe("already_admitted");
    expect(sql("gelora_booking", `SELECT by_hand, COUNT(*) FROM scans WHERE ticket_id = ${ticket.id} GROUP BY by_hand ORDER BY by_hand`)).toEqual([["0", "1"], ["1", "1"]]);
    audit();
  });

  test("comes in by no ticket of another show, and by none that was given back", async () => {
    const [here, there] = [await buyer(), await buyer(1, elsewhere)];
    (await here.client.post("/api/bookings/{id}/cancel", { params: { id: here.booking.id } })).as(200);
    expect((await byHand(here.ticket.id)).reason).toBe("void");
    expect((await byHand(there.ticket.id)).reason).toBe("unknown-code");
  });

  test("may be told late, in a batch", async () => {
    const { ticket } = await buyer();
    const told = await batch([{ ticket_id: ticket.id, gate: "Utara", scan_id: randomUUID(), scanned_at: ago(600), let_in: true }]);
    expect(told.results[0]).toMatchObject({ result: "admitted", conflict: false });
  });
});

describe("a scan", () => {
  test("told again gets the same answer, word for word, and counts once; also after the service was killed", async () => {
    const { ticket } = await buyer();
    const one = body({ code: ticket.code }), repeat = body({ code: ticket.code }), wrong = body({ code: "nonsense" });
    const told = async () => [await ask(one), await ask(repeat), await ask(wrong)].map(({ text }) => text);
    const first = await told();
    expect(first.map((text) => (JSON.parse(text) as { result: string }).result)).toEqual(["admitted", "already_admitted", "refused"]);
    expect(await told()).toEqual(first);
    runStack("kill", "booking-service");
    await eventually("it is back", async () => ((await ask(one)).status === 200 ? true : undefined));
    expect(await told()).toEqual(first);
    expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM scans WHERE ticket_id = ${ticket.id}`)[0]![0]).toBe("2");
    expect((await ask({ ...one, gate: "Selatan" })).as(200)).toMatchObject({ result: "refused", reason: "scan-id-reused" });
    audit();
  });

  test("says all that is wrong with it", async () => {
    const pointers = async (json: object) => {
      const refused = await gate.post("/api/shows/{id}/check-ins", { params: { id: show }, body: json as never });
      expect(refused.slug).toBe("invalid-request");
      return (refused.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort();
    };
    expect(await pointers({})).toEqual(["/code", "/gate", "/scan_id"]);
    expect(await pointers({ code: "", gate: "x".repeat(41), scan_id: "a b", direction: "up", scanned_at: "now", more: 1 })).toEqual(["/code", "/direction", "/gate", "/more", "/scan_id", "/scanned_at"]);
    expect(await pointers({ ...body({ code: "x" }), ticket_id: "1" })).toEqual(["/code"]);
    expect(await pointers(body({ code: "x", scanned_at: ago(-120) }))).toEqual(["/scanned_at"]);
    expect(await pointers(body({ code: "x", scanned_at: ago(25 * 3600) }))).toEqual(["/scanned_at"]);
  });
});

describe("scans that come late", () => {
  test("have a result each; who came in before, or was void by then, is a conflict with its times", async () => {
    const [a, b, c] = [await buyer(), await buyer(), await buyer()];
    await scan({ code: b.ticket.code, gate: "Selatan" });
    (await c.client.post("/api/bookings/{id}/cancel", { params: { id: c.booking.id } })).as(200);
    const late = (code: string, let_in: boolean, seconds = 600) => ({ code, gate: "Utara", scan_id: randomUUID(), scanned_at: ago(seconds), let_in });
    const scans = [late(a.ticket.code, true), late(b.ticket.code, true), late(c.ticket.code, true), late("nonsense", false), late(a.ticket.code, false, 25 * 3600)];
    const told = await batch(scans);
    expect(told.results.map(({ result, reason, conflict }) => [result, reason, conflict])).toEqual([["admitted", undefined, false], ["already_admitted", undefined, true], ["refused", "void", true], ["refused", "unknown-code", false], ["refused", "wrong-time", false]]);
    expect(told).toMatchObject({ conflicts: 2, results: [{ scan_id: scans[0]!.scan_id, scanned_at: scans[0]!.scanned_at }, { first_gate: "Selatan" }, {}, {}, {}] });
    expect(told.results[1]!.first_admitted_at).toMatch(/Z$/);
    expect(told.results[2]!.void_since).toMatch(/Z$/);
    expect(Math.abs(Date.parse(told.results[0]!.first_admitted_at!) - Date.parse(scans[0]!.scanned_at))).toBeLessThan(1001);
    expect(await batch(scans)).toEqual(told);
    const page = async (query = "?limit=1") => (await manager.client.call("get", `/api/shows/${show}/check-ins/conflicts${query}`)).body as { items: object[]; next_cursor: string | null };
    const { items, next_cursor } = await page();
    const all = [...items, ...(await page(`?limit=1&before=${encodeURIComponent(next_cursor!)}`)).items];
    expect(all).toHaveLength(2); // told twice, they are there once
    expect(all).toContainEqual(expect.objectContaining({ scan_id: scans[1]!.scan_id, gate: "Utara", result: "already_admitted", first_gate: "Selatan", reference: b.booking.reference, booking_id: b.booking.id, by_machine: true }));
    expect(all).toContainEqual(expect.objectContaining({ scan_id: scans[2]!.scan_id, result: "refused", reason: "void", void_since: expect.any(String) as string }));
    expect((await page("?before=x")) as { status?: number }).toMatchObject({ status: 422 });
    audit();
  });

  test("are all there or not at all when the service is killed among them; told again they are there", async () => {
    const fans = await Promise.all(Array.from({ length: 8 }, () => buyer(4)));
    const codes = fans.flatMap(({ booking }) => booking.tickets!.map(({ code }) => code));
    for (let round = 0; round < 3; ++round) {
      const scans = Array.from({ length: 500 }, (_, i) => ({ code: codes[i % codes.length]!, gate: "Utara", scan_id: randomUUID(), scanned_at: ago(300 - i * 0.1), let_in: i < codes.length }));
      const send = () => gate.call("post", `/api/shows/${show}/check-ins/batch`, { body: { scans }, unchecked: true }).catch(() => undefined);
      const lost = send();
      runStack("kill", "booking-service");
      await lost;
      const kept = Number(sql("gelora_booking", `SELECT COUNT(*), 0 FROM scans WHERE show_id = ${show} AND scan_id IN (${scans.map(({ scan_id }) => `'${scan_id}'`).join()})`)[0]![0]);
      expect([0, 500]).toContain(kept);
      const told = await eventually("it is back", async () => { const again = await send(); return again?.status === 200 ? again : undefined; });
      expect((await send())!.text).toBe(told.text);
      const results = (JSON.parse(told.text) as { results: { result: string }[] }).results;
      expect(results.filter(({ result }) => result === "admitted")).toHaveLength(round === 0 ? codes.length : 0);
    }
    audit();
  }, 120_000);

  test("are refused as a whole when one is no scan, or there are too many", async () => {
    const one = { code: "x", gate: "Utara", scan_id: "1", scanned_at: ago(5) };
    for (const [scans, pointer] of [[[one, { ...one, scanned_at: undefined }], "/scans/1/scanned_at"], [[one, 7], "/scans/1"], [[], "/scans"], [Array(501).fill(one), "/scans"]] as const) {
      const refused = await gate.post("/api/shows/{id}/check-ins/batch", { params: { id: show }, body: { scans } as never });
      expect([refused.slug, (refused.body as { errors: { pointer: string }[] }).errors.map((each) => each.pointer)]).toEqual(["invalid-request", [pointer]]);
    }
    const much = { scans: Array.from({ length: 500 }, () => ({ ...one, scan_id: randomUUID(), code: "x".repeat(190), gate: "y".repeat(40) })) };
    expect((await gate.post("/api/shows/{id}/check-ins/batch", { params: { id: show }, body: much })).status).toBe(200);
    expect((await gate.call("post", `/api/shows/${show}/check-ins/batch`, { raw: "x".repeat(300_000), unchecked: true })).status).toBe(413);
    expect((await gate.call("post", `/api/shows/${show}/check-ins`, { raw: "x".repeat(20_000), unchecked: true })).status).toBe(413);
  });
});

describe("the rules of a show", () => {
  test("may let in again who went out", async () => {
    const { ticket } = await buyer();
    const code = ticket.code;
    expect(await scan({ code, direction: "out" })).toMatchObject({ result: "refused", reason: "not-inside" });
    const first = await scan({ code });
    expect((await scan({ code, direction: "out" })).result).toBe("left");
    expect((await scan({ code })).result).toBe("already_admitted");
    await rules({ reentry: "allowed" });
    expect(await scan({ code, gate: "Selatan" })).toMatchObject({ result: "admitted", first_admitted_at: first.first_admitted_at, first_gate: "Utara" });
    expect((await scan({ code })).result).toBe("already_admitted");
    expect((await scan({ code, direction: "out" })).result).toBe("left");
    await rules({ reentry: "none" });
    audit();
  });

  test("may send people to another gate", async () => {
    const { ticket } = await buyer();
    const { zones } = (await createClient(url).get("/api/shows/{id}", { params: { id: show } })).as(200);
    zone = zones.find(({ name }) => name === ticket.zone)!.id;
    otherZone = zones.find(({ id }) => id !== zone)!.id;
    await rules({ gates: [{ name: "Barat", zone_ids: [otherZone] }, { name: "Timur", zone_ids: [zone] }] });
    expect(await scan({ code: ticket.code, gate: "Barat" })).toMatchObject({ result: "refused", reason: "wrong-zone", zone: ticket.zone, seat: ticket.label });
    expect((await scan({ code: ticket.code, gate: "Timur" })).result).toBe("admitted");
    for (const [gates, pointer] of [[[{ name: "Barat", zone_ids: ["1"] }], "/gates/0/zone_ids/0"], [[{ name: "Barat", zone_ids: [] }], "/gates/0/zone_ids"], [[{ name: " B", zone_ids: [zone] }], "/gates/0/name"]] as const) {
      const refused = await manager.client.call("patch", `/api/shows/${show}/rules`, { body: { gates } });
      expect((refused.body as { errors: { pointer: string }[] }).errors.map((each) => each.pointer)).toEqual([pointer]);
    }
    await rules({ gates: [] });
  });

  test("may want codes that rotate: those of now, and of a step beside", async () => {
    const fan = await buyer(4);
    await rules({ ticket_codes: "rotating" });
    const tickets = await eventually("the codes rotate", async () => {
      const items = (await fan.client.get("/api/tickets")).as(200).items;
      return items.every(({ rotation }) => rotation) ? items : undefined;
    });
    const list = (await gate.get("/api/shows/{id}/gate-list", { params: { id: show } })).as(200);
    expect(Buffer.from(list.rotation_key!, "base64url")).toHaveLength(32);
    const at = (ticket: (typeof tickets)[number], seconds: number) => `${ticket.code}.${digitsOf(Buffer.from(ticket.rotation!.secret, "base64url"), Math.floor((Date.now() / 1000 + seconds) / 15))}`;
    const [a, b, c, d] = tickets as [typeof tickets[number], typeof tickets[number], typeof tickets[number], typeof tickets[number]];
    expect(await scan({ code: at(a, -45) })).toMatchObject({ result: "refused", reason: "code-too-old" });
    expect(await scan({ code: at(a, 45) })).toMatchObject({ result: "refused", reason: "code-too-old" });
    expect(await scan({ code: fan.ticket.code })).toMatchObject({ result: "refused", reason: "code-too-old" }); // on paper
    expect((await scan({ code: a.code })).reason).toBe("unknown-code"); // without its digits
    expect((await scan({ code: at(a, 0) })).result).toBe("admitted");
    expect((await scan({ code: at(b, -14) })).result).toBe("admitted");
    const told = await batch([{ code: at(c, -600), gate: "Utara", scan_id: randomUUID(), scanned_at: ago(600), let_in: true }, { code: at(d, -700), gate: "Utara", scan_id: randomUUID(), scanned_at: ago(600), let_in: false }]);
    expect(told.results.map(({ result, reason }) => reason ?? result)).toEqual(["admitted", "code-too-old"]);
    await rules({ ticket_codes: "fixed" });
  });
});

describe("a gate", () => {
  test("gets the tickets a page at a time, then what has changed; or hears that nothing has", async () => {
    const [a, b] = [await buyer(2), await buyer()];
    const page = (after: string | null | undefined, headers: Record<string, string> = {}, limit = 1000) => gate.get("/api/shows/{id}/gate-list", { params: { id: show }, query: { limit, ...(after && { after }) }, headers });
    const known = new Map<string, unknown[]>();
    const sync = async (from?: string | null) => {
      let next = from;
      for (;;) {
        const answer = (await page(next, {}, 100)).as(200);
        for (const row of answer.tickets as unknown[][]) known.set(row[0] as string, row);
        next = answer.next;
        if (!answer.more) return next;
      }
    };
    const next = await sync();
    expect(known.get(a.ticket.id)).toEqual([a.ticket.id, "valid", expect.any(Number), a.ticket.label, "", null, false, null]);
    expect(known.size).toBe(Number(sql("gelora_booking", `SELECT COUNT(*), 0 FROM tickets WHERE show_id = ${show}`)[0]![0]));
    const idle = await page(next);
    expect([idle.as(200).tickets, idle.as(200).next, idle.as(200).more]).toEqual([[], next, false]);
    expect((await page(next, { "If-None-Match": idle.headers.get("etag")! })).status).toBe(304);
    await scan({ code: a.ticket.code });
    (await b.client.post("/api/bookings/{id}/cancel", { params: { id: b.booking.id } })).as(200);
    known.clear();
    await sync(next);
    expect(new Map([...known].map(([id, row]) => [id, [row[1], row[6], row[7]]]))).toEqual(new Map([[a.ticket.id, ["used", true, "Utara"]], [b.ticket.id, ["void", false, null]]]));
    expect((await page(next, { "If-None-Match": idle.headers.get("etag")! })).status).toBe(200);
    expect((await page("x")).slug).toBe("invalid-request");
  });

  test("counts who came, by zone and gate", async () => {
    const counts = async () => (await gate.get("/api/shows/{id}/check-ins/counts", { params: { id: show } })).as(200);
    const sum = (of: { admitted: number; entries: number; exits: number }[]) => of.reduce((all, one) => [all[0]! + one.admitted, all[1]! + one.entries, all[2]! + one.exits], [0, 0, 0]);
    const name = `Pintu ${randomUUID().slice(0, 8)}`;
    const before = await counts();
    const { booking } = await buyer(3);
    for (const { code } of booking.tickets!) await scan({ code, gate: name });
    await scan({ code: booking.tickets![0]!.code, gate: name, direction: "out" });
    await scan({ code: booking.tickets![1]!.code, gate: name });
    const after = await counts();
    expect(after.gates.find((one) => one.name === name)).toMatchObject({ admitted: 3, entries: 3, exits: 1 });
    expect(sum(after.zones)).toEqual(sum(before.zones).map((n, i) => n + [3, 3, 1][i]!));
    const sold = (of: typeof after) => of.zones.reduce((all, one) => all + one.sold, 0);
    expect(sold(after)).toBeGreaterThanOrEqual(sold(before) + 3);
  });

  test("finds people by name, seat and reference", async () => {
    const name = `Citra Dewi ${randomUUID().slice(0, 8)}`;
    const client = newBuyer();
    const held = (await client.post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity: 2 } } })).as(201);
    const seat_no = (held.seats as { seat_no: number }[])[0]!.seat_no;
    const booking = (await client.post("/api/bookings", { body: { hold_id: held.id, attendees: [{ seat_no, name }] } })).as(201);
    const payment = (await client.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
    await fetch(`${payment.checkout_url}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome: "pay" }) });
    const { tickets, reference } = await until(client, booking.id, "confirmed");
    const ticket = tickets!.find((one) => one.seat_no === seat_no)!;
    const find = async (q: string, more: object = {}) => (await gate.get("/api/shows/{id}/attendees", { params: { id: show }, query: { q, ...more } })).as(200);
    for (const q of [name.slice(6).toLowerCase(), ticket.label]) {
      const { items } = await find(q);
      expect(items.find(({ ticket_id }) => ticket_id === ticket.id)).toMatchObject({ reference, name, seat: ticket.label, zone: ticket.zone, status: "valid", first_admitted_at: null, inside: false });
    }
    const first = await find(reference, { limit: 1 });
    const second = await find(reference, { limit: 1, cursor: first.next_cursor });
    expect([...first.items, ...second.items].map(({ ticket_id }) => ticket_id).sort()).toEqual(tickets!.map(({ id }) => id).sort());
    expect(second.next_cursor).toBeNull();
    expect(JSON.stringify(first)).not.toMatch(/@|phone|GT1/);
    expect((await find("100%")).items).toEqual([]);
    expect((await gate.get("/api/shows/{id}/attendees", { params: { id: show }, query: { q: "x" } })).slug).toBe("invalid-request");
    expect(await scan({ code: ticket.code })).toMatchObject({ result: "admitted", name });
  });

  test("is of the show's organisation; a telephone that is lost is dead at once", async () => {
    const { ticket } = await buyer();
    const stranger = await newOrganisation("Orang Lain");
    expect((await ask({ code: ticket.code }, stranger.owner.client)).status).toBe(404);
    expect((await ask({ code: ticket.code }, gate, elsewhere)).status).toBe(404);
    expect((await ask({ code: ticket.code }, newBuyer())).status).toBe(404);
    const lost = await newDevice();
    expect((await scan({ code: "x" }, lost.client)).result).toBe("refused");
    (await house.owner.client.delete("/api/organisations/{id}/gate-devices/{device_id}", { params: { id: house.id, device_id: lost.id } })).as(204);
    await expect.poll(async () => (await ask({ code: "x" }, lost.client)).status, { timeout: 1000 }).toBe(401);
    const guard = await join(house, "gate");
    expect((await scan({ code: ticket.code }, guard.client)).result).toBe("admitted");
    const [row] = sql("gelora_booking", `SELECT by_id, by_machine FROM scans WHERE ticket_id = ${ticket.id}`);
    expect(row).toEqual([guard.id, "0"]);
  });
});
