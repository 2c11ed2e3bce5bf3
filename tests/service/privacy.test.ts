// What is kept of a person: told to that person, forgotten when asked, and a log of who did what that nobody can change.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { unzip } from "../support/zip.js";
import { eventually, runStack, showsOnSale, sql } from "./buyers.js";
import { newPerson } from "./organisers.js";
import { binaryOf, settingsOf } from "./user_instance.js";
import { logIn, newAccount, url } from "./users_steps.js";

async function buy(person: Awaited<ReturnType<typeof newPerson>>, attendee: string) {
  const { client } = person;
  const show = (await showsOnSale()).find(({ venue }) => /Cikini/.test(venue));
  const hold = (await client.post("/api/shows/{id}/holds", { params: { id: show!.id }, body: { best_available: { quantity: 1 } } })).as(201);
  return (await client.post("/api/bookings", { body: { hold_id: hold.id, attendees: [{ seat_no: hold.seats[0]!.seat_no, name: attendee }] } })).as(201);
}

describe("my data", () => {
  test("come as a ZIP of JSON, from all services, without a secret", async () => {
    const person = await newPerson();
    const booking = await buy(person, "Tamu Kehormatan");
    const payment = (await person.client.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
    const reply = await fetch(`${url}/api/users/me/export`, { headers: { Authorization: `Bearer ${person.client.token}` } });
    expect([reply.status, reply.headers.get("content-type"), reply.headers.get("cache-control")]).toEqual([200, "application/zip", "private, no-store"]);
    const files = unzip(new Uint8Array(await reply.arrayBuffer()));
    expect(Object.keys(files).sort()).toEqual(["README.txt", "account.json", "bookings.json", "history.json", "organisations.json", "payments.json", "security.json", "transfers.json", "waiting.json"]);
    const read = (name: string) => JSON.parse(files[name]!.toString()) as unknown;
    expect(read("account.json")).toMatchObject({ id: person.id, email: person.account.email });
    expect(read("bookings.json")).toMatchObject([{ id: booking.id, reference: booking.reference }]);
    expect(read("payments.json")).toMatchObject([{ id: payment.id, booking_id: booking.id }]);
    expect(read("security.json")).toMatchObject({ two_step_log_in: false, devices: [{ address: expect.any(String) as string }] });
    await eventually("the export is in the history", async () => {
      const again = await fetch(`${url}/api/users/me/export`, { headers: { Authorization: `Bearer ${person.client.token}` } });
      const history = JSON.parse(unzip(new Uint8Array(await again.arrayBuffer()))["history.json"]!.toString()) as { event: string }[];
      return history.some(({ event }) => event === "data_exported") || undefined;
    });
    expect(Object.values(files).join("\n")).not.toMatch(/argon2|password_hash|secret_hash/);
  });

  test("are nobody else's, not even an admin's", async () => {
    const person = await newPerson();
    const admin = createClient(url);
    await logIn(admin, { email: "admin@gelora.test", password: "Stadion-Penuh-2026" });
    const other = await newPerson();
    for (const who of [admin, other.client]) expect((await who.get("/api/users/{id}/export", { params: { id: person.id } })).status).toBe(404);
  });
});

test("names on bookings and tickets are forgotten with their buyer; places and money stay", async () => {
  const person = await newPerson();
  const name = `Tamu ${person.id}`;
  const booking = await buy(person, name);
  const documents = () => sql("gelora_booking", `SELECT id, document, status FROM bookings WHERE user_id = ${person.id}`);
  expect(documents()[0]![1]).toContain(name);
  (await person.client.delete("/api/users/{id}", { params: { id: "me" } })).as(204);
  await eventually("the name is gone", () => Promise.resolve(documents()[0]![1]!.includes(name) ? undefined : true));
  expect(documents()[0]).toEqual([booking.id, expect.stringContaining(`"seat_no"`), "4"]); // cancelled: it had not been paid
  expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM seat_claims c JOIN holds h ON h.id = c.hold_id WHERE h.user_id = ${person.id}`)[0]![0]).toBe("0");
  for (const table of ["users", "sessions", "totp", "passkeys", "members"])
    expect([table, sql("gelora_user", `SELECT COUNT(*), 0 FROM ${table} WHERE ${table === "users" ? "id" : "user_id"} = ${person.id}`)[0]![0]]).toEqual([table, "0"]);
  expect(sql("gelora_user", `SELECT COUNT(*), 0 FROM mail_outbox WHERE recipient = '${person.account.email}'`)[0]![0]).toBe("0");
});

describe("the audit log", () => {
  const verify = (...head: string[]) => {
    try {
      return { ok: true, text: runStack("audit-log", ...head) };
    } catch (fault) {
      return { ok: false, text: String((fault as { stdout?: unknown }).stdout) };
    }
  };
  const head = () => /head (\d+:[0-9a-f]{64})/.exec(verify().text)![1]!;

  test("grows with what happens, names nobody, and is whole", async () => {
    const before = head();
    const account = await newAccount();
    const person = createClient(url);
    const { user } = await logIn(person, account);
    await eventually("the log-in is chained", () => Promise.resolve(sql("gelora_user", `SELECT event, 0 FROM audit_log WHERE user_id = ${user.id}`).length >= 2 || undefined));
    const proof = verify(before);
    expect(proof).toMatchObject({ ok: true, text: expect.stringContaining("whole") as string });
    expect(sql("gelora_user", `SELECT COUNT(*), 0 FROM audit_log WHERE CONCAT(event, detail) LIKE '%@%.%' OR detail LIKE '%Ayu%'`)[0]![0]).toBe("0");
  });

  test("cannot be changed or shortened by the service", () => {
    const env = settingsOf("user-service");
    const password = readFileSync(env["GELORA_DB_PASSWORD_FILE"]!, "utf8").trim();
    const run = (statement: string) => execFileSync("mariadb", ["--no-defaults", `--socket=${process.env["GELORA_DB_SOCKET"]}`, `-u${env["GELORA_DB_USER"]}`, `-p${password}`, env["GELORA_DB_NAME"]!, "-e", statement], { stdio: "pipe" });
    run("SELECT 1");
    for (const statement of ["UPDATE audit_log SET detail = 'x' LIMIT 1", "DELETE FROM audit_log LIMIT 1", "TRUNCATE audit_log", "DROP TRIGGER audit_log_is_never_changed"])
      expect(() => run(statement)).toThrow(/append-only|denied/);
  });

  // What whoever has the database itself could do, in a copy.
  test("shows what was changed, taken out, put in, or cut off at its end", () => {
    const copy = `gelora_audit_${process.pid}`;
    const env = settingsOf("user-service");
    const prove = (told: string[], tamper: string) => {
      sql("mysql", `DROP DATABASE IF EXISTS ${copy}; CREATE DATABASE ${copy}; CREATE TABLE ${copy}.audit_log AS SELECT * FROM gelora_user.audit_log WHERE position <= 20;
        CREATE TABLE ${copy}.audit_head AS SELECT 1 AS one, position, hash FROM ${copy}.audit_log WHERE position = 20;
        GRANT SELECT ON ${copy}.* TO ${env["GELORA_DB_USER"]}@localhost`);
      if (tamper) sql(copy, tamper);
      const { status, stdout } = spawnSync(binaryOf("user-service"), ["audit-log", ...told], { encoding: "utf8", env: { ...process.env, ...env, GELORA_DB_NAME: copy } });
      return [status, /NOT whole: ([^\n]*)/.exec(stdout)?.[1] ?? "whole"] as const;
    };
    try {
      const told = (position: number) => sql("gelora_user", `SELECT position, hash FROM audit_log WHERE position = ${position}`)[0]!.join(":");
      expect(prove([], "")).toEqual([0, "whole"]);
      expect(prove([told(13)], "")).toEqual([0, "whole"]);
      expect(prove([], "UPDATE audit_log SET by_id = 7 WHERE position = 5")).toEqual([1, expect.stringContaining("position 5: it, or the one before, was changed")]);
      expect(prove([], "UPDATE audit_log SET at_us = at_us + 1 WHERE position = 20")[0]).toBe(1);
      expect(prove([], "DELETE FROM audit_log WHERE position = 9")).toEqual([1, expect.stringContaining("position 10: the entry before it is missing")]);
      expect(prove([], "DELETE FROM audit_log WHERE position = 9; UPDATE audit_log SET position = position - 1 WHERE position > 9")[0]).toBe(1);
      expect(prove([], "DELETE FROM audit_log WHERE position > 15")).toEqual([1, expect.stringContaining("the end was cut off")]);
      const whole_again = "DELETE FROM audit_log WHERE position > 15; UPDATE audit_head SET position = 15, hash = (SELECT hash FROM audit_log WHERE position = 15)";
      expect(prove([], whole_again)).toEqual([0, "whole"]); // nothing in the database can tell
      expect(prove([told(18)], whole_again)).toEqual([1, expect.stringContaining("what was told before")]); // but a head that was told does
    } finally {
      sql("mysql", `DROP DATABASE IF EXISTS ${copy}`);
    }
  });
});
