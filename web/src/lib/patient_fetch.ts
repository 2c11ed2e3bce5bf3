// fetch, but not for ever, and with one name for "no answer came".
import { reportUnavailable } from "./connection.ts";
import { unreachable } from "./problem.ts";

const patienceMs = 25_000; // the edge answers by itself before that; then it is the network that swallows everything

export async function patientFetch(request: Request | string, init: RequestInit = {}): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patienceMs);
  try {
    return await fetch(request, { ...init, signal: late.signal });
  } catch {
    reportUnavailable();
    throw unreachable();
  } finally {
    clearTimeout(timer); // what has begun to come may take its time
  }
}
