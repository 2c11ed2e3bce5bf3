// The server's clock as this page knows it, learned from Date headers. Timers that matter (a hold, a sale) count with it.

let offsetMs = 0;
let bestRoundTripMs = Infinity;

/** Date has whole seconds, so half a second is added; the answer with the shortest trip tells best. */
export function learn(dateHeader: string | null, sentAt: number, receivedAt: number): void {
  const server = dateHeader === null ? NaN : Date.parse(dateHeader);
  if (Number.isNaN(server)) return;
  const roundTrip = receivedAt - sentAt;
  const guess = server + 500 - (sentAt + roundTrip / 2);
  const jumped = Math.abs(guess - offsetMs) > 2000;
  if (roundTrip > bestRoundTripMs && !jumped) return;
  bestRoundTripMs = roundTrip;
  offsetMs = Math.abs(guess) < 750 ? 0 : guess;
}

export const serverNow = (): number => Date.now() + offsetMs;

export function forget(): void {
  offsetMs = 0;
  bestRoundTripMs = Infinity;
}
