import { describe, expect, it } from "vitest";
import type { Entry, Queue } from "./api.ts";
import { asksForOwn, phaseOf, type Known } from "./phase.ts";

const now = Date.parse("2027-03-01T10:00:00Z");
const queue = (more: Partial<Queue> = {}) => ({ state: "open", gathers_at: "2027-03-01T09:00:00Z", opens_at: "2027-03-01T10:00:00Z", admitted_through: 1000, free: 400, ...more }) as Queue;
const entry = (more: Partial<Entry> = {}) => ({ state: "waiting", number: 1200, turn_ends_at: null, ...more }) as Entry;
const known = (more: Partial<Known> = {}): Known => ({ session: "authenticated", queue: queue(), entry: entry(), sale: "on_sale", bought: false, left: false, nowMs: now, ...more });
const none = entry({ state: "none", number: null });
const drawn = entry({ state: "gathering", number: null });
const before = queue({ state: "gathering" });

describe("the page shows", () => {
  it.each<[string, Partial<Known>]>([
    ["loading", { queue: undefined }],
    ["loading", { session: "unknown" }],
    ["loading", { entry: undefined }],
    ["loading", { entry: none, bought: undefined }],
    ["closed", { queue: queue({ state: "closed" }), entry: none, bought: undefined }],
    ["closed", { queue: queue({ state: "closed" }), session: "anonymous", entry: undefined }],
    ["guest", { session: "anonymous", entry: undefined }],
    ["entering", { entry: none }],
    ["bought", { entry: none, bought: true }],
    ["left", { entry: none, left: true }],
    ["gathering", { queue: before, entry: drawn, nowMs: now - 1 }],
    ["drawing", { queue: before, entry: drawn }],
    ["drawing", { entry: drawn }],
    ["waiting", {}],
    ["sold_out", { queue: queue({ free: 0 }) }],
    ["turn", { entry: entry({ state: "admitted", turn_ends_at: "2027-03-01T10:08:00Z" }) }],
    ["turn", { entry: entry({ state: "admitted", turn_ends_at: "2027-03-01T10:08:00Z" }), queue: queue({ free: 0 }) }],
    ["ended", { entry: entry({ state: "admitted", turn_ends_at: "2027-03-01T10:00:00Z" }) }],
    ["ended", { entry: entry({ state: "ended" }) }],
    ["over", { queue: queue({ state: "over" }) }],
    ["over", { queue: queue({ state: "over" }), session: "anonymous" }],
    ["off", { sale: "cancelled" }],
    ["off", { sale: "postponed", queue: undefined }],
  ])("%s", (phase, more) => {
    expect(phaseOf(known(more))).toBe(phase);
  });
});

it("asks for my own place when the draw was, and when my number was called, and not before", () => {
  expect(asksForOwn(queue(), drawn)).toBe(true);
  expect(asksForOwn(before, drawn)).toBe(false);
  expect(asksForOwn(queue({ admitted_through: 1199 }), entry())).toBe(false);
  expect(asksForOwn(queue({ admitted_through: 1200 }), entry())).toBe(true);
  expect(asksForOwn(queue({ admitted_through: 1200 }), entry({ state: "admitted" }))).toBe(false);
  expect(asksForOwn(queue(), none)).toBe(false);
  expect(asksForOwn(undefined, drawn)).toBe(false);
});
