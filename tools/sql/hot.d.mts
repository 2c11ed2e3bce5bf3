import type { World } from "./world.mjs";

export interface HotStatement {
  readonly id: string;
  readonly schema: string;
  readonly sql: string;
  readonly index: string[];
  readonly sorts?: string;
}
export const hot: HotStatement[];
export function filled(one: HotStatement, world: World, i: number): string;
export function bookingFor(one: HotStatement, world: World, at: number): number;
