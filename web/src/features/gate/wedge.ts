// A scanner that is plugged in types what it reads and ends with Enter, wherever the focus is.

const pauseMs = 300, shortest = 4;

/** Collects keys; the whole text at Enter, if it came as fast as no fingers do. */
export class Wedge {
  private text = "";
  private lastAt = -Infinity;

  press(key: string, nowMs: number): string | undefined {
    if (nowMs - this.lastAt > pauseMs) this.text = "";
    this.lastAt = nowMs;
    if (key.length === 1) this.text += key;
    if (key !== "Enter") return undefined;
    const text = this.text;
    this.text = "";
    return text.length >= shortest ? text : undefined;
  }
}
