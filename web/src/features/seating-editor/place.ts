// Things where they stand on the plan. Pure.
import { inside } from "../../lib/camera.ts";
import { boundsOf, type Point, type Rect } from "../../lib/plane.ts";
import { layoutOf } from "./layout.ts";
import type { Drawing, Stage, Standing, Thing } from "./model.ts";

export function toPlan({ x, y, rotation }: Thing, px: number, py: number): Point {
  const angle = (rotation * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return [x + px * cos - py * sin, y + px * sin + py * cos];
}

/** A point of the plan as the thing sees it, before it is placed. */
export function toThing({ x, y, rotation }: Thing, px: number, py: number): Point {
  const angle = (-rotation * Math.PI) / 180;
  const [sin, cos, dx, dy] = [Math.sin(angle), Math.cos(angle), px - x, py - y];
  return [dx * cos - dy * sin, dx * sin + dy * cos];
}

export const wordsHeight = 10;
const wordsShape = (text: string): Point[] => {
  const [half, up] = [Math.max(6, text.length * wordsHeight * 0.3), wordsHeight * 0.7];
  return [[-half, -up], [half, -up], [half, up], [-half, up]];
};

/** Its outline before it is placed. */
export function shapeOf(thing: Thing): readonly Point[] {
  if (thing.kind === "section") return layoutOf(thing.shape).outline;
  return thing.kind === "words" ? wordsShape(thing.name) : thing.points;
}

const outlines = new WeakMap<Thing, { points: Point[]; bounds: Rect }>();
function placed(thing: Thing): { points: Point[]; bounds: Rect } {
  let known = outlines.get(thing);
  if (!known) {
    const points = shapeOf(thing).map(([x, y]) => toPlan(thing, x, y));
    outlines.set(thing, (known = { points, bounds: boundsOf(points) }));
  }
  return known;
}
export const outlineOf = (thing: Thing): readonly Point[] => placed(thing).points;
export const thingBounds = (thing: Thing): Rect => placed(thing).bounds;

export const union = (rects: readonly Rect[]): Rect => ({
  left: Math.min(...rects.map(({ left }) => left)), top: Math.min(...rects.map(({ top }) => top)),
  right: Math.max(...rects.map(({ right }) => right)), bottom: Math.max(...rects.map(({ bottom }) => bottom)),
});
const within = (rect: Rect, x: number, y: number) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;

/** The thing whose corners can be dragged: a polygon that alone is chosen. */
export function cornered(drawing: Drawing, selected: ReadonlySet<string>): Standing | Stage | undefined {
  const [only] = selected.size === 1 ? drawing.things.filter(({ id }) => selected.has(id)) : [];
  return only?.kind === "standing" || only?.kind === "stage" ? only : undefined;
}

/** Its corner at a point of the plan, or -1. */
export const cornerAt = (thing: Thing, x: number, y: number, reach: number): number => outlineOf(thing).findIndex(([cx, cy]) => Math.hypot(cx - x, cy - y) <= reach);

/** With one corner at another point of the plan. */
export const withCorner = (thing: Standing | Stage, corner: number, x: number, y: number): Point[] => thing.points.map((point, i) => (i === corner ? toThing(thing, x, y) : point));

/** The thing that its handle turns: whatever alone is chosen, but words. */
export function turnable(drawing: Drawing, selected: ReadonlySet<string>): Thing | undefined {
  const [only] = selected.size === 1 ? drawing.things.filter(({ id }) => selected.has(id)) : [];
  return only?.kind === "words" ? undefined : only;
}

/** Where its handle is: so far behind its back, wherever that is turned to, since names stand in front. */
export const handleOf = (thing: Thing, beyond: number): Point => toPlan(thing, 0, Math.max(...shapeOf(thing).map(([, y]) => y)) + beyond);

/** The rotation by which the handle points there: whole degrees, or steps of fifteen. */
export function turnedTo({ x, y }: Thing, px: number, py: number, inSteps: boolean): number {
  const step = inSteps ? 15 : 1;
  const degrees = Math.round((Math.atan2(x - px, py - y) * 180) / Math.PI / step) * step;
  return (degrees + 360) % 360;
}

/** The topmost thing at a point. */
export function hit(drawing: Drawing, x: number, y: number): Thing | undefined {
  return drawing.things.findLast((thing) => within(thingBounds(thing), x, y) && inside(outlineOf(thing), x, y));
}

/** All that lie wholly in the rectangle. */
export function enclosed(drawing: Drawing, rect: Rect): string[] {
  return drawing.things.filter((thing) => {
    const { left, top, right, bottom } = thingBounds(thing);
    return left >= rect.left && right <= rect.right && top >= rect.top && bottom <= rect.bottom;
  }).map(({ id }) => id);
}

/** The seat of a section at a point of the plan, or -1. */
export function seatAt(thing: Thing, px: number, py: number): number {
  if (thing.kind !== "section") return -1;
  const { x, y, count, pitch } = layoutOf(thing.shape);
  const [lx, ly] = toThing(thing, px, py);
  let [best, bestSquare] = [-1, (pitch * 0.6) ** 2];
  for (let i = 0; i < count; i += 1) {
    const square = (x[i]! - lx) ** 2 + (y[i]! - ly) ** 2;
    if (square <= bestSquare) [best, bestSquare] = [i, square];
  }
  return best;
}
