// Sums of what a show sold, as the page shows them. Pure.
import type { components } from "../../contract/booking.ts";

export type Sales = components["schemas"]["Sales"];
export type Point = Sales["timeline"][number];
type Sold = Pick<Sales["total"], "sold" | "returned" | "value" | "returned_value">;

/** Places whose tickets are out there now. */
export const outNow = ({ sold, returned }: Pick<Sold, "sold" | "returned">): number => sold - returned;
export const valueNow = ({ value, returned_value }: Pick<Sold, "value" | "returned_value">) => ({ ...value, amount_minor: value.amount_minor - returned_value.amount_minor });

/** Places out after each point. */
export function running(points: readonly Pick<Point, "sold" | "returned">[]): number[] {
  let sum = 0;
  return points.map((point) => (sum += outNow(point)));
}

/** In whole percent: 0 and 100 only when it is none and all. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0 || part <= 0) return 0;
  if (part >= whole) return 100;
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}
