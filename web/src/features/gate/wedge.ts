// A scanner that is plugged in types what it reads and ends with Enter, wherever the focus is.

const pauseMs = 300, shortest = 4;

/** Collects keys; the whole text at Enter, if it came as fast as no fingers do. */
export class Wedge {
  private text = "";
  private lastAt = -Infinity;

  /** `atMs` is when it was pressed: a telephone that is busy hears of it later. */
  press(key: string, atMs: number): string | undefined {
    if (atMs - this.lastAt > pauseMs) this.text = "";
    this.lastAt = atMs;
    if (key.length === 1) this.text += key;
    if (key !== "Enter") return undefined;
    const text = this.text;
    this.text = "";
    return text.length >= shortest ? text : undefined;
  }
}
