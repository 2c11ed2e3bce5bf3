// The whole hall in a corner, with a frame around what the large map shows; pressing or dragging on it goes there.
import { fit, toHall, viewOf, type Camera, type Size } from "../../lib/camera.ts";
import type { Hall } from "../../lib/hall.ts";

const widthPx = 104;

export interface MiniMap {
  size: Size;
  camera: Camera;
}

/** How large the small map of a hall is, and how it looks at it. */
export function miniMapOf({ bounds }: Hall): MiniMap {
  const height = Math.round(Math.min(120, Math.max(48, (widthPx * (bounds.bottom - bounds.top)) / (bounds.right - bounds.left))));
  const size = { width: widthPx, height };
  return { size, camera: fit(bounds, size, 5) };
}

/** Whether the large map shows all there is: then the small one has nothing to tell. */
export function showsAll({ bounds }: Hall, camera: Camera, size: Size): boolean {
  const view = viewOf(camera, size);
  return view.left <= bounds.left && view.right >= bounds.right && view.top <= bounds.top && view.bottom >= bounds.bottom;
}

/** Calls with the place in the hall that was pressed or dragged to; the answer stops it. */
export function watchMiniMap(element: HTMLElement, { camera }: MiniMap, go: (x: number, y: number) => void): () => void {
  const stop = new AbortController();
  const follow = (event: PointerEvent) => {
    if (event.buttons === 0) return;
    element.setPointerCapture(event.pointerId);
    const box = element.getBoundingClientRect();
    const at = toHall(camera, event.clientX - box.left - element.clientLeft, event.clientY - box.top - element.clientTop);
    go(at.x, at.y);
  };
  element.addEventListener("pointerdown", follow, { signal: stop.signal });
  element.addEventListener("pointermove", follow, { signal: stop.signal });
  return () => stop.abort();
}
