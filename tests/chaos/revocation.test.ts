// Promise I12 when something is away: Redis, user-service, or the memory of a service that was started anew. The ways in which a
// token ends are in service/revocation.test.ts.
import { spawn } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { found, hire, machine, newApiKey, newPerson, type Caller } from "../service/authorization_cast.js";
import { eventually, runStack } from "../service/buyers.js";
import { addressOf, ask, bookingServices, lifeAfter, showsOf, worksEverywhere } from "../service/revocation_watch.js";
import { logIn, url } from "../service/users_steps.js";

const stack = process.env["GELORA_STACK"] ?? "";
const pidOf = (service: string) => (JSON.parse(runStack("status", "--json")) as { services: Record<string, { pid: number }> }).services[service]!.pid;

let fan: Caller, organiser: Caller, gate: Caller, program: Caller, key_id: string;
let id: string;
beforeAll(async () => {
  [fan, organiser, gate] = (await Promise.all(["ayu", "organiser", "gate"].map(newPerson))) as [Caller, Caller, Caller];
  id = await found(organiser);
  await hire(id, organiser, gate, "gate");
  const key = await newApiKey(id, organiser);
  key_id = key.id;
  program = await machine("key", key.id, key.key);
});

const device = async (person: Caller): Promise<Client> => {
  const client = createClient(url);
  await logIn(client, person);
  return client;
};

test("without Redis tokens end as fast, everywhere", async () => {
  runStack("stop", "redis");
  try {
    const lives: number[] = [];
    for (let round = 0; round < 5; round++) {
      const one = await device(fan);
      lives.push(await lifeAfter(one.token!, () => one.delete("/api/sessions/current")));
      if (round > 0) await hire(id, organiser, gate, "gate");
      lives.push(await lifeAfter(gate.client.token!, () => organiser.client.delete("/api/organisations/{id}/members/{user_id}", { params: { id, user_id: gate.id } }), showsOf(id)));
    }
    console.log(`  the slowest without Redis: ${Math.max(...lives).toFixed(0)} ms`);
    expect(Math.max(...lives)).toBeLessThan(1_000);
    expect(await worksEverywhere(organiser.client.token!)).toBe(true);
  } finally {
    runStack("start", "redis");
  }
});

interface Seen {
  after_ms: number;
  status: number;
  retry: string | null;
}
/** Asks again and again, until `until`. */
async function follow(address: string, token: string, begun: number, until: number): Promise<Seen[]> {
  const seen: Seen[] = [];
  while (performance.now() < until) {
    const reply = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    seen.push({ after_ms: performance.now() - begun, status: reply.status, retry: reply.headers.get("retry-after") });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return seen;
}

test.each(["an owner", "a machine"])("user-service stands still: %s is told 503 after a second, a fan goes on; afterwards all is as before", async (who) => {
  const token = (who === "an owner" ? organiser : program).client.token!;
  const pid = pidOf("user-service");
  const shows = showsOf(id);
  for (const door of shows) expect(await ask(door, token)).toBe(200);
  process.kill(pid, "SIGSTOP");
  const begun = performance.now();
  let seen: { staff: Seen[]; fans: Seen[] }[];
  try {
    seen = await Promise.all(
      shows.map(async ({ address }, i) => {
        const [staff, fans] = await Promise.all([follow(address, token, begun, begun + 3_000), follow(`${addressOf(bookingServices[i]!)}/api/bookings`, fan.client.token!, begun, begun + 3_000)]);
        return { staff, fans };
      }),
    );
  } finally {
    process.kill(pid, "SIGCONT");
  }
  const woken = performance.now();
  await Promise.all(shows.map((door) => eventually(`${door.name} serves staff again`, async () => ((await ask(door, token)) === 200 ? true : undefined), 2_000)));
  const back_ms = performance.now() - woken;
  for (const { staff, fans } of seen) {
    const silent = staff.findIndex(({ status }) => status === 503);
    console.log(`  ${who}: 503 after ${staff[silent]?.after_ms.toFixed(0)} ms of silence, back ${back_ms.toFixed(0)} ms after it`);
    expect(staff.slice(0, silent).every(({ status }) => status === 200)).toBe(true);
    expect(staff[silent]!.after_ms).toBeLessThan(1_500); // a second, and what a busy machine adds
    expect(staff.slice(silent).filter(({ status, retry }) => status !== 503 || !(Number(retry) > 0))).toEqual([]);
    expect(new Set(fans.map(({ status }) => status))).toEqual(new Set([200]));
    expect(fans.length).toBeGreaterThan(20);
  }
});

describe("a service that is started anew", () => {
  const door = (service: string) => ({ name: service, address: `${addressOf(service)}${service === "user-service" ? "/api/users/me" : service === "payment-service" ? "/api/payments/1" : "/api/bookings"}` });

  test.each([...bookingServices, "payment-service", "user-service"])("%s refuses from its first answer what ended before", async (service) => {
    const [ended, spared] = [await device(fan), await device(fan)];
    expect((await ended.delete("/api/sessions/current")).status).toBe(204);
    const restarted = new Promise<number | null>((resolve) => spawn(stack, ["restart", service], { stdio: "ignore" }).once("exit", resolve));
    let over = false;
    void restarted.then(() => (over = true));
    const answers = new Set<number>();
    while (!over) {
      const status = await ask(door(service), ended.token!).catch(() => 0);
      answers.add(status);
      if (status === 0) await new Promise((resolve) => setTimeout(resolve, 5)); // nobody listens: let it start
    }
    expect(await restarted).toBe(0);
    expect([...answers].filter((status) => ![0, 401, 503].includes(status))).toEqual([]);
    expect(await ask(door(service), ended.token!)).toBe(401);
    expect(await ask(door(service), spared.token!)).not.toBe(401);
  });

  test("serves nobody while it cannot know what has ended", async () => {
    const [service] = bookingServices as [string];
    const ended = await device(fan);
    (await ended.delete("/api/sessions/current")).as(204);
    const pid = pidOf("user-service");
    runStack("stop", service);
    process.kill(pid, "SIGSTOP");
    let started: Promise<unknown>;
    const answers: number[] = [];
    try {
      started = new Promise((resolve) => spawn(stack, ["start", service], { stdio: "ignore" }).once("exit", resolve));
      const until = performance.now() + 3_000;
      while (performance.now() < until) {
        answers.push(await ask(door(service), ended.token!).catch(() => 0), await ask(door(service), fan.client.token!).catch(() => 0));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    } finally {
      process.kill(pid, "SIGCONT");
    }
    expect([...new Set(answers)].filter((status) => status !== 0 && status !== 503)).toEqual([]);
    await started;
    const first = (token: string) => eventually("it knows", async () => [await ask(door(service), token)].find((status) => status !== 503), 2_000);
    expect(await first(ended.token!)).toBe(401);
    expect(await first(fan.client.token!)).toBe(200);
  });
});

test("an API key that was revoked while booking-service was away stays revoked", async () => {
  const [service] = bookingServices as [string];
  runStack("stop", service);
  try {
    (await organiser.client.delete("/api/organisations/{id}/api-keys/{key_id}", { params: { id, key_id } })).as(204);
  } finally {
    runStack("start", service);
  }
  expect(await ask(showsOf(id)[0]!, program.client.token!)).toBe(401);
});
