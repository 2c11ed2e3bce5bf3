// The painter in a worker: however many seats are in view, the page goes on answering fingers and keys meanwhile.
import fontUrl from "../../ui/fonts/archivo.woff2?url";
import type { Hall } from "../../lib/hall.ts";
import { Painter, type Look, type View } from "./painter.ts";

/** What the page sends; `open` comes first. */
export type Order = { open: { canvas: OffscreenCanvas; mini: OffscreenCanvas; hall: Hall } } | { look: Look } | { view: View };

let painter: Painter | undefined;

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if ("look" in data) return painter?.wear(data.look);
  if ("view" in data) return painter?.turn(data.view);
  painter = new Painter(data.open.canvas, data.open.mini, data.open.hall);
  const fonts = (self as unknown as { fonts: FontFaceSet }).fonts;
  const face = new FontFace("Archivo", `url("${fontUrl}")`, { weight: "700 900", stretch: "68% 118%" });
  fonts.add(face);
  void face.load().then(() => painter?.redraw(), () => undefined); // without it the words stand in another face
});
