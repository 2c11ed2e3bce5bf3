import { describe, expect, it } from "vitest";
import { add, addZone, duplicate, edit, mark, move, placesByZone, remove, removeZone, reshape, rotate } from "./commands.ts";
import { fromDocument, placeOf, toDocument, type PlanDocument } from "./document.ts";
import { begin, redo, step, undo } from "./history.ts";
import { layoutOf, seatName } from "./layout.ts";
import { newBlock, newTable, rectangle, type Block, type Drawing, type Section, type Thing } from "./model.ts";
import { rowNames, seatLabels } from "./numbering.ts";
import { cornerAt, cornered, enclosed, handleOf, hit, outlineOf, seatAt, thingBounds, toPlan, toThing, turnable, turnedTo, withCorner } from "./place.ts";
import { snap } from "./snap.ts";

let ids = 0;
const newId = () => `t${(ids += 1)}`;
const block = (more: Partial<Block> = {}): Block => ({ ...newBlock(), ...more });
const section = (id: string, more: Partial<Section> = {}): Section => ({ id, kind: "section", name: `Blok ${id}`, zone: "zone-1", x: 100, y: 100, rotation: 0, shape: block(), marks: {}, ...more });
const stage: Thing = { id: "stage", kind: "stage", name: "Panggung", x: 200, y: 20, rotation: 0, points: rectangle(100, 20) };
const floor: Thing = { id: "floor", kind: "standing", key: "lantai", name: "Lantai", colour: "#0f8b8d", capacity: 50, x: 300, y: 250, rotation: 0, points: rectangle(80, 40) };
const drawing = (...things: Thing[]): Drawing => ({ name: "Aula", width: 400, height: 300, zones: [{ key: "zone-1", name: "VIP", colour: "#b3124e" }], things: [stage, floor, ...things] });

describe("names", () => {
  it.each([
    ["left", 1, "1 2 3 4 5"], ["right", 1, "5 4 3 2 1"], ["odd_even", 1, "5 3 1 2 4"], ["odd", 1, "1 3 5 7 9"], ["even", 1, "2 4 6 8 10"], ["left", 11, "11 12 13 14 15"], ["odd", 6, "7 9 11 13 15"],
  ] as const)("of seats %s from %i", (scheme, from, labels) => expect(seatLabels(5, { scheme, from }).join(" ")).toBe(labels));
  it("of rows", () => {
    expect(rowNames(3, "Y", false)).toEqual(["Y", "Z", "AA"]);
    expect(rowNames(3, "8", true)).toEqual(["10", "9", "8"]);
    expect(rowNames(2, "B-", false)).toEqual(["B-1", "B-2"]);
    expect(rowNames(1, "Balkon", false)).toEqual(["Balkon"]);
  });
  it("are all different in a row", () => {
    for (const scheme of ["left", "right", "odd_even", "odd", "even"] as const) for (let count = 1; count < 40; count += 1) expect(new Set(seatLabels(count, { scheme, from: 1 })).size).toBe(count);
  });
});

describe("a block", () => {
  it("stands around its middle, with its pitches and aisles", () => {
    const { x, y, count } = layoutOf(block({ rows: 2, seats: 4, gaps: [2], gap_width: 10 }));
    expect(count).toBe(8);
    expect([...x].slice(0, 4)).toEqual([-14, -8, 8, 14]);
    expect([y[0], y[4]]).toEqual([-4.5, 4.5]);
  });
  it("is curved around what is in front of it: neighbours stay as far apart, ends come forward", () => {
    const shape = block({ rows: 3, seats: 11, curve: 90 });
    const { x, y } = layoutOf(shape);
    for (let i = 1; i < 11; i += 1) expect(Math.hypot(x[i]! - x[i - 1]!, y[i]! - y[i - 1]!)).toBeCloseTo(6, 0);
    expect(y[0]!).toBeLessThan(y[5]!);
    expect(x[0]!).toBeCloseTo(-x[10]!);
  });
  it("grows, is skewed, and has at most as many seats as a section may", () => {
    expect(layoutOf(block({ rows: 3, seats: 4, grow: 2 })).rows.map(({ labels }) => labels.length)).toEqual([4, 6, 8]);
    const { x } = layoutOf(block({ rows: 2, seats: 1, skew: 5 }));
    expect(x[1]! - x[0]!).toBe(5);
    expect(layoutOf(block({ rows: 500, seats: 500 })).count).toBe(20_000);
  });
});

it("a table has its seats around it, apart from each other", () => {
  for (const form of ["round", "rectangle"] as const) {
    const { x, y, count } = layoutOf(newTable(form));
    for (let i = 0; i < count; i += 1) for (let j = 0; j < i; j += 1) expect(Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!)).toBeGreaterThan(4);
  }
});

describe("things on the plan", () => {
  const turned = section("a", { rotation: 90 });
  it("are turned, and found by a point", () => {
    const [px, py] = toPlan(turned, 10, 0);
    expect([px, py].map(Math.round)).toEqual([100, 110]);
    expect(toThing(turned, px, py).map(Math.round)).toEqual([10, 0]);
    expect(hit(drawing(turned), 100, 125)?.id).toBe("a");
    expect(hit(drawing(turned), 125, 125)).toBeUndefined();
    expect(seatAt(turned, ...toPlan(turned, layoutOf(turned.shape).x[7]!, layoutOf(turned.shape).y[7]!))).toBe(7);
  });
  it("are found by a rectangle that has them whole", () => {
    const { left, top, right, bottom } = thingBounds(turned);
    expect(enclosed(drawing(turned), { left, top, right, bottom })).toEqual(["a"]);
    expect(enclosed(drawing(turned), { left: left + 1, top, right, bottom })).toEqual([]);
  });
  it("have a handle behind them, which turns with them and turns them: freely, or in steps of fifteen degrees", () => {
    const [straight, aside] = [section("a"), section("b", { rotation: 90 })];
    const back = Math.max(...layoutOf(straight.shape).outline.map(([, y]) => y));
    expect(handleOf(straight, 20)).toEqual([100, 100 + back + 20]);
    expect(handleOf(aside, 20).map(Math.round)).toEqual([Math.round(100 - back - 20), 100]);
    for (const rotation of [0, 37, 90, 200, 359]) expect(turnedTo(straight, ...handleOf(section("c", { rotation }), 20), false)).toBe(rotation);
    expect([turnedTo(straight, 90, 140, false), turnedTo(straight, 90, 140, true), turnedTo(straight, 101, 150, true), turnedTo(straight, 101, 150, false)]).toEqual([14, 15, 0, 359]);
    const words: Thing = { id: "w", kind: "words", name: "Pintu", x: 0, y: 0, rotation: 0 };
    const plan = drawing(straight, words);
    expect([turnable(plan, new Set(["a"]))?.id, turnable(plan, new Set(["a", "floor"])), turnable(plan, new Set(["w"])), turnable(plan, new Set())]).toEqual(["a", undefined, undefined, undefined]);
  });
  it("have corners that can be dragged, when they are polygons and chosen alone", () => {
    const plan = drawing(turned);
    expect(cornered(plan, new Set(["a"]))).toBeUndefined();
    expect(cornered(plan, new Set(["floor", "stage"]))).toBeUndefined();
    const found = cornered(plan, new Set(["floor"]))!;
    expect(cornerAt(found, 341, 229, 3)).toBe(1);
    expect(cornerAt(found, 300, 250, 3)).toBe(-1);
    expect(withCorner(found, 1, 400, 200)[1]).toEqual([100, -50]);
  });
  it("come to lie in line with what is beside them, else on the grid", () => {
    const other = { left: 100, top: 0, right: 140, bottom: 40 };
    expect(snap({ left: 102, top: 61, right: 122, bottom: 81 }, [other], 4)).toEqual({ dx: -2, dy: -1, x: 100, y: undefined });
    expect(snap({ left: 111, top: 18, right: 131, bottom: 22 }, [other], 4)).toMatchObject({ dx: -1, dy: 0, x: 120, y: 20 });
  });
});

describe("a change", () => {
  const start = drawing(section("a"), section("b", { x: 200 }));
  const both = new Set(["a", "b"]);
  it("leaves what was before, and shares what it does not touch", () => {
    const next = move(start, new Set(["a"]), 5, 0);
    expect(start.things[2]).toMatchObject({ x: 100 });
    expect(next.things[2]).toMatchObject({ x: 105 });
    expect(next.things[3]).toBe(start.things[3]);
  });
  it("turns several around their middle", () => {
    const next = rotate(start, both, 180);
    expect(next.things.slice(2).map(({ x, rotation }) => [x, rotation])).toEqual([[200, 180], [100, 180]]);
    expect(rotate(rotate(next, both, 90), both, 90).things.slice(2).map(({ x }) => x)).toEqual([100, 200]);
  });
  it("never removes the stage, nor a zone that has sections", () => {
    expect(remove(start, new Set(["stage", "a", "floor"])).things.map(({ id }) => id)).toEqual(["stage", "b"]);
    expect(removeZone(start, "zone-1")).toBe(start);
    const [more, zone] = addZone(start, "Balkon");
    expect(zone).toMatchObject({ key: "zone-2", name: "Balkon" });
    expect(removeZone(more, "zone-2").zones).toEqual(start.zones);
  });
  it("copies with names of their own", () => {
    const [next, fresh] = duplicate(start, new Set(["a", "floor", "stage"]), newId);
    expect(fresh.size).toBe(2);
    const copies = next.things.slice(-2);
    expect(copies.map(({ name }) => name)).toEqual(["Lantai 1", "Blok a 1"]);
    expect(copies[0]).toMatchObject({ key: "zone-2" });
  });
  it("marks seats, and keeps the marks as far as there are seats", () => {
    const marked = mark(mark(start, "a", [0, 49], "accessible"), "a", [1], "companion");
    expect((marked.things[2] as Section).marks).toEqual({ 0: "accessible", 1: "companion", 49: "accessible" });
    expect((reshape(marked, "a", block({ rows: 2 })).things[2] as Section).marks).toEqual({ 0: "accessible", 1: "companion" });
    expect((mark(marked, "a", [0], undefined).things[2] as Section).marks).toEqual({ 1: "companion", 49: "accessible" });
    expect(seatName(start.things[2] as Section, 12)).toBe("B-3");
  });
  it("is counted by zone", () => expect([...placesByZone(start)]).toEqual([["lantai", 50], ["zone-1", 100]]));
});

describe("history", () => {
  it("goes back and forth; steps of the same go together", () => {
    let all = begin(1);
    all = step(step(step(all, 2), 3, "name"), 4, "name");
    expect([undo(all).present, undo(undo(all)).present, redo(undo(all)).present]).toEqual([2, 1, 4]);
    expect(undo(begin(1)).present).toBe(1);
    expect(redo(step(undo(all), 9)).present).toBe(9);
  });
});

describe("a document", () => {
  const full = drawing(section("a", { marks: { 3: "accessible", 4: "companion" } }), section("b", { x: 250, y: 120, rotation: 30, shape: block({ curve: 60, gaps: [3] }) }), section("c", { x: 60, y: 220, shape: newTable("round") }), { id: "w", kind: "words", name: "Pintu", x: 20, y: 30, rotation: 0 });
  const plain = ({ things, ...rest }: Drawing) => ({ ...rest, things: things.map((thing) => ({ ...thing, id: "" })) });
  it("gives the drawing that it was made of", () => expect(plain(fromDocument(JSON.parse(JSON.stringify(toDocument(full))) as PlanDocument, newId))).toEqual(plain(full)));
  it("that was changed by hand is as it was changed", () => {
    const changed = JSON.parse(JSON.stringify(toDocument(full))) as PlanDocument;
    changed.sections[0]!.rows[0]!.seats[2] = ["99", 1, 2];
    changed.sections[1]!.editor = { x: 0 } as never;
    const read = fromDocument(changed, newId);
    expect(read.things.filter(({ kind }) => kind === "section").map((each) => (each as Section).shape.kind)).toEqual(["free", "free", "table"]);
    const again = toDocument(read);
    expect(again.sections[0]!.rows).toEqual(changed.sections[0]!.rows);
    expect(again.sections[1]!.rows).toEqual(changed.sections[1]!.rows);
  });
  it("tells which thing a fault is of", () => {
    expect(placeOf(full, "/sections/1/rows/1/seats/2")).toMatchObject({ thing: { id: "b" }, seat: 12 });
    expect(placeOf(full, "/zones/0/colour")).toMatchObject({ zone: { key: "zone-1" } });
    expect(placeOf(full, "/zones/1/capacity")).toMatchObject({ thing: { id: "floor" } });
    expect(placeOf(full, "/stage/points")).toMatchObject({ thing: { id: "stage" } });
    expect(placeOf(full, "/texts/0/at")).toMatchObject({ thing: { id: "w" } });
    expect(placeOf(full, "")).toEqual({});
  });
  it("of 50,000 seats is written and read without a wait", () => {
    const many = drawing(...Array.from({ length: 50 }, (_, i) => section(String(i), { x: i * 300, shape: block({ rows: 25, seats: 40 }) })));
    const started = performance.now();
    const text = JSON.stringify(toDocument(many));
    expect(fromDocument(JSON.parse(text) as PlanDocument, newId).things.length).toBe(52);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(text.length).toBeLessThan(2_500_000);
  });
  it("has outlines around its seats", () => {
    for (const [x, y] of outlineOf(full.things[3]!)) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });
  it("takes what is added", () => expect(add(full, stage).things.length).toBe(full.things.length + 1));
  it("takes what is edited", () => expect(edit(full, "w", { name: "x" }).things.at(-1)).toMatchObject({ name: "x" }));
});
