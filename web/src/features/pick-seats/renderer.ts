// Paints the hall on a 2D canvas. Far away: sections, shaded by what is left. Nearer: every seat that is in view, one colour
// after the other so that the canvas changes its state a dozen times and not thousands. State shows in shape as well as
// colour: free is a full disc, held a ring, sold a small cross, chosen a large square with a tick.
import { readableOn } from "../../lib/colour.ts";
import { free, held, sold } from "../../lib/availability.ts";
import { levelOf, toScreen, viewOf, type Camera, type Level, type Size } from "../../lib/camera.ts";
import { visitRuns, type Grid } from "./grid.ts";
import { seatMark, type Hall, type Point } from "../../lib/hall.ts";
import type { SeatKinds } from "../../lib/seat_choice.ts";

export interface Palette {
  paper: string;
  ink: string;
  soft: string;
  hair: string;
  card: string;
  spark: string;
  onSpark: string;
  taken: string;
}

export interface Scene {
  hall: Hall;
  grid: Grid;
  sectionPaths: readonly Path2D[];
  camera: Camera;
  size: Size;
  ratio: number; // device pixels per CSS pixel
  states: Uint8Array;
  sectionFree: Uint32Array;
  selected: ReadonlySet<number>;
  offered: ReadonlySet<number>;
  hidden: ReadonlySet<number>; // zones that the legend filtered out
  hovered: number;
  palette: Palette;
  kinds: SeatKinds | undefined;
}

/** The hall without its seats. */
export type FarScene = Pick<Scene, "hall" | "sectionPaths" | "camera" | "size" | "ratio" | "sectionFree" | "hidden" | "palette">;

const full = Math.PI * 2;
export type Ink = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export function pathOf(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return path;
}

export function countFree(hall: Hall, states: Uint8Array): Uint32Array {
  const counts = new Uint32Array(hall.sections.length);
  for (let no = 0; no < hall.count; no += 1) if (states[no] === free) counts[hall.sectionOf[no]!]! += 1;
  return counts;
}

export function toHallSpace(ink: Ink, { camera, ratio }: FarScene): void {
  const k = camera.scale * ratio;
  ink.setTransform(k, 0, 0, k, -camera.x * k, -camera.y * k);
}

function toScreenSpace(ink: Ink, { ratio }: Scene): void {
  ink.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function write(ink: Ink, scene: Scene, text: string, at: Point, px: number, colour: string, weight = 750): void {
  const { x, y } = toScreen(scene.camera, at[0], at[1]);
  ink.font = `${weight} ${px}px Archivo, sans-serif`;
  ink.fillStyle = colour;
  ink.fillText(text, x, y);
}

/** The centre of a polygon's area, where its name stands best. */
function middle(points: readonly Point[]): Point {
  let [area, x, y] = [0, 0, 0];
  points.forEach(([x1, y1], i) => {
    const [x2, y2] = points[(i + 1) % points.length]!;
    const cross = x1 * y2 - x2 * y1;
    [area, x, y] = [area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross];
  });
  return area === 0 ? points[0]! : [x / (3 * area), y / (3 * area)];
}

function paintGround(ink: Ink, scene: FarScene): void {
  const { hall, palette, camera } = scene;
  toHallSpace(ink, scene);
  ink.lineWidth = 1.5 / camera.scale;
  hall.zones.forEach((zone, index) => {
    if (zone.kind !== "standing" || zone.shape.length === 0) return;
    ink.globalAlpha = scene.hidden.has(index) ? 0.15 : 0.85;
    ink.fillStyle = zone.colour;
    ink.fill(pathOf(zone.shape));
  });
  ink.globalAlpha = 1;
  ink.fillStyle = palette.ink;
  ink.fill(pathOf(hall.stage.points));
}

function paintSections(ink: Ink, scene: FarScene, far: boolean): void {
  const { hall, palette, camera } = scene;
  toHallSpace(ink, scene);
  ink.lineWidth = 1 / camera.scale;
  hall.sections.forEach((section, index) => {
    const path = scene.sectionPaths[index]!;
    const left = scene.sectionFree[index]! / Math.max(1, section.count);
    const dim = scene.hidden.has(section.zone);
    ink.globalAlpha = 1;
    ink.fillStyle = far ? palette.taken : palette.card;
    ink.fill(path);
    if (far && left > 0) {
      ink.globalAlpha = dim ? 0.12 : 0.35 + 0.65 * Math.sqrt(left);
      ink.fillStyle = hall.zones[section.zone]!.colour;
      ink.fill(path);
    }
    ink.globalAlpha = 1;
    ink.strokeStyle = far ? palette.paper : palette.hair;
    ink.stroke(path);
  });
}

function paintDots(ink: Ink, scene: Scene): void {
  const { hall, grid, states, palette } = scene;
  toHallSpace(ink, scene);
  const side = hall.pitch * 0.74;
  const small = hall.pitch * 0.26;
  const view = viewOf(scene.camera, scene.size);
  hall.zones.forEach((zone, index) => {
    ink.fillStyle = zone.colour;
    ink.globalAlpha = scene.hidden.has(index) ? 0.15 : 1;
    visitRuns(grid, view, (from, to) => {
      for (let i = from; i < to; i += 1) {
        const no = grid.order[i]!;
        if (hall.zoneOf[no] === index && states[no] === free) ink.fillRect(hall.x[no]! - side / 2, hall.y[no]! - side / 2, side, side);
      }
    });
  });
  ink.globalAlpha = 1;
  ink.fillStyle = palette.taken;
  visitRuns(grid, view, (from, to) => {
    for (let i = from; i < to; i += 1) {
      const no = grid.order[i]!;
      if (states[no] !== free) ink.fillRect(hall.x[no]! - small / 2, hall.y[no]! - small / 2, small, small);
    }
  });
}

/** One path of every seat in view that matches, drawn at once. */
export function gather(scene: Scene, wanted: (no: number) => boolean, add: (x: number, y: number, no: number) => void): void {
  const { hall, grid } = scene;
  visitRuns(grid, viewOf(scene.camera, scene.size), (from, to) => {
    for (let i = from; i < to; i += 1) {
      const no = grid.order[i]!;
      if (wanted(no)) add(hall.x[no]!, hall.y[no]!, no);
    }
  });
}

function paintSeats(ink: Ink, scene: Scene): void {
  const { hall, states, palette } = scene;
  toHallSpace(ink, scene);
  const radius = hall.pitch * 0.4;
  hall.zones.forEach((zone, index) => {
    ink.fillStyle = zone.colour;
    ink.globalAlpha = scene.hidden.has(index) ? 0.15 : 1;
    ink.beginPath();
    gather(scene, (no) => hall.zoneOf[no] === index && states[no] === free, (x, y, no) => {
      if (hall.accessible[no]) ink.roundRect(x - radius, y - radius, radius * 2, radius * 2, radius * 0.35);
      else ink.roundRect(x - radius, y - radius, radius * 2, radius * 2, [radius, radius, radius * 0.5, radius * 0.5]);
    });
    ink.fill();
  });
  ink.globalAlpha = 1;
  ink.strokeStyle = palette.taken;
  ink.lineWidth = hall.pitch * 0.09;
  ink.beginPath();
  gather(scene, (no) => states[no] === held, (x, y) => {
    ink.moveTo(x + radius * 0.8, y);
    ink.arc(x, y, radius * 0.8, 0, full);
  });
  const arm = radius * 0.42;
  gather(scene, (no) => states[no] === sold, (x, y) => {
    ink.moveTo(x - arm, y - arm);
    ink.lineTo(x + arm, y + arm);
    ink.moveTo(x + arm, y - arm);
    ink.lineTo(x - arm, y + arm);
  });
  ink.stroke();
  if (hall.pitch * scene.camera.scale >= 24) paintNumbers(ink, scene);
}

function paintNumbers(ink: Ink, scene: Scene): void {
  const { hall, states } = scene;
  toScreenSpace(ink, scene);
  ink.textAlign = "center";
  ink.textBaseline = "middle";
  const px = Math.min(13, hall.pitch * scene.camera.scale * 0.32);
  const colours = hall.zones.map(({ colour }) => readableOn(colour));
  gather(scene, (no) => states[no] === free && !scene.selected.has(no), (x, y, no) => {
    const label = hall.accessible[no] ? "♿" : seatMark(hall, no);
    write(ink, scene, label, [x, y], px, colours[hall.zoneOf[no]!]!);
  });
}

function paintMarks(ink: Ink, scene: Scene): void {
  const { hall, camera, palette } = scene;
  toScreenSpace(ink, scene);
  const half = Math.max(6, hall.pitch * camera.scale * 0.46);
  const mark = (no: number, chosen: boolean) => {
    const { x, y } = toScreen(camera, hall.x[no]!, hall.y[no]!);
    ink.beginPath();
    ink.roundRect(x - half, y - half, half * 2, half * 2, half * 0.45);
    ink.lineWidth = 2;
    ink.strokeStyle = palette.ink;
    ink.setLineDash(chosen ? [] : [4, 3]);
    if (chosen) {
      ink.fillStyle = palette.spark;
      ink.fill();
    }
    ink.stroke();
    ink.setLineDash([]);
    if (!chosen) return;
    ink.beginPath();
    ink.moveTo(x - half * 0.45, y);
    ink.lineTo(x - half * 0.1, y + half * 0.38);
    ink.lineTo(x + half * 0.5, y - half * 0.38);
    ink.strokeStyle = palette.onSpark;
    ink.stroke();
  };
  for (const no of scene.offered) mark(no, false);
  for (const no of scene.selected) mark(no, true);
  if (scene.hovered >= 0 && !scene.selected.has(scene.hovered)) {
    const { x, y } = toScreen(camera, hall.x[scene.hovered]!, hall.y[scene.hovered]!);
    ink.beginPath();
    ink.arc(x, y, half + 1.5, 0, full);
    ink.strokeStyle = palette.ink;
    ink.lineWidth = 2;
    ink.stroke();
  }
}

export { middle, toScreenSpace, write };

function clear(ink: Ink, { size, ratio, palette }: FarScene): void {
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.fillStyle = palette.paper;
  ink.fillRect(0, 0, size.width * ratio, size.height * ratio);
}

/** The hall from far away, without a word. */
export function paintFar(ink: Ink, scene: FarScene): void {
  clear(ink, scene);
  paintGround(ink, scene);
  paintSections(ink, scene, true);
}

export function paintByState(ink: Ink, scene: Scene, level: Level): void {
  if (level === "dots") paintDots(ink, scene);
  if (level === "seats") paintSeats(ink, scene);
}

export function paint(ink: Ink, scene: Scene, seats: (ink: Ink, scene: Scene, level: Level) => void, labels: (ink: Ink, scene: Scene, far: boolean) => void): void {
  clear(ink, scene);
  const level = levelOf(scene.hall.pitch * scene.camera.scale);
  paintGround(ink, scene);
  paintSections(ink, scene, level === "sections");
  seats(ink, scene, level);
  labels(ink, scene, level === "sections");
  paintMarks(ink, scene);
}
