// The words on the map: stage, standing zones, section names where they fit, row names when the seats are near.
import { toScreen } from "../../lib/camera.ts";
import { readableOn } from "../../lib/colour.ts";
import { boundsOf } from "../../lib/plane.ts";
import { middle, toScreenSpace, write, type Ink, type Scene } from "./renderer.ts";

function fits(ink: Ink, text: string, px: number, room: number): boolean {
  ink.font = `750 ${px}px Archivo, sans-serif`;
  return ink.measureText(text).width <= room;
}

interface Name {
  full: string;
  short: string; // the number alone: "Tribun 12" → "12"
  px: number;
  room: number;
}

function nameOf(scene: Scene, index: number): Name {
  const { name, bounds } = scene.hall.sections[index]!;
  const width = (bounds.right - bounds.left) * scene.camera.scale;
  const height = (bounds.bottom - bounds.top) * scene.camera.scale;
  return { full: name, short: name.replace(/^.*\s(?=\d+\w?$)/, ""), px: Math.min(15, Math.max(10, Math.min(width, height) * 0.2)), room: height < 15 ? 0 : width * 0.84 };
}

/** A zone's sections are all named in full, or all by number where one of them is too narrow. */
function paintSectionNames(ink: Ink, scene: Scene): void {
  const { hall, palette } = scene;
  const names = hall.sections.map((_, index) => nameOf(scene, index));
  const full = hall.zones.map((_, zone) => hall.sections.every((section, i) => section.zone !== zone || fits(ink, names[i]!.full, names[i]!.px, names[i]!.room)));
  hall.sections.forEach((section, index) => {
    const { px, room, ...name } = names[index]!;
    const text = full[section.zone] ? name.full : name.short;
    if (!fits(ink, text, px, room)) return;
    const hidden = scene.hidden.has(section.zone);
    const empty = scene.sectionFree[index] === 0;
    ink.globalAlpha = hidden ? 0.35 : empty ? 0.55 : 1;
    write(ink, scene, text, middle(section.outline), px, empty || hidden ? palette.ink : readableOn(hall.zones[section.zone]!.colour));
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
  for (const { text, at } of hall.texts) write(ink, scene, text, at, Math.min(14, Math.max(9, hall.pitch * camera.scale)), palette.ink);
  if (far) paintSectionNames(ink, scene);
  else paintRowNames(ink, scene);
}
