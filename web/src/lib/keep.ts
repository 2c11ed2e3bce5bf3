// Small things that outlive a reload of this tab.

export function keep(name: string, value: unknown): void {
  if (value === undefined) sessionStorage.removeItem(`gelora.${name}`);
  else sessionStorage.setItem(`gelora.${name}`, JSON.stringify(value));
}

export function kept<T>(name: string): T | undefined {
  const text = sessionStorage.getItem(`gelora.${name}`);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
