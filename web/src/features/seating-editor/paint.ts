// Paints a drawing on a 2D canvas.
import { levelOf, toScreen, viewOf, type Level } from "../../lib/camera.ts";
import { readableOn } from "../../lib/colour.ts";
import type { Point, Rect } from "../../lib/plane.ts";
import { layoutOf } from "./layout.ts";
import type { Thing } from "./model.ts";
import { paintNumbers, paintSection } from "./paint_section.ts";
import { cornered, handleOf, outlineOf, shapeOf, thingBounds, turnable, wordsHeight } from "./place.ts";
import { handleGapPx, polygon, shifted, toScreenSpace, toThingSpace, write, type Ink, type Scene } from "./scene.ts";

const apart = (a: Rect, b: Rect) => a.right < b.left || a.left > b.right || a.bottom < b.top || a.top > b.bottom;

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

function paintHandle(ink: Ink, scene: Scene): void {
  const thing = turnable(scene.drawing, scene.selected);
  if (!thing || scene.drag) return;
  const at = (beyond: number) => toScreen(scene.camera, ...handleOf(thing, beyond / scene.camera.scale));
  const [from, to] = [at(0), at(handleGapPx)];
  toScreenSpace(ink, scene);
  ink.fillStyle = scene.colours.card;
  ink.strokeStyle = scene.colours.focus;
  ink.lineWidth = 2;
  ink.beginPath();
  ink.moveTo(from.x, from.y);
  ink.lineTo(to.x, to.y);
  ink.stroke();
  ink.beginPath();
  ink.arc(to.x, to.y, 6, 0, Math.PI * 2);
  ink.fill();
  ink.stroke();
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
  const levelAt = (thing: Thing) => (thing.kind === "section" ? levelOf(layoutOf(thing.shape).pitch * camera.scale) : "sections");
  for (const thing of seen) {
    if (thing.kind === "section") paintSection(ink, scene, thing, levelAt(thing), colourOf(thing));
    else paintShape(ink, scene, thing);
    toScreenSpace(ink, scene);
    if (thing.kind === "section" && layoutOf(thing.shape).pitch * camera.scale >= 24) paintNumbers(ink, scene, thing, colourOf(thing));
  }
  toScreenSpace(ink, scene);
  for (const thing of seen) paintName(ink, scene, thing, levelAt(thing), colourOf(thing)); // above all bodies: a neighbour hides no name
  for (const thing of seen) paintChosen(ink, scene, thing);
  paintCorners(ink, scene);
  paintHandle(ink, scene);
  paintTools(ink, scene);
}
