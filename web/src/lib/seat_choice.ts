// Seats that an organiser chooses, and how they are said: "Tribun 1 · A 1–12". Pure; who shows them to choose among is the page's business.
import type { ReactNode } from "react";
import { seatMark, type Hall } from "./hall.ts";

/** Who has each seat, for those who run the show: an index of `looks` by seat. State is in the shape as well as in the colour. */
export interface SeatKinds {
  of: Uint8Array;
  looks: readonly { colour: string; shape: "chair" | "empty_chair" | "square" | "diamond" | "dot" }[];
}

export interface SeatChoice {
  hall: Hall;
  states: Uint8Array;
  selected: ReadonlySet<number>;
  hidden?: ReadonlySet<number>; // zones
  /** Instead of what is free; every seat may then be asked for. */
  kinds?: SeatKinds | undefined;
  onSeat: (no: number) => void;
}
export type ChooseSeats = (choice: SeatChoice) => ReactNode;

export interface RowOfSeats {
  section: string;
  row: string;
  /** "1–12, 14" */
  marks: string;
  seats: readonly number[];
}

/** Seats by their rows, in the order of the hall; those beside each other in one span. */
export function byRows(hall: Hall, seats: readonly number[]): RowOfSeats[] {
  const rows = new Map<string, { section: string; row: string; seats: number[] }>();
  for (const no of [...seats].sort((a, b) => a - b)) {
    const section = hall.sections[hall.sectionOf[no]!]!;
    const at = `${hall.sectionOf[no]}.${hall.rowOf[no]}`;
    const known = rows.get(at);
    if (known) known.seats.push(no);
    else rows.set(at, { section: section.name, row: section.rows[hall.rowOf[no]!]!.name, seats: [no] });
  }
  return [...rows.values()].map((row) => ({ ...row, marks: spans(hall, row.seats) }));
}

function spans(hall: Hall, seats: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const no of seats) {
    const last = parts.at(-1);
    if (last && last[1] === no - 1) last[1] = no;
    else parts.push([no, no]);
  }
  return parts.map(([from, to]) => (from === to ? seatMark(hall, from) : `${seatMark(hall, from)}–${seatMark(hall, to)}`)).join(", ");
}

/** Zones of which nothing may be chosen. */
export const zonesBut = (hall: Hall, wanted: number): ReadonlySet<number> => new Set(hall.zones.map((_, zone) => zone).filter((zone) => zone !== wanted));

export function toggled(set: ReadonlySet<number>, item: number, most = Infinity): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(item) && next.size < most) next.add(item);
  return next;
}
