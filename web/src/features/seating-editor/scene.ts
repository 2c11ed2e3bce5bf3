// What is painted, and the spaces it is painted in.
import { toScreen, type Camera, type Size } from "../../lib/camera.ts";
import type { Point, Rect } from "../../lib/plane.ts";
import type { Drawing, Thing } from "./model.ts";

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

/** How far beyond a thing the handle is that turns it. */
export const handleGapPx = 28;

export type Ink = CanvasRenderingContext2D;

export function polygon(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return path;
}

export const shifted = (thing: Thing, scene: Scene): { dx: number; dy: number } => (scene.drag && scene.selected.has(thing.id) ? scene.drag : { dx: 0, dy: 0 });

export function toThingSpace(ink: Ink, scene: Scene, thing: Thing): void {
  const { camera, ratio } = scene;
  const { dx, dy } = shifted(thing, scene);
  const scale = camera.scale * ratio;
  ink.setTransform(scale, 0, 0, scale, (thing.x + dx - camera.x) * scale, (thing.y + dy - camera.y) * scale);
  ink.rotate((thing.rotation * Math.PI) / 180);
}
export const toScreenSpace = (ink: Ink, { ratio }: Scene): void => ink.setTransform(ratio, 0, 0, ratio, 0, 0);

export function write(ink: Ink, scene: Scene, text: string, at: Point, px: number, colour: string): void {
  const { x, y } = toScreen(scene.camera, at[0], at[1]);
  ink.font = `700 ${px}px "Plus Jakarta Sans", sans-serif`;
  ink.fillStyle = colour;
  ink.fillText(text, x, y);
}
