// What is heard and felt of a result, so that nobody has to look: three tones that no noise makes one of the other.

export type Tone = "good" | "again" | "bad";

interface Beep {
  hz: number;
  from_s: number;
  for_s: number;
  wave: OscillatorType;
}
const beeps: Record<Tone, readonly Beep[]> = {
  good: [{ hz: 1047, from_s: 0, for_s: 0.09, wave: "sine" }, { hz: 1568, from_s: 0.09, for_s: 0.16, wave: "sine" }],
  again: [0, 0.2, 0.4].map((from_s) => ({ hz: 660, from_s, for_s: 0.12, wave: "triangle" as const })),
  bad: [{ hz: 165, from_s: 0, for_s: 0.7, wave: "sawtooth" }],
};
const shakes: Record<Tone, number[]> = { good: [80], again: [120, 80, 120], bad: [500] };

let audio: AudioContext | undefined;

/** Browsers let a page sound after somebody has touched it. */
export function wakeSound(): void {
  audio ??= new AudioContext();
  if (audio.state === "suspended") void audio.resume();
}

export function signal(tone: Tone): void {
  navigator.vibrate?.(shakes[tone]);
  if (audio?.state !== "running") return;
  for (const { hz, from_s, for_s, wave } of beeps[tone]) {
    const begin = audio.currentTime + from_s;
    const sound = new OscillatorNode(audio, { frequency: hz, type: wave });
    const volume = new GainNode(audio, { gain: 0.9 });
    volume.gain.setValueAtTime(0.9, begin + for_s - 0.02);
    volume.gain.linearRampToValueAtTime(0, begin + for_s);
    sound.connect(volume).connect(audio.destination);
    sound.start(begin);
    sound.stop(begin + for_s);
  }
}
