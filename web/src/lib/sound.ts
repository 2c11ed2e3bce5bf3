// Tones, where the browser lets a page sound: after somebody has touched it.

export interface Beep {
  hz: number;
  from_s: number;
  for_s: number;
  wave: OscillatorType;
}

let audio: AudioContext | undefined;

/** For whatever touch comes first. Nothing where there is no sound. */
export function wakeSound(): void {
  if (typeof AudioContext === "undefined") return;
  audio ??= new AudioContext();
  if (audio.state === "suspended") void audio.resume();
}

/** Nothing where the page may not. */
export function play(beeps: readonly Beep[]): void {
  if (audio?.state !== "running") return;
  for (const { hz, from_s, for_s, wave } of beeps) {
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
