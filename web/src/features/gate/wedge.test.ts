import { expect, it } from "vitest";
import { Wedge } from "./wedge.ts";

const type = (keys: readonly string[], everyMs: number) => {
  const wedge = new Wedge();
  return keys.map((key, at) => wedge.press(key, at * everyMs)).filter((text) => text !== undefined);
};

it("reads what a scanner types", () => {
  expect(type([..."GT1.abc", "Enter", ..."GT1.def", "Enter"], 5)).toEqual(["GT1.abc", "GT1.def"]);
  expect(type(["G", "Shift", "T", "1", ".", "Enter"], 20)).toEqual(["GT1."]);
});

it("leaves fingers alone", () => {
  expect(type([..."GT1.abc", "Enter"], 400)).toEqual([]);
  expect(type(["Enter"], 5)).toEqual([]);
  expect(type(["a", "b", "Enter"], 5)).toEqual([]);
});
