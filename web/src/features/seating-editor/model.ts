// What is drawn: an immutable drawing of things, each placed by a point and a rotation around it. Seats are not kept but made of a
// section's shape (see layout.ts), so that a block of a thousand seats is a dozen numbers, and an undo costs nothing.
import type { Point } from "../../lib/plane.ts";

export type Mark = "accessible" | "companion";
export type Scheme = "left" | "right" | "odd_even" | "odd" | "even";

/** How the seats of a row are called: from the left, from the right, odd ones left of the middle and even ones right of it, only odd, only even. */
export interface Numbering {
  scheme: Scheme;
  from: number;
}

export interface Block {
  kind: "block";
  rows: number;
  seats: number; // of the first row
  grow: number; // seats more (or fewer) in each row behind
  row_pitch: number;
  seat_pitch: number;
  curve: number; // degrees that the first row spans around what is in front of it; 0: straight
  skew: number; // that each row stands further to the right than the one before
  gaps: readonly number[]; // behind which seat of a row an aisle is
  gap_width: number;
  numbering: Numbering;
  first_row: string; // "A" or "1"
  from_back: boolean; // the first name is the last row's
}

export interface Table {
  kind: "table";
  form: "round" | "rectangle";
  seats: number;
  width: number; // of the table itself; round: across
  height: number;
}

/** As it was imported: seats around the middle of all. */
export interface Free {
  kind: "free";
  rows: readonly { name: string; seats: readonly (readonly [label: string, x: number, y: number])[] }[];
}

export type Shape = Block | Table | Free;

interface Placed {
  id: string;
  x: number;
  y: number;
  rotation: number; // degrees, clockwise
}
export interface Section extends Placed {
  kind: "section";
  name: string;
  zone: string; // a zone's key
  shape: Shape;
  marks: Readonly<Record<number, Mark>>; // by seat, counted through its rows
}
export interface Standing extends Placed {
  kind: "standing";
  key: string;
  name: string;
  colour: string;
  capacity: number;
  points: readonly Point[]; // around (x, y)
}
export interface Stage extends Placed {
  kind: "stage";
  name: string;
  points: readonly Point[];
}
export interface Words extends Placed {
  kind: "words";
  name: string;
}
export type Thing = Section | Standing | Stage | Words;

export interface Zone {
  key: string;
  name: string;
  colour: string;
}

export interface Drawing {
  name: string;
  width: number;
  height: number;
  zones: readonly Zone[];
  things: readonly Thing[]; // drawn one over the other in this order
}

export const isSection = (thing: Thing): thing is Section => thing.kind === "section";
export const isStanding = (thing: Thing): thing is Standing => thing.kind === "standing";
export const thingOf = (drawing: Drawing, id: string): Thing | undefined => drawing.things.find((thing) => thing.id === id);

export const usualPitch = 6; // decimetres, as in the demo's halls
export const palette = ["#b3124e", "#1d4e89", "#5b3f9e", "#c05a00", "#2f6f3e", "#0f8b8d", "#8a4b00", "#6b2737"];

export const newBlock = (rows = 5, seats = 10): Block => ({
  kind: "block", rows, seats, grow: 0, row_pitch: 9, seat_pitch: usualPitch, curve: 0, skew: 0, gaps: [], gap_width: usualPitch,
  numbering: { scheme: "left", from: 1 }, first_row: "A", from_back: false,
});
export const newTable = (form: Table["form"], seats = form === "round" ? 8 : 6): Table => ({ kind: "table", form, seats, width: 18, height: form === "round" ? 18 : 8 });
export const rectangle = (width: number, height: number): Point[] => [[-width / 2, -height / 2], [width / 2, -height / 2], [width / 2, height / 2], [-width / 2, height / 2]];
