// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { components } from "../contract/user.ts";

type Answer = () => Response | Promise<Response>;
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => () =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });
const user = { id: "1", email: "a@b.co", name: "A", locale: "id", roles: ["customer"], created_at: "2027-01-01T00:00:00Z" } as components["schemas"]["User"];
const sessionWith = (access_token: string) => ({ access_token, token_type: "Bearer" as const, expires_in: 600, user, organisations: [], second_factor_needed: false });
const away = json(503, { type: "https://gelora.dev/problems/unavailable", status: 503 }, { "Retry-After": "1" });

let calls: string[];
function serve(answers: Record<string, Answer[]>) {
  calls = [];
  vi.stubGlobal("fetch", async (input: Request | string) => {
    const path = new URL(input instanceof Request ? input.url : input, location.origin).pathname;
    const token = input instanceof Request ? (input.headers.get("Authorization") ?? "") : "";
    calls.push(`${path} ${token}`.trim());
    const queue = answers[path]!;
    return (queue.length > 1 ? queue.shift()! : queue[0]!)();
  });
}

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

it("refreshes once for many requests whose token ended, and sends each again", async () => {
  const { booking, read } = await import("./api.ts");
  const { begin } = await import("./session.ts");
  begin(sessionWith("old"));
  let fresh = false;
  serve({
    "/api/sessions/refresh": [() => ((fresh = true), json(200, sessionWith("new"))())],
    "/api/tickets": [() => (fresh ? json(200, { items: [], next_cursor: null }) : json(401, { type: "https://gelora.dev/problems/unauthenticated" }))()],
  });
  await Promise.all([1, 2, 3].map(() => read(booking.GET("/api/tickets"))));
  expect(calls.filter((call) => call.startsWith("/api/sessions/refresh"))).toHaveLength(1);
  expect(calls.filter((call) => call.endsWith("Bearer new"))).toHaveLength(3);
});

it("knows an ended session from a service that is away", async () => {
  localStorage.setItem("gelora.session", "1");
  const { session, settle } = await import("./session.ts");
  serve({ "/api/sessions/refresh": [away, json(200, sessionWith("t"))] });
  await settle(1);
  expect(session.get().status).toBe("authenticated");
});

it("reads what everybody may read without a token, also while nobody can be logged in", async () => {
  localStorage.setItem("gelora.session", "1");
  const { booking, read } = await import("./api.ts");
  serve({ "/api/concerts": [json(200, { items: [], next_cursor: null })], "/api/shows/7/availability": [json(200, {})], "/api/shows/7/queue": [json(200, {})], "/api/sessions/refresh": [away] });
  await read(booking.GET("/api/concerts"));
  await read(booking.GET("/api/shows/{id}/availability", { params: { path: { id: "7" } } }));
  await read(booking.GET("/api/shows/{id}/queue", { params: { path: { id: "7" } } }));
  expect(calls).toEqual(["/api/concerts", "/api/shows/7/availability", "/api/shows/7/queue"]);
  await expect(read(booking.GET("/api/shows/{id}/rules", { params: { path: { id: "7" } } }))).rejects.toThrow();
  expect(calls.at(-1)).toBe("/api/sessions/refresh");
});

it("sends again, with the same key, while the service is away", async () => {
  const { booking, persist, read } = await import("./api.ts");
  serve({ "/api/bookings": [away, json(201, { id: "5" })] });
  const keys: string[] = [];
  const answer = await persist(() => {
    keys.push("k");
    return read(booking.POST("/api/bookings", { params: { header: { "Idempotency-Key": "k" } }, body: { hold_id: "4" } }));
  });
  expect([answer.id, keys.length]).toEqual(["5", 2]);
});

it("does not insist when it is refused", async () => {
  const { booking, persist, read } = await import("./api.ts");
  serve({ "/api/bookings": [json(410, { type: "https://gelora.dev/problems/hold-expired" })] });
  await expect(persist(() => read(booking.POST("/api/bookings", { params: { header: { "Idempotency-Key": "k" } }, body: { hold_id: "4" } })))).rejects.toMatchObject({ slug: "hold-expired" });
  expect(calls).toHaveLength(1);
});

it("does not wait for ever for a network that swallows what it is sent", async () => {
  vi.useFakeTimers();
  const { booking, read } = await import("./api.ts");
  vi.stubGlobal("fetch", (_: Request, { signal }: { signal: AbortSignal }) => new Promise((_answer, refuse) => signal.addEventListener("abort", () => refuse(signal.reason as Error))));
  const asked = expect(read(booking.GET("/api/concerts"))).rejects.toMatchObject({ slug: "unreachable", transient: true });
  await vi.advanceTimersByTimeAsync(30_000);
  await asked;
  vi.useRealTimers();
});

it("tells nobody that the service is away when the page itself does not want the answer any more", async () => {
  const { patientFetch } = await import("./patient_fetch.ts");
  const { connection } = await import("./connection.ts");
  vi.stubGlobal("fetch", (_: Request, { signal }: { signal: AbortSignal }) => new Promise((_answer, refuse) => signal.addEventListener("abort", () => refuse(signal.reason as Error))));
  const leave = new AbortController();
  const asked = expect(patientFetch(new Request("http://localhost/api/concerts", { signal: leave.signal }))).rejects.toMatchObject({ name: "AbortError" });
  leave.abort();
  await asked;
  expect(connection.get()).toBe("fine");
});
