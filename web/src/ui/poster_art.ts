// Poster art from a seed and three colours: shapes, not pixels, so it is sharp at every size. Pure: the same seed paints the
// same poster. The canvas is 300 × 400; a poster may be cropped to any shape, so the middle is what matters.

export interface Shape {
  d: string;
  fill?: string;
  stroke?: string;
  width?: number;
}
export interface Art {
  background: string;
  shapes: Shape[];
}

export const artWidth = 300;
export const artHeight = 400;

/** mulberry32: small, and good enough for pictures. */
export function randomOf(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;
interface Palette {
  back: string;
  main: string;
  spark: string;
}

const between = (random: Random, low: number, high: number) => low + random() * (high - low);
const n = (value: number) => value.toFixed(1);
const circle = (x: number, y: number, r: number) => `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
const box = (x: number, y: number, w: number, h: number) => `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`;

function wave(y: number, amplitude: number, length: number, phase: number): string {
  let d = `M${n(-phase - length)} ${n(y)}`;
  for (let x = -phase - length; x < artWidth + length; x += length)
    d += `q${n(length / 4)} ${n(-amplitude)} ${n(length / 2)} 0t${n(length / 2)} 0`;
  return d;
}

/** The surge itself: waves that grow under a sun. */
function surge(random: Random, { main, spark }: Palette): Shape[] {
  const shapes: Shape[] = [{ d: circle(between(random, 90, 210), between(random, 110, 160), between(random, 60, 88)), fill: spark }];
  const length = between(random, 110, 190);
  for (let i = 0; i < 9; i += 1)
    shapes.push({ d: wave(190 + i * 25, 16 + i * 4, length, random() * length), stroke: main, width: 5 + i * 2.2 });
  return shapes;
}

/** Light from one point, as from behind a stage. */
function rays(random: Random, { main, spark }: Palette): Shape[] {
  const [x, y] = [between(random, 90, 210), between(random, 190, 290)];
  const count = 12 + Math.floor(random() * 8);
  const turn = random();
  const shapes: Shape[] = [];
  for (let i = 0; i < count; i += 1) {
    const at = (part: number) => ((i + turn + part) / count) * 2 * Math.PI;
    const tip = (angle: number) => `${n(x + Math.cos(angle) * 600)} ${n(y + Math.sin(angle) * 600)}`;
    shapes.push({ d: `M${n(x)} ${n(y)}L${tip(at(0))}L${tip(at(0.5))}Z`, fill: main });
  }
  shapes.push({ d: circle(x, y, 74), fill: spark });
  return shapes;
}

/** A record, cut and shifted. */
function record(random: Random, { back, main, spark }: Palette): Shape[] {
  const [x, y] = [between(random, 110, 190), between(random, 160, 220)];
  const shapes: Shape[] = [{ d: circle(x, y, 168), fill: main }];
  for (let r = 158; r > 70; r -= 11) shapes.push({ d: circle(x, y, r), stroke: back, width: r % 3 === 0 ? 4 : 1.6 });
  shapes.push({ d: circle(x, y, 58), fill: spark }, { d: circle(x, y, 11), fill: back });
  const cut = between(random, 0.3, 0.6);
  shapes.push({ d: box(0, y + 168 * cut, artWidth, 9), fill: back });
  return shapes;
}

/** Level meters of a mixing desk. */
function levels(random: Random, { main, spark }: Palette): Shape[] {
  const columns = 9;
  const step = artWidth / columns;
  const shapes: Shape[] = [];
  for (let i = 0; i < columns; i += 1) {
    const swell = Math.sin(((i + random() * 0.8) / columns) * Math.PI);
    const lit = 3 + Math.floor(swell * 11 + random() * 4);
    for (let j = 0; j < lit; j += 1)
      shapes.push({ d: box(i * step + 4, 372 - j * 22, step - 8, 15), fill: j > lit - 3 ? spark : main });
  }
  return shapes;
}

/** Kawung, the palm fruit of Javanese batik: four petals around each crossing. */
function kawung(random: Random, { main, spark }: Palette): Shape[] {
  const size = between(random, 66, 100);
  const petal = (x: number, y: number, dx: number, dy: number) => {
    const [ax, ay] = [x + dx * size * 0.08, y + dy * size * 0.08];
    const [bx, by] = [x + dx * size * 0.46, y + dy * size * 0.46];
    const [ox, oy] = [-dy * size * 0.2, dx * size * 0.2];
    return `M${n(ax)} ${n(ay)}C${n(ax + ox)} ${n(ay + oy)} ${n(bx + ox)} ${n(by + oy)} ${n(bx)} ${n(by)}C${n(bx - ox)} ${n(by - oy)} ${n(ax - ox)} ${n(ay - oy)} ${n(ax)} ${n(ay)}Z`;
  };
  const shapes: Shape[] = [];
  const lucky = Math.floor(random() * 5) + 3;
  let count = 0;
  for (let y = 0; y <= artHeight + size; y += size)
    for (let x = 0; x <= artWidth + size; x += size) {
      count += 1;
      const fill = count % lucky === 0 ? spark : main;
      for (const [dx, dy] of [[1, 1], [-1, 1], [1, -1], [-1, -1]] as const) shapes.push({ d: petal(x, y, dx, dy), fill });
      shapes.push({ d: circle(x + size / 2, y, size * 0.07), fill: spark });
    }
  return shapes;
}

/** Mountains at night, one behind the other. */
function ranges(random: Random, { back, main, spark }: Palette): Shape[] {
  const shapes: Shape[] = [{ d: circle(between(random, 80, 220), between(random, 90, 140), between(random, 46, 66)), fill: spark }];
  for (let layer = 0; layer < 4; layer += 1) {
    const base = 190 + layer * 55;
    let d = `M-20 420L-20 ${n(base)}`;
    for (let x = 0; x <= 320; x += 40) d += `L${n(x)} ${n(base + between(random, -48, 30))}`;
    shapes.push({ d: `${d}L320 420Z`, fill: main, stroke: back, width: 7 });
  }
  return shapes;
}

/** Quarter circles on a grid, turned at random. */
function quarters(random: Random, { main, spark }: Palette): Shape[] {
  const side = 75;
  const shapes: Shape[] = [];
  for (let row = 0; row < 6; row += 1)
    for (let column = 0; column < 4; column += 1) {
      const [x, y] = [column * side, row * side];
      const corners = [[x, y, 1, 1], [x + side, y, -1, 1], [x + side, y + side, -1, -1], [x, y + side, 1, -1]] as const;
      const [cx, cy, dx, dy] = corners[Math.floor(random() * 4)]!;
      const sweep = dx * dy > 0 ? 1 : 0;
      const fill = random() < 0.28 ? spark : main;
      if (random() < 0.86) shapes.push({ d: `M${n(cx)} ${n(cy)}h${n(dx * side)}A${side} ${side} 0 0 ${sweep} ${n(cx)} ${n(cy + dy * side)}Z`, fill });
      else shapes.push({ d: circle(x + side / 2, y + side / 2, side / 3), fill: spark });
    }
  return shapes;
}

/** An echo: one shape again and again, further away. */
function echo(random: Random, { main, spark }: Palette): Shape[] {
  const [x, y] = [between(random, 70, 230), between(random, 250, 340)];
  const shapes: Shape[] = [];
  for (let r = 400; r > 40; r -= 27) shapes.push({ d: circle(x, y - (400 - r) * 0.28, r), stroke: main, width: 12 });
  shapes.push({ d: circle(x, y - 100, 44), fill: spark });
  return shapes;
}

const ideas = [surge, rays, record, levels, kawung, ranges, quarters, echo];

export function paint(seed: number, colours: readonly string[]): Art {
  const random = randomOf(seed + 1);
  const idea = ideas[Math.floor(random() * ideas.length)]!;
  const [first, second, third] = [colours[0] ?? "#d3241a", colours[1] ?? "#17130e", colours[2] ?? "#ffd23f"];
  const turned = random() < 0.35;
  const palette = { back: turned ? second : first, main: turned ? first : second, spark: third };
  return { background: palette.back, shapes: idea(random, palette) };
}
