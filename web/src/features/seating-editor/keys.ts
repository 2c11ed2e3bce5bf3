// Keys on the board, and those that are good anywhere on the page but in a field.
import type { Board } from "./board.ts";
import type { Editor } from "./editor.ts";

const arrows: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function withControl(editor: Editor, event: KeyboardEvent): (() => void) | undefined {
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? editor.redo : editor.undo;
  if (key === "y") return editor.redo;
  if (key === "a") return editor.selectAll;
  return key === "d" ? () => editor.duplicate() : undefined;
}

function onBoard(board: Board, event: KeyboardEvent): (() => void) | undefined {
  const { editor } = board;
  const { selected, tool } = editor.state;
  const arrow = arrows[event.key];
  const far = event.shiftKey ? 10 : 1;
  if (arrow) return selected.size > 0 ? () => editor.move(arrow[0] * far, arrow[1] * far, "arrows") : () => board.pan(-arrow[0] * 60, -arrow[1] * 60);
  const { width, height } = board.size;
  const keys: Record<string, () => void> = {
    Delete: () => editor.remove(),
    Backspace: () => editor.remove(),
    Escape: () => (tool === "select" ? editor.select(new Set()) : editor.take("select")),
    "+": () => board.zoom(1.4),
    "=": () => board.zoom(1.4),
    "-": () => board.zoom(1 / 1.4),
    "0": () => board.fitAll(),
    "[": () => editor.rotate(-5, "turn"),
    "]": () => editor.rotate(5, "turn"),
    Enter: () => editor.create({ ...board.at(width / 2, height / 2), width: 0, height: 0 }),
  };
  return keys[event.key];
}

export function watchKeys(board: Board, signal: AbortSignal): void {
  const run = (event: KeyboardEvent, act: (() => void) | undefined) => {
    if (!act) return;
    event.preventDefault();
    act();
  };
  board.host.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) run(event, onBoard(board, event));
  }, { signal });
  document.addEventListener("keydown", (event) => {
    const typed = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, dialog");
    if ((event.ctrlKey || event.metaKey) && !typed) run(event, withControl(board.editor, event));
  }, { signal });
}
