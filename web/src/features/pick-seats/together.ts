// Seats side by side: the best ones for a wish, or the nearest ones to seats that were lost. Pure; looks at the live state.
// Zones are tried by price, dearest first; sections and rows come best first from the plan.
import { free, held } from "../../lib/availability.ts";
import type { Hall, HallSection } from "../../lib/hall.ts";
import { runsOf, windowsOf } from "./runs.ts";
import { stranded } from "./stranding.ts";

export interface Wish {
  quantity: number;
  zone?: number | undefined;
  maxPriceMinor?: number | undefined;
}

/** Calls with every `quantity` free neighbours in a row. */
function visitWindows(hall: Hall, states: Uint8Array, section: HallSection, quantity: number, visit: (seats: readonly number[], row: readonly number[]) => void): void {
  const isOpen = (no: number) => states[no] === free && !hall.accessible[no];
  for (const { seats } of section.rows) for (const run of runsOf(hall, seats, isOpen)) for (const window of windowsOf(run, quantity)) visit(window, seats);
}

function centre(hall: Hall, seats: readonly number[]): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (const no of seats) [x, y] = [x + hall.x[no]!, y + hall.y[no]!];
  return { x: x / seats.length, y: y / seats.length };
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

function seatedZones(hall: Hall, { zone, maxPriceMinor }: Wish): number[] {
  const fits = (index: number) => {
    const { kind, price_minor } = hall.zones[index]!;
    return kind === "seated" && (zone === undefined || zone === index) && (maxPriceMinor === undefined || price_minor <= maxPriceMinor);
  };
  return hall.zones.map((_, index) => index).filter(fits).sort((a, b) => hall.zones[b]!.price_minor - hall.zones[a]!.price_minor);
}

/** The best seats together: best section and row first, then none left alone, then nearest to the row's middle. Undefined when there are none. */
export function bestTogether(hall: Hall, states: Uint8Array, wish: Wish): number[] | undefined {
  for (const zone of seatedZones(hall, wish))
    for (const section of hall.sections) {
      if (section.zone !== zone) continue;
      let best: readonly number[] | undefined;
      let least = Infinity;
      let bestRow: readonly number[] | undefined;
      visitWindows(hall, states, section, wish.quantity, (seats, row) => {
        if (bestRow && row !== bestRow) return; // rows come best first: stay in the first that has room
        bestRow = row;
        const off = distance(centre(hall, seats), centre(hall, row)) + stranded(hall, states, seats).length * hall.pitch * row.length;
        if (off < least) [least, best] = [off, seats];
      });
      if (best) return [...best];
    }
  return undefined;
}

/**
 * Instead of lost seats: the whole party together again, in the same zone and as near as can be to where it was; another zone
 * only when that one has no room. `kept` are the seats of the party that were not lost.
 */
export function nearestTogether(hall: Hall, states: Uint8Array, lost: readonly number[], kept: readonly number[] = []): number[] | undefined {
  if (lost.length === 0) return undefined;
  const party = [...lost, ...kept];
  const home = centre(hall, party);
  const zone = hall.zoneOf[lost[0]!]!;
  const open = states.slice();
  for (const no of lost) open[no] = held;
  const search = (sameZone: boolean) => {
    let best: readonly number[] | undefined;
    let least = Infinity;
    for (const section of hall.sections) {
      if ((section.zone === zone) !== sameZone) continue;
      visitWindows(hall, open, section, party.length, (seats) => {
        const off = distance(centre(hall, seats), home);
        if (off < least) [least, best] = [off, seats];
      });
    }
    return best && [...best];
  };
  return search(true) ?? search(false);
}
