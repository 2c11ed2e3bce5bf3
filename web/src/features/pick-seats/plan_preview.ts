// A seating plan that nobody sells yet, as a hall whose places are all free and cost nothing.
import type { components } from "../../contract/booking.ts";
import { buildHall, type Hall } from "../../lib/hall.ts";

type Schemas = components["schemas"];
type Point = [number, number];

/** The part of a plan's document (docs/seating-plan.md) that is shown. */
export interface ShownPlan {
  width: number;
  height: number;
  stage: { label: string; points: readonly (readonly [number, number])[] };
  zones: readonly { key: string; name: string; colour: string; kind: "seated" | "standing"; capacity?: number; shape?: readonly (readonly [number, number])[] }[];
  texts?: readonly { text: string; at: readonly [number, number] }[];
  sections: readonly { name: string; zone: string; outline: readonly (readonly [number, number])[]; rows: readonly { name: string; seats: readonly (readonly [string, number, number, string?])[] }[] }[];
}

const steps = (values: number[]) => values.map((value, i) => value - (values[i - 1] ?? 0));
const copy = (points: readonly (readonly [number, number])[] = []) => points.map(([x, y]): Point => [x, y]);

export function hallOf(plan: ShownPlan): Hall {
  let first = 0;
  const nothing = { amount_minor: 0, currency: "IDR" as const };
  const zones = plan.zones.map(({ key, name, kind, colour, capacity = 0, shape }) => ({
    id: key, name, kind, colour, capacity, ...(shape && { shape: copy(shape) }),
    sections: plan.sections.filter(({ zone }) => zone === key).map(({ name: called, outline, rows }) => ({
      name: called, outline: copy(outline),
      rows: rows.filter(({ seats }) => seats.length > 0).map(({ name: row, seats }) => {
        const at = first;
        first += seats.length;
        return { name: row, first: at, x: steps(seats.map(([, x]) => x)), y: steps(seats.map(([, , y]) => y)), labels: seats.map(([label]) => label), accessible: seats.flatMap(([, , , mark], i) => (mark === "accessible" ? [i] : [])), companion: seats.flatMap(([, , , mark], i) => (mark === "companion" ? [i] : [])) };
      }),
    })),
  }));
  const seating = { show_id: "0", width: plan.width, height: plan.height, stage: { label: plan.stage.label, points: copy(plan.stage.points) }, zones, ...(plan.texts && { texts: plan.texts }) } as unknown as Schemas["SeatingByRows"];
  const show = { currency: "IDR", zones: zones.map(({ id, name, kind, capacity }) => ({ id, name, kind, capacity, price: nothing, fee: nothing })) } as unknown as Schemas["Show"];
  return buildHall(seating, show);
}
