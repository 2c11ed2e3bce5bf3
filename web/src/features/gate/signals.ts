// What is heard and felt of a result, so that nobody has to look: three tones that no noise makes one of the other.
import { play, type Beep } from "../../lib/sound.ts";

export type Tone = "good" | "again" | "bad";

const beeps: Record<Tone, readonly Beep[]> = {
  good: [{ hz: 1047, from_s: 0, for_s: 0.09, wave: "sine" }, { hz: 1568, from_s: 0.09, for_s: 0.16, wave: "sine" }],
  again: [0, 0.2, 0.4].map((from_s) => ({ hz: 660, from_s, for_s: 0.12, wave: "triangle" as const })),
  bad: [{ hz: 165, from_s: 0, for_s: 0.7, wave: "sawtooth" }],
};
const shakes: Record<Tone, number[]> = { good: [80], again: [120, 80, 120], bad: [500] };

export function signal(tone: Tone): void {
  navigator.vibrate?.(shakes[tone]);
  play(beeps[tone]);
}
