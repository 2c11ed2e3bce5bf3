// The hall as flat arrays by seat number, made once of the seating by rows, so that 50,000 seats cost a few typed arrays and
// the renderer never walks an object tree. Knows geometry and prices; not what is free.
import type { components } from "../contract/booking.ts";
import { boundsOf, type Point, type Rect } from "./plane.ts";

export type { Point, Rect };
type Schemas = components["schemas"];
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
  seats: readonly number[]; // seat numbers, left to right, one after the other
  labels: readonly string[] | undefined; // of each; none where they are 1, 2, 3…
}

export interface HallSection {
  name: string;
  zone: number;
  outline: readonly Point[];
  bounds: Rect;
  rows: readonly HallRow[];
  count: number;
}

export interface Hall {
  showId: string;
  currency: string;
  bounds: Rect; // of everything that is drawn
  stage: { points: readonly Point[]; label: string };
  texts: readonly { text: string; at: Point }[];
  zones: readonly HallZone[];
  sections: readonly HallSection[];
  count: number; // seated places
  x: Float32Array;
  y: Float32Array;
  zoneOf: Uint8Array;
  sectionOf: Uint16Array;
  rowOf: Uint16Array; // within the section
  accessible: Uint8Array;
  companion: Uint8Array; // beside an accessible one
  pitch: number; // usual distance of neighbours, in hall units
}

function pitchOf(zones: Schemas["SeatingByRows"]["zones"]): number {
  const distances: number[] = [];
  for (const { sections = [] } of zones)
    for (const { rows } of sections) for (const { x, y } of rows.slice(0, 2)) if (x.length > 1) distances.push(Math.hypot(x[1]!, y[1]!)); // the first step
  distances.sort((a, b) => a - b);
  return distances[distances.length >> 1] ?? 10;
}

function taxOnTop({ price, fee, tax }: Schemas["Zone"]): number {
  return !tax || tax.included ? 0 : Math.round(((price.amount_minor + fee.amount_minor) * tax.rate_bp) / 10_000);
}

export function buildHall(seating: Schemas["SeatingByRows"], show: Schemas["Show"]): Hall {
  const prices = new Map(show.zones.map((zone) => [zone.id, zone]));
  const zones = seating.zones.map((zone): HallZone => {
    const priced = prices.get(zone.id);
    return {
      id: zone.id, name: zone.name, kind: zone.kind, colour: zone.colour, capacity: zone.capacity,
      price_minor: priced?.price.amount_minor ?? 0, fee_minor: priced?.fee.amount_minor ?? 0, tax_minor: priced ? taxOnTop(priced) : 0,
      shape: (zone.shape ?? []) as unknown as readonly Point[],
    };
  });
  const sectionsOf = seating.zones.map((zone) => zone.sections ?? []);
  const count = sectionsOf.flat().reduce((sum, { rows }) => sum + rows.reduce((seats, { x }) => seats + x.length, 0), 0);
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  const [zoneOf, sectionOf, rowOf, accessible, companion] = [new Uint8Array(count), new Uint16Array(count), new Uint16Array(count), new Uint8Array(count), new Uint8Array(count)];
  const sections: HallSection[] = [];

  sectionsOf.forEach((ofZone, zone) => {
    for (const { name, outline, rows: given } of ofZone) {
      let inSection = 0;
      const rows = given.map((row, rowIndex): HallRow => {
        let [atX, atY] = [0, 0];
        const seats = row.x.map((step, i) => {
          const no = row.first + i;
          x[no] = atX += step;
          y[no] = atY += row.y[i]!;
          zoneOf[no] = zone;
          sectionOf[no] = sections.length;
          rowOf[no] = rowIndex;
          return no;
        });
        for (const i of row.accessible ?? []) accessible[row.first + i] = 1;
        for (const i of row.companion ?? []) companion[row.first + i] = 1;
        inSection += seats.length;
        return { name: row.name, seats, labels: row.labels };
      });
      const points = outline as unknown as readonly Point[];
      sections.push({ name, zone, outline: points, bounds: boundsOf(points), rows, count: inSection });
    }
  });
  const stage = { label: seating.stage.label, points: seating.stage.points as unknown as readonly Point[] };
  const bounds = boundsOf([...stage.points, ...zones.flatMap(({ shape }) => shape), ...sections.flatMap(({ outline }) => outline)]);
  const texts = (seating.texts ?? []).map(({ text, at }) => ({ text, at: at as unknown as Point }));
  return {
    showId: seating.show_id, currency: show.currency, bounds, stage, texts, zones, sections, count,
    x, y, zoneOf, sectionOf, rowOf, accessible, companion, pitch: pitchOf(seating.zones),
  };
}

export const rowOfSeat = (hall: Hall, no: number): HallRow => hall.sections[hall.sectionOf[no]!]!.rows[hall.rowOf[no]!]!;

/** What is written on the seat: "12". */
export function seatMark(hall: Hall, no: number): string {
  const { seats, labels } = rowOfSeat(hall, no);
  const place = no - seats[0]!;
  return labels?.[place] ?? String(place + 1);
}

/** "Tribun 1 · A-12" */
export const seatName = (hall: Hall, no: number): string => `${hall.sections[hall.sectionOf[no]!]!.name} · ${rowOfSeat(hall, no).name}-${seatMark(hall, no)}`;
