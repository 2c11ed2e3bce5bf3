// The form of a presale: times by the venue's clock; what the service finds wrong stands at its field.
import { z } from "zod/mini";
import { ApiProblem } from "../../lib/problem.ts";
import { instantIn, wallClockOf } from "../../lib/wall_clock.ts";
import type { Rules } from "./api.ts";

type Presale = Rules["presale"];
export interface PresaleFields {
  opens_at: string;
  code: string;
}

export const presaleForm = z.object({
  opens_at: z.string().check(z.refine((value) => !Number.isNaN(Date.parse(`${value}Z`)), "forms.presale_time_wrong")),
  code: z.string().check(z.trim(), z.refine((value) => /^[A-Za-z0-9_-]{4,40}$/.test(value), "forms.presale_code_shape")),
});

export const presaleFields = (presale: Presale, timeZone: string): PresaleFields => (presale ? { opens_at: wallClockOf(presale.opens_at, timeZone), code: presale.code } : { opens_at: "", code: "" });

export const presaleWish = ({ opens_at, code }: PresaleFields, timeZone: string): NonNullable<Presale> => ({ opens_at: instantIn(opens_at, timeZone), code: code.trim() });

/** The only time that the service refuses, when it can be read, is one that is not before the sale's opening. */
const words: Record<string, string> = { opens_at: "forms.presale_late", code: "forms.presale_code_shape" };

export function atItsFields(error: unknown): unknown {
  if (!(error instanceof ApiProblem)) return error;
  const errors = (error.body.errors ?? []).map(({ pointer, message }) => {
    const name = pointer.replace(/^\/presale\//, "");
    return { pointer: `/${name}`, message: words[name] ?? message };
  });
  return new ApiProblem(error.slug, error.status, { ...error.body, errors }, error.retryAfterS);
}
