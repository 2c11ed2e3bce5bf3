// Where the seats of a shape are, around its middle, before it is placed. Made once a shape: shapes never change.
import { boundsOf, type Point, type Rect } from "../../lib/plane.ts";
import type { Block, Free, Section, Shape, Table } from "./model.ts";
import { rowNames, seatLabels } from "./numbering.ts";

export interface LayoutRow {
  name: string;
  first: number; // index of its first seat
  labels: readonly string[];
}
export interface Layout {
  rows: readonly LayoutRow[];
  x: Float64Array;
  y: Float64Array;
  count: number;
  pitch: number;
  outline: readonly Point[];
  bounds: Rect;
}

const most = 20_000; // seats of one section
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The smallest convex polygon around all points, `margin` away (Andrew's monotone chain). */
export function hullOf(x: ArrayLike<number>, y: ArrayLike<number>, margin: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < x.length; i += 1) for (const dx of [-margin, margin]) for (const dy of [-margin, margin]) points.push([x[i]! + dx, y[i]! + dy]);
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (list: Point[]): Point[] => {
    const hull: Point[] = [];
    for (const point of list) {
      const turns = () => {
        const [o, a] = [hull[hull.length - 2]!, hull[hull.length - 1]!];
        return (a[0] - o[0]) * (point[1] - o[1]) - (a[1] - o[1]) * (point[0] - o[0]) > 0;
      };
      while (hull.length >= 2 && !turns()) hull.pop();
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  return [...chain(points), ...chain(points.reverse())];
}

interface Row {
  name: string;
  labels: string[];
  points: Point[];
}

function blockRows(block: Block): Row[] {
  const names = rowNames(block.rows, block.first_row, block.from_back);
  const rows: Row[] = [];
  const span = (count: number) => (count - 1) * block.seat_pitch + block.gaps.filter((gap) => gap > 0 && gap < count).length * block.gap_width;
  const radius = block.curve > 0 ? Math.max(span(block.seats), block.seat_pitch) / radians(block.curve) : 0;
  let left = most;
  for (let r = 0; r < block.rows && left > 0; r += 1) {
    const count = Math.min(left, Math.max(1, Math.round(block.seats + block.grow * r)));
    left -= count;
    const width = span(count);
    let at = -width / 2;
    const depth = r * block.row_pitch;
    const points = Array.from({ length: count }, (_, i): Point => {
      if (i > 0) at += block.seat_pitch + (block.gaps.includes(i) ? block.gap_width : 0);
      if (radius === 0) return [at + block.skew * r, depth];
      const [away, angle] = [radius + depth, at / (radius + depth)];
      return [away * Math.sin(angle) + block.skew * r, away * Math.cos(angle) - radius];
    });
    rows.push({ name: names[r]!, labels: seatLabels(count, block.numbering), points });
  }
  return rows;
}

function tableRows(table: Table): Row[] {
  const labels = seatLabels(table.seats, { scheme: "left", from: 1 });
  const away = 4;
  const place = (i: number): Point => {
    if (table.form === "round") {
      const angle = (2 * Math.PI * i) / table.seats - Math.PI / 2;
      return [(table.width / 2 + away) * Math.cos(angle), (table.width / 2 + away) * Math.sin(angle)];
    }
    const above = Math.ceil(table.seats / 2);
    const [index, count, y] = i < above ? [i, above, -1] : [table.seats - 1 - i, table.seats - above, 1];
    return [((index + 0.5) / count - 0.5) * table.width, y * (table.height / 2 + away)];
  };
  return [{ name: "1", labels, points: labels.map((_, i) => place(i)) }];
}

const freeRows = ({ rows }: Free): Row[] => rows.map(({ name, seats }) => ({ name, labels: seats.map(([label]) => label), points: seats.map(([, x, y]): Point => [x, y]) }));

function pitchOf(rows: readonly Row[]): number {
  const distances = rows.flatMap(({ points }) => points.slice(1, 40).map(([x, y], i) => Math.hypot(x - points[i]![0], y - points[i]![1]))).sort((a, b) => a - b);
  return distances[distances.length >> 1] || 6;
}

function make(shape: Shape): Layout {
  const rows = shape.kind === "block" ? blockRows(shape) : shape.kind === "table" ? tableRows(shape) : freeRows(shape);
  const count = rows.reduce((sum, { points }) => sum + points.length, 0);
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  let next = 0;
  const named = rows.map(({ name, labels, points }): LayoutRow => {
    const first = next;
    for (const [px, py] of points) {
      x[next] = px;
      y[next] = py;
      next += 1;
    }
    return { name, first, labels };
  });
  if (shape.kind === "block" && count > 0) {
    const middle = (values: Float64Array) => (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
    const [cx, cy] = [middle(x), middle(y)];
    for (let i = 0; i < count; i += 1) {
      x[i]! -= cx;
      y[i]! -= cy;
    }
  }
  const pitch = pitchOf(rows);
  const outline = hullOf(x, y, pitch * 0.8);
  return { rows: named, x, y, count, pitch, outline, bounds: boundsOf(outline) };
}

const made = new WeakMap<Shape, Layout>();
export function layoutOf(shape: Shape): Layout {
  let layout = made.get(shape);
  if (!layout) made.set(shape, (layout = make(shape)));
  return layout;
}

/** The seat's name within its section: "A-12". */
export function seatName({ shape }: Section, seat: number): string {
  const row = layoutOf(shape).rows.findLast(({ first }) => first <= seat)!;
  return `${row.name}-${row.labels[seat - row.first]}`;
}
