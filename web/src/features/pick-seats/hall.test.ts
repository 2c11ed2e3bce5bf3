import { describe, expect, it } from "vitest";
import { seatName } from "../../lib/hall.ts";
import { smallHall } from "./hall_fixture.ts";

describe("buildHall", () => {
  const hall = smallHall();

  it("lays seats out by their number", () => {
    expect(hall.count).toBe(24);
    expect([hall.x[7], hall.y[7]]).toEqual([20, 40]);
    expect(hall.zones[hall.zoneOf[12]!]!.name).toBe("Tribun");
    expect(seatName(hall, 12)).toBe("T1 · A-1");
  });

  it("takes prices from the show", () => {
    expect(hall.zones.map(({ price_minor, fee_minor }) => [price_minor, fee_minor])).toEqual([[2000, 200], [1000, 100], [500, 50]]);
  });

  it("measures how far neighbours sit apart", () => {
    expect(hall.pitch).toBe(10);
  });
});
