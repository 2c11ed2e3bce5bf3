// The whole hall in a corner, with a frame around what the large map shows; pressing or dragging on it goes there. Its picture is
// painted anew only when what is free changes, so that a frame of panning costs one drawImage and one rectangle.
import { fit, toHall, toScreen, viewOf, type Camera, type Size } from "./camera.ts";
import type { Hall } from "./hall.ts";
import { paintFar, type Scene } from "./renderer.ts";

const leastFramePx = 14; // or it is not seen

export class MiniMap {
  private readonly ink: CanvasRenderingContext2D;
  private readonly base = document.createElement("canvas");
  private readonly camera: Camera;
  private readonly size: Size;
  private readonly ratio = Math.min(2, devicePixelRatio || 1);
  private readonly stop = new AbortController();
  private painted: Uint32Array | undefined;
  private paintedFor: unknown;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    hall: Hall,
    go: (x: number, y: number) => void,
  ) {
    const width = 104;
    const [across, down] = [hall.bounds.right - hall.bounds.left, hall.bounds.bottom - hall.bounds.top];
    this.size = { width, height: Math.round(Math.min(120, Math.max(48, (width * down) / across))) };
    this.camera = fit(hall.bounds, this.size, 5);
    for (const each of [canvas, this.base]) [each.width, each.height] = [this.size.width * this.ratio, this.size.height * this.ratio];
    canvas.style.width = `${this.size.width}px`;
    canvas.style.height = `${this.size.height}px`;
    this.ink = canvas.getContext("2d", { alpha: false })!;
    const { signal } = this.stop;
    const follow = (event: PointerEvent) => {
      if (event.buttons === 0) return;
      canvas.setPointerCapture(event.pointerId);
      const box = canvas.getBoundingClientRect();
      const at = toHall(this.camera, event.clientX - box.left, event.clientY - box.top);
      go(at.x, at.y);
    };
    canvas.addEventListener("pointerdown", follow, { signal });
    canvas.addEventListener("pointermove", follow, { signal });
  }

  destroy(): void {
    this.stop.abort();
  }

  draw(scene: Scene): void {
    const view = viewOf(scene.camera, scene.size);
    const { bounds } = scene.hall;
    const whole = view.left <= bounds.left && view.right >= bounds.right && view.top <= bounds.top && view.bottom >= bounds.bottom;
    this.canvas.hidden = whole;
    if (whole) return;
    if (this.painted !== scene.sectionFree || this.paintedFor !== scene.palette) {
      paintFar(this.base.getContext("2d", { alpha: false })!, { ...scene, camera: this.camera, size: this.size, ratio: this.ratio });
      [this.painted, this.paintedFor] = [scene.sectionFree, scene.palette];
    }
    const { ink, ratio } = this;
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.drawImage(this.base, 0, 0);
    ink.setTransform(ratio, 0, 0, ratio, 0, 0);
    const [from, to] = [toScreen(this.camera, view.left, view.top), toScreen(this.camera, view.right, view.bottom)];
    const [width, height] = [Math.max(leastFramePx, to.x - from.x), Math.max(leastFramePx, to.y - from.y)];
    const [left, top] = [(from.x + to.x - width) / 2, (from.y + to.y - height) / 2];
    for (const [line, colour] of [[4, scene.palette.paper], [2, scene.palette.ink]] as const) {
      ink.lineWidth = line;
      ink.strokeStyle = colour;
      ink.strokeRect(left, top, width, height);
    }
  }
}
