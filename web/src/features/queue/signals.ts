// That a turn has come, for whoever does not look: a tone and a shake, where the browser lets a page.
import { useEffect } from "react";
import { play, wakeSound } from "../../lib/sound.ts";
import type { Phase } from "./phase.ts";

const shakes = [200, 100, 200, 100, 400];
const tones = [523, 659, 784].map((hz, at) => ({ hz, from_s: at * 0.18, for_s: 0.3, wave: "sine" as const }));

/** Once for each turn that comes while the page is open. */
export function useTurnSignal(phase: Phase): void {
  useEffect(() => {
    addEventListener("pointerdown", wakeSound);
    return () => removeEventListener("pointerdown", wakeSound);
  }, []);
  const turn = phase === "turn";
  useEffect(() => {
    if (!turn) return;
    navigator.vibrate?.(shakes);
    play(tones);
  }, [turn]);
}
