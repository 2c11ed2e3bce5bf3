import { expect, it } from "vitest";
import { merged } from "./timeline.ts";

const at = (...minutes: number[]) => minutes.map((minute) => ({ at: new Date(minute * 60_000).toISOString(), minute }));
const shown = (...sources: Parameters<typeof merged<{ at: string; minute: number }>>[0][number][]) => {
  const { items, more, behind } = merged(sources);
  return { minutes: items.map(({ minute }) => minute), more, behind };
};

it("is one list, newest first", () => {
  expect(shown({ items: at(9, 4, 1), more: false }, { items: at(8, 5), more: false })).toEqual({ minutes: [9, 8, 5, 4, 1], more: false, behind: [false, false] });
});

it("shows nothing before what may still come between", () => {
  expect(shown({ items: at(9, 8, 7), more: true }, { items: at(8, 2), more: false })).toEqual({ minutes: [9, 8, 8, 7], more: true, behind: [true, false] });
  expect(shown({ items: at(9, 3), more: true }, { items: at(8, 5), more: true })).toEqual({ minutes: [9, 8, 5], more: true, behind: [false, true] });
});

it("waits for a list of which nothing was read", () => {
  expect(shown({ items: at(9), more: false }, { items: [], more: true })).toEqual({ minutes: [], more: true, behind: [false, true] });
});

it("has an end", () => {
  expect(shown({ items: [], more: false })).toEqual({ minutes: [], more: false, behind: [false] });
});
