// A drawing as a document of our format (docs/seating-plan.md), and back. What a block was made of goes along under `editor`; it is
// believed only as far as it gives the seats that are there, so that a document that somebody changed by hand is as they changed it.
import { boundsOf, type Point } from "../../lib/plane.ts";
import { layoutOf } from "./layout.ts";
import { isSection, isStanding, type Drawing, type Free, type Mark, type Section, type Shape, type Thing, type Zone } from "./model.ts";
import { outlineOf, toPlan, toThing } from "./place.ts";

export type DocumentSeat = [label: string, x: number, y: number, mark?: Mark];
interface Made {
  x: number;
  y: number;
  rotation: number;
  shape: Shape;
}
export interface DocumentSection {
  name: string;
  zone: string;
  outline: Point[];
  rows: { name: string; seats: DocumentSeat[] }[];
  editor?: Made;
}
export interface PlanDocument {
  name: string;
  width: number;
  height: number;
  stage: { label: string; points: Point[] };
  zones: { key: string; name: string; colour: string; kind: "seated" | "standing"; capacity?: number; shape?: Point[] }[];
  sections: DocumentSection[];
  texts?: { text: string; at: Point }[];
}

const tidy = (value: number) => Math.round(value * 1000) / 1000;
const tidyAll = (points: readonly Point[]): Point[] => points.map(([x, y]): Point => [tidy(x), tidy(y)]);

function toSection(section: Section): DocumentSection {
  const { x, y, rotation, shape, marks } = section;
  const layout = layoutOf(shape);
  const rows = layout.rows.map(({ name, first, labels }) => ({
    name,
    seats: labels.map((label, i): DocumentSeat => {
      const [px, py] = toPlan(section, layout.x[first + i]!, layout.y[first + i]!);
      const mark = marks[first + i];
      return mark ? [label, tidy(px), tidy(py), mark] : [label, tidy(px), tidy(py)];
    }),
  }));
  return { name: section.name, zone: section.zone, outline: tidyAll(outlineOf(section)), rows, ...(shape.kind !== "free" && { editor: { x, y, rotation, shape } }) };
}

// Sections that did not change are written once.
const written = new WeakMap<Section, DocumentSection>();
function sectionOf(section: Section): DocumentSection {
  let known = written.get(section);
  if (!known) written.set(section, (known = toSection(section)));
  return known;
}

export function toDocument(drawing: Drawing): PlanDocument {
  const stage = drawing.things.find(({ kind }) => kind === "stage");
  const standing = drawing.things.filter(isStanding);
  const texts = drawing.things.filter(({ kind }) => kind === "words");
  return {
    name: drawing.name, width: drawing.width, height: drawing.height,
    stage: { label: stage?.name ?? "", points: stage ? tidyAll(outlineOf(stage)) : [] },
    zones: [
      ...drawing.zones.map(({ key, name, colour }) => ({ key, name, colour, kind: "seated" as const })),
      ...standing.map((one) => ({ key: one.key, name: one.name, colour: one.colour, kind: "standing" as const, capacity: one.capacity, shape: tidyAll(outlineOf(one)) })),
    ],
    sections: drawing.things.filter(isSection).map(sectionOf),
    ...(texts.length > 0 && { texts: texts.map(({ name, x, y }) => ({ text: name, at: [tidy(x), tidy(y)] as Point })) }),
  };
}

function centred(points: readonly Point[]): { x: number; y: number; points: Point[] } {
  const { left, top, right, bottom } = boundsOf(points);
  const [x, y] = points.length === 0 ? [0, 0] : [tidy((left + right) / 2), tidy((top + bottom) / 2)];
  return { x, y, points: points.map(([px, py]): Point => [px - x, py - y]) };
}

/** Whether the shape, placed so, has exactly these seats. */
function gives(section: Section, rows: DocumentSection["rows"]): boolean {
  const layout = layoutOf(section.shape);
  if (layout.rows.length !== rows.length) return false;
  return layout.rows.every(({ name, first, labels }, r) => {
    const { name: theirs, seats } = rows[r]!;
    return name === theirs && labels.length === seats.length && seats.every(([label, x, y], i) => {
      const [lx, ly] = toThing(section, x, y);
      return label === labels[i] && Math.abs(lx - layout.x[first + i]!) < 0.01 && Math.abs(ly - layout.y[first + i]!) < 0.01;
    });
  });
}

function fromSection(from: DocumentSection, id: string): Section {
  const marks: Record<number, Mark> = {};
  let seat = 0;
  for (const { seats } of from.rows) for (const [, , , mark] of seats) {
    if (mark) marks[seat] = mark;
    seat += 1;
  }
  const own = { id, kind: "section" as const, name: from.name, zone: from.zone, marks };
  if (from.editor) {
    try {
      const { x, y, rotation, shape } = from.editor;
      const section = { ...own, x, y, rotation, shape };
      if (gives(section, from.rows)) return section;
    } catch {
      // not of this editor
    }
  }
  const { x, y } = centred(from.rows.flatMap(({ seats }) => seats.map(([, px, py]): Point => [px, py])));
  const shape: Free = { kind: "free", rows: from.rows.map(({ name, seats }) => ({ name, seats: seats.map(([label, px, py]) => [label, px - x, py - y] as const) })) };
  return { ...own, x, y, rotation: 0, shape };
}

export function fromDocument(document: PlanDocument, newId: () => string): Drawing {
  const zones = document.zones.filter(({ kind }) => kind === "seated").map(({ key, name, colour }): Zone => ({ key, name, colour }));
  const things: Thing[] = [
    { id: newId(), kind: "stage", name: document.stage.label, rotation: 0, ...centred(document.stage.points) },
    ...document.zones.filter(({ kind }) => kind === "standing").map(({ key, name, colour, capacity = 1, shape = [] }): Thing => ({ id: newId(), kind: "standing", key, name, colour, capacity, rotation: 0, ...centred(shape) })),
    ...document.sections.map((section) => fromSection(section, newId())),
    ...(document.texts ?? []).map(({ text, at }): Thing => ({ id: newId(), kind: "words", name: text, x: at[0], y: at[1], rotation: 0 })),
  ];
  return { name: document.name, width: document.width, height: document.height, zones, things };
}

/** What a fault's pointer is about. */
export function placeOf(drawing: Drawing, pointer: string): { thing?: Thing; zone?: Zone; seat?: number } {
  const [, list, index = "", part, row = "", , seat = ""] = pointer.split("/");
  const at = Number(index);
  const kinds: Record<string, Thing["kind"]> = { stage: "stage", texts: "words", sections: "section" };
  if (list === "zones" && drawing.zones[at]) return { zone: drawing.zones[at] };
  if (list === "zones") {
    const standing = drawing.things.filter(isStanding)[at - drawing.zones.length];
    return standing ? { thing: standing } : {};
  }
  const thing = drawing.things.filter(({ kind }) => kind === kinds[list ?? ""])[list === "stage" ? 0 : at];
  if (thing?.kind !== "section") return thing ? { thing } : {};
  const first = part === "rows" ? layoutOf(thing.shape).rows[Number(row)]?.first : undefined;
  return { thing, ...(first !== undefined && seat !== "" && { seat: first + Number(seat) }) };
}
