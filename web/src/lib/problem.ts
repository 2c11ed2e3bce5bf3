// A refusal as a value to look at: what the server's problem+json says, or that no server answered.

import type { components } from "../contract/user.ts";
import type { Money } from "./money.ts";

export interface FieldError {
  pointer: string;
  message: string;
}

export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  request_id?: string;
  errors?: FieldError[];
  seat_nos?: number[];
  limit?: number;
  available?: number;
  left?: Money;
  total?: Money;
  opens_at?: string;
  presale?: boolean;
  reason?: string;
  join_url?: string;
  taken?: number;
  capacity?: number;
  sold?: number;
  held?: number;
  house?: number;
  current?: unknown;
  passkey?: components["schemas"]["PasskeyRequest"] | null;
}

export class ApiProblem extends Error {
  constructor(
    /** Last part of the problem's type; "unreachable" when no answer came. */
    readonly slug: string,
    readonly status: number,
    readonly body: ProblemBody = {},
    /** Seconds, where the server said so. */
    readonly retryAfterS: number | undefined = undefined,
  ) {
    super(body.title ?? slug);
  }

  /** Nothing was refused: the same request may succeed in a moment. */
  get transient(): boolean {
    return this.slug === "unreachable" || this.status === 503 || this.status === 429 || this.status === 502 || this.status === 504 || this.slug === "idempotency-in-flight";
  }
}

export const unreachable = () => new ApiProblem("unreachable", 0);

export function slugOf(body: ProblemBody, status: number): string {
  const last = body.type?.split("/").at(-1);
  if (last) return last;
  return status === 404 ? "not-found" : status === 401 ? "unauthenticated" : status >= 500 ? "unavailable" : "unexpected";
}

export function toProblem(response: Response, body: unknown): ApiProblem {
  const problem = (typeof body === "object" && body !== null ? body : {}) as ProblemBody;
  const retryAfter = Number(response.headers.get("Retry-After"));
  return new ApiProblem(slugOf(problem, response.status), response.status, problem, retryAfter > 0 ? retryAfter : undefined);
}

export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : unreachable();
}

export const isProblem = (error: unknown, slug: string): error is ApiProblem => error instanceof ApiProblem && error.slug === slug;

/** Field errors by field name: "/email" → email, "/attendees/0/name" → attendees.0.name. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  const entries = (error.body.errors ?? []).map(({ pointer, message }) => [pointer.replace(/^\//, "").replaceAll("/", "."), message] as const);
  return Object.fromEntries(entries);
}
