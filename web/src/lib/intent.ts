// One Idempotency-Key for one intent. The key stays the same through retries and reloads while the intent is the same, and
// changes with it: kept in sessionStorage under the intent's name, beside a fingerprint of what is asked for.

interface Kept {
  key: string;
  of: string;
}

const place = (name: string) => `gelora.intent.${name}`;

export function keyFor(name: string, request: unknown, storage: Storage = sessionStorage): string {
  const of = JSON.stringify(request);
  const kept = JSON.parse(storage.getItem(place(name)) ?? "null") as Kept | null;
  if (kept?.of === of) return kept.key;
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  storage.setItem(place(name), JSON.stringify({ key, of } satisfies Kept));
  return key;
}

/** The intent was answered for good; the next one is another. */
export function forgetIntent(name: string, storage: Storage = sessionStorage): void {
  storage.removeItem(place(name));
}
