// What a number in line means: who is ahead, how long that takes, whether something will be left. Pure; what cannot be said honestly is
// not said.

/** How many are called before this number; 0 for whoever is called next, or was called. */
export const aheadOf = (number: number, admittedThrough: number): number => Math.max(0, number - 1 - admittedThrough);

/** Of the way to this number, in percent, since the draw. */
export function progressOf(number: number, admittedThrough: number): number {
  if (number <= 1) return 100;
  return Math.min(100, Math.floor((100 * admittedThrough) / (number - 1)));
}

export type Estimate = { kind: "unknown" | "next" } | { kind: "minutes" | "hours"; from: number; to: number };

const longestHours = 24; // beyond it a number would be a guess

/** Minutes in steps that say no more than is known: ones until 10, fives until an hour, then tens. */
function rounded(minutes: number, round: (value: number) => number): number {
  const step = minutes <= 10 ? 1 : minutes <= 60 ? 5 : 10;
  return step * round(minutes / step);
}

/** A range around ahead / pace, never seconds. "next": nobody is ahead, and nothing but a free turn is waited for. */
export function estimateOf(ahead: number, perMinute: number | null): Estimate {
  if (ahead === 0) return { kind: "next" };
  if (!perMinute) return { kind: "unknown" };
  const minutes = ahead / perMinute;
  const [from, to] = [rounded(minutes * 0.8, Math.floor), rounded(minutes * 1.3, Math.ceil)];
  if (to <= 90) return { kind: "minutes", from: Math.max(1, from), to: Math.max(2, to) };
  const hours = { from: Math.max(1, Math.floor(from / 60)), to: Math.ceil(to / 60) };
  return hours.to > longestHours ? { kind: "unknown" } : { kind: "hours", ...hours };
}

export type Odds = "likely" | "maybe" | "unlikely" | "none";

/** What is free against what those ahead and I take, if they take what others took. "none": nothing is free now. */
export function oddsOf(ahead: number, free: number, basket: number): Odds {
  if (free === 0) return "none";
  const wanted = (ahead + 1) * basket;
  if (free >= 1.5 * wanted) return "likely";
  return free >= 0.75 * wanted ? "maybe" : "unlikely";
}

/** Whether a place is so much nearer, or farther, than what was said last that a screen reader says it. */
export function isNews(said: number | undefined, ahead: number): boolean {
  if (said === undefined || ahead > said) return true;
  return ahead < said && ahead <= said * 0.75;
}
