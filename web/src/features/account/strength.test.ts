import { expect, it } from "vitest";
import { strengthOf } from "./strength.ts";

it.each([
  ["pendek", 0],
  ["aaaaaaaaaaaaaaaa", 1],
  ["lautanbiru27", 2],
  ["lautan-biru-tenang-27", 3],
  ["🌊🌊🌊", 0],
] as const)("judges %s as %i", (password, strength) => {
  expect(strengthOf(password)).toBe(strength);
});
