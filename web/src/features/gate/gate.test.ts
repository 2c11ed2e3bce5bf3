// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it, vi } from "vitest";
import { unreachable } from "../../lib/problem.ts";
import { Revoked } from "./device_client.ts";
import { Gate } from "./gate.ts";
import { Ledger, type GateList } from "./ledger.ts";
import type { GateServer } from "./server.ts";

// The vector of docs/ticket-format.md: ticket 123456789 of show 42.
const code = "GT1.AQAAAAAHW80VAAAAAAAAACoAAN6oadt2r2aKCJPKTJ42CJX7thdEWIstb05CQdyLU6spciOoprHbmBK2xkQCuF9gELgzh_-5hcjgfaq2JfjDHfFtBg";
const list = (): GateList => ({ show_id: "42", now: new Date().toISOString(), ticket_codes: "fixed", reentry: "none", keys: [{ kty: "OKP", crv: "Ed25519", kid: "11qYAYKx", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }], zones: [{ id: "1", name: "Tribun" }], gates: [{ name: "Barat", zones: [] }], tickets: [["123456789", "valid", 0, "A-1", "Ayu L.", null, false, null]] as never, more: false, next: "1.1" });

/** A server with a switch. */
function fakeServer() {
  const server = {
    up: true,
    revoked: false,
    checkIns: 0,
    batches: 0,
    check: () => {
      if (server.revoked) throw new Revoked();
      if (!server.up) throw unreachable();
    },
    checkIn: async () => {
      server.checkIns += 1;
      server.check();
      return { result: "admitted" as const, ticket_id: "123456789", first_admitted_at: "2027-03-01T12:00:00Z", first_gate: "Utara" };
    },
    tell: vi.fn<GateServer["tell"]>(async (_, scans) => {
      server.check();
      return { results: scans.map(({ scan_id, scanned_at }) => ({ result: "admitted", conflict: false, scan_id, scanned_at })), conflicts: 0 };
    }),
    list: async () => (server.check(), { page: list(), etag: null }),
    counts: async () => (server.check(), { show_id: "42", now: "", zones: [], gates: [] }),
    shows: async () => [],
    plan: async () => list(),
    attendees: async () => [],
  };
  return server satisfies GateServer & object;
}

let ledger: Ledger;
let server: ReturnType<typeof fakeServer>;
const open = async (gate = "Utara") => {
  const opened = new Gate({ show_id: "42", gate, direction: "in" }, ledger, server);
  void opened.run();
  await vi.waitFor(() => expect(opened.state.get().link).not.toBe("asking"));
  return opened;
};
const ready = async (gate?: string) => {
  const opened = await open(gate);
  await vi.waitFor(() => expect(opened.state.get()).toMatchObject({ whole: true, listed: 1 }));
  return opened;
};
const says = ({ answer, offline }: Awaited<ReturnType<Gate["scan"]>>) => [answer?.reason ?? answer?.result, offline];

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  ledger = await Ledger.open();
  server = fakeServer();
});

it("asks the server while it answers, and remembers what it said", async () => {
  const gate = await ready();
  expect(says(await gate.scan({ code }))).toEqual(["admitted", false]);
  server.up = false;
  expect(await gate.scan({ code })).toMatchObject({ offline: true, answer: { result: "already_admitted", first_gate: "Utara", first_admitted_at: "2027-03-01T12:00:00Z" } });
  gate.close();
});

it("decides by itself when the server is away, waits for it once only, and tells it later", async () => {
  const gate = await ready();
  server.up = false;
  expect(says(await gate.scan({ code }))).toEqual(["admitted", true]);
  expect(says(await gate.scan({ code }))).toEqual(["already_admitted", true]);
  expect([server.checkIns, gate.state.get().waiting, gate.state.get().link]).toEqual([1, 1, "offline"]);
  server.up = true;
  dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(gate.state.get()).toMatchObject({ link: "online", waiting: 0 }));
  expect(server.tell.mock.calls.flatMap(([, scans]) => scans)).toMatchObject([{ code, gate: "Utara", let_in: true }]);
  gate.close();
});

it("does not ask about a ticket that it let in and has not told of: the server would let it in again", async () => {
  const gate = await ready();
  server.up = false;
  await gate.scan({ code });
  server.up = true;
  server.tell.mockRejectedValue(unreachable());
  gate.state.set({ ...gate.state.get(), link: "online" });
  expect(says(await gate.scan({ code }))).toEqual(["already_admitted", true]);
  gate.close();
});

it("needs nobody to refuse what is no ticket", async () => {
  const gate = await ready();
  expect([says(await gate.scan({ code: "hello" })), says(await gate.scan({ code: code.replace("AHW", "AHX") })), says(await gate.scan({ code: "x".repeat(300) }))]).toEqual([["unknown-code", false], ["bad-signature", false], ["unknown-code", false]]);
  expect(server.checkIns).toBe(0);
  gate.close();
});

it("knows where its gate leads", async () => {
  const gate = await ready("Barat");
  server.up = false;
  expect(says(await gate.scan({ code }))).toEqual(["wrong-zone", true]);
  gate.close();
});

it("says that it cannot tell, without a list and without a network", async () => {
  server.up = false;
  const gate = await open();
  expect((await gate.scan({ code })).answer).toBeUndefined();
  gate.close();
});

it("stops when the device was revoked", async () => {
  const gate = await ready();
  server.revoked = true;
  await gate.scan({ code });
  expect(gate.state.get().link).toBe("revoked");
  gate.close();
});
