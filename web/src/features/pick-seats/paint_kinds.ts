// Paints seats by who has them, for those who run the show: each kind in a colour and a shape of its own.
import type { Level } from "../../lib/camera.ts";
import { readableOn } from "../../lib/colour.ts";
import { seatMark } from "../../lib/hall.ts";
import type { SeatKinds } from "../../lib/seat_choice.ts";
import { gather, toHallSpace, toScreenSpace, write, type Ink, type Scene } from "./renderer.ts";

type Shape = SeatKinds["looks"][number]["shape"];
const hollow = (shape: Shape): boolean => shape === "empty_chair";

function addShape(ink: Ink, shape: Shape, x: number, y: number, r: number): void {
  if (shape === "dot") return ink.rect(x - r * 0.3, y - r * 0.3, r * 0.6, r * 0.6);
  if (shape === "square") return ink.roundRect(x - r, y - r, r * 2, r * 2, r * 0.2);
  if (shape !== "diamond") return ink.roundRect(x - r, y - r, r * 2, r * 2, [r, r, r * 0.5, r * 0.5]);
  ink.moveTo(x, y - r * 1.1);
  ink.lineTo(x + r * 1.1, y);
  ink.lineTo(x, y + r * 1.1);
  ink.lineTo(x - r * 1.1, y);
  ink.closePath();
}

/** Too small for shapes: what is taken is full, what is free is small. */
function addDot(ink: Ink, shape: Shape, x: number, y: number, r: number): void {
  const half = shape === "dot" ? r * 0.3 : hollow(shape) ? r * 0.5 : r * 0.9;
  ink.rect(x - half, y - half, half * 2, half * 2);
}

function paintMarks(ink: Ink, scene: Scene, { of, looks }: SeatKinds): void {
  toScreenSpace(ink, scene);
  ink.textAlign = "center";
  ink.textBaseline = "middle";
  const px = Math.min(13, scene.hall.pitch * scene.camera.scale * 0.32);
  looks.forEach(({ colour, shape }, kind) => {
    if (shape === "dot") return;
    gather(scene, (no) => of[no] === kind, (x, y, no) => write(ink, scene, seatMark(scene.hall, no), [x, y], px, hollow(shape) ? colour : readableOn(colour)));
  });
}

export function paintKinds(ink: Ink, scene: Scene, level: Level): void {
  const { kinds, hall, camera } = scene;
  if (!kinds || level === "sections") return;
  toHallSpace(ink, scene);
  const radius = hall.pitch * 0.4;
  ink.lineWidth = hall.pitch * 0.09;
  kinds.looks.forEach(({ colour, shape }, kind) => {
    ink.fillStyle = colour;
    ink.strokeStyle = colour;
    ink.beginPath();
    gather(scene, (no) => kinds.of[no] === kind, (x, y) => (level === "dots" ? addDot : addShape)(ink, shape, x, y, radius));
    if (hollow(shape) && level === "seats") ink.stroke();
    else ink.fill();
  });
  if (level === "seats" && hall.pitch * camera.scale >= 24) paintMarks(ink, scene, kinds);
}
