// When to try again: the server's own word first, else doubling with jitter, at most 15 s.

export function delayMs(attempt: number, retryAfterS?: number, random: () => number = Math.random): number {
  if (retryAfterS !== undefined) return retryAfterS * 1000 + random() * 400;
  const ceiling = Math.min(15_000, 500 * 2 ** attempt);
  return ceiling / 2 + (random() * ceiling) / 2;
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
