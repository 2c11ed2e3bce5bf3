// Where the map looks: screen = (hall − corner) × scale. Pure.
import type { Point, Rect } from "./plane.ts";

export interface Size {
  width: number;
  height: number;
}
export interface Camera {
  x: number;
  y: number;
  scale: number;
}
export interface Limits {
  bounds: Rect;
  minScale: number;
  maxScale: number;
}

export const toHall = ({ x, y, scale }: Camera, sx: number, sy: number) => ({ x: x + sx / scale, y: y + sy / scale });
export const toScreen = ({ x, y, scale }: Camera, hx: number, hy: number) => ({ x: (hx - x) * scale, y: (hy - y) * scale });

export function viewOf({ x, y, scale }: Camera, { width, height }: Size): Rect {
  return { left: x, top: y, right: x + width / scale, bottom: y + height / scale };
}

/** The whole rectangle in the middle of the screen, with a margin in pixels. */
export function fit(rect: Rect, size: Size, margin = 24): Camera {
  const [width, height] = [Math.max(1, rect.right - rect.left), Math.max(1, rect.bottom - rect.top)];
  const scale = Math.max(0.001, Math.min((size.width - 2 * margin) / width, (size.height - 2 * margin) / height));
  return { scale, x: (rect.left + rect.right) / 2 - size.width / 2 / scale, y: (rect.top + rect.bottom) / 2 - size.height / 2 / scale };
}

/** Never lost: the middle of the screen stays over the hall. */
export function clamp(camera: Camera, size: Size, { bounds, minScale, maxScale }: Limits): Camera {
  const scale = Math.min(maxScale, Math.max(minScale, camera.scale));
  const middle = toHall(camera, size.width / 2, size.height / 2);
  const x = Math.min(bounds.right, Math.max(bounds.left, middle.x)) - size.width / 2 / scale;
  const y = Math.min(bounds.bottom, Math.max(bounds.top, middle.y)) - size.height / 2 / scale;
  return { x, y, scale };
}

/** The point under the finger stays under the finger. */
export function zoomAt(camera: Camera, factor: number, sx: number, sy: number, { minScale, maxScale }: Limits): Camera {
  const scale = Math.min(maxScale, Math.max(minScale, camera.scale * factor));
  const fixed = toHall(camera, sx, sy);
  return { scale, x: fixed.x - sx / scale, y: fixed.y - sy / scale };
}

export const pan = (camera: Camera, dx: number, dy: number): Camera => ({ ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale });

/** Between two cameras; scale moves by ratio, so that a flight feels even. */
export function between(from: Camera, to: Camera, part: number, size: Size): Camera {
  const scale = from.scale * (to.scale / from.scale) ** part;
  const [a, b] = [toHall(from, size.width / 2, size.height / 2), toHall(to, size.width / 2, size.height / 2)];
  return { scale, x: a.x + (b.x - a.x) * part - size.width / 2 / scale, y: a.y + (b.y - a.y) * part - size.height / 2 / scale };
}

export type Level = "sections" | "dots" | "seats";

/** What is worth drawing when neighbours are this many pixels apart. */
export function levelOf(pitchPx: number): Level {
  if (pitchPx < 4.5) return "sections";
  return pitchPx < 12 ? "dots" : "seats";
}

export function inside(points: readonly Point[], x: number, y: number): boolean {
  let within = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i, i += 1) {
    const [[xi, yi], [xj, yj]] = [points[i]!, points[j]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
  }
  return within;
}
