// A group of three MySQL servers loses the one that takes writes, under buyers: by SIGKILL, twice, by SIGSTOP and by handing over. What was
// acknowledged is there afterwards, who cannot be served is told so, and within 15 s somebody holds seats again.
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { eventually, runStack, url } from "../service/buyers.js";
import { acknowledged, answers, lost, someMoreHolds, untilTheNextHold, whileTheyBuy } from "./crowd.js";

const stack = process.env["GELORA_STACK"] ?? "";
const longest_downtime_ms = 15_000;
const run = promisify(execFile);
/** Beside the buyers, who go on. */
const say = async (...args: string[]) => (await run(stack, args, { timeout: 180_000 })).stdout;
const services = async () => (JSON.parse(await say("status", "--json")) as { services: Record<string, { url: string; pid: number; ready: boolean }> }).services;

interface Member {
  name: string;
  id: string;
  role: string;
  state: string;
  behind: number;
}
async function members(): Promise<Member[]> {
  const first_port = Number(new URL(url).port) + 15;
  const rows = await say("sql", "performance_schema", "-N", "-B", "-e", `SELECT member_port, member_id, member_role, member_state, COALESCE(count_transactions_in_queue + count_transactions_remote_in_applier_queue, 0)
    FROM replication_group_members LEFT JOIN replication_group_member_stats USING (member_id)`);
  return rows.trim().split("\n").map((row) => {
    const [port, id, role, state, behind] = row.split("\t");
    const number = Number(port) - first_port + 1;
    return { name: number === 1 ? "mysql" : `mysql-${number}`, id: id!, role: role!, state: state!, behind: Number(behind) };
  });
}
const primary = async () => (await members()).find(({ role }) => role === "PRIMARY")!.name;
const inGroup = (name: string) =>
  eventually(`${name} is back in the group, and has caught up`, async () => {
    const found = (await members()).find((member) => member.name === name);
    return found?.state === "ONLINE" && found.role === "SECONDARY" && found.behind < 100 ? true : undefined;
  }, 90_000);

/** How many connections the services have to it. */
async function connectionsTo(name: string): Promise<number> {
  const ask = "SELECT COUNT(*) FROM performance_schema.processlist WHERE user LIKE 'gelora%' AND user <> 'gelora_replication'";
  const password = readFileSync(process.env["GELORA_DB_ROOT_PASSWORD_FILE"]!, "utf8");
  const socket = (await services())[name]!.url;
  return Number((await run("mariadb", ["--no-defaults", "-uroot", `-p${password}`, `--socket=${socket}`, "-N", "-B", "-e", ask])).stdout);
}

async function provesItself(): Promise<void> {
  expect(await lost()).toEqual([]);
  expect(runStack("audit")).toContain(" 0 with a contradiction");
  let said = "";
  await eventually("audit-money", async () => {
    const { status, stdout } = spawnSync(stack, ["audit-money"], { encoding: "utf8" });
    said = stdout;
    if (status === 1) throw new Error(said);
    return status === 0 ? true : undefined;
  }).catch((fault: Error) => expect.fail(`${fault.message}: ${said}`));
}

function tell(what: string, downtime_ms: number, seen: { looks: number; slowest_look_ms: number }): void {
  console.log(`  ${what}: a hold after ${(downtime_ms / 1000).toFixed(1)} s; ${acknowledged.holds.size} holds and ${acknowledged.paid.size} payments acknowledged so far; ` +
    `${seen.looks} pages, the slowest ${seen.slowest_look_ms.toFixed(0)} ms\n  ${answers()}`);
}

/** Kills a server, and says when; it stays away, or its supervisor starts it again. */
async function kill(name: string, stays_away: boolean): Promise<number> {
  process.kill((await services())[name]!.pid, "SIGKILL");
  const killed = performance.now();
  if (stays_away) await say("stop", name);
  return killed;
}

test("the primary is killed and stays away: another one takes its place, and a service that starts now finds it", async () => {
  const first = await primary();
  expect(first).toBe("mysql"); // of the list of addresses the first
  let downtime_ms = 0;
  const seen = await whileTheyBuy(async () => {
    await someMoreHolds(100);
    downtime_ms = await untilTheNextHold(await kill(first, true));
    await someMoreHolds(100);
    for (const service of ["user-service", "booking-service", "payment-service"]) await say("restart", service);
    await someMoreHolds(50);
  });
  tell(`${first} killed`, downtime_ms, seen);
  expect(downtime_ms).toBeLessThan(longest_downtime_ms);
  expect(await primary()).not.toBe(first);
  await provesItself();

  await say("start", first);
  await inGroup(first);
  // now the first of the list follows: a service that starts passes it by
  for (const service of ["user-service", "booking-service", "payment-service"]) await say("restart", service);
}, 300_000);

test("the next primary is killed and started again at once: it comes back by itself", async () => {
  const second = await primary();
  let downtime_ms = 0;
  const seen = await whileTheyBuy(async () => {
    await someMoreHolds(100);
    downtime_ms = await untilTheNextHold(await kill(second, false));
    await someMoreHolds(100);
    await inGroup(second);
  });
  tell(`${second} killed`, downtime_ms, seen);
  expect(downtime_ms).toBeLessThan(longest_downtime_ms);
  expect(await primary()).not.toBe(second);
  await provesItself();
}, 300_000);

test("the primary stands still for a while: it wakes up as none, and nobody is left with it", async () => {
  const third = await primary();
  const { pid } = (await services())[third]!;
  let downtime_ms = 0;
  const seen = await whileTheyBuy(async () => {
    await someMoreHolds(100);
    process.kill(pid, "SIGSTOP");
    try {
      downtime_ms = await untilTheNextHold(performance.now());
      await someMoreHolds(100);
    } finally {
      process.kill(pid, "SIGCONT");
    }
    await someMoreHolds(100);
  });
  tell(`${third} stopped`, downtime_ms, seen);
  expect(downtime_ms).toBeLessThan(longest_downtime_ms);
  await eventually("nobody is connected to it", async () => ((await connectionsTo(third)) === 0 ? true : undefined));
  await provesItself();
  await inGroup(third);
}, 300_000);

test("the primary hands over: whoever was connected to it goes to the next", async () => {
  const before = await primary();
  const next = (await members()).find(({ role }) => role === "SECONDARY")!;
  let downtime_ms = 0;
  const seen = await whileTheyBuy(async () => {
    await someMoreHolds(100);
    const asked = performance.now();
    await say("sql", "mysql", "-e", `SELECT group_replication_set_as_primary('${next.id}')`);
    await eventually("another primary", async () => ((await primary()) === next.name ? true : undefined));
    downtime_ms = await untilTheNextHold(performance.now());
    await eventually("nobody is connected to the one before", async () => ((await connectionsTo(before)) === 0 ? true : undefined));
    console.log(`  handing over took ${(performance.now() - asked - downtime_ms).toFixed(0)} ms`);
    await someMoreHolds(100);
  });
  tell(`${before} handed over`, downtime_ms, seen);
  expect(downtime_ms).toBeLessThan(longest_downtime_ms);
  expect(Object.entries(await services()).filter(([, { ready }]) => !ready)).toEqual([]);
  await provesItself();
}, 300_000);
