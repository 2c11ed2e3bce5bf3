// The hall as flat arrays by seat number, made once of the seating answer, so that 50,000 seats cost a few typed arrays and
// the renderer never walks an object tree. Knows geometry and prices; not what is free.
import type { components } from "../../contract/booking.ts";

type Schemas = components["schemas"];
export type Point = readonly [number, number];

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface HallZone {
  id: string;
  name: string;
  kind: "seated" | "standing";
  colour: string;
  price_minor: number;
  fee_minor: number;
  /** Of one place, where it is not in its price. */
  tax_minor: number;
  capacity: number;
  shape: readonly Point[];
}

export interface HallRow {
  name: string;
  seats: readonly number[]; // seat numbers, left to right
}

export interface HallSection {
  name: string;
  zone: number;
  outline: readonly Point[];
  bounds: Rect;
  rows: readonly HallRow[];
  seats: readonly number[];
}

export interface Hall {
  showId: string;
  currency: string;
  bounds: Rect; // of everything that is drawn
  stage: { points: readonly Point[]; label: string };
  zones: readonly HallZone[];
  sections: readonly HallSection[];
  count: number; // seated places
  x: Float32Array;
  y: Float32Array;
  zoneOf: Uint8Array;
  sectionOf: Uint16Array;
  rowOf: Uint16Array; // within the section
  accessible: Uint8Array;
  labels: readonly string[];
  pitch: number; // usual distance of neighbours, in hall units
}

export function boundsOf(points: readonly Point[]): Rect {
  const rect = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    rect.left = Math.min(rect.left, x);
    rect.right = Math.max(rect.right, x);
    rect.top = Math.min(rect.top, y);
    rect.bottom = Math.max(rect.bottom, y);
  }
  return rect;
}

function pitchOf(seating: Schemas["Seating"]): number {
  const distances: number[] = [];
  for (const zone of seating.zones)
    for (const { rows } of zone.sections ?? [])
      for (const { seats } of rows.slice(0, 2)) {
        const [a, b] = seats;
        if (a && b) distances.push(Math.hypot(a.x - b.x, a.y - b.y));
      }
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? 10;
}

function taxOnTop({ price, fee, tax }: Schemas["Zone"]): number {
  return !tax || tax.included ? 0 : Math.round(((price.amount_minor + fee.amount_minor) * tax.rate_bp) / 10_000);
}

export function buildHall(seating: Schemas["Seating"], show: Schemas["Show"]): Hall {
  const prices = new Map(show.zones.map((zone) => [zone.id, zone]));
  const zones = seating.zones.map((zone): HallZone => {
    const priced = prices.get(zone.id);
    return {
      id: zone.id, name: zone.name, kind: zone.kind, colour: zone.colour, capacity: zone.capacity,
      price_minor: priced?.price.amount_minor ?? 0, fee_minor: priced?.fee.amount_minor ?? 0, tax_minor: priced ? taxOnTop(priced) : 0,
      shape: (zone.shape ?? []) as unknown as readonly Point[],
    };
  });
  let count = 0;
  for (const zone of seating.zones)
    for (const section of zone.sections ?? []) for (const row of section.rows) for (const { seat_no } of row.seats) count = Math.max(count, seat_no + 1);

  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  const [zoneOf, sectionOf, rowOf, accessible] = [new Uint8Array(count), new Uint16Array(count), new Uint16Array(count), new Uint8Array(count)];
  const labels = new Array<string>(count).fill("");
  const sections: HallSection[] = [];

  seating.zones.forEach((zone, zoneIndex) => {
    for (const section of zone.sections ?? []) {
      const numbers: number[] = [];
      const rows = section.rows.map((row, rowIndex): HallRow => {
        const seats = row.seats.map((seat) => {
          const no = seat.seat_no;
          x[no] = seat.x;
          y[no] = seat.y;
          zoneOf[no] = zoneIndex;
          sectionOf[no] = sections.length;
          rowOf[no] = rowIndex;
          accessible[no] = seat.accessible ? 1 : 0;
          labels[no] = seat.label;
          numbers.push(no);
          return no;
        });
        return { name: row.name, seats };
      });
      const outline = section.outline as unknown as readonly Point[];
      sections.push({ name: section.name, zone: zoneIndex, outline, bounds: boundsOf(outline), rows, seats: numbers });
    }
  });
  const stage = { label: seating.stage.label, points: seating.stage.points as unknown as readonly Point[] };
  const bounds = boundsOf([...stage.points, ...zones.flatMap(({ shape }) => shape), ...sections.flatMap(({ outline }) => outline)]);
  return {
    showId: seating.show_id, currency: show.currency, bounds, stage, zones, sections, count,
    x, y, zoneOf, sectionOf, rowOf, accessible, labels, pitch: pitchOf(seating),
  };
}

export const seatName = (hall: Hall, no: number): string => `${hall.sections[hall.sectionOf[no]!]!.name} · ${hall.labels[no]!}`;
