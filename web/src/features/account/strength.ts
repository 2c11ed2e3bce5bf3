// How hard a password is to guess, roughly: length counts most. The server has the last word (breached lists live there).

export type Strength = 0 | 1 | 2 | 3;

export const minimumLength = 12;

export function strengthOf(password: string): Strength {
  const length = [...password].length;
  if (length < minimumLength) return 0;
  const distinct = new Set(password).size;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  if (distinct < 6) return 1;
  if (length >= 18 || (length >= 14 && kinds >= 3)) return 3;
  return 2;
}
