// @vitest-environment jsdom
import { renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { useWedge } from "./use_scanning.ts";
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

it("counts from key to key, however late a busy telephone hears of them", () => {
  const read: string[] = [];
  renderHook(() => useWedge((text) => read.push(text)));
  const keys = [..."GT1.abc", "Enter"].map((key) => new KeyboardEvent("keydown", { key }));
  let now = performance.now();
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 400));
  for (const key of keys) dispatchEvent(key);
  clock.mockRestore();
  expect(read).toEqual(["GT1.abc"]);
});
