// What is free, as one byte a seat, from snapshots (two bits a seat, base64) and deltas. Pure.
import type { components } from "../contract/booking.ts";

export type Snapshot = components["schemas"]["Availability"];
export type Delta = components["schemas"]["AvailabilityDelta"];

export const free = 0;
export const held = 1;
export const sold = 2;
export const notForSale = 3;

export interface Availability {
  version: number;
  states: Uint8Array;
  zones: ReadonlyMap<string, number>;
}

export const unknownAvailability = (count: number): Availability => ({ version: -1, states: new Uint8Array(count).fill(notForSale), zones: new Map() });

/** First seat in the lowest bits of the first byte. */
export function decodeStates(base64: string, count: number): Uint8Array {
  const packed = atob(base64);
  const states = new Uint8Array(count).fill(notForSale);
  for (let no = 0; no < Math.min(count, packed.length * 4); no += 1) states[no] = (packed.charCodeAt(no >> 2) >> ((no & 3) * 2)) & 3;
  return states;
}

const zonesOf = (zones: Snapshot["zones"]) => zones.map(({ zone_id, available }) => [zone_id, available] as const);

export function fromSnapshot(snapshot: Snapshot, count: number): Availability {
  return { version: snapshot.version, states: decodeStates(snapshot.seats.data, count), zones: new Map(zonesOf(snapshot.zones)) };
}

/** A delta that is not newer changes nothing. */
export function applyDelta(now: Availability, delta: Delta): Availability {
  if (delta.version <= now.version) return now;
  const states = now.states.slice();
  for (const [no, state] of delta.changes) if (no !== undefined && state !== undefined && no < states.length) states[no] = state;
  return { version: delta.version, states, zones: new Map([...now.zones, ...zonesOf(delta.zones)]) };
}

/** A snapshot older than what is known (a slow cache) does not turn time back, unless the numbering itself began anew. */
export const newerOf = (now: Availability, next: Availability): Availability => (next.version >= now.version ? next : now);
