// Every change of a drawing: a function from one to the next. Ids come from outside.
import { layoutOf } from "./layout.ts";
import { isSection, isStanding, palette, type Drawing, type Mark, type Section, type Thing, type Zone } from "./model.ts";
import { thingBounds, union } from "./place.ts";

export type Ids = ReadonlySet<string>;

const change = (drawing: Drawing, ids: Ids, next: (thing: Thing) => Thing): Drawing =>
  ids.size === 0 ? drawing : { ...drawing, things: drawing.things.map((thing) => (ids.has(thing.id) ? next(thing) : thing)) };
const tidy = (value: number) => Math.round(value * 100) / 100;

export const add = (drawing: Drawing, ...things: Thing[]): Drawing => ({ ...drawing, things: [...drawing.things, ...things] });

/** The stage stays: a plan has one. */
export const remove = (drawing: Drawing, ids: Ids): Drawing => {
  const things = drawing.things.filter((thing) => thing.kind === "stage" || !ids.has(thing.id));
  return things.length === drawing.things.length ? drawing : { ...drawing, things };
};

export const move = (drawing: Drawing, ids: Ids, dx: number, dy: number): Drawing =>
  dx === 0 && dy === 0 ? drawing : change(drawing, ids, (thing) => ({ ...thing, x: tidy(thing.x + dx), y: tidy(thing.y + dy) }));

/** Around the middle of all. */
export function rotate(drawing: Drawing, ids: Ids, degrees: number): Drawing {
  const turned = drawing.things.filter(({ id }) => ids.has(id));
  if (turned.length === 0) return drawing;
  const { left, top, right, bottom } = turned.length === 1 ? { left: turned[0]!.x, right: turned[0]!.x, top: turned[0]!.y, bottom: turned[0]!.y } : union(turned.map(thingBounds));
  const [cx, cy, angle] = [(left + right) / 2, (top + bottom) / 2, (degrees * Math.PI) / 180];
  return change(drawing, ids, (thing) => {
    const [dx, dy] = [thing.x - cx, thing.y - cy];
    const rotation = (((thing.rotation + degrees) % 360) + 360) % 360;
    return { ...thing, rotation, x: tidy(cx + dx * Math.cos(angle) - dy * Math.sin(angle)), y: tidy(cy + dx * Math.sin(angle) + dy * Math.cos(angle)) };
  });
}

export const edit = <T extends Thing>(drawing: Drawing, id: string, patch: Partial<T>): Drawing => change(drawing, new Set([id]), (thing) => ({ ...thing, ...patch }) as Thing);

/** With its marks as far as there are seats. */
export function reshape(drawing: Drawing, id: string, shape: Section["shape"]): Drawing {
  return change(drawing, new Set([id]), (thing) => {
    if (thing.kind !== "section") return thing;
    const { count } = layoutOf(shape);
    const marks = Object.fromEntries(Object.entries(thing.marks).filter(([seat]) => Number(seat) < count));
    return { ...thing, shape, marks };
  });
}

export function mark(drawing: Drawing, id: string, seats: readonly number[], as: Mark | undefined): Drawing {
  return change(drawing, new Set([id]), (thing) => {
    if (thing.kind !== "section") return thing;
    const kept = Object.entries(thing.marks).filter(([seat]) => !seats.includes(Number(seat)));
    return { ...thing, marks: Object.fromEntries(as ? [...kept, ...seats.map((seat) => [String(seat), as] as const)] : kept) };
  });
}

export const intoZone = (drawing: Drawing, ids: Ids, zone: string): Drawing => change(drawing, ids, (thing) => (isSection(thing) ? { ...thing, zone } : thing));

/** A name that no other has: "Blok 1", "Blok 2" … */
export function freeName(taken: readonly string[], word: string, between = " "): string {
  for (let number = 1; ; number += 1) if (!taken.includes(word + between + String(number))) return word + between + String(number);
}
export const freeKey = (drawing: Drawing): string => freeName([...drawing.zones.map(({ key }) => key), ...drawing.things.filter(isStanding).map(({ key }) => key)], "zone", "-");

/** Copies beside what they are of, with names of their own; answers the copies' ids. */
export function duplicate(drawing: Drawing, ids: Ids, newId: () => string): [Drawing, Ids] {
  const fresh = new Set<string>();
  let next = drawing;
  for (const thing of drawing.things.filter(({ id, kind }) => ids.has(id) && kind !== "stage")) {
    const id = newId();
    fresh.add(id);
    const word = thing.name.replace(/ \d+$/, "");
    const name = thing.kind === "words" ? thing.name : freeName(next.things.map((each) => each.name), word);
    const copy = { ...thing, id, name, x: thing.x + 20, y: thing.y + 20 };
    next = add(next, copy.kind === "standing" ? { ...copy, key: freeKey(next) } : copy);
  }
  return [next, fresh];
}

export function addZone(drawing: Drawing, name: string): [Drawing, Zone] {
  const taken = drawing.zones.map(({ colour }) => colour);
  const zone = { key: freeKey(drawing), name, colour: palette.find((colour) => !taken.includes(colour)) ?? palette[drawing.zones.length % palette.length]! };
  return [{ ...drawing, zones: [...drawing.zones, zone] }, zone];
}
export const editZone = (drawing: Drawing, key: string, patch: Partial<Zone>): Drawing => ({ ...drawing, zones: drawing.zones.map((zone) => (zone.key === key ? { ...zone, ...patch } : zone)) });
/** Only one without sections goes. */
export const removeZone = (drawing: Drawing, key: string): Drawing => (drawing.things.some((thing) => isSection(thing) && thing.zone === key) ? drawing : { ...drawing, zones: drawing.zones.filter((zone) => zone.key !== key) });

/** Of everything that can be sold, by zone key. */
export function placesByZone(drawing: Drawing): Map<string, number> {
  const places = new Map<string, number>();
  for (const thing of drawing.things) {
    if (isSection(thing)) places.set(thing.zone, (places.get(thing.zone) ?? 0) + layoutOf(thing.shape).count);
    if (isStanding(thing)) places.set(thing.key, thing.capacity);
  }
  return places;
}
