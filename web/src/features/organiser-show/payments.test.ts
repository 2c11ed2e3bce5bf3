import { expect, it } from "vitest";
import type { ManagedPayment } from "./api.ts";
import { bookingIdOf, leftMinor, shownPayments } from "./payments.ts";

const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
const payment = (id: string, status: ManagedPayment["status"], description: string) => ({ id, status, description }) as ManagedPayment;
const all = [payment("1", "captured", "Tur Cakrawala (KRDYVS5V)"), payment("2", "pending", "Tur Cakrawala (AAAA1111)"), payment("3", "captured", "Tur Cakrawala (BBBB2222)")];
const ids = (search: string, state: "" | ManagedPayment["status"] = "") => shownPayments(all, search, state).map(({ id }) => id);

it("finds a booking's number in any case, and by state", () => {
  expect([ids(" krdy "), ids("", "captured"), ids("bbbb", "pending"), ids("")]).toEqual([["1"], ["1", "3"], [], ["1", "2", "3"]]);
});

it("asks the server for an id, and then shows all that it said", () => {
  expect([bookingIdOf("385042107011702784 "), bookingIdOf("KRDYVS5V"), bookingIdOf("12")]).toEqual(["385042107011702784", undefined, undefined]);
  expect(ids("385042107011702784")).toEqual(["1", "2", "3"]);
});

it("leaves what is not promised back", () => {
  expect([leftMinor({ captured: idr(100), promised_back: idr(30) }), leftMinor({ captured: idr(0), promised_back: idr(0) })]).toEqual([70, 0]);
});
