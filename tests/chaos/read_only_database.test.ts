// The database answers and takes no writes, as with a full disk: every service says so at /readyz, buyers are told 503, pages go
// on, and afterwards all is well by itself. And a clock that is wrong is told, though it keeps nobody from being served.
import { afterAll, expect, test } from "vitest";
import { eventually, freeSeats, newBuyer, runStack, showsOnSale, sql, url } from "../service/buyers.js";

const services = (JSON.parse(runStack("status", "--json")) as { services: Record<string, { url: string }> }).services;
const ask = async (service: string) => {
  const reply = await fetch(`${services[service]!.url}/readyz`);
  return (await reply.json()) as { status: string; failing?: string[]; warnings?: string[] };
};
const failing = async (service: string, part: string) =>
  eventually(`${service} says ${part}`, async () => ((await ask(service)).failing?.includes(part) ? true : undefined), 20_000);
const setReadOnly = (on: 0 | 1) => sql("mysql", `SET GLOBAL read_only = ${on}`);
const hold = async (show: string) => newBuyer().post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity: 1 } } });

afterAll(() => setReadOnly(0));

test("all services are ready, without a warning", async () => {
  for (const service of ["user-service", "booking-service", "payment-service"]) expect(await ask(service)).toEqual({ status: "ready", warnings: [] });
});

test("a database that takes no writes is told by each service, and nothing is lost by it", async () => {
  const roomy = [];
  for (const { id } of await showsOnSale()) if ((await freeSeats(id)).length > 20) roomy.push(id);
  const show = roomy[0]!;
  setReadOnly(1);
  await failing("user-service", "database-writes");
  await failing("payment-service", "database-writes");
  await failing("booking-service", "leases");
  expect((await hold(show)).status).toBe(503);
  expect((await fetch(`${url}/api/concerts`)).status).toBe(200);
  setReadOnly(0);
  for (const service of Object.keys(services).filter((name) => name.includes("-service"))) {
    await eventually(`${service} is ready`, async () => ((await ask(service)).status === "ready" ? true : undefined), 20_000);
  }
  await eventually("a hold", async () => ((await hold(show)).status === 201 ? true : undefined), 20_000);
});
