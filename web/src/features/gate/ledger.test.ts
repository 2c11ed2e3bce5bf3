import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it } from "vitest";
import type { Ticket } from "./decision.ts";
import { Ledger, type GateList, type WaitingScan } from "./ledger.ts";
import { refreshList, tellWaiting, type Server } from "./sync.ts";

const nowMs = Date.parse("2027-03-01T12:00:00Z");
const page = (tickets: unknown[][], more = false, next: string | null = "7.1"): GateList => ({ show_id: "42", now: new Date(nowMs).toISOString(), ticket_codes: "fixed", reentry: "none", keys: [{ kty: "OKP", crv: "Ed25519", kid: "k", x: "k" }], zones: [{ id: "1", name: "Tribun" }], gates: [], tickets: tickets as never, more, next });
const row = (id: number, status = "valid", first: [string, boolean, string] | [] = []) => [String(id), status, 0, `A-${id}`, `Orang ${id}`, first[0] ?? null, first[1] ?? false, first[2] ?? null];
const passed = (id: number, more: Partial<WaitingScan> = {}): WaitingScan => {
  const scanned_at = new Date(nowMs + id * 1000).toISOString();
  const ticket: Ticket = { id: String(id), status: "used", zone: 0, seat: `A-${id}`, name: `Orang ${id}`, first_at: scanned_at, inside: true, first_gate: "Utara" };
  return { scan_id: `s${id}`, show_id: "42", code: `GT1.${id}`, ticket, gate: "Utara", direction: "in", scanned_at, ...more };
};

class FakeServer implements Server {
  told: Parameters<Server["tell"]>[1][] = [];
  pages: GateList[] = [];
  asked: (string | null)[] = [];
  answers: (scan: Parameters<Server["tell"]>[1][number]) => object = () => ({ result: "admitted" });
  down = false;
  tell: Server["tell"] = async (_, scans) => {
    if (this.down) throw new TypeError("no network");
    this.told.push(scans);
    const results = scans.map((scan) => ({ result: "admitted" as const, conflict: false, scan_id: scan.scan_id, scanned_at: scan.scanned_at, ...this.answers(scan) }));
    return { results, conflicts: results.filter(({ conflict }) => conflict).length };
  };
  list: Server["list"] = async (_, after) => {
    this.asked.push(after);
    const page = this.pages.shift();
    return page && { page, etag: '"g1"' };
  };
}

let ledger: Ledger;
let server: FakeServer;
/** The telephone, switched on anew. */
const restart = async () => {
  ledger.close();
  ledger = await Ledger.open();
};

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  ledger = await Ledger.open();
  server = new FakeServer();
});

it("takes the list a page at a time, and goes on from there after a restart", async () => {
  server.pages = [page([row(1), row(2)], true, "5.2"), page([row(3)], false, "6.3")];
  await refreshList(ledger, server, "42", () => nowMs);
  await restart();
  expect([ledger.size, ledger.head?.next, ledger.head?.fresh_at_ms]).toEqual([3, "6.3", nowMs]);
  server.pages = [page([row(2, "void")], false, "9.2")];
  await refreshList(ledger, server, "42", () => nowMs + 1);
  await refreshList(ledger, server, "42", () => nowMs + 2);
  expect(server.asked).toEqual([null, "5.2", "6.3", "9.2"]);
  expect([ledger.find("2")?.status, ledger.size, ledger.head?.fresh_at_ms]).toEqual(["void", 3, nowMs + 2]);
});

it("knows the server's clock", async () => {
  await ledger.take(page([]), null, nowMs - 90_000);
  expect(ledger.head?.clock_ms).toBe(90_000);
});

it("keeps whom it let in across a restart, and against a list that does not know it yet", async () => {
  await ledger.take(page([row(1)]), null, nowMs);
  await ledger.letPass(passed(1));
  await restart();
  await ledger.take(page([row(1)]), null, nowMs);
  expect([ledger.find("1"), ledger.isWaiting("1"), ledger.isWaiting("2")]).toMatchObject([{ status: "used", inside: true, first_gate: "Utara" }, true, false]);
  await ledger.take(page([row(1, "void")]), null, nowMs);
  expect(ledger.find("1")?.status).toBe("void");
});

it("tells 500 at a time, in their order, and each once", async () => {
  for (let id = 1; id <= 501; id += 1) await ledger.letPass(passed(id));
  await tellWaiting(ledger, server);
  expect(server.told.map((scans) => [scans.length, scans[0]!.scan_id])).toEqual([[500, "s1"], [1, "s501"]]);
  await tellWaiting(ledger, server);
  expect([server.told.length, ledger.waiting.length]).toEqual([2, 0]);
});

it("keeps what was not answered, and tells it again with the same id", async () => {
  await ledger.letPass(passed(1));
  server.down = true;
  await expect(tellWaiting(ledger, server)).rejects.toThrow();
  await restart();
  server.down = false;
  await tellWaiting(ledger, server);
  expect(server.told[0]).toEqual([{ code: "GT1.1", scan_id: "s1", gate: "Utara", direction: "in", scanned_at: passed(1).scanned_at, let_in: true }]);
  await restart();
  expect(ledger.waiting).toEqual([]);
});

it("tells of somebody who was let in by hand by the ticket", async () => {
  const scan = passed(1);
  delete scan.code;
  await ledger.letPass(scan);
  await tellWaiting(ledger, server);
  expect([server.told[0]![0]!.ticket_id, "code" in server.told[0]![0]!]).toEqual(["1", false]);
});

it("lists a conflict with both times, and learns who was first", async () => {
  await ledger.take(page([row(1), row(2)]), null, nowMs);
  await ledger.letPass(passed(1));
  await ledger.letPass(passed(2));
  const first = { result: "already_admitted", conflict: true, first_admitted_at: "2027-03-01T11:59:00Z", first_gate: "Selatan", seat: "A-1", zone: "Tribun", name: "Orang 1" };
  server.answers = ({ code }) => (code === "GT1.1" ? first : { result: "refused", reason: "void", conflict: true, void_since: "2027-03-01T10:00:00Z", name: "" });
  await tellWaiting(ledger, server);
  await restart();
  expect([...ledger.conflicts.values()]).toEqual([
    { scan_id: "s1", scanned_at: passed(1).scanned_at, gate: "Utara", name: "Orang 1", seat: "A-1", zone: "Tribun", first_admitted_at: "2027-03-01T11:59:00Z", first_gate: "Selatan" },
    { scan_id: "s2", scanned_at: passed(2).scanned_at, gate: "Utara", name: "Orang 2", reason: "void", void_since: "2027-03-01T10:00:00Z" },
  ]);
  expect([ledger.find("1")?.first_gate, ledger.find("2")?.status]).toEqual(["Selatan", "void"]);
});

it("drops the list of another show, and not what it has to tell of it", async () => {
  await ledger.take(page([row(1)]), null, nowMs);
  await ledger.letPass(passed(1));
  await ledger.serve("42");
  expect(ledger.size).toBe(1);
  await ledger.serve("43");
  await restart();
  expect([ledger.size, ledger.head, ledger.waiting.length]).toEqual([0, undefined, 1]);
});

it("finds people by a part of the name or the place", async () => {
  await ledger.take(page(Array.from({ length: 30 }, (_, id) => row(id + 1))), null, nowMs);
  expect(ledger.search("orang 12", 20).map(({ id }) => id)).toEqual(["12"]);
  expect(ledger.search("a-7", 20).map(({ id }) => id)).toEqual(["7"]);
  expect(ledger.search("orang", 20)).toHaveLength(20);
});

it("holds a stadium", async () => {
  const started = performance.now();
  for (let at = 0; at < 80_000; at += 5000) await ledger.take(page(Array.from({ length: 5000 }, (_, i) => row(at + i + 1)), at < 75_000), null, nowMs);
  await restart();
  expect(ledger.size).toBe(80_000);
  expect(ledger.find("79999")?.seat).toBe("A-79999");
  console.log(`80,000 tickets taken and read again in ${Math.round(performance.now() - started)} ms (a fake IndexedDB)`);
}, 60_000);
