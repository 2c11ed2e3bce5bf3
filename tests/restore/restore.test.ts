// The drill: buyers buy, a backup is made while they do, they go on, the binary log is copied, the database is killed and its data
// destroyed, and restored. Everything that was acknowledged before the last copy is there, and both audits are clean.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../support/client.js";
import { eventually, freeSeats, newBuyer, runStack, showsOnSale } from "../service/buyers.js";
import { bookingOf, paid } from "../service/payer.js";

const runDir = process.env["GELORA_RUN_DIR"]!;
const gelora = new URL("../../gelora", import.meta.url).pathname;
const away = mkdtempSync(`${tmpdir()}/gelora-restore-`); // another machine, as it were
const backup = `${away}/backup`;
const keys = { GELORA_BACKUP_RECIPIENTS_FILE: `${away}/recipients`, GELORA_BACKUP_IDENTITY_FILE: `${away}/identity` };
const times: string[] = [];

/** Beside the buyers, who go on. */
async function say(...args: string[]) {
  const begun = performance.now();
  const child = spawn(gelora, args, { env: { ...process.env, ...keys }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (text += part));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  times.push(`${args[0] === "backup" && args[1]!.startsWith("--") ? `backup ${args[1]}` : args[0]}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return { status, text };
}
async function done(...args: string[]) {
  const { status, text } = await say(...args);
  expect(status, text).toBe(0);
  return text;
}
const up = () => execFileSync(runStackPath, ["up"], { env: process.env, encoding: "utf8", timeout: 120_000 });
const runStackPath = process.env["GELORA_STACK"]!;

interface Sold {
  buyer: Client;
  id: string;
  codes: string[];
  at: number;
}
const sold: Sold[] = [];
let buying = true;
let buyers: Promise<unknown>;
const shows: string[] = [];

async function buyForever(show: string) {
  while (buying) {
    const buyer = newBuyer();
    try {
      const { booking } = await paid(buyer, show, 1);
      sold.push({ buyer, id: booking.id, codes: booking.tickets!.map(({ code }) => code).sort(), at: Date.now() });
    } catch (fault) {
      if (buying) throw fault;
    }
  }
}
const until = (count: number) => eventually(`${count} purchases`, async () => (sold.length >= count ? sold.length : undefined), 120_000);

async function isThere({ buyer, id, codes }: Sold) {
  const booking = await bookingOf(buyer, id);
  expect(booking.status).toBe("confirmed");
  expect(booking.tickets!.map(({ code }) => code).sort()).toEqual(codes);
}
async function auditsAreClean() {
  expect(runStack("audit")).toBeTruthy();
  // purchases that were on their way come to their end first: they are not paid any more, and their seats are free
  let said = "";
  await eventually("audit-money", async () => {
    const { status, stdout } = spawnSync(runStackPath, ["audit-money"], { env: process.env, encoding: "utf8" });
    said = stdout;
    if (status === 1) throw new Error(said);
    return status === 0 ? true : undefined;
  }, 150_000).catch((fault: Error) => {
    throw new Error(`${fault.message}: ${said}`);
  });
}

beforeAll(async () => {
  execFileSync("age-keygen", ["-o", keys.GELORA_BACKUP_IDENTITY_FILE], { stdio: "ignore" });
  writeFileSync(keys.GELORA_BACKUP_RECIPIENTS_FILE, execFileSync("age-keygen", ["-y", keys.GELORA_BACKUP_IDENTITY_FILE]));
  for (const { id } of await showsOnSale()) if ((await freeSeats(id)).length > 200) shows.push(id);
  buyers = Promise.all([0, 1, 2, 3].map((i) => buyForever(shows[i % shows.length]!)));
});
afterAll(() => {
  buying = false;
  rmSync(away, { recursive: true, force: true });
  console.log(`      ${times.join(", ")}`);
});

let acknowledged: Sold[];
let moment: { text: string; before: Sold[]; after: Sold[] };

test("a backup is made while buyers buy, and carried on", async () => {
  await until(8);
  const sold_before = sold.length;
  await done("backup", backup);
  expect(sold.length, "nobody waits for a backup").toBeGreaterThan(sold_before);
  times.push(`${sold.length - sold_before} purchases meanwhile`);
  await until(sold.length + 8);
  // a second apart on both sides: the binary log knows the time to the second
  const before = [...sold];
  const at = (Math.floor(Date.now() / 1000) + 2) * 1000;
  await eventually("the next second", async () => (Date.now() > at + 1_000 ? true : undefined));
  const since = sold.length;
  await until(since + 8);
  moment = { text: new Date(at).toISOString(), before, after: sold.slice(since + 4) }; // of four buyers one purchase each may have begun before
  acknowledged = [...sold];
  await done("backup", "--binlog", backup);
  await done("backup", "--verify", backup);
});

test("nothing of it can be read without the identity", async () => {
  const ours = keys.GELORA_BACKUP_IDENTITY_FILE;
  keys.GELORA_BACKUP_IDENTITY_FILE = `${away}/another`;
  execFileSync("age-keygen", ["-o", keys.GELORA_BACKUP_IDENTITY_FILE], { stdio: "ignore" });
  const { status, text } = await say("backup", "--verify", backup);
  keys.GELORA_BACKUP_IDENTITY_FILE = ours;
  expect(status).not.toBe(0);
  expect(text).toContain("does not open");
  expect(readFileSync(`${backup}/database.xb.zst.age`).subarray(0, 22).toString()).toBe("age-encryption.org/v1\n");
});

test("it is not restored over a stack that runs", async () => {
  const { status, text } = await say("restore", backup);
  expect(status).not.toBe(0);
  expect(text).toContain("running");
});

test("after a kill -9 and without its data, all that was acknowledged comes back, and both audits are clean", async () => {
  buying = false;
  await buyers;
  runStack("kill", "mariadb");
  runStack("wait", "mariadb"); // it comes again by itself, and is lost for good with its data
  runStack("down");
  for (const part of ["mysql", "mysql-binlog", "data/posters"]) rmSync(`${runDir}/${part}`, { recursive: true, force: true });
  await done("restore", backup);
  up();
  await auditsAreClean();
  expect(acknowledged.length).toBeGreaterThan(24);
  times.push(`${acknowledged.length} purchases were acknowledged before the last copy`);
  for (const one of acknowledged) await isThere(one);
  await isThere({ ...(await again()) });
});

async function again(): Promise<Sold> {
  const buyer = newBuyer();
  const { booking } = await paid(buyer, shows[0]!, 1);
  return { buyer, id: booking.id, codes: booking.tickets!.map(({ code }) => code).sort(), at: Date.now() };
}

test("it is restored to a moment: what came later is not there", async () => {
  runStack("down");
  const refused = await say("restore", backup, "--to", moment.text);
  expect(refused.status).not.toBe(0);
  expect(refused.text).toContain("--yes");
  await done("restore", backup, "--to", moment.text, "--yes");
  up();
  await auditsAreClean();
  for (const one of moment.before) await isThere(one);
  for (const { buyer, id } of moment.after) (await buyer.get("/api/bookings/{id}", { params: { id } })).as(404);
});

test("a backup that lost a byte, a file or its secrets is refused", async () => {
  const file = `${backup}/posters.tar.zst.age`;
  copyFileSync(file, `${away}/kept`);
  truncateSync(file, statSync(file).size - 1);
  expect((await say("backup", "--verify", backup)).text).toContain("posters.tar.zst.age is not what was written");
  rmSync(file);
  expect((await say("backup", "--verify", backup)).text).toContain("posters.tar.zst.age is missing");
  copyFileSync(`${away}/kept`, file);
  runStack("down");
  const secret = `${runDir}/secrets/ticket.key.pem`;
  const whole = readFileSync(secret);
  appendFileSync(secret, "\n");
  const { status, text } = await say("restore", backup, "--yes");
  writeFileSync(secret, whole);
  expect(status).not.toBe(0);
  expect(text).toContain("ticket.key.pem");
});
