import { describe, expect, it } from "vitest";
import { smallHall } from "./hall_fixture.ts";
import { viewFrom } from "./seat_view.ts";

const hall = smallHall(); // seats 10 apart, that is half a metre; the stage is above
const height = (no: number) => {
  const { singer } = viewFrom(hall, no);
  return singer.feet - singer.head;
};

describe("the view of a seat", () => {
  it("tells how far the stage is", () => {
    expect(viewFrom(hall, 4).metres).toBeCloseTo(1, 0); // VIP, row A
    expect(viewFrom(hall, 22).metres).toBeGreaterThan(viewFrom(hall, 10).metres);
  });

  it("shows who is on it smaller from farther away, in the middle, on their feet", () => {
    for (const near of [0, 3, 5]) expect(height(near)).toBeGreaterThan(height(near + 18));
    for (let no = 0; no < hall.count; no += 1) {
      const { singer, deck, front, backdrop } = viewFrom(hall, no);
      expect(Math.abs(singer.x)).toBeLessThan(1e-6);
      expect(singer.feet).toBeGreaterThan(singer.head);
      for (const [x, y] of [...deck, ...front.flat(), ...backdrop]) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    }
  });
});
