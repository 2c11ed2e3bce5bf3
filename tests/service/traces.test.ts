// One purchase, from the log-in to the tickets, is one trace: services, bank, SQL and the events between them. Its log lines say
// the trace's id, and the request's.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { Collector, type Span } from "../support/collector.js";
import { eventually, freeSeats, runStack, showsOnSale, url } from "./buyers.js";

const services = ["user-service", "booking-service", "sandbox-bank", "payment-service"]; // the bank first: whom it was away for leaves it alone for a while
const stack = process.env["GELORA_STACK"] ?? new URL("../../scripts/stack.sh", import.meta.url).pathname;
const runDir = process.env["GELORA_RUN_DIR"] ?? new URL("../../.run", import.meta.url).pathname;
const { demo_accounts } = JSON.parse(readFileSync(process.env["GELORA_STATUS_FILE"]!, "utf8")) as { demo_accounts: { email: string; password: string }[] };

let collector: Collector;
const restartAll = (settings: Record<string, string>) => {
  for (const service of services) execFileSync(stack, ["restart", service], { env: { ...process.env, ...settings }, timeout: 60_000 });
};
beforeAll(async () => {
  collector = await Collector.start();
  restartAll({ GELORA_TRACE_ENDPOINT: collector.url, GELORA_TRACE_RATIO: "0" }); // what is asked for by its caller is sampled
});
afterAll(() => {
  restartAll({});
  collector.stop();
});

const trace = randomBytes(16).toString("hex");
const root = randomBytes(8).toString("hex"); // the browser's span, which is exported by nobody here
const headers = { traceparent: `00-${trace}-${root}-01` };
const ofTrace = () => collector.spans.filter(({ traceId }) => traceId === trace);
const requestIds: string[] = [];

async function purchase() {
  const fan = createClient(url);
  const { email, password } = demo_accounts[0]!;
  fan.token = (await fan.post("/api/sessions", { body: { email, password }, headers })).as(201).access_token;
  const roomy = [];
  for (const { id } of await showsOnSale()) if ((await freeSeats(id)).length > 20) roomy.push(id);
  const hold = await fan.post("/api/shows/{id}/holds", { params: { id: roomy[0]! }, body: { best_available: { quantity: 2 } }, headers });
  requestIds.push(hold.headers.get("x-request-id")!);
  const booking = await fan.post("/api/bookings", { body: { hold_id: hold.as(201).id }, headers });
  requestIds.push(booking.headers.get("x-request-id")!);
  const { id } = booking.as(201);
  const payment = (await fan.post("/api/payments", { body: { booking_id: id, provider: "sandbox" }, headers })).as(201);
  const paid = await fetch(`${payment.checkout_url}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome: "pay" }) });
  expect(paid.status).toBe(202);
  return eventually("tickets", async () => {
    const now = (await fan.get("/api/bookings/{id}", { params: { id } })).as(200);
    return now.status === "confirmed" ? now : undefined;
  });
}

test("a purchase is one trace, and every span of it has its parent", async () => {
  const booking = await purchase();
  expect(booking.tickets).toHaveLength(2);
  const confirmed = (span: Span) => span.service === "booking-service" && span.name === "POST /internal/events";
  await eventually("the span that makes the tickets", async () => (ofTrace().some(confirmed) ? true : undefined));
  // who is called ends before who calls: when the outermost are there all are, within the second between two exports
  const known = () => new Set([root, ...ofTrace().map(({ spanId }) => spanId)]);
  await eventually("all parents", async () => (ofTrace().every(({ parentSpanId }) => known().has(parentSpanId!)) ? true : undefined));
  const spans = ofTrace();
  expect(new Set(spans.map(({ service }) => service))).toEqual(new Set(services));
  const names = (service: string) => spans.filter((span) => span.service === service).map(({ name }) => name);
  expect(names("user-service")).toEqual(expect.arrayContaining(["POST /api/sessions", "INSERT sessions"]));
  expect(names("booking-service")).toEqual(expect.arrayContaining(["POST /api/shows/{id}/holds", "POST /api/bookings", "desk", "GET /internal/bookings/{id}/amount-due", "POST /internal/events"]));
  expect(names("payment-service")).toEqual(expect.arrayContaining(["POST /api/payments", "INSERT payments", "POST /api/payments/webhooks/{provider}", "INSERT outbox"]));
  expect(names("sandbox-bank")).toEqual(expect.arrayContaining(["POST /v1/sessions", "INSERT sessions"]));
  const parentOf = (span: Span) => spans.find(({ spanId }) => spanId === span.parentSpanId);
  const served = spans.find((span) => span.service === "sandbox-bank" && span.name === "POST /v1/sessions")!;
  expect(parentOf(served)).toMatchObject({ service: "payment-service", kind: 3 });
  for (const span of spans) expect(span.ended_ns).toBeGreaterThanOrEqual(span.began_ns);
});

test("an event of a show's desk goes on with the trace of the command that made it", async () => {
  const fan = createClient(url);
  const { email, password } = demo_accounts[0]!;
  fan.token = (await fan.post("/api/sessions", { body: { email, password } })).as(201).access_token;
  const roomy = [];
  for (const { id } of await showsOnSale()) if ((await freeSeats(id)).length > 20) roomy.push(id);
  const hold = (await fan.post("/api/shows/{id}/holds", { params: { id: roomy[0]! }, body: { best_available: { quantity: 1 } } })).as(201);
  const { id } = (await fan.post("/api/bookings", { body: { hold_id: hold.id } })).as(201);
  const own = randomBytes(16).toString("hex");
  (await fan.post("/api/bookings/{id}/cancel", { params: { id }, headers: { traceparent: `00-${own}-${root}-01` } })).as(200);
  const told = await eventually("payment-service is told in this trace", async () => collector.spans.find((span) => span.traceId === own && span.service === "payment-service" && span.name === "POST /internal/events"));
  const ancestors = () => {
    const chain = [];
    for (let at: Span | undefined = told; at; at = collector.spans.find(({ spanId }) => spanId === at!.parentSpanId)) chain.push(`${at.service} ${at.name}`);
    return chain;
  };
  await eventually("its parents", async () => (ancestors().at(-1) === "booking-service POST /api/bookings/{id}/cancel" ? true : undefined));
  expect(ancestors()).toContain("booking-service desk");
});

test("no span has the text of a statement or a value of it", () => {
  for (const { name, attributes } of collector.spans) expect(`${name} ${JSON.stringify(attributes)}`).not.toMatch(/VALUES|WHERE|\?,|@gelora/);
});

test("the commit of a batch is a trace of its own, linked to those that wait for it", async () => {
  const desks = ofTrace().filter(({ name }) => name === "desk");
  const links = await eventually("commits", async () => {
    const linked = new Set(collector.spans.filter(({ name }) => name === "commit").flatMap((span) => span.links.map(({ spanId }) => spanId)));
    return desks.every(({ spanId }) => linked.has(spanId)) ? linked : undefined;
  });
  expect(links.size).toBeGreaterThanOrEqual(3); // hold, booking, confirmation
  const commit = collector.spans.find(({ name }) => name === "commit")!;
  expect(collector.spans.some(({ parentSpanId, name }) => parentSpanId === commit.spanId && name === "transaction")).toBe(true);
});

test("the log lines of the purchase are found by its trace, and one of them by the request id that the buyer was shown", async () => {
  const lines = (service: string) =>
    readFileSync(`${runDir}/logs/${service}.log`, "utf8").split("\n").filter((line) => line.includes(trace)).map((line) => JSON.parse(line) as Record<string, unknown>);
  const routes = await eventually("lines", async () => {
    const found = ["user-service", "booking-service", "payment-service"].flatMap((service) => lines(service).map(({ route }) => route as string));
    return found.includes("/internal/events") ? found : undefined;
  });
  expect(routes).toEqual(expect.arrayContaining(["/api/sessions", "/api/shows/{id}/holds", "/api/bookings", "/api/payments", "/api/payments/webhooks/{provider}"]));
  const held = lines("booking-service").find(({ request_id }) => request_id === requestIds[0]);
  expect(held).toMatchObject({ route: "/api/shows/{id}/holds", outcome: "ok", trace_id: trace });
});

test("what is not sampled has no span, and nobody waits for a collector that is gone", async () => {
  const before = collector.spans.length;
  const anyone = createClient(url);
  (await anyone.post("/api/sessions", { body: { email: "nobody@gelora.test", password: "not a password of anybody" } })).as(401);
  expect(collector.spans.slice(before).filter(({ name }) => name === "POST /api/sessions")).toEqual([]);
  collector.stop();
  const begun = performance.now();
  (await anyone.post("/api/sessions", { body: { email: "nobody@gelora.test", password: "not a password of anybody" }, headers })).as(401);
  expect(performance.now() - begun).toBeLessThan(2_000);
  expect(runStack("status")).toContain("ready");
});
