// The canvas: keeps the camera, and paints at most once a frame. Fingers and keys are told to it by pointer.ts and keys.ts.
import { clamp, fit, pan, toHall, zoomAt, type Camera, type Limits, type Size } from "../../lib/camera.ts";
import type { Rect } from "../../lib/plane.ts";
import type { Editor } from "./editor.ts";
import { layoutOf } from "./layout.ts";
import { thingOf } from "./model.ts";
import { paint } from "./paint.ts";
import { thingBounds, toPlan, union } from "./place.ts";
import type { Colours, Scene } from "./scene.ts";

/** What is going on under the pointer, until it is lifted. */
export type Passing = Pick<Scene, "drag" | "marquee" | "guides">;
export const still: Passing = { drag: undefined, marquee: undefined, guides: { x: undefined, y: undefined } };

export class Board {
  readonly canvas = document.createElement("canvas");
  camera: Camera = { x: 0, y: 0, scale: 1 };
  size: Size = { width: 1, height: 1 };
  passing: Passing = still;
  private readonly ink = this.canvas.getContext("2d")!;
  private colours: Colours | undefined;
  private faulty: ReadonlySet<string> = new Set();
  private frame = 0;
  private fitted = false;
  private seenFocus: unknown;
  private readonly watcher: ResizeObserver;
  private readonly unsubscribe: () => void;

  constructor(readonly host: HTMLElement, readonly editor: Editor) {
    this.canvas.className = "block size-full";
    host.append(this.canvas);
    this.watcher = new ResizeObserver(() => this.resize());
    this.watcher.observe(host);
    this.unsubscribe = editor.store.subscribe(() => this.follow());
    this.resize();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.watcher.disconnect();
    this.unsubscribe();
    this.canvas.remove();
  }

  wear(colours: Colours, faulty: ReadonlySet<string>): void {
    [this.colours, this.faulty] = [colours, faulty];
    this.redraw();
  }
  pass(passing: Passing): void {
    this.passing = passing;
    this.redraw();
  }

  at = (x: number, y: number) => toHall(this.camera, x, y);
  private get limits(): Limits {
    const { width, height } = this.editor.drawing;
    const whole = fit({ left: 0, top: 0, right: width, bottom: height }, this.size).scale;
    return { bounds: { left: 0, top: 0, right: width, bottom: height }, minScale: whole * 0.5, maxScale: Math.max(whole, 8) };
  }
  private turn(camera: Camera): void {
    this.camera = clamp(camera, this.size, this.limits);
    this.redraw();
  }
  pan = (dx: number, dy: number) => this.turn(pan(this.camera, dx, dy));
  zoom = (factor: number, x = this.size.width / 2, y = this.size.height / 2) => this.turn(zoomAt(this.camera, factor, x, y, this.limits));
  fitAll = () => this.turn(fit({ left: 0, top: 0, right: this.editor.drawing.width, bottom: this.editor.drawing.height }, this.size));

  private show(rect: Rect): void {
    const { scale } = fit(rect, this.size, 80);
    this.turn({ ...fit(rect, this.size, 80), ...(scale > 6 && { scale: 6, x: (rect.left + rect.right) / 2 - this.size.width / 12, y: (rect.top + rect.bottom) / 2 - this.size.height / 12 }) });
  }

  /** Goes where the editor says that somebody wants to look. */
  private follow(): void {
    const { focus } = this.editor.state;
    const thing = focus && focus !== this.seenFocus ? thingOf(this.editor.drawing, focus.id) : undefined;
    this.seenFocus = focus;
    if (!thing) return this.redraw();
    if (focus?.seat === undefined || thing.kind !== "section") return this.show(union([thingBounds(thing)]));
    const { x, y } = layoutOf(thing.shape);
    const [px, py] = toPlan(thing, x[focus.seat] ?? 0, y[focus.seat] ?? 0);
    this.show({ left: px - 25, top: py - 25, right: px + 25, bottom: py + 25 });
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.host;
    if (clientWidth === 0) return;
    this.size = { width: clientWidth, height: clientHeight };
    const ratio = Math.min(2, devicePixelRatio);
    [this.canvas.width, this.canvas.height] = [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)];
    if (!this.fitted) this.fitAll();
    this.fitted = true;
    this.draw(); // a new size empties the canvas
  }

  redraw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    if (!this.colours) return;
    const { drawing, state } = this.editor;
    paint(this.ink, { drawing, selected: state.selected, faulty: this.faulty, ...this.passing, camera: this.camera, size: this.size, ratio: this.canvas.width / this.size.width, colours: this.colours });
  }
}
