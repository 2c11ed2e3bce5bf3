// A section on the canvas: its seats are one path, made once a shape and moved by the canvas, so that a frame of 50,000 seats is some
// fills, and dragging a block makes nothing new.
import { viewOf, type Level } from "../../lib/camera.ts";
import { readableOn } from "../../lib/colour.ts";
import type { Point } from "../../lib/plane.ts";
import { layoutOf, type Layout } from "./layout.ts";
import type { Section, Shape } from "./model.ts";
import { toPlan } from "./place.ts";
import { polygon, shifted, toThingSpace, write, type Colours, type Ink, type Scene } from "./scene.ts";

const full = Math.PI * 2;
const paths = new WeakMap<Shape, { dots: Path2D; discs: Path2D; outline: Path2D }>();
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

export function paintSection(ink: Ink, scene: Scene, section: Section, level: Level, colour: string): void {
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

export function paintNumbers(ink: Ink, scene: Scene, section: Section, colour: string): void {
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
