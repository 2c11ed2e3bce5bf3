// What was drawn before, and what was taken back. Each step keeps a drawing, of which all that did not change is shared.
export interface History<T> {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** What the last step was of: steps of the same go together (typing a name, holding an arrow). */
  tag: string | undefined;
}

const longest = 300;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], tag: undefined });

export function step<T>(history: History<T>, next: T, tag?: string): History<T> {
  if (Object.is(next, history.present)) return history;
  const together = tag !== undefined && tag === history.tag;
  return { past: together ? history.past : [...history.past, history.present].slice(-longest), present: next, future: [], tag };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], tag: undefined };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, tag: undefined };
}
