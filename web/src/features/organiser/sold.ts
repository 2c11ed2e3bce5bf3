/** How much of a hall is taken, sold or held, in whole percent: 0 and 100 only when it is none and all of it. */
export function takenPercent(capacity: number, free: number): number {
  if (capacity <= 0 || free >= capacity) return 0;
  if (free <= 0) return 100;
  return Math.min(99, Math.max(1, Math.round(((capacity - free) / capacity) * 100)));
}
