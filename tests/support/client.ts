// A small HTTP client for service tests. It knows the contracts twice: TypeScript checks what a test sends and reads, and at
// run time every answer is held against the contract (contract.ts), so that a test need not.
//
//   const fan = createClient("http://127.0.0.1:8080");
//   const login = await fan.post("/api/sessions", { body: { email, password } });
//   fan.token = login.as(201).access_token;                      // throws, with the body, when it was not 201
//   const taken = await fan.post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: [1, 2] }, key: "k1" });
//   expect(taken.slug).toBe("seats-taken");
//   expect(taken.as(409)).toMatchObject({ seat_nos: [2] });
//
// `key` sets Idempotency-Key ("auto" makes one; POSTs that need one and were given none get "auto"; null leaves it out).
// `raw` sends a body as it stands, for malformed input; `unchecked: true` skips the contract for answers it does not name.
// `token` of the client is sent as Bearer; cookies that a service sets are kept and sent back.
import { randomUUID } from "node:crypto";
import type { paths as BookingPaths } from "../../web/src/contract/booking.js";
import type { paths as PaymentPaths } from "../../web/src/contract/payment.js";
import type { paths as UserPaths } from "../../web/src/contract/user.js";
import { expectAsPromised, locate } from "./contract.js";

type Paths = UserPaths & BookingPaths & PaymentPaths;
type Method = "get" | "post" | "patch" | "delete" | "put";
type PathsWith<M extends Method> = { [P in keyof Paths]: Paths[P] extends Record<M, { responses: unknown }> ? P : never }[keyof Paths] & string;
type Operation<P extends keyof Paths, M extends Method> = Paths[P] extends Record<M, infer O> ? O : never;
type Json<T> = T extends { content: infer C } ? C[keyof C] : undefined;
type Replies<O> = O extends { responses: infer R } ? R : never;
type BodyOf<O> = O extends { requestBody?: { content: { "application/json": infer B } } } ? B : undefined;

export interface Ask<B = unknown> {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: B;
  raw?: string;
  key?: string | null;
  headers?: Record<string, string>;
  unchecked?: boolean;
}

export class Answer<R = Record<number, unknown>> {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
    readonly body: unknown,
    readonly request: string,
  ) {}

  /** The slug of a problem: "seats-taken" of https://gelora.dev/problems/seats-taken. */
  get slug(): string | undefined {
    const type = (this.body as { type?: unknown } | undefined)?.type;
    return typeof type === "string" ? type.split("/").at(-1) : undefined;
  }

  /** The body, typed, if the status is this one; else an error that shows what came instead. */
  as<S extends keyof R & number>(status: S): Json<R[S]> {
    if (this.status !== status) throw new Error(`${this.request} answered ${this.status}, not ${status}: ${this.text.slice(0, 2000)}`);
    return this.body as Json<R[S]>;
  }
}

const needsKey = new Set(["/api/shows/{id}/holds", "/api/shows/{id}/house-seats", "/api/shows/{id}/counter-holds", "/api/shows/{id}/counter-sales", "/api/bookings", "/api/payments", "/api/refunds"]);

function readBody(text: string, type: string | null): unknown {
  if (text === "") return undefined;
  return type?.includes("json") ? JSON.parse(text) : text;
}

export function createClient(baseUrl: string) {
  const cookies = new Map<string, string>();

  function headersFor(method: Method, path: string, ask: Ask): Headers {
    const headers = new Headers(ask.headers);
    const key = ask.key === undefined && method === "post" && needsKey.has(path) ? "auto" : ask.key;
    if (key) headers.set("Idempotency-Key", key === "auto" ? randomUUID() : key);
    if ((ask.body !== undefined || ask.raw !== undefined) && !headers.has("Content-Type")) headers.set("Content-Type", "application/json");
    if (client.token && !headers.has("Authorization")) headers.set("Authorization", `Bearer ${client.token}`);
    if (cookies.size > 0 && !headers.has("Cookie")) headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    return headers;
  }

  function keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [name, value] = line.split(";")[0]!.split("=") as [string, string];
      if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
  }

  async function call(method: Method, path: string, ask: Ask): Promise<Answer> {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ask.params?.[name] ?? `{${name}}`));
    const url = new URL(filled, baseUrl);
    for (const [name, value] of Object.entries(ask.query ?? {})) if (value !== undefined) url.searchParams.set(name, String(value));
    const body = ask.raw ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body));
    const reply = await fetch(url, { method: method.toUpperCase(), headers: headersFor(method, path, ask), body: body ?? null, redirect: "manual" });
    const text = await reply.text();
    keepCookies(reply.headers);
    const contentType = reply.headers.get("content-type");
    const answer = new Answer(reply.status, reply.headers, text, readBody(text, contentType), `${method.toUpperCase()} ${url.pathname}`);
    const place = locate(method, path);
    if (!ask.unchecked && place) expectAsPromised(place.service, method.toUpperCase(), place.path, reply.status, answer.body, { contentType });
    return answer;
  }

  const verb =
    <M extends Method>(method: M) =>
    <P extends PathsWith<M>>(path: P, ask: Ask<BodyOf<Operation<P, M>>> = {}) =>
      call(method, path, ask as Ask) as Promise<Answer<Replies<Operation<P, M>>>>;

  const client = {
    token: undefined as string | undefined,
    cookies,
    get: verb("get"),
    post: verb("post"),
    patch: verb("patch"),
    delete: verb("delete"),
    /** Any path and method, the contract's or not; checked only if the contract has it. */
    call: (method: Method, path: string, ask: Ask = {}) => call(method, path, ask),
  };
  return client;
}

export type Client = ReturnType<typeof createClient>;
