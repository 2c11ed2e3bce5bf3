// Fingers, wheel and keys, told as pans, zooms and taps. Knows the DOM; not the hall.

export interface Gestures {
  pan: (dx: number, dy: number) => void;
  zoom: (factor: number, x: number, y: number) => void;
  tap: (x: number, y: number, touch: boolean) => void;
  hover: (x: number, y: number) => void;
  leave: () => void;
  fit: () => void;
}

const slopPx = 8;

interface Finger {
  x: number;
  y: number;
}

function watchPointers(element: HTMLElement, on: Gestures, signal: AbortSignal): void {
  const fingers = new Map<number, Finger>();
  let travelled = 0;
  let most = 0;

  const place = (event: PointerEvent): Finger => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [a, b] = [...fingers.values()] as [Finger, Finger];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, gap: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
  };

  element.addEventListener("pointerdown", (event) => {
    element.setPointerCapture(event.pointerId);
    if (fingers.size === 0) [travelled, most] = [0, 0];
    fingers.set(event.pointerId, place(event));
    most = Math.max(most, fingers.size);
  }, { signal });

  element.addEventListener("pointermove", (event) => {
    const now = place(event);
    const before = fingers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") on.hover(now.x, now.y);
      return;
    }
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (fingers.size >= 2) {
      const from = spread();
      fingers.set(event.pointerId, now);
      const to = spread();
      on.pan(to.x - from.x, to.y - from.y);
      on.zoom(to.gap / from.gap, to.x, to.y);
      return;
    }
    fingers.set(event.pointerId, now);
    if (travelled > slopPx) on.pan(now.x - before.x, now.y - before.y);
  }, { signal });

  const lift = (event: PointerEvent, ended: boolean) => {
    const finger = fingers.get(event.pointerId);
    fingers.delete(event.pointerId);
    if (ended && finger && most === 1 && travelled <= slopPx && event.button === 0) on.tap(finger.x, finger.y, event.pointerType !== "mouse");
  };
  element.addEventListener("pointerup", (event) => lift(event, true), { signal });
  element.addEventListener("pointercancel", (event) => lift(event, false), { signal });
  element.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && on.leave(), { signal });
}

function watchKeys(element: HTMLElement, on: Gestures, signal: AbortSignal): void {
  const step = 60;
  const moves: Record<string, () => void> = {
    ArrowLeft: () => on.pan(step, 0),
    ArrowRight: () => on.pan(-step, 0),
    ArrowUp: () => on.pan(0, step),
    ArrowDown: () => on.pan(0, -step),
    "+": () => on.zoom(1.4, element.clientWidth / 2, element.clientHeight / 2),
    "=": () => on.zoom(1.4, element.clientWidth / 2, element.clientHeight / 2),
    "-": () => on.zoom(1 / 1.4, element.clientWidth / 2, element.clientHeight / 2),
    "0": () => on.fit(),
    Enter: () => on.tap(element.clientWidth / 2, element.clientHeight / 2, false),
  };
  element.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  }, { signal });
}

/** Starts listening; the answer stops it. */
export function watchGestures(element: HTMLElement, on: Gestures): () => void {
  const stop = new AbortController();
  watchPointers(element, on, stop.signal);
  watchKeys(element, on, stop.signal);
  element.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = element.getBoundingClientRect();
    const notch = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    on.zoom(Math.exp(-notch * (event.ctrlKey ? 0.01 : 0.0018)), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false, signal: stop.signal });
  return () => stop.abort();
}
