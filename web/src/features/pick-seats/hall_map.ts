// The map as a thing on the page: owns the camera and the hit test. React tells it what is chosen and what is free; it tells React
// which seat or zone was meant, and its surface what is to be seen.
import { between, clamp, fit, inside, levelOf, pan, toHall, toScreen, zoomAt, type Camera, type Limits, type Size } from "../../lib/camera.ts";
import { watchGestures } from "./gestures.ts";
import { buildGrid, nearest, type Grid } from "./grid.ts";
import type { Hall } from "../../lib/hall.ts";
import { miniMapOf, showsAll, watchMiniMap } from "./mini_map.ts";
import type { Look } from "./painter.ts";
import { Surface } from "./surface.ts";

export interface HallMapEvents {
  seat: (no: number) => void;
  standing: (zone: number) => void;
  hover: (no: number, at: { x: number; y: number }) => void;
}

const flightMs = 320;
const touchPitchPx = 15; // nearer than this, a finger cannot mean one seat
const mousePitchPx = 7;

export class HallMap {
  private readonly surface: Surface;
  private grid: Grid | undefined; // made for the first finger
  private readonly limits: Limits;
  private readonly stops: (() => void)[] = [];
  private size: Size = { width: 1, height: 1 };
  private ratio = 1;
  private camera: Camera = { x: 0, y: 0, scale: 1 };
  private home: Camera = this.camera;
  private hovered = -1;
  private frame = 0;
  private flight = 0;
  private moved = false;

  constructor(
    /** Has the size of the map, and its focus. */
    private readonly host: HTMLElement,
    private readonly miniHost: HTMLElement,
    private readonly hall: Hall,
    private readonly on: HallMapEvents,
  ) {
    this.surface = new Surface(host, miniHost, hall);
    this.limits = { bounds: hall.bounds, minScale: 0.0001, maxScale: 46 / hall.pitch };
    const mini = miniMapOf(hall);
    miniHost.style.width = `${mini.size.width}px`;
    miniHost.style.height = `${mini.size.height}px`;
    this.stops.push(watchMiniMap(miniHost, mini, (x, y) => this.centreOn(x, y)));
    this.stops.push(watchGestures(host, {
      pan: (dx, dy) => this.move(pan(this.camera, dx, dy)),
      zoom: (factor, x, y) => this.move(zoomAt(this.camera, factor, x, y, this.limits)),
      tap: (x, y, touch) => this.tap(x, y, touch),
      hover: (x, y) => this.hover(x, y),
      leave: () => this.leave(),
      fit: () => this.fitAll(),
    }));
    const watcher = new ResizeObserver(() => this.resize());
    watcher.observe(host);
    this.stops.push(() => watcher.disconnect());
    this.resize();
  }

  show(look: Look): void {
    this.surface.wear(look);
  }

  zoomBy(factor: number): void {
    const { width, height } = this.size;
    this.fly(zoomAt(this.camera, factor, width / 2, height / 2, this.limits));
  }

  fitAll(): void {
    this.moved = false;
    this.fly(this.home);
  }

  /** Brings these seats into view, near enough to be told apart. */
  focus(seats: readonly number[]): void {
    this.resize(); // what is beside the map may just have changed
    const reach = this.hall.pitch * 9;
    const xs = seats.map((no) => this.hall.x[no]!);
    const ys = seats.map((no) => this.hall.y[no]!);
    const rect = { left: Math.min(...xs) - reach, right: Math.max(...xs) + reach, top: Math.min(...ys) - reach, bottom: Math.max(...ys) + reach };
    this.fly(fit(rect, this.size, 8));
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.flight);
    for (const stop of this.stops) stop();
    this.surface.close();
  }

  private pitchPx = () => this.hall.pitch * this.camera.scale;

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (width === 0 || height === 0) return;
    const middle = toHall(this.camera, this.size.width / 2, this.size.height / 2);
    this.size = { width, height };
    this.ratio = Math.min(2, devicePixelRatio || 1);
    this.home = fit(this.hall.bounds, this.size, Math.min(28, width * 0.03));
    this.limits.minScale = this.home.scale * 0.8;
    const { scale } = this.camera;
    this.camera = this.moved ? { scale, x: middle.x - width / 2 / scale, y: middle.y - height / 2 / scale } : this.home;
    this.draw();
  }

  private centreOn(x: number, y: number): void {
    const { width, height } = this.size;
    const { scale } = this.camera;
    this.move({ scale, x: x - width / 2 / scale, y: y - height / 2 / scale });
  }

  private move(camera: Camera): void {
    cancelAnimationFrame(this.flight);
    this.leave();
    this.moved = true;
    this.camera = clamp(camera, this.size, this.limits);
    this.redraw();
  }

  private fly(target: Camera): void {
    cancelAnimationFrame(this.flight);
    const to = clamp(target, this.size, this.limits);
    const from = this.camera;
    this.moved = to !== this.home;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const start = performance.now();
    const step = (now: number) => {
      const part = still ? 1 : Math.min(1, (now - start) / flightMs);
      this.camera = between(from, to, 1 - (1 - part) ** 3, this.size);
      this.draw();
      if (part < 1) this.flight = requestAnimationFrame(step);
    };
    this.flight = requestAnimationFrame(step);
  }

  private seatAt(x: number, y: number, reachPx: number): number {
    const reach = Math.max(this.hall.pitch * 0.6, reachPx / this.camera.scale);
    this.grid ??= buildGrid(this.hall.x, this.hall.y, this.hall.pitch * 6);
    return nearest(this.grid, this.hall.x, this.hall.y, toHall(this.camera, x, y), reach);
  }

  private tap(x: number, y: number, touch: boolean): void {
    const at = toHall(this.camera, x, y);
    const standing = this.hall.zones.findIndex(({ kind, shape }) => kind === "standing" && inside(shape, at.x, at.y));
    if (standing >= 0) return this.on.standing(standing);
    const no = this.seatAt(x, y, touch ? 14 : 6);
    if (this.pitchPx() >= (touch ? touchPitchPx : mousePitchPx)) {
      if (no >= 0) this.on.seat(no);
      if (touch) this.hover(x, y); // a finger has no other way to ask
      return;
    }
    const section = this.hall.sections.find(({ outline }) => inside(outline, at.x, at.y)) ?? (no >= 0 ? this.hall.sections[this.hall.sectionOf[no]!] : undefined);
    const whole = section && fit(section.bounds, this.size, 20);
    const enough = (touch ? touchPitchPx : mousePitchPx) * 1.25 / this.hall.pitch;
    if (whole && whole.scale >= enough) return this.fly(whole);
    this.fly({ scale: enough, x: at.x - this.size.width / 2 / enough, y: at.y - this.size.height / 2 / enough });
  }

  private hover(x: number, y: number): void {
    const near = levelOf(this.pitchPx()) !== "sections" && this.pitchPx() >= mousePitchPx;
    const no = near ? this.seatAt(x, y, 4) : -1;
    if (no === this.hovered) return;
    this.hovered = no;
    this.on.hover(no, no < 0 ? { x, y } : toScreen(this.camera, this.hall.x[no]!, this.hall.y[no]!));
    this.redraw();
  }

  private leave(): void {
    this.hover(-1e6, -1e6);
  }

  private redraw(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const { camera, size, ratio, hovered } = this;
    this.surface.turn({ camera, size, ratio, hovered });
    this.miniHost.hidden = showsAll(this.hall, camera, size);
  }
}
