// What the fan has chosen, as a pure reducer: seats, or standing places (one hold takes one kind). It refuses with a reason,
// and remembers the seats that somebody else took so that the page can explain and offer others.
import { free } from "../../lib/availability.ts";

export type Refusal = "limit" | "mixed" | "taken";

export interface Selection {
  seats: readonly number[];
  standing: Readonly<Record<string, number>>;
  lost: readonly number[];
  refused: Refusal | undefined;
}

export type Action =
  | { type: "toggle"; no: number; states: Uint8Array; limit: number }
  | { type: "choose"; seats: readonly number[]; limit: number }
  | { type: "stand"; zoneId: string; quantity: number; limit: number }
  | { type: "taken"; seats: readonly number[] }
  | { type: "restore"; seats: readonly number[]; standing: Readonly<Record<string, number>> }
  | { type: "understood" }
  | { type: "clear" };

export const nothing: Selection = { seats: [], standing: {}, lost: [], refused: undefined };

const standingCount = (standing: Selection["standing"]) => Object.values(standing).reduce((sum, quantity) => sum + quantity, 0);
export const countOf = ({ seats, standing }: Pick<Selection, "seats" | "standing">): number => seats.length + standingCount(standing);

function toggle(now: Selection, { no, states, limit }: Extract<Action, { type: "toggle" }>): Selection {
  if (now.seats.includes(no)) return { ...now, seats: now.seats.filter((seat) => seat !== no), refused: undefined };
  if (states[no] !== free) return { ...now, refused: "taken" };
  if (standingCount(now.standing) > 0) return { ...now, refused: "mixed" };
  if (now.seats.length >= limit) return { ...now, refused: "limit" };
  return { ...now, seats: [...now.seats, no], refused: undefined };
}

function stand(now: Selection, { zoneId, quantity, limit }: Extract<Action, { type: "stand" }>): Selection {
  if (now.seats.length > 0 && quantity > 0) return { ...now, refused: "mixed" };
  const others = Object.entries(now.standing).filter(([id]) => id !== zoneId);
  const standing = Object.fromEntries(quantity > 0 ? [...others, [zoneId, quantity]] : others) as Record<string, number>;
  if (standingCount(standing) > limit) return { ...now, refused: "limit" };
  return { ...now, standing, refused: undefined };
}

export function reduce(now: Selection, action: Action): Selection {
  switch (action.type) {
    case "toggle":
      return toggle(now, action);
    case "choose":
      if (action.seats.length > action.limit) return { ...now, refused: "limit" };
      return { seats: [...action.seats], standing: {}, lost: [], refused: undefined };
    case "stand":
      return stand(now, action);
    case "taken": {
      const lost = now.seats.filter((seat) => action.seats.includes(seat));
      if (lost.length === 0) return now;
      return { ...now, seats: now.seats.filter((seat) => !lost.includes(seat)), lost: [...now.lost, ...lost], refused: undefined };
    }
    case "restore":
      return { ...nothing, seats: action.seats, standing: action.standing };
    case "understood":
      return { ...now, lost: [], refused: undefined };
    case "clear":
      return nothing;
  }
}

/** Chosen seats that are no longer free. */
export const overtaken = (seats: readonly number[], states: Uint8Array): number[] => seats.filter((no) => states[no] !== free);

/** What the hold asks for: seats by number, or standing places. */
export function holdRequest({ seats, standing }: Pick<Selection, "seats" | "standing">) {
  if (seats.length > 0) return { seat_nos: [...seats].sort((a, b) => a - b) };
  return { standing: Object.entries(standing).map(([zone_id, quantity]) => ({ zone_id, quantity })) };
}
