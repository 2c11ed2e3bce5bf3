import { expect, it } from "vitest";
import { codeInHash, isWhole, tidyCode } from "./code.ts";

it.each([
  ["KQ7M-2XPD-3HTA", "KQ7M-2XPD-3HTA"],
  [" kq7m 2xpd 3hta ", "KQ7M-2XPD-3HTA"],
  ["kq7m2xpd3hta", "KQ7M-2XPD-3HTA"],
  ["0188", "OIBB"],
  ["kq7m2", "KQ7M-2"],
  ["–", ""],
])("%j is %j", (text, code) => expect(tidyCode(text)).toBe(code));

it("knows a whole code", () => {
  expect(["KQ7M-2XPD-3HTA", "KQ7M-2XPD", "KQ7M-2XPD-3HTAA", ""].map(isWhole)).toEqual([true, false, false, false]);
});

it("reads the code of a link", () => expect([codeInHash("#KQ7M-2XPD-3HTA"), codeInHash("")]).toEqual(["KQ7M-2XPD-3HTA", ""]));
