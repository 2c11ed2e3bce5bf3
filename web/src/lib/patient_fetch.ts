// fetch, but not for ever, and with one name for "no answer came".
import { reportUnavailable } from "./connection.ts";
import { unreachable } from "./problem.ts";

const patienceMs = 25_000; // the edge answers by itself before that; then it is the network that swallows everything

/** Not asked for any more (`given`): as fetch has it, and nobody is told that the other side is away. */
export async function patientFetch(request: Request | string, init: RequestInit = {}): Promise<Response> {
  const given = request instanceof Request ? request.signal : undefined;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  given?.addEventListener("abort", () => stop.abort(given.reason));
  try {
    return await fetch(request, { ...init, signal: stop.signal });
  } catch (cause) {
    if (given?.aborted) throw cause;
    reportUnavailable();
    throw unreachable();
  } finally {
    clearTimeout(timer); // what has begun to come may take its time
  }
}
