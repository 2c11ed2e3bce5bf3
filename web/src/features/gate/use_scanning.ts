import { useCallback, useEffect, useRef, useState } from "react";
import type { Gate, Outcome, Shown } from "./gate.ts";
import { toneOf } from "./outcome.ts";
import { signal } from "./signals.ts";
import { Wedge } from "./wedge.ts";

const greenMs = 1200;

export interface Result extends Outcome {
  /** Counts up: the same answer twice is two results. */
  turn: number;
  /** From the picture, or the last key, to the answer. */
  seen_ms: number;
}

/** One after the other: what is shown goes away by itself when it is good, by a touch, or with the next ticket. */
export function useScanning(gate: Gate | undefined) {
  const [result, setResult] = useState<Result>();
  const turn = useRef(0);
  const busy = useRef(false);
  const dismiss = useCallback(() => setResult(undefined), []);
  const scan = useCallback(
    async (shown: Shown, seenAt = performance.now()) => {
      if (!gate || busy.current) return;
      busy.current = true;
      try {
        const outcome = await gate.scan(shown);
        turn.current += 1;
        setResult({ ...outcome, turn: turn.current, seen_ms: performance.now() - seenAt });
        signal(toneOf(outcome));
      } finally {
        busy.current = false;
      }
    },
    [gate],
  );
  useEffect(() => {
    if (!result || toneOf(result) !== "good") return;
    const timer = setTimeout(dismiss, greenMs);
    return () => clearTimeout(timer);
  }, [result, dismiss]);
  const holding = result !== undefined;
  return { result, scan, dismiss, isBusy: useCallback(() => busy.current || holding, [holding]) };
}

/** What a plugged-in scanner types goes to `onText`, also while a field or a button has the focus. */
export function useWedge(onText: (text: string) => void): void {
  useEffect(() => {
    const wedge = new Wedge();
    const press = (event: KeyboardEvent) => {
      const text = wedge.press(event.key, event.timeStamp);
      if (text === undefined || !/^GT\d\./.test(text) && event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopPropagation();
      onText(text);
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, [onText]);
}
