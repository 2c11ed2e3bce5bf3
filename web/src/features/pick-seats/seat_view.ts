// What is seen from a seat: the stage as a camera at the fan's eye would take it, with somebody on it for scale. A sketch from the
// plan alone (pinhole projection; nobody's head is in it), in units of the picture's half width; x to the right, y downwards. Pure.
import type { Hall, Point } from "../../lib/hall.ts";

export interface SeatView {
  /** From the stage's nearest edge; a seat is taken to be half a metre wide. */
  metres: number;
  deck: readonly Point[];
  front: readonly (readonly Point[])[]; // the faces below the deck, the farthest first
  backdrop: readonly Point[];
  singer: { x: number; feet: number; head: number };
}

const seatM = 0.5;
const deckM = 1.6;
const backdropM = 9;
const singerM = 1.75;
const halfWidth = 0.5; // tangent of half the angle of view, about 53° in all
const flatM = 25; // nearer than this the floor is flat, behind it stands rise
const rise = 0.22;

function nearestOn([ax, ay]: Point, [bx, by]: Point, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const part = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + part * dx - x, ay + part * dy - y);
}

const middleOf = (points: readonly Point[]): Point => [points.reduce((sum, [x]) => sum + x, 0) / points.length, points.reduce((sum, [, y]) => sum + y, 0) / points.length];

export function viewFrom(hall: Hall, no: number): SeatView {
  const perMetre = hall.pitch / seatM;
  const [x, y] = [hall.x[no]!, hall.y[no]!];
  const stage = hall.stage.points;
  const edges = stage.map((point, i) => [point, stage[(i + 1) % stage.length]!] as const);
  const metres = Math.min(...edges.map(([a, b]) => nearestOn(a, b, x, y))) / perMetre;
  const eyeM = 1.3 + Math.max(0, metres - flatM) * rise;

  const aim = middleOf(stage);
  const far = Math.hypot(aim[0] - x, aim[1] - y) || 1;
  const [fx, fy] = [(aim[0] - x) / far, (aim[1] - y) / far];
  const tilt = (eyeM - deckM - singerM) / (far / perMetre); // the camera looks at the singer
  const depthOf = ([px, py]: Point) => Math.max(0.5, ((px - x) * fx + (py - y) * fy) / perMetre);
  const project = (at: Point, heightM: number): Point => {
    const depth = depthOf(at);
    const right = (-(at[0] - x) * fy + (at[1] - y) * fx) / perMetre;
    return [right / depth / halfWidth, ((eyeM - heightM) / depth - tilt) / halfWidth];
  };

  const back = edges.reduce((best, edge) => (depthOf(middleOf(edge)) > depthOf(middleOf(best)) ? edge : best));
  const quad = ([a, b]: readonly [Point, Point], low: number, high: number) => [project(a, low), project(b, low), project(b, high), project(a, high)];
  return {
    metres,
    deck: stage.map((point) => project(point, deckM)),
    front: [...edges].sort((a, b) => depthOf(middleOf(b)) - depthOf(middleOf(a))).map((edge) => quad(edge, 0, deckM)),
    backdrop: quad(back, deckM, backdropM),
    singer: { x: project(aim, 0)[0], feet: project(aim, deckM)[1], head: project(aim, deckM + singerM)[1] },
  };
}
