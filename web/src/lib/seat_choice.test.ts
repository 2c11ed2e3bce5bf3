import { expect, it } from "vitest";
import { buildHall } from "./hall.ts";
import { byRows, toggled, zonesBut } from "./seat_choice.ts";

const row = (name: string, first: number, count: number, labels?: string[]) => ({ name, first, x: Array<number>(count).fill(10), y: Array<number>(count).fill(0), ...(labels && { labels }) });
const square = [[0, 0], [10, 0], [10, 10]];
const zone = (id: string, rows: object[]) => ({ id, name: `Zona ${id}`, kind: "seated", colour: "#112233", capacity: 6, sections: [{ name: `Tribun ${id}`, outline: square, rows }] });
const hall = buildHall(
  { show_id: "1", width: 10, height: 10, stage: { label: "", points: square }, zones: [zone("1", [row("A", 0, 6), row("B", 6, 3, ["7", "9", "11"])]), zone("2", [row("A", 9, 4)])] } as never,
  { currency: "IDR", zones: [] } as never,
);

it("says seats by their rows, those beside each other in one span", () => {
  expect(byRows(hall, [11, 2, 0, 1, 4, 7, 6]).map(({ section, row: name, marks }) => `${section} ${name} ${marks}`)).toEqual(["Tribun 1 A 1–3, 5", "Tribun 1 B 7–9", "Tribun 2 A 3"]);
  expect(byRows(hall, [])).toEqual([]);
});

it("leaves one zone to choose in", () => {
  expect([...zonesBut(hall, 0)]).toEqual([1]);
});

it("takes no more than there may be, and gives back", () => {
  const two = toggled(toggled(new Set<number>(), 1, 2), 2, 2);
  expect([...toggled(two, 3, 2)]).toEqual([1, 2]);
  expect([...toggled(two, 1, 2)]).toEqual([2]);
});
