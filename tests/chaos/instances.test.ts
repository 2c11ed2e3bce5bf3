// Two processes of booking-service share the shows: either answers for both, a restart loses nobody's request, and one that
// stands still past its leases is replaced, and wakes up harmless.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { ownShow } from "../service/own_show.js";
import { eventually, freeSeats, newBuyer, runStack, showsOnSale, sql } from "../service/buyers.js";

const stack = process.env["GELORA_STACK"] ?? "";
const services = JSON.parse(runStack("status", "--json")).services as Record<string, { url: string; pid: number }>;
const instances = Object.keys(services).filter((name) => name.startsWith("booking-service"));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function buyerAt(instance: string): Client {
  const client = createClient(services[instance]!.url);
  client.token = newBuyer().token;
  return client;
}

const hold = (buyer: Client, show: string, seat: number) => buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: [seat] } });

/** The name of the instance that has the show now: "booking-1" is the process booking-service. */
const ownerOf = (show: string) => sql("gelora_booking", `SELECT owner, 0 FROM show_leases WHERE show_id = ${show}`)[0]![0]!.split("/")[0]!;
const serviceOf = (instance: string) => (instance === "booking-1" ? "booking-service" : instance.replace("booking", "booking-service"));

async function roomyShow(): Promise<string> {
  for (const { id } of await showsOnSale()) if ((await freeSeats(id)).length > 200) return id;
  throw new Error("no show with 200 free seats");
}

const auditIsClean = () => expect(execFileSync(stack, ["audit"], { encoding: "utf8" })).toContain(" 0 with a contradiction");

test("both instances have shows, and either sells every show", async () => {
  // a show that has just changed hands is nobody's for a moment
  await eventually("each has some", async () => {
    const owners = new Set(sql("gelora_booking", "SELECT DISTINCT owner, 0 FROM show_leases").map(([owner]) => owner!.split("/")[0]));
    return JSON.stringify([...owners].sort()) === '["booking-1","booking-2"]' ? true : undefined;
  });
  const show = await roomyShow();
  const seats = await freeSeats(show);
  for (const [i, instance] of instances.entries()) {
    const buyer = buyerAt(instance);
    const held = (await hold(buyer, show, seats[i]!)).as(201);
    const again = await buyerAt(instances[1 - i]!).get("/api/shows/{id}/availability", { params: { id: show } });
    expect(again.status).toBe(200);
    expect((await buyer.delete("/api/holds/{id}", { params: { id: held.id } })).status).toBe(204);
  }
  expect((await hold(buyerAt(instances[0]!), show, 4_000_000)).status).toBe(422);
});

test("an instance shows what the other sells within two seconds", async () => {
  const show = await roomyShow();
  const [seat] = await freeSeats(show);
  const version = async (instance: string) => (await buyerAt(instance).get("/api/shows/{id}/availability", { params: { id: show } })).as(200).version;
  (await hold(newBuyer(), show, seat!)).as(201);
  const sold = Number(sql("gelora_booking", `SELECT version, 0 FROM show_leases WHERE show_id = ${show}`)[0]![0]);
  const end = Date.now() + 2_000;
  for (const instance of instances) {
    while (Number(await version(instance)) < sold) {
      expect(Date.now(), `${instance} is behind`).toBeLessThan(end);
      await pause(20);
    }
  }
});

test("a capacity is set at either instance, both tell it within two seconds, and whoever has the show next keeps it", async () => {
  const { show, house } = await ownShow("Izin di Dua Tempat", (zones) => zones.some(({ kind }) => kind === "standing"));
  const at = (instance: string) => Object.assign(createClient(services[instance]!.url), { token: house.owner.client.token });
  for (const instance of instances) await eventually(`${instance} knows it`, async () => ((await buyerAt(instance).call("get", `/api/shows/${show}`)).status === 200 ? true : undefined));
  const zone = (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).zones.find(({ kind }) => kind === "standing")!;
  const stand = (quantity: number) => newBuyer().post("/api/shows/{id}/holds", { params: { id: show }, body: { standing: [{ zone_id: zone.id, quantity }] } });
  const told = async (instance: string) => {
    const { zones } = (await buyerAt(instance).get("/api/shows/{id}/availability", { params: { id: show } })).as(200);
    const page = (await buyerAt(instance).get("/api/shows/{id}", { params: { id: show } })).as(200);
    return [zones.find(({ zone_id }) => zone_id === zone.id)!.available, page.zones.find(({ id }) => id === zone.id)!.capacity].join(" of ");
  };
  const bothTell = async (what: string, limit_ms = 3_000) => {
    for (const instance of instances) await eventually(`${instance} tells ${what}`, async () => ((await told(instance).catch(() => "not there")) === what ? true : undefined), limit_ms);
  };
  (await stand(2)).as(201);
  let was = zone.capacity;
  for (const [i, instance] of instances.entries()) {
    const answer = await at(instance).call("put", `/api/shows/${show}/zones/${zone.id}/capacity`, { body: { capacity: 7 + i, was } });
    expect(answer.body).toMatchObject({ capacity: 7 + i, held: 2 });
    was = 7 + i;
    await bothTell(`${5 + i} of ${7 + i}`);
  }
  runStack("kill", serviceOf(ownerOf(show)));
  for (const instance of instances) runStack("wait", instance);
  await bothTell("6 of 8", 20_000);
  await eventually("it is sold again", async () => ((await stand(6)).status === 201 ? true : undefined));
  expect((await stand(1)).as(409)).toMatchObject({ available: 0 });
  await bothTell("0 of 8");
  auditIsClean();
});

test("restarting one instance after the other loses nobody's request", async () => {
  const show = await roomyShow();
  const seats = await freeSeats(show);
  let running = true;
  const statuses = new Map<string, number>();
  const buyers = Array.from({ length: 6 }, async (_, i) => {
    for (let n = i; running && n < seats.length; n += 6) {
      const answer = await hold(newBuyer(), show, seats[n]!);
      const what = answer.status === 201 ? "201" : `${answer.status} ${answer.text.slice(0, 200)}`;
      statuses.set(what, (statuses.get(what) ?? 0) + 1);
      await pause(20);
    }
  });
  for (const instance of instances) {
    await pause(500);
    runStack("restart", instance);
    runStack("wait", instance);
  }
  await pause(1_000);
  running = false;
  await Promise.all(buyers);
  expect(statuses.get("201")).toBeGreaterThan(20);
  expect([...statuses.keys()]).toEqual(["201"]);
  auditIsClean();
});

test("an owner that stands still past its leases is replaced within five seconds, and wakes up harmless", async () => {
  const show = await roomyShow();
  const [first, second, third] = await freeSeats(show);
  const owner = serviceOf(ownerOf(show));
  const other = instances.find((name) => name !== owner)!;
  const pid = (JSON.parse(runStack("status", "--json")).services as typeof services)[owner]!.pid;
  process.kill(pid, "SIGSTOP");
  const stopped = Date.now();
  try {
    const buyer = buyerAt(other);
    let answer = await hold(buyer, show, first!);
    while (answer.status === 503 && Date.now() - stopped < 8_000) answer = await hold(buyer, show, first!);
    expect(answer.status).toBe(201);
    expect(Date.now() - stopped).toBeLessThan(6_500); // 5 s, and what a busy machine adds
    expect(serviceOf(ownerOf(show))).toBe(other);
  } finally {
    process.kill(pid, "SIGCONT");
  }
  // What the sleeper remembers of this show is old: it must not sell the seat again, and must still serve.
  const woken = buyerAt(owner);
  expect((await hold(woken, show, first!)).slug).toBe("seats-taken");
  expect((await hold(woken, show, second!)).status).toBe(201);
  expect((await hold(buyerAt(other), show, third!)).status).toBe(201);
  auditIsClean();
}, 60_000);
