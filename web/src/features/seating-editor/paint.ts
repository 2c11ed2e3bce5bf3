// Paints a drawing on a 2D canvas. A section's seats are one path, made once a shape and moved by the canvas: a frame of 50,000 seats is
// some fills, and dragging a block makes nothing new.
import { readableOn } from "../../lib/colour.ts";
import { levelOf, toScreen, viewOf, type Camera, type Level, type Size } from "../../lib/camera.ts";
import type { Point, Rect } from "../../lib/plane.ts";
import { layoutOf, type Layout } from "./layout.ts";
import type { Drawing, Section, Shape, Thing } from "./model.ts";
import { cornered, outlineOf, shapeOf, thingBounds, toPlan, wordsHeight } from "./place.ts";

export interface Colours {
  paper: string;
  ink: string;
  soft: string;
  hair: string;
  card: string;
  focus: string;
  bad: string;
}

export interface Scene {
  drawing: Drawing;
  selected: ReadonlySet<string>;
  faulty: ReadonlySet<string>;
  /** How far what is chosen was dragged. */
  drag: { dx: number; dy: number } | undefined;
  marquee: Rect | undefined;
  guides: { x: number | undefined; y: number | undefined };
  camera: Camera;
  size: Size;
  ratio: number;
  colours: Colours;
}

type Ink = CanvasRenderingContext2D;
const full = Math.PI * 2;

const paths = new WeakMap<Shape, { dots: Path2D; discs: Path2D; outline: Path2D }>();
function polygon(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return path;
}
function pathsOf(shape: Shape) {
  let known = paths.get(shape);
  if (known) return known;
  const { x, y, count, pitch, outline } = layoutOf(shape);
  const [dots, discs, side, radius] = [new Path2D(), new Path2D(), pitch * 0.7, pitch * 0.4];
  for (let i = 0; i < count; i += 1) {
    dots.rect(x[i]! - side / 2, y[i]! - side / 2, side, side);
    discs.roundRect(x[i]! - radius, y[i]! - radius, radius * 2, radius * 2, [radius, radius, radius * 0.5, radius * 0.5]);
  }
  known = { dots, discs, outline: polygon(outline) };
  paths.set(shape, known);
  return known;
}

const apart = (a: Rect, b: Rect) => a.right < b.left || a.left > b.right || a.bottom < b.top || a.top > b.bottom;
const shifted = (thing: Thing, scene: Scene): { dx: number; dy: number } => (scene.drag && scene.selected.has(thing.id) ? scene.drag : { dx: 0, dy: 0 });

function toThingSpace(ink: Ink, scene: Scene, thing: Thing): void {
  const { camera, ratio } = scene;
  const { dx, dy } = shifted(thing, scene);
  const scale = camera.scale * ratio;
  ink.setTransform(scale, 0, 0, scale, (thing.x + dx - camera.x) * scale, (thing.y + dy - camera.y) * scale);
  ink.rotate((thing.rotation * Math.PI) / 180);
}
const toScreenSpace = (ink: Ink, { ratio }: Scene): void => ink.setTransform(ratio, 0, 0, ratio, 0, 0);

function write(ink: Ink, scene: Scene, text: string, at: Point, px: number, colour: string): void {
  const { x, y } = toScreen(scene.camera, at[0], at[1]);
  ink.font = `700 ${px}px "Plus Jakarta Sans", sans-serif`;
  ink.fillStyle = colour;
  ink.fillText(text, x, y);
}

function paintMarks(ink: Ink, { marks }: Section, { x, y, pitch }: Layout, colours: Colours, thick: number): void {
  const entries = Object.entries(marks);
  if (entries.length === 0) return;
  ink.lineWidth = pitch * thick;
  ink.strokeStyle = colours.ink;
  for (const wanted of ["accessible", "companion"]) {
    ink.beginPath();
    ink.setLineDash(wanted === "companion" ? [pitch * 0.2, pitch * 0.15] : []);
    for (const [seat, mark] of entries) if (mark === wanted && x[Number(seat)] !== undefined) ink.rect(x[Number(seat)]! - pitch * 0.42, y[Number(seat)]! - pitch * 0.42, pitch * 0.84, pitch * 0.84);
    ink.stroke();
  }
  ink.setLineDash([]);
}

function paintSection(ink: Ink, scene: Scene, section: Section, level: Level, colour: string): void {
  const { colours, camera } = scene;
  const made = pathsOf(section.shape);
  toThingSpace(ink, scene, section);
  ink.fillStyle = level === "sections" ? colour : colours.card;
  ink.fill(made.outline);
  ink.lineWidth = 1 / camera.scale;
  ink.strokeStyle = colours.hair;
  ink.stroke(made.outline);
  if (section.shape.kind === "table") {
    const { form, width, height } = section.shape;
    ink.beginPath();
    if (form === "round") ink.arc(0, 0, width / 2, 0, full);
    else ink.rect(-width / 2, -height / 2, width, height);
    ink.fillStyle = colours.hair;
    ink.fill();
  }
  if (level === "sections") return;
  ink.fillStyle = colour;
  ink.fill(level === "dots" ? made.dots : made.discs);
  paintMarks(ink, section, layoutOf(section.shape), colours, level === "dots" ? 0.07 : 0.14);
}

function paintNumbers(ink: Ink, scene: Scene, section: Section, colour: string): void {
  const { rows, x, y, pitch } = layoutOf(section.shape);
  const view = viewOf(scene.camera, scene.size);
  const { dx, dy } = shifted(section, scene);
  const px = Math.min(13, pitch * scene.camera.scale * 0.32);
  const readable = readableOn(/^#[0-9a-f]{6}$/.test(colour) ? colour : "#000000");
  const place = (lx: number, ly: number): Point => {
    const [wx, wy] = toPlan(section, lx, ly);
    return [wx + dx, wy + dy];
  };
  const visible = ([wx, wy]: Point) => wx > view.left && wx < view.right && wy > view.top && wy < view.bottom;
  for (const { name, first, labels } of rows) {
    labels.forEach((label, i) => {
      const at = place(x[first + i]!, y[first + i]!);
      if (visible(at)) write(ink, scene, section.marks[first + i] === "accessible" ? "♿" : label, at, px, readable);
    });
    const ahead = place(x[first]! - pitch, y[first]!);
    if (section.shape.kind !== "table" && visible(ahead)) write(ink, scene, name, ahead, px, scene.colours.soft);
  }
}

function paintShape(ink: Ink, scene: Scene, thing: Thing): void {
  if (thing.kind === "words" || thing.kind === "section") return;
  toThingSpace(ink, scene, thing);
  ink.globalAlpha = thing.kind === "standing" ? 0.85 : 1;
  ink.fillStyle = thing.kind === "standing" ? thing.colour : scene.colours.ink;
  ink.fill(polygon(thing.points));
  ink.globalAlpha = 1;
}

function paintName(ink: Ink, scene: Scene, thing: Thing, level: Level, colour: string): void {
  const { camera, colours } = scene;
  const { dx, dy } = shifted(thing, scene);
  const { left, right } = thingBounds(thing);
  const room = (right - left) * camera.scale;
  if (thing.kind === "words") return write(ink, scene, thing.name, [thing.x + dx, thing.y + dy], Math.max(8, wordsHeight * camera.scale), colours.ink);
  const px = Math.min(15, (room / Math.max(4, thing.name.length)) * 1.5);
  if (px < 7) return;
  if (thing.kind === "section" && level !== "sections") {
    const { top } = thingBounds(thing);
    return write(ink, scene, thing.name, [(left + right) / 2 + dx, top + dy - 9 / camera.scale], Math.min(12, px), colours.soft);
  }
  write(ink, scene, thing.name, [thing.x + dx, thing.y + dy], px, thing.kind === "stage" ? colours.paper : readableOn(/^#[0-9a-f]{6}$/.test(colour) ? colour : "#000000"));
}

function paintChosen(ink: Ink, scene: Scene, thing: Thing): void {
  const chosen = scene.selected.has(thing.id);
  if (!chosen && !scene.faulty.has(thing.id)) return;
  toThingSpace(ink, scene, thing);
  ink.lineWidth = 2 / scene.camera.scale;
  ink.strokeStyle = chosen ? scene.colours.focus : scene.colours.bad;
  ink.setLineDash(chosen ? [] : [6 / scene.camera.scale, 4 / scene.camera.scale]);
  ink.stroke(polygon(shapeOf(thing)));
  ink.setLineDash([]);
}

function paintCorners(ink: Ink, scene: Scene): void {
  const thing = cornered(scene.drawing, scene.selected);
  if (!thing || scene.drag) return;
  toScreenSpace(ink, scene);
  ink.fillStyle = scene.colours.card;
  ink.strokeStyle = scene.colours.focus;
  ink.lineWidth = 2;
  for (const [x, y] of outlineOf(thing)) {
    const at = toScreen(scene.camera, x, y);
    ink.fillRect(at.x - 5, at.y - 5, 10, 10);
    ink.strokeRect(at.x - 5, at.y - 5, 10, 10);
  }
}

function paintTools(ink: Ink, scene: Scene): void {
  const { camera, size, colours, marquee, guides } = scene;
  toScreenSpace(ink, scene);
  ink.strokeStyle = colours.focus;
  ink.lineWidth = 1;
  ink.setLineDash([5, 4]);
  ink.beginPath();
  const line = (from: Point, to: Point) => {
    ink.moveTo(...from);
    ink.lineTo(...to);
  };
  const [x, y] = [guides.x !== undefined ? (guides.x - camera.x) * camera.scale : -1, guides.y !== undefined ? (guides.y - camera.y) * camera.scale : -1];
  if (guides.x !== undefined) line([x, 0], [x, size.height]);
  if (guides.y !== undefined) line([0, y], [size.width, y]);
  ink.stroke();
  if (marquee) {
    const at = toScreen(camera, marquee.left, marquee.top);
    ink.strokeRect(at.x, at.y, (marquee.right - marquee.left) * camera.scale, (marquee.bottom - marquee.top) * camera.scale);
  }
  ink.setLineDash([]);
}

export function paint(ink: Ink, scene: Scene): void {
  const { drawing, camera, size, ratio, colours, selected } = scene;
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.fillStyle = colours.paper;
  ink.fillRect(0, 0, size.width * ratio, size.height * ratio);
  const corner = toScreen(camera, 0, 0);
  toScreenSpace(ink, scene);
  ink.strokeStyle = colours.hair;
  ink.lineWidth = 1.5;
  ink.strokeRect(corner.x, corner.y, drawing.width * camera.scale, drawing.height * camera.scale);
  const view = viewOf(camera, size);
  const zones = new Map(drawing.zones.map(({ key, colour }) => [key, colour]));
  const colourOf = (thing: Thing) => (thing.kind === "section" ? zones.get(thing.zone) ?? colours.bad : thing.kind === "standing" ? thing.colour : colours.ink);
  const seen = drawing.things.filter((thing) => (scene.drag && selected.has(thing.id)) || !apart(thingBounds(thing), view));
  ink.textAlign = "center";
  ink.textBaseline = "middle";
  for (const thing of seen) {
    const level = thing.kind === "section" ? levelOf(layoutOf(thing.shape).pitch * camera.scale) : "sections";
    if (thing.kind === "section") paintSection(ink, scene, thing, level, colourOf(thing));
    else paintShape(ink, scene, thing);
    toScreenSpace(ink, scene);
    if (thing.kind === "section" && layoutOf(thing.shape).pitch * camera.scale >= 24) paintNumbers(ink, scene, thing, colourOf(thing));
    paintName(ink, scene, thing, level, colourOf(thing));
  }
  for (const thing of seen) paintChosen(ink, scene, thing);
  paintCorners(ink, scene);
  paintTools(ink, scene);
}
