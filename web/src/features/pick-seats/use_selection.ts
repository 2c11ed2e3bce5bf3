import { useEffect, useReducer } from "react";
import { keep, kept } from "../../lib/keep.ts";
import type { Availability } from "../../lib/availability.ts";
import { nothing, overtaken, reduce, type Selection } from "./selection.ts";

type Kept = Pick<Selection, "seats" | "standing">;

/** The choice of this tab: outlives a reload and the trip to the login page, and loses the seats that others take meanwhile. */
export function useSelection(showId: string, count: number, { version, states }: Availability) {
  const [selection, dispatch] = useReducer(reduce, nothing, () => {
    const before = kept<Kept>(`selection.${showId}`);
    return before ? { ...nothing, seats: before.seats.filter((no) => no < count), standing: before.standing } : nothing;
  });
  const { seats, standing } = selection;

  useEffect(() => {
    keep(`selection.${showId}`, { seats, standing } satisfies Kept);
  }, [showId, seats, standing]);

  useEffect(() => {
    if (version < 0) return;
    const lost = overtaken(seats, states);
    if (lost.length > 0) dispatch({ type: "taken", seats: lost });
  }, [version, states, seats]);

  return [selection, dispatch] as const;
}
