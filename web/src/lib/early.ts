// What public/before-paint.js and app/first_look asked for before the app's code had come: whoever of the app asks for the same first
// gets that answer.

export interface Early {
  /** With the query. */
  path: string;
  sent_at: number;
  response: Promise<Response>;
}

declare global {
  interface Window {
    gelora_early?: Early | undefined;
  }
}

/** Once: what is asked for again is wanted newer. */
export function takeEarly({ method, url }: Request): Early | undefined {
  const early = window.gelora_early;
  if (!early || method !== "GET" || url !== location.origin + early.path) return undefined;
  window.gelora_early = undefined;
  return early;
}
