// Draws the maps on their canvases, at most once a frame, wherever those are: on the page or with a worker.
import type { Camera, Size } from "../../lib/camera.ts";
import { buildGrid, type Grid } from "./grid.ts";
import type { Hall } from "../../lib/hall.ts";
import type { SeatKinds } from "../../lib/seat_choice.ts";
import { paintLabels } from "./labels.ts";
import { inkOf, MiniPainter, type Canvas } from "./mini_painter.ts";
import { paintKinds } from "./paint_kinds.ts";
import { countFree, paint, paintByState, pathOf, type Ink, type Palette } from "./renderer.ts";

/** What the seats are, and how they are shown. */
export interface Look {
  states: Uint8Array;
  selected: ReadonlySet<number>;
  offered: ReadonlySet<number>;
  hidden: ReadonlySet<number>;
  palette: Palette;
  kinds: SeatKinds | undefined;
}

/** Where the large map looks, and with what: sizes in CSS pixels, `ratio` device pixels to each. */
export interface View {
  camera: Camera;
  size: Size;
  ratio: number;
  hovered: number;
}

export class Painter {
  private readonly ink: Ink;
  private readonly grid: Grid;
  private readonly sectionPaths: Path2D[];
  private readonly mini: MiniPainter;
  private look: Look | undefined;
  private view: View | undefined;
  private sectionFree: Uint32Array = new Uint32Array(0);
  private frame = 0;

  constructor(
    private readonly canvas: Canvas,
    mini: Canvas,
    private readonly hall: Hall,
  ) {
    this.ink = inkOf(canvas);
    this.grid = buildGrid(hall.x, hall.y, hall.pitch * 6);
    this.sectionPaths = hall.sections.map(({ outline }) => pathOf(outline));
    this.mini = new MiniPainter(mini, hall, this.sectionPaths);
  }

  wear(look: Look): void {
    if (look.states !== this.look?.states) this.sectionFree = countFree(this.hall, look.states);
    this.look = look;
    this.redraw();
  }

  turn(view: View): void {
    this.view = view;
    const [width, height] = [Math.round(view.size.width * view.ratio), Math.round(view.size.height * view.ratio)];
    if (this.canvas.width === width && this.canvas.height === height) return this.redraw();
    [this.canvas.width, this.canvas.height] = [width, height];
    this.draw(); // a new size empties the canvas: it is not to flash
  }

  redraw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  close(): void {
    cancelAnimationFrame(this.frame);
  }

  private draw(): void {
    const { look, view, hall, grid, sectionPaths, sectionFree } = this;
    if (!look || !view) return;
    paint(this.ink, { ...look, ...view, hall, grid, sectionPaths, sectionFree }, look.kinds ? paintKinds : paintByState, paintLabels);
    this.mini.draw(look, sectionFree, view);
  }
}
