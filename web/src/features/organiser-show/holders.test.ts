import { expect, it } from "vitest";
import { buildHall } from "../../lib/hall.ts";
import type { BookingOfShow } from "./api.ts";
import { bookingOfSeat, holdersOf, holdings, seatsCalled } from "./holders.ts";
import type { HouseGroup } from "./house_api.ts";

const row = (name: string, first: number) => ({ name, first, x: [0, 10, 10], y: [0, 0, 0] });
const square = [[0, 0], [10, 0], [10, 10]];
const section = (name: string, first: number) => ({ name, outline: square, rows: [row("A", first), row("B", first + 3)] });
const hall = buildHall(
  { show_id: "1", width: 10, height: 10, stage: { label: "", points: square }, zones: [{ id: "1", name: "Tribun", kind: "seated", colour: "#112233", capacity: 12, sections: [section("Tribun 1", 0), section("Tribun 2", 6)] }] } as never,
  { currency: "IDR", zones: [] } as never,
);
const group = (name: string, ...seats: number[]) => ({ id: name, name, seats: seats.map((seat_no) => ({ seat_no, label: "", zone_id: "1" })), standing: [] }) as unknown as HouseGroup;

it("tells house seats from what fans have, and the counter's holds from both", () => {
  const { of, counts, groups } = holdersOf(Uint8Array.from([0, 1, 2, 3, 1, 2]), [group("Sponsor", 4), group("", 5)]);
  expect([...of].map((each) => holdings[each])).toEqual(["free", "held", "sold", "closed", "house", "held"]);
  expect(counts).toEqual({ free: 1, held: 2, house: 1, sold: 1, closed: 1 });
  expect(groups.get(4)?.name).toBe("Sponsor");
});

it("finds seats by what is written on them", () => {
  expect(seatsCalled(hall, "a-2", 9)).toEqual([1, 7]);
  expect(seatsCalled(hall, " B3 ", 9)).toEqual([5, 11]);
  expect(seatsCalled(hall, "tribun 2 b-3", 9)).toEqual([11]);
  expect(seatsCalled(hall, "Tribun 2 · A-1", 9)).toEqual([6]);
  expect(seatsCalled(hall, "A-2", 1)).toEqual([1]);
  expect(seatsCalled(hall, " ", 9)).toEqual([]);
});

it("finds the booking that has a seat now", () => {
  const booking = (id: string, status: BookingOfShow["status"], ...places: string[]) => ({ id, status, places }) as BookingOfShow;
  const all = [booking("4", "expired", "Tribun 1 · A-2"), booking("3", "confirmed", "Tribun 2 · A-2"), booking("2", "partially_refunded", "Tribun 1 · A-2"), booking("1", "refunded", "Tribun 1 · A-2")];
  expect(bookingOfSeat(all, "Tribun 1 · A-2")?.id).toBe("2");
  expect(bookingOfSeat(all, "Tribun 1 · A-3")).toBeUndefined();
});
