import { expect, it } from "vitest";
import { paymentsOf, rememberPayment } from "./my_bookings.ts";

function emptyStorage(): Storage {
  const kept = new Map<string, string>();
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) } as Storage;
}

it("knows the payments of each booking, the newest first, each once", () => {
  const storage = emptyStorage();
  for (const [booking, payment] of [["1", "a"], ["2", "x"], ["1", "b"], ["1", "a"]] as const) rememberPayment(booking, payment, storage);
  expect(["1", "2", "3"].map((booking) => paymentsOf(booking, storage))).toEqual([["a", "b"], ["x"], []]);
});

it("forgets old bookings, and starts anew where what is kept is no list", () => {
  const storage = emptyStorage();
  storage.setItem("gelora.bookings", "{oops");
  for (let booking = 0; booking < 60; booking += 1) rememberPayment(String(booking), "p", storage);
  expect([paymentsOf("59", storage), paymentsOf("3", storage)]).toEqual([["p"], []]);
});
