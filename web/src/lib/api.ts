// The three services as typed clients, and one way to read their answers: data comes back, every refusal is thrown as an
// ApiProblem. Tokens, the server's clock and the connection's health are seen to here and nowhere else.
import createClient from "openapi-fetch";
import type { paths as BookingPaths } from "../contract/booking.ts";
import type { paths as PaymentPaths } from "../contract/payment.ts";
import type { paths as UserPaths } from "../contract/user.ts";
import { delayMs, sleep } from "./backoff.ts";
import { learnFrom } from "./clock.ts";
import { reportAnswered, reportUnavailable } from "./connection.ts";
import { takeEarly } from "./early.ts";
import { patientFetch } from "./patient_fetch.ts";
import { ApiProblem, asProblem, toProblem } from "./problem.ts";
import { currentToken, refresh } from "./session.ts";

/** What everybody may read: asked for at once, without waiting for a token, and also while nobody can be logged in. */
const open = /^\/api\/(concerts(\/[^/]+)?|shows\/\d+(\/(seating\/rows|availability|queue(\/draw)?))?)$/;

async function send(request: Request): Promise<Response> {
  const early = takeEarly(request);
  const spare = request.clone();
  const token = request.method === "GET" && open.test(new URL(request.url).pathname) ? undefined : await currentToken();
  if (token) request.headers.set("Authorization", `Bearer ${token}`);
  const sentAt = early?.sent_at ?? Date.now();
  let response = await (early?.response.catch(() => patientFetch(request)) ?? patientFetch(request));
  learnFrom(response.headers, sentAt);
  if (response.status === 401 && token) {
    const fresh = await refresh();
    if (fresh) {
      spare.headers.set("Authorization", `Bearer ${fresh}`);
      response = await patientFetch(spare);
    }
  }
  if (response.status >= 502 && response.status <= 504) reportUnavailable();
  else reportAnswered();
  return response;
}

const options = { baseUrl: location.origin, fetch: send };

export const users = createClient<UserPaths>(options);
export const booking = createClient<BookingPaths>(options);
export const payment = createClient<PaymentPaths>(options);

/** The data of an answer; throws ApiProblem for everything else. */
export async function read<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<NonNullable<T>> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw asProblem(cause);
  });
  if (!response.ok) throw toProblem(response, error);
  return data as NonNullable<T>;
}

/** Sends again while the answer is only "not now". Safe for anything that is idempotent or carries its Idempotency-Key. */
export async function persist<T>(attempt: () => Promise<T>, tries = 5): Promise<T> {
  for (let count = 0; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const again = error instanceof ApiProblem && error.transient && error.status !== 429 && count + 1 < tries;
      if (!again) throw error;
      await sleep(delayMs(count, error.retryAfterS));
    }
  }
}

/** The answer itself, whose body is still to be read. */
export async function download(path: string, language?: string, signal?: AbortSignal): Promise<Response> {
  const headers: HeadersInit = language ? { "Accept-Language": language } : {};
  const response = await send(new Request(new URL(path, location.origin), { headers, ...(signal && { signal }) }));
  if (!response.ok) throw toProblem(response, await response.json().catch(() => undefined));
  return response;
}

/** A picture or file that needs the token, as text. */
export const readText = async (path: string): Promise<string> => (await download(path)).text();
/** The same as it is; in this language, where it has several. */
export const readFile = async (path: string, language?: string): Promise<Blob> => (await download(path, language)).blob();
