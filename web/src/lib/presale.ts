// The presale of a show: whoever has its code may buy before everybody may. The code stays in this tab.
import type { components } from "../contract/booking.ts";
import { keep, kept } from "./keep.ts";
import { isProblem } from "./problem.ts";
import { createStore } from "./store.ts";

type Sale = components["schemas"]["Sale"];

/** Of a show that has none, never. */
export function presaleState({ status, opens_at, presale_opens_at }: Sale, nowMs: number): "none" | "later" | "on" {
  if (status !== "upcoming" || !presale_opens_at || nowMs >= Date.parse(opens_at)) return "none";
  return nowMs < Date.parse(presale_opens_at) ? "later" : "on";
}

export const accessCode = (showId: string): string | undefined => kept<string>(`presale.${showId}`);

/** The last refusal of a hold: without a code, or with a wrong one. */
export const presaleRefusal = createStore<{ showId: string; because: "missing" | "wrong" } | undefined>(undefined);

export function setAccessCode(showId: string, code: string | undefined): void {
  keep(`presale.${showId}`, code);
  presaleRefusal.set(undefined);
}

/** What a hold sends besides its places. */
export function withAccessCode<T extends object>(showId: string, body: T): T & { access_code?: string } {
  const access_code = accessCode(showId);
  return access_code === undefined ? body : { ...body, access_code };
}

export const needsAccessCode = (error: unknown): boolean => isProblem(error, "sale-not-open") && error.body.presale === true;

/** A wrong code is forgotten, so that nobody tries it again. */
export function refuseAccessCode(showId: string): void {
  const because = accessCode(showId) === undefined ? "missing" : "wrong";
  keep(`presale.${showId}`, undefined);
  presaleRefusal.set({ showId, because });
}
