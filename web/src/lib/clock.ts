// The server's clock as this page knows it, learned from Date headers. Timers that matter (a hold, a sale) count with it.

let offsetMs = 0;
let bestRoundTripMs = Infinity;
let asked = false;

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

/** Learns from an answer, unless it may have lain in a cache: its Date is then of the day it was made. */
export function learnFrom(headers: Headers, sentAt: number): void {
  if (/max-age=[1-9]/.test(headers.get("Cache-Control") ?? "")) return;
  learn(headers.get("Date"), sentAt, Date.now());
}

/** Asks for the time once, for a page that counts down and has heard no fresh answer yet. */
export async function askOnce(): Promise<void> {
  if (asked || bestRoundTripMs < Infinity) return;
  asked = true;
  const sentAt = Date.now();
  const answer = await fetch("/", { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  if (answer) learn(answer.headers.get("Date"), sentAt, Date.now());
}

export const serverNow = (): number => Date.now() + offsetMs;

export function forget(): void {
  offsetMs = 0;
  asked = false;
  bestRoundTripMs = Infinity;
}
