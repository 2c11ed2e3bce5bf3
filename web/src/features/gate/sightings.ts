// A camera sees the same ticket thirty times a second, and goes on seeing it after it was let in.

const forgottenMs = 3000;

/** Whether a code is one more ticket, and not the one that is still in view. Digits that rotate meanwhile make no other ticket of it. */
export class Sightings {
  private last = "";
  private seenAt = -Infinity;

  isNew(code: string, nowMs: number): boolean {
    const ticket = code.replace(/^(GT2\..*)\.\d*$/, "$1");
    const same = ticket === this.last && nowMs - this.seenAt < forgottenMs;
    this.last = ticket;
    this.seenAt = nowMs;
    return !same;
  }
}
