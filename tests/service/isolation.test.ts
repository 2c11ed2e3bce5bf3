// READ COMMITTED: what it is for, and that every connection of every service has it, whatever the server's default is.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBuyer, runStack, showsOnSale, sql } from "./buyers.js";

const stack = process.env["GELORA_STACK"] ?? "";
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A statement of the sources, with values for its question marks. */
function statement(file: string, name: string, values: string[]): string {
  const macro = /#define GELORA_SQL_NOW_US "(.*)"/.exec(readFileSync(`${root}/libs/mysql/database_clock.hpp`, "utf8"))![1]!;
  const text = new RegExp(`constexpr auto ${name} =\\s*([^;]*);`).exec(readFileSync(`${root}/${file}`, "utf8"))![1]!;
  const joined = [...text.matchAll(/"([^"]*)"|GELORA_SQL_NOW_US/g)].map(([, literal]) => literal ?? macro).join("");
  return joined.replaceAll("?", () => values.shift()!);
}

/** A session that stays open; `run` answers when the server has answered. */
function openSession() {
  const client = spawn(stack, ["sql", scratch, "--unbuffered", "--force", "--skip-column-names"], { stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  for (const stream of [client.stdout, client.stderr]) stream.on("data", (bytes: Buffer) => (output += bytes.toString()));
  let count = 0;
  const run = async (text: string) => {
    const mark = `answered ${++count}`;
    const begin = output.length;
    client.stdin.write(`${text};\nSELECT '${mark}';\n`);
    while (!output.slice(begin).includes(mark)) await new Promise((resolve) => setTimeout(resolve, 10));
    return output.slice(begin);
  };
  return { run, close: () => client.stdin.end() };
}

const scratch = "gelora_isolation_test";
beforeAll(() => {
  sql("mysql", `DROP DATABASE IF EXISTS ${scratch}; CREATE DATABASE ${scratch}`);
  for (const table of ["shows", "show_leases", "instances"]) sql("mysql", `CREATE TABLE ${scratch}.${table} LIKE gelora_booking.${table}`);
  sql(scratch, "INSERT INTO shows SELECT * FROM gelora_booking.shows WHERE published = 1 LIMIT 1; UPDATE shows SET id = 1");
  sql(scratch, "INSERT INTO show_leases (show_id, owner) VALUES (1, 'dead/1')");
  sql(scratch, "INSERT INTO instances (name, owner, alive_until_us) VALUES ('seller', 'seller/1', 4000000000000000)");
});
afterAll(() => void sql("mysql", `DROP DATABASE ${scratch}`));

test.each([
  ["READ COMMITTED", false],
  ["REPEATABLE READ", true],
])("with %s, does who stands still while it takes a dead instance's lease keep the others from renewing theirs? %s", async (level, kept) => {
  const taker = openSession();
  const other = openSession();
  await taker.run(`SET SESSION TRANSACTION ISOLATION LEVEL ${level}; START TRANSACTION`);
  const taken = await taker.run(statement("services/booking/storage/mysql_store.cpp", "take_lease", ["'taker/1'", "1", "'taker/1'"]));
  await other.run("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; SET SESSION innodb_lock_wait_timeout = 1");
  const renewed = await other.run(statement("services/booking/storage/leases.cpp", "update_renewed", ["3000000", "'seller/1'"]));
  await taker.run("ROLLBACK"); // before anything is judged: an open transaction would keep the database from being dropped
  for (const session of [taker, other]) session.close();
  expect(taken).not.toContain("ERROR");
  if (kept) expect(renewed).toContain("Lock wait timeout exceeded");
  else expect(renewed).not.toContain("ERROR");
});

test("every connection of every service sets it before anything else, on a server with another default", async () => {
  const services = ["user-service", "booking-service", "sandbox-bank", "payment-service"]; // the last forgets that its bank was away
  sql("mysql", "TRUNCATE general_log; SET GLOBAL TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET GLOBAL log_output = 'TABLE', GLOBAL general_log = ON");
  try {
    for (const service of services) runStack("restart", service);
    const buyer = newBuyer();
    const { id } = (await showsOnSale()).find(({ venue }) => /Istora/.test(venue))!;
    const held = (await buyer.post("/api/shows/{id}/holds", { params: { id }, body: { best_available: { quantity: 1 } } })).as(201);
    const booking = (await buyer.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
    (await buyer.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
  } finally {
    sql("mysql", "SET GLOBAL general_log = OFF; SET GLOBAL TRANSACTION ISOLATION LEVEL READ COMMITTED"); // as stack.sh sets it
  }
  const lines = sql("mysql", "SELECT thread_id, command_type, REPLACE(LEFT(argument, 100), '\\n', ' ') FROM general_log");
  const users = new Map<string, string>(); // of each thread that was opened meanwhile
  const said = new Map<string, string[]>();
  for (const [thread, command, text] of lines as [string, string, string][]) {
    if (command === "Connect") users.set(thread, /^(gelora_\w+)@/.exec(text)?.[1] ?? "");
    else said.set(thread, [...(said.get(thread) ?? []), text]);
  }
  const opened = [...users].filter(([thread, user]) => user !== "" && said.has(thread));
  expect(new Set(opened.map(([, user]) => user))).toEqual(new Set(["gelora_user", "gelora_booking", "gelora_payment", "gelora_bank"]));
  for (const [thread, user] of opened) {
    const first = said.get(thread)!.findIndex((text) => !text.startsWith("SET NAMES"));
    expect([user, said.get(thread)![first]]).toEqual([user, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"]);
    expect(said.get(thread)!.filter((text) => /ISOLATION LEVEL/i.test(text))).toHaveLength(1);
  }
});
