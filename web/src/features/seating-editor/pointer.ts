// What a pointer does on the board, by the tool in hand: chooses, moves, encloses, draws an area, marks a seat, pans.
import { still, type Board } from "./board.ts";
import { edit } from "./commands.ts";
import { cornerAt, cornered, enclosed, handleOf, hit, seatAt, thingBounds, turnable, turnedTo, union, withCorner } from "./place.ts";
import { handleGapPx } from "./scene.ts";
import { gridStep, snap } from "./snap.ts";

const slopPx = 4;
const handlePx = 10;
interface Spot {
  x: number;
  y: number;
}
type Doing = { kind: "pan" | "move" | "enclose" | "area" | "corner" | "turn"; from: Spot; last: Spot; moved: boolean; adds: boolean };

export function watchPointer(board: Board, signal: AbortSignal): void {
  const { host, editor } = board;
  const fingers = new Map<number, Spot>();
  let doing: Doing | undefined;
  let [corner, drags] = [-1, 0];
  const spotOf = (event: PointerEvent): Spot => {
    const box = host.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const rectOf = (a: Spot, b: Spot) => {
    const [p, q] = [board.at(a.x, a.y), board.at(b.x, b.y)];
    return { left: Math.min(p.x, q.x), top: Math.min(p.y, q.y), right: Math.max(p.x, q.x), bottom: Math.max(p.y, q.y) };
  };

  const choose = (event: PointerEvent, from: Spot): Doing["kind"] | undefined => {
    const { tool, selected } = editor.state;
    if (event.button === 1 || tool === "pan") return "pan";
    if (event.button !== 0) return undefined;
    const at = board.at(from.x, from.y);
    const thing = hit(editor.drawing, at.x, at.y);
    if (tool === "mark") {
      const seat = thing ? seatAt(thing, at.x, at.y) : -1;
      if (thing && seat >= 0) editor.mark(thing.id, seat);
      return seat >= 0 ? undefined : "pan";
    }
    if (tool !== "select") return "area";
    const turned = turnable(editor.drawing, selected);
    const [hx, hy] = turned ? handleOf(turned, handleGapPx / board.camera.scale) : [Infinity, Infinity];
    if (Math.hypot(hx - at.x, hy - at.y) <= handlePx / board.camera.scale) return "turn";
    const polygon = cornered(editor.drawing, selected);
    corner = polygon ? cornerAt(polygon, at.x, at.y, handlePx / board.camera.scale) : -1;
    if (corner >= 0) return "corner";
    if (!thing) return "enclose";
    if (event.shiftKey) {
      editor.toggle(thing.id);
      return undefined;
    }
    if (!selected.has(thing.id)) editor.select(new Set([thing.id]));
    return "move";
  };

  const dragCorner = (spot: Spot): void => {
    const polygon = cornered(editor.drawing, editor.state.selected);
    const { x, y } = board.at(spot.x, spot.y);
    const onGrid = (value: number) => Math.round(value / gridStep) * gridStep;
    if (polygon) editor.draw(edit(editor.drawing, polygon.id, { points: withCorner(polygon, corner, onGrid(x), onGrid(y)) }), `corner ${drags}`);
  };

  /** Freely; with Shift in steps, as drawing programs do. */
  const turn = (spot: Spot, inSteps: boolean): void => {
    const turned = turnable(editor.drawing, editor.state.selected);
    const { x, y } = board.at(spot.x, spot.y);
    if (turned) editor.draw(edit(editor.drawing, turned.id, { rotation: turnedTo(turned, x, y, inSteps) }), `turn ${drags}`);
  };

  const dragged = ({ from, last }: Doing) => {
    const { scale } = board.camera;
    const [dx, dy] = [(last.x - from.x) / scale, (last.y - from.y) / scale];
    const { selected } = editor.state;
    const mine = union(editor.drawing.things.filter(({ id }) => selected.has(id)).map(thingBounds));
    const others = editor.drawing.things.filter(({ id }) => !selected.has(id)).slice(0, 500).map(thingBounds);
    const to = snap({ left: mine.left + dx, right: mine.right + dx, top: mine.top + dy, bottom: mine.bottom + dy }, others, 6 / scale);
    return { drag: { dx: dx + to.dx, dy: dy + to.dy }, guides: { x: to.x, y: to.y } };
  };

  host.addEventListener("pointerdown", (event) => {
    const from = spotOf(event);
    fingers.set(event.pointerId, from);
    host.setPointerCapture(event.pointerId);
    if (fingers.size > 1) {
      doing = undefined;
      return board.pass(still);
    }
    const kind = choose(event, from);
    drags += 1;
    doing = kind && { kind, from, last: from, moved: false, adds: event.shiftKey };
  }, { signal });

  const pinch = (event: PointerEvent, now: Spot): void => {
    const spread = () => {
      const [a, b] = [...fingers.values()] as [Spot, Spot];
      return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, gap: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
    };
    const before = spread();
    fingers.set(event.pointerId, now);
    const after = spread();
    board.pan(after.x - before.x, after.y - before.y);
    board.zoom(after.gap / before.gap, after.x, after.y);
  };

  host.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const now = spotOf(event);
    if (fingers.size > 1) return pinch(event, now);
    fingers.set(event.pointerId, now);
    if (!doing) return;
    const before = doing.last;
    doing.last = now;
    doing.moved ||= Math.hypot(now.x - doing.from.x, now.y - doing.from.y) > slopPx;
    if (!doing.moved) return;
    if (doing.kind === "pan") board.pan(now.x - before.x, now.y - before.y);
    if (doing.kind === "corner") dragCorner(now);
    if (doing.kind === "turn") turn(now, event.shiftKey);
    if (doing.kind === "move") board.pass({ ...still, ...dragged(doing) });
    if (doing.kind === "enclose" || doing.kind === "area") board.pass({ ...still, marquee: rectOf(doing.from, now) });
  }, { signal });

  const end = (event: PointerEvent, kept: boolean): void => {
    fingers.delete(event.pointerId);
    const done = doing;
    doing = undefined;
    const passed = board.passing;
    board.passing = still;
    if (!done || !kept) return board.redraw();
    if (done.kind === "move" && done.moved && passed.drag) editor.move(passed.drag.dx, passed.drag.dy);
    if (done.kind === "enclose") editor.select(new Set([...(done.adds ? editor.state.selected : []), ...(done.moved ? enclosed(editor.drawing, rectOf(done.from, done.last)) : [])]));
    if (done.kind === "area") {
      const { left, top, right, bottom } = rectOf(done.from, done.last);
      editor.create({ x: (left + right) / 2, y: (top + bottom) / 2, width: done.moved ? right - left : 0, height: done.moved ? bottom - top : 0 });
    }
    board.redraw();
  };
  host.addEventListener("pointerup", (event) => end(event, true), { signal });
  host.addEventListener("pointercancel", (event) => end(event, false), { signal });
  host.addEventListener("wheel", (event) => {
    event.preventDefault();
    const spot = spotOf(event as unknown as PointerEvent);
    const notch = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    board.zoom(Math.exp(-notch * (event.ctrlKey ? 0.01 : 0.0018)), spot.x, spot.y);
  }, { passive: false, signal });
}
