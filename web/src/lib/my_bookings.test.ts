import { expect, it } from "vitest";
import { memoryOf, rememberPayment, rememberPlaces } from "./my_bookings.ts";

function emptyStorage(): Storage {
  const kept = new Map<string, string>();
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) } as Storage;
}

it("knows the payments of each booking, the newest first, each once, and its first places", () => {
  const storage = emptyStorage();
  rememberPlaces("1", ["A-1"], storage);
  for (const [booking, payment] of [["1", "a"], ["2", "x"], ["1", "b"], ["1", "a"]] as const) rememberPayment(booking, payment, storage);
  expect(["1", "2", "3"].map((booking) => memoryOf(booking, storage))).toEqual([
    { payments: ["a", "b"], places: ["A-1"] },
    { payments: ["x"], places: [] },
    { payments: [], places: [] },
  ]);
});

it("forgets old bookings, and starts anew where what is kept is no list", () => {
  const storage = emptyStorage();
  storage.setItem("gelora.bookings", "{oops");
  for (let booking = 0; booking < 60; booking += 1) rememberPayment(String(booking), "p", storage);
  expect([memoryOf("59", storage).payments, memoryOf("3", storage).payments]).toEqual([["p"], []]);
});
