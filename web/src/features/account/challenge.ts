// A challenge of the server opens once and for some minutes. One is kept until it was sent or gets old, so that a cancelled
// ceremony, and the next one, need not ask again.
import type { PasskeyRequest } from "./passkey.ts";

export interface Challenges {
  current: () => Promise<PasskeyRequest>;
  /** It was sent: good or not, the server takes it no more. */
  used: () => void;
}

export function challengesOf(ask: () => Promise<PasskeyRequest>, first?: PasskeyRequest, now: () => number = Date.now): Challenges {
  const half = ({ timeout_ms }: PasskeyRequest) => now() + timeout_ms / 2; // the other half is for the ceremony
  let kept = first && { request: first, until: half(first) };
  return {
    current: async () => {
      if (!kept || now() >= kept.until) {
        const request = await ask();
        kept = { request, until: half(request) };
      }
      return kept.request;
    },
    used: () => {
      kept = undefined;
    },
  };
}
