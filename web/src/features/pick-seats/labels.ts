// The words on the map: stage, standing zones, section names where they fit, row names when the seats are near.
import { toScreen } from "./camera.ts";
import { readableOn } from "../../lib/colour.ts";
import { boundsOf } from "./hall.ts";
import { middle, toScreenSpace, write, type Scene } from "./renderer.ts";

type Ink = CanvasRenderingContext2D;

function fits(ink: Ink, text: string, px: number, room: number): boolean {
  ink.font = `750 ${px}px Archivo, sans-serif`;
  return ink.measureText(text).width <= room;
}

function paintSectionNames(ink: Ink, scene: Scene): void {
  const { hall, camera, palette } = scene;
  hall.sections.forEach((section, index) => {
    const width = (section.bounds.right - section.bounds.left) * camera.scale;
    const height = (section.bounds.bottom - section.bounds.top) * camera.scale;
    const px = Math.min(15, Math.max(9, Math.min(width, height) * 0.2));
    if (width < 26 || height < 16) return;
    const short = section.name.replace(/^[^\d]*(?=\d+\w?$)/, "");
    const name = fits(ink, section.name, px, width * 0.8) ? section.name : short;
    if (!fits(ink, name, px, width * 0.85)) return;
    const empty = scene.sectionFree[index] === 0;
    const colour = empty ? palette.ink : readableOn(hall.zones[section.zone]!.colour);
    ink.globalAlpha = scene.hidden.has(section.zone) ? 0.35 : empty ? 0.55 : 1;
    write(ink, scene, name, middle(section.outline), px, scene.hidden.has(section.zone) ? palette.ink : colour);
    ink.globalAlpha = 1;
  });
}

function paintRowNames(ink: Ink, scene: Scene): void {
  const { hall, camera, palette, size } = scene;
  if (hall.pitch * camera.scale < 16) return;
  for (const section of hall.sections)
    for (const row of section.rows) {
      const [first, second] = row.seats;
      if (first === undefined) continue;
      const next = second ?? first;
      const x = hall.x[first]! - (hall.x[next]! - hall.x[first]! || hall.pitch);
      const y = hall.y[first]! - (hall.y[next]! - hall.y[first]!);
      const at = toScreen(camera, x, y);
      if (at.x > -10 && at.y > -10 && at.x < size.width + 10 && at.y < size.height + 10) write(ink, scene, row.name, [x, y], 11, palette.soft);
    }
}

export function paintLabels(ink: Ink, scene: Scene, far: boolean): void {
  const { hall, camera, palette } = scene;
  toScreenSpace(ink, scene);
  ink.textAlign = "center";
  ink.textBaseline = "middle";
  const stage = boundsOf(hall.stage.points);
  const px = Math.min(18, Math.max(9, (stage.bottom - stage.top) * camera.scale * 0.3, (stage.right - stage.left) * camera.scale * 0.09));
  if (fits(ink, hall.stage.label, px, (stage.right - stage.left) * camera.scale)) write(ink, scene, hall.stage.label.toUpperCase(), middle(hall.stage.points), px, palette.paper, 850);
  hall.zones.forEach((zone, index) => {
    if (zone.kind !== "standing" || zone.shape.length === 0) return;
    const room = boundsOf(zone.shape);
    const size = Math.min(20, Math.max(10, (room.bottom - room.top) * camera.scale * 0.16));
    ink.globalAlpha = scene.hidden.has(index) ? 0.4 : 1;
    if (fits(ink, zone.name, size, (room.right - room.left) * camera.scale)) write(ink, scene, zone.name, middle(zone.shape), size, readableOn(zone.colour), 850);
    ink.globalAlpha = 1;
  });
  if (far) paintSectionNames(ink, scene);
  else paintRowNames(ink, scene);
}
