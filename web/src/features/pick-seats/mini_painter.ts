// Draws the small map. The hall in it is painted anew only when what is free changes, so that a frame of panning costs one
// drawImage and one rectangle.
import { toScreen, viewOf } from "../../lib/camera.ts";
import type { Hall } from "../../lib/hall.ts";
import { miniMapOf, showsAll } from "./mini_map.ts";
import type { Look, View } from "./painter.ts";
import { paintFar, type Ink } from "./renderer.ts";

const leastFramePx = 14; // or it is not seen

export type Canvas = HTMLCanvasElement | OffscreenCanvas;

const spareCanvas = (): Canvas => (typeof OffscreenCanvas === "function" ? new OffscreenCanvas(1, 1) : document.createElement("canvas"));
export const inkOf = (canvas: Canvas): Ink => canvas.getContext("2d", { alpha: false }) as Ink;

export class MiniPainter {
  private readonly base = spareCanvas();
  private readonly map;
  private painted: unknown[] = [];

  constructor(
    private readonly canvas: Canvas,
    private readonly hall: Hall,
    private readonly sectionPaths: readonly Path2D[],
  ) {
    this.map = miniMapOf(hall);
  }

  draw({ hidden, palette }: Look, sectionFree: Uint32Array, { camera, size, ratio }: View): void {
    if (showsAll(this.hall, camera, size)) return; // it is hidden
    const { hall, sectionPaths, map } = this;
    const ofNow = [hidden, palette, sectionFree, ratio];
    if (ofNow.some((each, i) => each !== this.painted[i])) {
      for (const each of [this.canvas, this.base]) [each.width, each.height] = [map.size.width * ratio, map.size.height * ratio];
      paintFar(inkOf(this.base), { ...map, hall, sectionPaths, ratio, sectionFree, hidden, palette });
      this.painted = ofNow;
    }
    const ink = inkOf(this.canvas);
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.drawImage(this.base, 0, 0);
    ink.setTransform(ratio, 0, 0, ratio, 0, 0);
    const view = viewOf(camera, size);
    const [from, to] = [toScreen(map.camera, view.left, view.top), toScreen(map.camera, view.right, view.bottom)];
    const [width, height] = [Math.max(leastFramePx, to.x - from.x), Math.max(leastFramePx, to.y - from.y)];
    for (const [line, colour] of [[4, palette.paper], [2, palette.ink]] as const) {
      ink.lineWidth = line;
      ink.strokeStyle = colour;
      ink.strokeRect((from.x + to.x - width) / 2, (from.y + to.y - height) / 2, width, height);
    }
  }
}
