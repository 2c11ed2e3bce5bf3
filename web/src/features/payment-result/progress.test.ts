import { describe, expect, it } from "vitest";
import type { Booking } from "./api.ts";
import { giveBackMinor, giveBackOf, isDeclinable, pollMs, stageOf } from "./progress.ts";

const payBy = "2027-03-01T12:00:00Z";
const now = Date.parse("2027-03-01T11:50:00Z");
const later = Date.parse("2027-03-01T12:00:30Z");
const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const booking = (status: Booking["status"], more: Partial<Booking> = {}) => ({ status, pay_by: payBy, ...more }) as Booking;

describe("what is told", () => {
  it("never calls failed what is only unknown", () => {
    expect(stageOf(booking("awaiting_payment"), [], now)).toBe("waiting");
    expect(stageOf(booking("awaiting_payment"), [{ status: "pending" }], now)).toBe("waiting");
    expect(stageOf(booking("awaiting_payment"), [{ status: "pending", declined: true }], later)).toBe("checking");
  });

  it("says that the last try was declined, while another may be made", () => {
    expect(stageOf(booking("awaiting_payment"), [{ status: "pending", declined: true }], now)).toBe("declined");
    expect(stageOf(booking("awaiting_payment"), [{ status: "failed" }], now)).toBe("declined");
    expect(stageOf(booking("awaiting_payment"), [{ status: "pending" }, { status: "pending", declined: true }], now)).toBe("waiting");
  });

  it("knows the money before the booking does, also when it is late", () => {
    expect(stageOf(booking("awaiting_payment"), [{ status: "pending" }, { status: "captured" }], now)).toBe("received");
    expect(stageOf(booking("awaiting_payment"), [{ status: "captured" }], later)).toBe("received");
    expect(stageOf(booking("expired"), [{ status: "captured" }], later)).toBe("received");
  });

  it("else is the booking's own word", () => {
    for (const status of ["confirmed", "substituted", "expired", "cancelled", "refund_pending", "refunded", "partially_refunded"] as const) expect(stageOf(booking(status), [{ status: "refunded" }], later)).toBe(status);
  });
});

describe("how often it asks", () => {
  it("asks often at first, then less", () => {
    const times = [0, 20, 25, 40, 500].map((asked) => pollMs(booking("awaiting_payment"), asked, now));
    expect(times).toEqual([1000, 1000, 2488, 15_000, 15_000]);
    expect(pollMs(undefined, 0, now)).toBe(1000);
  });

  it("follows a refund to its end, and looks for late money for an hour", () => {
    expect(pollMs(booking("refund_pending"), 99, later)).toBe(15_000);
    expect([pollMs(booking("expired"), 0, later), pollMs(booking("expired"), 0, later + 3600_000)]).toEqual([3000, false]);
  });

  it("stops at the end, but for frozen tickets", () => {
    for (const status of ["confirmed", "substituted", "partially_refunded", "refunded"] as const) expect(pollMs(booking(status), 3, now)).toBe(false);
    const frozen = booking("confirmed", { tickets: [{ id: "1", code: "c", seat_no: 1, label: "A", zone: "Z", status: "frozen" }] });
    expect(pollMs(frozen, 3, now)).toBe(15_000);
  });
});

describe("giving back", () => {
  const ticket = (seat_no: number, status: "valid" | "void") => ({ id: String(seat_no), code: "c", seat_no, label: "A", zone: "Z", status });
  const line = (seat_no: number) => ({ seat_no, label: "A", zone_id: "1", zone: "Z", price: idr(100), fee: idr(10), total: idr(110) });
  const paid = { lines: [line(1), line(2)], tickets: [ticket(1, "valid"), ticket(2, "void")], total: idr(220) };

  it("counts the valid tickets, with their fees or without", () => {
    expect(giveBackMinor(paid, false)).toEqual({ back: 110, kept: 0 });
    expect(giveBackMinor(paid, true)).toEqual({ back: 100, kept: 10 });
  });

  it("promises no more than is left of what was paid", () => {
    expect(giveBackMinor({ ...paid, refunded: idr(150) }, false)).toEqual({ back: 70, kept: 0 });
    expect(giveBackMinor({ ...paid, refunded: idr(150) }, true)).toEqual({ back: 70, kept: 10 });
  });

  it("of seats that were given instead is possible after a part came back, while there are tickets and time", () => {
    expect(isDeclinable({ decline_by: payBy, tickets: paid.tickets }, now)).toBe(true);
    expect(isDeclinable({ decline_by: payBy, tickets: paid.tickets }, later)).toBe(false);
    expect(isDeclinable({ decline_by: payBy, tickets: [ticket(2, "void")] }, now)).toBe(false);
    expect(isDeclinable({ tickets: paid.tickets }, now)).toBe(false);
  });

  it("is allowed until the rule says", () => {
    const rule = { until: payBy, keeps_fees: true };
    expect([giveBackOf(rule, now).may, giveBackOf(rule, later).may, giveBackOf(null, now).may, giveBackOf(undefined, now).may]).toEqual(["now", "over", "never", "never"]);
  });
});
