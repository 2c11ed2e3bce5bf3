// Small halls for the tests.
import type { components } from "../../contract/booking.ts";
import { buildHall, type Hall } from "../../lib/hall.ts";

type Schemas = components["schemas"];
const idr = (amount_minor: number) => ({ amount_minor, currency: "IDR" });

/** VIP: one section, rows A and B of `seats` each; Tribun: the same behind it; Festival: 100 standing. Seats are 10 apart. */
export function smallHall(seats = 6, tax?: Schemas["Tax"]): Hall {
  let no = 0;
  const row = (name: string, y: number): Schemas["RowOfSteps"] => {
    const first = no;
    no += seats;
    return { name, first, x: Array<number>(seats).fill(10), y: [y, ...Array<number>(seats - 1).fill(0)] };
  };
  const section = (name: string, top: number): Schemas["SectionByRows"] => ({
    name,
    outline: [[0, top], [seats * 10 + 10, top], [seats * 10 + 10, top + 40], [0, top + 40]],
    rows: [row("A", top + 10), row("B", top + 20)],
  });
  const seating: Schemas["SeatingByRows"] = {
    show_id: "7", width: 200, height: 200, stage: { points: [[0, 0], [100, 0], [100, 10]], label: "Panggung" },
    zones: [
      { id: "1", name: "VIP", kind: "seated", colour: "#ff0000", capacity: seats * 2, sections: [section("VIP", 20)] },
      { id: "2", name: "Tribun", kind: "seated", colour: "#00ff00", capacity: seats * 2, sections: [section("T1", 80)] },
      { id: "3", name: "Festival", kind: "standing", colour: "#0000ff", capacity: 100, shape: [[0, 150], [100, 150], [100, 190]] },
    ],
  };
  const zone = (id: string, name: string, kind: "seated" | "standing", price: number): Schemas["Zone"] => ({ id, name, kind, colour: "#000000", price: idr(price), fee: idr(price / 10), capacity: 1, ...(tax && { tax }) });
  const show = {
    id: "7", currency: "IDR", max_tickets_per_user: 4,
    zones: [zone("1", "VIP", "seated", 2000), zone("2", "Tribun", "seated", 1000), zone("3", "Festival", "standing", 500)],
  } as Schemas["Show"];
  return buildHall(seating, show);
}
