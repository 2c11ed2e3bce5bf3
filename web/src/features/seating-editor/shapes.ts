// Icons of the editor alone.
import type { Tool } from "./editor.ts";

export const toolShapes: Record<Tool, string> = {
  select: "M5 3l14 7-6 2-2 6L5 3Z",
  pan: "M8 12V6a1.5 1.5 0 0 1 3 0v5-7a1.5 1.5 0 0 1 3 0v7-5a1.5 1.5 0 0 1 3 0v8a7 7 0 0 1-7 7c-3 0-4.5-1.5-6-4l-2-3.5a1.5 1.5 0 0 1 2.5-1.5L8 14",
  block: "M4 5h4v4H4zM10 5h4v4h-4zM16 5h4v4h-4zM4 12h4v4H4zM10 12h4v4h-4zM16 12h4v4h-4z",
  row: "M3 10h4v4H3zM10 10h4v4h-4zM17 10h4v4h-4z",
  round: "M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 4.5v-1m0 17v-1m7.5-7.5h1m-17 0h1M6.7 6.7l-.7-.7m12 12-.7-.7m0-10.6.7-.7M6 18l.7-.7",
  long: "M4 9.5h16v5H4zM7 6.5v-1m5 1v-1m5 1v-1m-10 14v-1m5 1v-1m5 1v-1",
  box: "M4 5h16v14H4zM8 9h2v2H8zM14 9h2v2h-2zM8 14h2v2H8zM14 14h2v2h-2z",
  standing: "M9 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Zm11 0a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Zm-5.5 5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM2.5 16c.5-2 2-3 4-3m11 0c2 0 3.5 1 4 3M7.5 21c.5-2.5 2-4 4.5-4s4 1.5 4.5 4",
  words: "M5 6V4h14v2M12 4v16m-3 0h6",
  mark: "M11 4.5h.01M10 8v6h5l3 5M10 10.5h4M8 11.5a5 5 0 1 0 6 7",
};
export const undoShape = "M9 6 4 11l5 5m-5-5h10a5 5 0 0 1 0 10h-2";
export const redoShape = "m15 6 5 5-5 5m5-5H10a5 5 0 0 0 0 10h2";
