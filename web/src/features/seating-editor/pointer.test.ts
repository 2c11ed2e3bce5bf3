// @vitest-environment jsdom
import { beforeEach, expect, it } from "vitest";
import { still, type Board } from "./board.ts";
import { Editor } from "./editor.ts";
import { newBlock, type Drawing, type Thing } from "./model.ts";
import { handleOf } from "./place.ts";
import { watchPointer } from "./pointer.ts";
import { handleGapPx } from "./scene.ts";

const block: Thing = { id: "a", kind: "section", name: "Blok", zone: "z", x: 200, y: 200, rotation: 0, shape: newBlock(), marks: {} };
const drawing: Drawing = { name: "Aula", width: 400, height: 300, zones: [{ key: "z", name: "VIP", colour: "#b3124e" }], things: [block] };
let editor: Editor;
let host: HTMLElement;
const rotation = () => editor.drawing.things[0]!.rotation;

/** A board at whose corner the plan begins, a pixel for a unit. */
beforeEach(() => {
  editor = new Editor(drawing, { block: "", table: "", box: "", standing: "", words: "", zone: "" });
  host = document.createElement("div");
  host.setPointerCapture = () => undefined;
  const board: Pick<Board, "host" | "editor" | "camera" | "passing" | "at" | "pass" | "redraw"> = { host, editor, camera: { x: 0, y: 0, scale: 1 }, passing: still, at: (x, y) => ({ x, y }), pass: () => undefined, redraw: () => undefined };
  watchPointer(board as Board, new AbortController().signal);
});
const tell = (type: string, [clientX, clientY]: readonly [number, number], shiftKey = false) => host.dispatchEvent(Object.assign(new MouseEvent(type, { button: 0, clientX, clientY, shiftKey }), { pointerId: 1 }));
const drag = (shiftKey: boolean, ...spots: (readonly [number, number])[]) => {
  tell("pointerdown", spots[0]!, shiftKey);
  for (const spot of spots.slice(1)) tell("pointermove", spot, shiftKey);
  tell("pointerup", spots.at(-1)!, shiftKey);
};

it("turns what alone is chosen by its handle, and takes one step to undo", () => {
  editor.select(new Set(["a"]));
  drag(false, handleOf(block, handleGapPx), [180, 260], [140, 210], [100, 203]);
  expect(rotation()).toBe(88);
  editor.undo();
  expect(rotation()).toBe(0);
  editor.redo();
  expect(rotation()).toBe(88);
  drag(false, handleOf(editor.drawing.things[0]!, handleGapPx), [190, 300]); // where the handle is now
  expect(rotation()).toBe(6);
  editor.undo();
  expect(rotation()).toBe(88);
});

it("turns in steps of fifteen degrees with Shift, and keeps what is chosen", () => {
  editor.select(new Set(["a"]));
  drag(true, handleOf(block, handleGapPx), [100, 203]);
  expect([rotation(), [...editor.state.selected]]).toEqual([90, ["a"]]);
});

it("turns nothing where nothing is chosen, and a press alone turns nothing", () => {
  drag(false, handleOf(block, handleGapPx), [100, 203]);
  editor.select(new Set(["a"]));
  drag(false, handleOf(block, handleGapPx), handleOf(block, handleGapPx));
  expect(editor.drawing).toBe(drawing);
});
