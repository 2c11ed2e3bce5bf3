// POST /api/users as an attacker sees it: a test for each step of docs/security.md that no other file has.
import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { openRaw, postBytes, sendRaw, type RawAnswer } from "../support/raw_http.js";
import { eventually, sql } from "./buyers.js";
import { commonPasswords } from "./common_passwords.js";
import { settingsOf, startUserService, type UserInstance } from "./user_instance.js";
import { goodPassword, logIn, mailsTo, newAccount, newEmail, register, tokenIn, url, waitForMails } from "./users_steps.js";

let one: UserInstance; // without limits, as the stack's
let two: UserInstance;
beforeAll(async () => {
  [one, two] = await Promise.all([startUserService("user-raw-1"), startUserService("user-raw-2")]);
});
afterAll(async () => {
  await Promise.all([one?.stop(), two?.stop()]);
});

const client = () => createClient(url);
const wish = (more: object = {}) => ({ email: newEmail(), password: goodPassword, name: "Ayu Lestari", ...more });
const problem = (answer: RawAnswer) => (JSON.parse(answer.body) as { type: string }).type.split("/").at(-1);
const faults = (answer: { body: unknown }) => (answer.body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer).sort();
const waiting = (email: string) => Number(sql("gelora_user", `SELECT COUNT(*), 0 FROM pending_registrations WHERE email_key = '${email.toLowerCase()}'`)[0]![0]);
const accounts = (email: string) => Number(sql("gelora_user", `SELECT COUNT(*), 0 FROM users WHERE email_key = '${email.toLowerCase()}'`)[0]![0]);
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("what is taken in", () => {
  test("other methods and other media types are refused, and leave nothing behind", async () => {
    const body = wish();
    const text = JSON.stringify(body);
    for (const method of ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const answer = await fetch(`${url}/api/users`, { method, headers: { Origin: "https://evil.example" }, ...(method === "GET" ? {} : { body: text }) });
      expect([method, answer.status]).toEqual([method, 405]);
      expect(answer.headers.get("allow")).toBe("POST");
      expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    }
    for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", "application/jsonp", "text/json", ""]) {
      const answer = await client().call("post", "/api/users", { raw: text, headers: { "Content-Type": type } });
      expect([type, answer.status]).toEqual([type, 415]);
    }
    expect([waiting(body.email), await mailsTo(body.email)]).toEqual([0, []]);
  });

  test("a body of 16 KiB is read, and one byte more is not", async () => {
    const padded = (bytes: number) => {
      const text = JSON.stringify(wish({ note: "" }));
      return text.replace('"note":""', `"note":"${"x".repeat(bytes - text.length)}"`);
    };
    const [fits] = await sendRaw(one.port, postBytes("/api/users", padded(16 * 1024)));
    const [over] = await sendRaw(one.port, postBytes("/api/users", padded(16 * 1024 + 1)));
    expect([fits!.status, over!.status, problem(over!)]).toEqual([422, 413, "content-too-large"]);
    const chunk = "x".repeat(4096);
    const [chunked] = await sendRaw(one.port, `POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${`1000\r\n${chunk}\r\n`.repeat(5)}0\r\n\r\n`);
    expect(chunked!.status).toBe(413);
    const [wide] = await sendRaw(one.port, postBytes("/api/users", "{}", { "X-Long": "x".repeat(8 * 1024) }));
    expect(wide!.status).toBe(431);
  });

  test("JSON is read 8 levels deep, and never 10,000", async () => {
    const nested = (depth: number) => `{"email":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
    for (const [depth, status] of [[8, 422], [9, 400], [10_000 / 2, 400]] as const) {
      expect([depth, (await client().call("post", "/api/users", { raw: nested(depth) })).status]).toEqual([depth, status]);
    }
    expect((await client().call("post", "/api/users", { raw: "[".repeat(10_000) })).slug).toBe("malformed-json");
  });

  test("who sends slowly slows nobody, and is cut off after 10 seconds", async () => {
    const begun = performance.now();
    const slow = await Promise.all(Array.from({ length: 200 }, () => openRaw(one.port)));
    for (const connection of slow) connection.write("POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\n{");
    const answer = await fetch(`${one.url}/api/users`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish()) });
    expect(answer.status).toBe(202);
    expect(performance.now() - begun).toBeLessThan(8_000); // before the slow ones were let go
    const ends = await Promise.all(slow.map(({ closed }) => closed));
    expect(performance.now() - begun).toBeGreaterThan(8_000);
    expect(ends.flat().filter(({ status }) => status < 400)).toEqual([]);
  });

  const post = (head: string, body: string) => `POST /api/users HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n${head}\r\n${body}`;
  const smuggled = "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n";
  const framings: [string, string][] = [
    ["a length and chunks", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", `0\r\n\r\n${smuggled}`)],
    ["chunks and a length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", `0\r\n\r\n${smuggled}`)],
    ["two lengths", post("Content-Length: 0\r\nContent-Length: 37\r\n", smuggled)],
    ["two lengths in one", post("Content-Length: 0, 37\r\n", smuggled)],
    ["a negative length", post("Content-Length: -1\r\n", smuggled)],
    ["a signed length", post("Content-Length: +2\r\n", `{}${smuggled}`)],
    ["a length in hex", post("Content-Length: 0x2\r\n", `{}${smuggled}`)],
    ["a length beyond 64 bits", post("Content-Length: 18446744073709551618\r\n", `{}${smuggled}`)],
    ["an empty length", post("Content-Length: \r\n", `{}${smuggled}`)],
    ["a chunk's size that is no number", post("Transfer-Encoding: chunked\r\n", `zz\r\n{}\r\n0\r\n\r\n${smuggled}`)],
    ["a negative chunk", post("Transfer-Encoding: chunked\r\n", `-2\r\n{}\r\n0\r\n\r\n${smuggled}`)],
    ["a chunk's size beyond 64 bits", post("Transfer-Encoding: chunked\r\n", `10000000000000002\r\n{}\r\n0\r\n\r\n${smuggled}`)],
    ["a chunk longer than its size", post("Transfer-Encoding: chunked\r\n", `2\r\n{}{}\r\n0\r\n\r\n${smuggled}`)],
    ["lines that end in LF", smuggled.replaceAll("\r\n", "\n")],
    ["a header that ends in LF", "GET /healthz HTTP/1.1\r\nHost: h\nX: y\r\n\r\n"],
    ["a header that ends in CR", "GET /healthz HTTP/1.1\r\nHost: h\rX: y\r\n\r\n"],
    ["a folded header", "GET /healthz HTTP/1.1\r\nHost: h\r\nX: a\r\n b\r\n\r\n"],
    ["a space before the colon", post("Content-Length : 2\r\n", `{}${smuggled}`)],
    ["a header without a name", "GET /healthz HTTP/1.1\r\n: x\r\nHost: h\r\n\r\n"],
    ["a header without a colon", "GET /healthz HTTP/1.1\r\nHost h\r\n\r\n"],
    ["a NUL in a header", "GET /healthz HTTP/1.1\r\nHost: h\r\nX: a\0b\r\n\r\n"],
    ["a NUL in the path", "GET /health\0z HTTP/1.1\r\nHost: h\r\n\r\n"],
    ["a whole address as the path", "GET http://evil.example/healthz HTTP/1.1\r\nHost: h\r\n\r\n"],
    ["HTTP/2 without TLS", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n"],
  ];
  test.each(framings)("framing that two readers might read differently is refused: %s", async (_, bytes) => {
    const answers = await sendRaw(one.port, Buffer.from(bytes, "latin1"));
    expect(answers.map(({ status }) => status)).toEqual([400]); // one answer: what was smuggled behind it is not asked
    expect(answers[0]!.head).toMatch(/^connection: close$/im);
    expect(problem(answers[0]!)).toBe("malformed-request");
  });

  test("no key but those of the contract is taken", async () => {
    const keys = ["role", "roles", "is_admin", "admin", "email_verified", "id", "password_hash", "created_at", "totp", "orgs", "__proto__", "Email", "email ", "", "a/b", "a~b", "\u202e"];
    for (let i = 0; i < 40; ++i) keys.push(randomUUID().slice(0, 1 + (i % 30)));
    for (const key of keys) {
      const body = wish();
      const value = ["admin", true, ["admin"], null][key.length % 4];
      const raw = `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`;
      const answer = await client().call("post", "/api/users", { raw });
      expect([key, answer.status, faults(answer)]).toEqual([key, 422, [`/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`]]);
      expect(waiting(body.email)).toBe(0);
    }
    const twice = wish();
    const answer = await client().call("post", "/api/users", { raw: `${JSON.stringify(twice).slice(0, -1)},"email":"other@example.com"}` });
    expect([answer.status, faults(answer)]).toEqual([422, ["/email"]]);
    const { email, password } = await newAccount();
    expect((await logIn(client(), { email, password })).user.roles).toEqual(["customer"]);
  });

  test("an address in other letters is the same account", async () => {
    const account = await newAccount();
    const other = ` ${account.email.toUpperCase()}\t`;
    (await client().post("/api/users", { body: wish({ email: other }) })).as(202);
    expect((await waitForMails(account.email, 2))[0]!.text).not.toContain("token=");
    expect([accounts(account.email), waiting(account.email)]).toEqual([1, 0]);
    expect(sql("gelora_user", "SHOW CREATE TABLE users").flat().join()).toContain("UNIQUE KEY `one_account_per_address` (`email_key`)");
  });
});

describe("passwords", () => {
  const varied = (length: number) => Array.from({ length }, (_, i) => "kopi-tubruk_hangat"[i % 18]).join("");
  test.each([
    [11, 422], [12, 202], [64, 202], [72, 202], [73, 202], [256, 202], [257, 422],
  ])("of %i characters: %i", async (length, status) => {
    expect((await client().post("/api/users", { body: wish({ password: varied(length) }) })).status).toBe(status);
  });

  test("that are equal in their first 72 bytes are two", async () => {
    const account = await newAccount(`${varied(72)}-pagi`);
    const other = await client().post("/api/sessions", { body: { ...account, password: `${varied(72)}-sore` } });
    expect(other.slug).toBe("invalid-credentials");
    (await client().post("/api/sessions", { body: account })).as(201);
  });

  test("each of the list is refused, however it is written", async () => {
    const ours = readFileSync(`${root}/tools/passwords/extra.txt`, "utf8").trim().split("\n").filter((word) => word.length >= 12);
    expect([commonPasswords.length, ours.length > 100]).toEqual([200, true]);
    const words = [...commonPasswords, ...ours];
    const spellings = words.flatMap((word) => [word, `${word.slice(0, 4).toUpperCase()}-${word.slice(4)}!`]);
    spellings.push(...words.filter((word) => /^\D.*\D$/.test(word)).map((word) => `2026 ${word} 1998`));
    const wrong: string[] = [];
    for (let i = 0; i < spellings.length; i += 25) {
      await Promise.all(
        spellings.slice(i, i + 25).map(async (password) => {
          const answer = await client().post("/api/users", { body: wish({ password }) });
          const [fault, ...more] = (answer.body as { errors?: { pointer: string; message: string }[] }).errors ?? [];
          const told = answer.status === 422 && fault?.pointer === "/password" && more.length === 0 && /most used|repeats a few/.test(fault.message);
          if (!told) wrong.push(`${password} → ${answer.status} ${answer.text}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
  });

  const typed = { decomposed: "Cafe\u0301-a\u0300-la-\ufb01n 27", composed: "Caf\u00e9-\u00e0-la-fin 27", wide: "Caf\u00e9-\u00e0-la-fin \uff12\uff17" };
  test.each(Object.entries(typed))("that are the same text are the same, typed %s", async (_, password) => {
    const account = await newAccount(password);
    for (const other of Object.values(typed)) await logIn(client(), { email: account.email, password: other });
    const fan = client();
    await logIn(fan, account);
    const [first, second] = [typed.wide, typed.decomposed];
    const changed = `${typed.decomposed}-e\u0301`;
    (await fan.post("/api/second-factor/totp", { body: { password: first } })).as(201);
    (await fan.patch("/api/users/{id}", { params: { id: "me" }, body: { current_password: second, password: changed } })).as(200);
    await logIn(client(), { email: account.email, password: changed.normalize("NFC") });
    expect((await client().post("/api/sessions", { body: account })).slug).toBe("invalid-credentials");
  });

  test("are counted in characters of their composed form", async () => {
    const letters = "aeiouAEIOUyY";
    const composed = (count: number) => [...letters].slice(0, count).map((letter) => `${letter}\u0301`).join("");
    expect(faults(await client().post("/api/users", { body: wish({ password: composed(11) }) }))).toEqual(["/password"]);
    expect((await client().post("/api/users", { body: wish({ password: composed(12) }) })).status).toBe(202);
    // 18 times as long when it is composed: refused, not cut
    expect(faults(await client().post("/api/users", { body: wish({ password: `${varied(12)}${"\ufdfa".repeat(8)}` }) }))).toEqual(["/password"]);
  });

  test("of staff have 15 characters", async () => {
    const account = await newAccount();
    const fan = client();
    await logIn(fan, account);
    (await fan.post("/api/organisations", { body: { name: "Nada Uji" } })).as(201);
    const change = (password: string) => fan.patch("/api/users/{id}", { params: { id: "me" }, body: { current_password: account.password, password } });
    const reset = async (mails: number, password: string) => {
      (await client().post("/api/password-resets", { body: { email: account.email } })).as(202);
      const mail = (await waitForMails(account.email, mails)).find(({ text }) => text.includes("/reset?"))!;
      return client().post("/api/password-resets/confirm", { body: { token: tokenIn(mail, "reset"), password } });
    };
    for (const refused of [await change(varied(14)), await reset(2, varied(14))]) {
      expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ pointer: "/password", message: "must have at least 15 characters" }] }]);
    }
    (await change(varied(15))).as(200);
    expect((await reset(4, varied(16))).status).toBe(204); // after the mails of the account, the first reset and the change
  });

  test("are stored as Argon2id with 19 MiB and 2 passes, each with its own salt", async () => {
    const email = newEmail();
    await register(client(), email);
    await register(client(), email);
    const hashes = sql("gelora_user", `SELECT password_hash, 0 FROM pending_registrations WHERE email_key = '${email}'`).map(([hash]) => hash!);
    expect(new Set(hashes).size).toBe(2);
    for (const hash of hashes) {
      const [, memory, passes, lanes, salt] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$[\w+/]{43}$/.exec(hash)!;
      expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024);
      expect([Number(passes) >= 2, lanes, Buffer.from(salt!, "base64").length]).toEqual([true, "1", 16]);
    }
  });

  test("a burst of sign-ups slows nobody else, and what is too much is told to come again", async () => {
    const burst = Array.from({ length: 300 }, () =>
      fetch(`${two.url}/api/users`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish()) }),
    );
    const done = Promise.all(burst);
    let over = false;
    void done.finally(() => (over = true));
    const waits: number[] = [];
    while (!over) {
      const begun = performance.now();
      expect((await fetch(`${two.url}/.well-known/jwks.json`)).status).toBe(200);
      waits.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const answers = await done;
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([202, 503]));
    expect(answers.filter(({ status }) => status === 503).every(({ headers }) => Number(headers.get("retry-after")) > 0)).toBe(true);
    waits.sort((a, b) => a - b);
    expect(waits.length).toBeGreaterThan(20);
    expect(waits[waits.length >> 1]).toBeLessThan(100); // a hash takes about 40 ms of a core, and 129 of them wait in line
  });
});

describe("nobody learns who has an account", () => {
  test("time does not tell, when somebody registers", async () => {
    const known = (await newAccount()).email;
    const took: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 60; i++) {
      const kind = i % 2 === 0 ? "known" : "unknown";
      const body = wish(kind === "known" ? { email: known } : {});
      const begun = performance.now();
      (await client().post("/api/users", { body })).as(202);
      took[kind].push(performance.now() - begun);
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!;
    expect(Math.abs(median(took.known) - median(took.unknown))).toBeLessThan(0.4 * median(took.known));
  });
});

describe("how often", () => {
  const randomByte = () => Math.floor(Math.random() * 250) + 1;
  const from = (port: number, address: string, body: object, forwarded: string) =>
    sendRaw(port, postBytes("/api/users", JSON.stringify(body), { "X-Forwarded-For": forwarded }), address).then(([answer]) => answer!);

  test("one address of mail gets 5 mails, with and without Redis", async () => {
    for (const settings of [{}, { GELORA_REDIS_SOCKET: "/nowhere/redis.sock" }] as Record<string, string>[]) {
      const limited = await startUserService("user-limited", { GELORA_LIMITS: "on", ...settings });
      try {
        const timesAlone = () => limited.log().split("limits are counted by this instance alone").length;
        let answers: RawAnswer[];
        let before: number;
        do { // on a busy machine Redis is late by more than its 50 ms, and what was asked meanwhile is counted apart: anew then
          before = timesAlone();
          answers = [];
          const email = newEmail();
          for (let i = 0; i < 6; ++i) answers.push(await from(limited.port, "127.0.0.1", wish({ email: i % 2 ? email : email.toUpperCase() }), `10.0.0.${randomByte()}`));
        } while (!("GELORA_REDIS_SOCKET" in settings) && timesAlone() > before);
        expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429]);
        expect(problem(answers[5]!)).toBe("rate-limited");
        expect(Number(/^retry-after: (\d+)/im.exec(answers[5]!.head)![1])).toBeGreaterThan(500);
        if ("GELORA_REDIS_SOCKET" in settings) {
          await eventually("the log says that limits are local", () => Promise.resolve(limited.log().includes("limits are counted by this instance alone") || undefined));
        }
      } finally {
        await limited.stop();
      }
    }
  });

  test("a made-up X-Forwarded-For changes nothing: it is believed of the edge alone", async () => {
    // Redis counts for all instances and outlives a test; without it the count begins at nothing
    const limited = await startUserService("user-limited", { GELORA_LIMITS: "on", GELORA_REDIS_SOCKET: "/nowhere/redis.sock" });
    try {
      const count = async (address: string) => {
        const answers = await Promise.all(Array.from({ length: 140 }, (_, i) => from(limited.port, address, wish(), `10.${randomByte()}.1.${i}`)));
        return answers.filter(({ status }) => status === 429).length;
      };
      expect(await count("127.0.0.2")).toBeGreaterThan(0); // 120 at once, then one a second
      expect(await count("127.0.0.1")).toBe(0); // the edge, which overwrites what a client sent
    } finally {
      await limited.stop();
    }
  });

});

describe("the link", () => {
  test("names the configured origin, whatever Host says", async () => {
    for (const head of [{ Host: "evil.example" }, { Host: "evil.example", "X-Forwarded-Host": "evil.example", Forwarded: "host=evil.example" }] as Record<string, string>[]) {
      const body = wish();
      const [answer] = await sendRaw(one.port, postBytes("/api/users", JSON.stringify(body), head));
      expect(answer!.status).toBe(202);
      const [mail] = await waitForMails(body.email);
      expect(mail!.text + mail!.html).not.toContain("evil");
      expect(new URL(/https?:\/\/\S+/.exec(mail!.text)![0]).origin).toBe(new URL(url).origin);
    }
  });

  test("carries 256 bits that are stored as a hash, works once, and for 24 hours", async () => {
    const body = wish();
    (await client().post("/api/users", { body })).as(202);
    const token = tokenIn((await waitForMails(body.email))[0]!, "verify");
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const [row] = sql("gelora_user", `SELECT token_hash, expires_at_us - created_at_us, email, name, password_hash FROM pending_registrations WHERE email_key = '${body.email}'`);
    expect(row!.slice(0, 2)).toEqual([createHash("sha256").update(token).digest("hex"), String(24 * 3600 * 1e6)]);
    expect(row!.join()).not.toContain(token);
    await eventually("the mail has left the outbox", () => Promise.resolve(sql("gelora_user", `SELECT id, 0 FROM mail_outbox WHERE recipient = '${body.email}'`).length === 0 || undefined));

    sql("gelora_user", `UPDATE pending_registrations SET expires_at_us = expires_at_us - 86400000000 WHERE email_key = '${body.email}'`);
    expect((await client().post("/api/users/verifications", { body: { token } })).slug).toBe("token-expired");
    sql("gelora_user", `UPDATE pending_registrations SET expires_at_us = expires_at_us + 86400000000 WHERE email_key = '${body.email}'`);
    (await client().post("/api/users/verifications", { body: { token } })).as(200);
    expect((await client().post("/api/users/verifications", { body: { token } })).slug).toBe("token-expired");
  });

  test("50 identical posts at the same moment at two instances, then every link at once: one account, no 5xx", async () => {
    const body = wish();
    const bytes = postBytes("/api/users", JSON.stringify(body));
    const connections = await Promise.all(Array.from({ length: 50 }, (_, i) => openRaw((i % 2 ? one : two).port)));
    for (const connection of connections) connection.write(bytes.slice(0, -1));
    for (const connection of connections) connection.write(bytes.slice(-1)); // the last byte of all, in one turn
    const answers = (await Promise.all(connections.map(({ closed }) => closed))).flat();
    expect(answers.map(({ status, body: text }) => [status, text])).toEqual(Array.from({ length: 50 }, () => [202, '{"status":"verification_sent"}']));
    expect(waiting(body.email)).toBe(3);
    const mails = await waitForMails(body.email, 50);
    const links = mails.map((mail) => JSON.stringify({ token: tokenIn(mail, "verify") }));
    expect(new Set(links).size).toBe(50);
    const opened = (await Promise.all(links.map((link, i) => sendRaw((i % 2 ? one : two).port, postBytes("/api/users/verifications", link))))).flat();
    expect(opened.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 49 }, () => 410)]);
    expect([accounts(body.email), waiting(body.email)]).toEqual([1, 0]);
  });
});

describe("the database", () => {
  const schemas = { "user-service": "gelora_user", "booking-service": "gelora_booking", "payment-service": "gelora_payment" };
  test.each(Object.entries(schemas))("the user of %s may read and write rows of its schema, and nothing else", (service, schema) => {
    const grants = execFileSync(process.env["GELORA_STACK"]!, ["sql", "mysql", "--skip-column-names"], { input: `SHOW GRANTS FOR ${schema}@localhost`, encoding: "utf8" });
    const rights = grants.trim().split("\n").map((line) => line.replaceAll("`", "").replace(/ IDENTIFIED .*/, ""));
    // payment-service changes rows of each of its tables but the ledger's
    const [, whole, ...each] = rights;
    const tables = sql("information_schema", `SELECT table_name FROM tables WHERE table_schema = '${schema}' AND table_name <> 'ledger_entries'`).map(([name]) => name!);
    const by_table = service === "payment-service";
    expect(whole).toBe(`GRANT SELECT, INSERT${by_table ? "" : ", UPDATE, DELETE"} ON ${schema}.* TO ${schema}@localhost`);
    expect(each.sort()).toEqual(by_table ? tables.map((table) => `GRANT UPDATE, DELETE ON ${schema}.${table} TO ${schema}@localhost`).sort() : []);

    const settings = settingsOf(service);
    expect(settings["GELORA_DB_USER"]).toBe(schema);
    const ask = (statement: string) => {
      try {
        const password = readFileSync(settings["GELORA_DB_PASSWORD_FILE"]!, "utf8");
        return execFileSync("mariadb", ["--no-defaults", `-u${schema}`, `--socket=${process.env["GELORA_DB_SOCKET"]}`, schema, "-e", statement], { env: { ...process.env, MYSQL_PWD: password }, stdio: "pipe" }).toString();
      } catch (fault) {
        return String((fault as { stderr: Buffer }).stderr);
      }
    };
    expect(ask("SELECT number FROM instances LIMIT 1")).toContain("number");
    if (by_table) for (const statement of ["UPDATE ledger_entries SET amount_minor = 0", "DELETE FROM ledger_entries"]) expect(ask(statement)).toMatch(/denied/);
    const other = schema === "gelora_user" ? "gelora_booking" : "gelora_user";
    for (const statement of ["CREATE TABLE x (a INT)", "DROP TABLE instances", "ALTER TABLE instances ADD COLUMN a INT", `SELECT * FROM ${other}.instances`, "SELECT * FROM mysql.user", "SET GLOBAL general_log = ON", "SELECT 1 INTO OUTFILE '/tmp/gelora-x'"]) {
      expect([statement, ask(statement)]).toEqual([statement, expect.stringMatching(/denied|you need/)]);
    }
  });
});

describe("what is told", () => {
  test("10,000 made-up requests: no 5xx, no internals, nothing that a cache keeps", async () => {
    let state = 20261123; // the same every time
    const random = (below: number) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % below;
    const pick = <T>(values: readonly T[]) => values[random(values.length)]!;
    const atoms = ["null", "true", "1e999", "-0", '"x"', '""', '"\\u0000"', '"\\ud800"', "[]", "{}", '"\' OR 1=1 --"', '"a@b.example"', `"${"y".repeat(300)}"`, '"../../etc/passwd"', "NaN", '"%n%s"', '"${jndi:x}"'];
    const keys = ["email", "password", "name", "locale", "role", "constructor", "\\u0065mail"];
    const bodyOf = () => {
      const text = `{${Array.from({ length: random(6) }, () => `"${pick(keys)}":${pick(atoms)}`).join(",")}}`;
      const at = random(text.length);
      return [text, text.slice(0, at), text.slice(0, at) + String.fromCharCode(random(256)) + text.slice(at + 1), text + pick(atoms)][random(4)]!;
    };
    const wrong: string[] = [];
    const seen = new Set<number>();
    const ask = async () => {
      const body = bodyOf();
      const answer = await fetch(`${one.url}/api/users${pick(["", "", "?x=%00"])}`, {
        method: "POST",
        headers: { "Content-Type": pick(["application/json", "application/json", "application/json; charset=utf-7", "text/plain"]) },
        body: Buffer.from(body, "latin1"),
      });
      const text = await answer.text();
      seen.add(answer.status);
      const fine =
        answer.status < 500 && !/argon2|SELECT |INSERT |SQL|\.cpp|\/work|\/home|boost|std::/i.test(text) &&
        answer.headers.get("cache-control") === "no-store" && answer.headers.get("x-content-type-options") === "nosniff" &&
        (answer.status < 400 || answer.headers.get("content-type") === "application/problem+json");
      if (!fine) wrong.push(`${JSON.stringify(body)} → ${answer.status} ${text}`);
    };
    for (let i = 0; i < 10_000; i += 25) await Promise.all(Array.from({ length: 25 }, ask));
    expect(wrong.slice(0, 5)).toEqual([]);
    expect([...seen].sort()).toEqual([400, 415, 422]);
  });

  test("an answer has what is needed and nothing more", async () => {
    const answer = await client().post("/api/users", { body: wish() });
    expect([answer.status, answer.text]).toEqual([202, '{"status":"verification_sent"}']);
    expect([answer.headers.get("cache-control"), answer.headers.get("x-content-type-options")]).toEqual(["no-store", "nosniff"]);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test("a password, a token and an address are in no log", async () => {
    const canary = `kenari-${randomUUID()}`;
    const body = wish({ password: canary });
    const ask = (path: string, text: string, id: string) => sendRaw(one.port, postBytes(path, text, { "X-Request-Id": id, Authorization: `Bearer ${canary}`, Cookie: `gelora_refresh=${canary}` }));
    await ask("/api/users", JSON.stringify(body), "canary-1");
    await ask("/api/users", JSON.stringify(body).slice(0, -1), "canary-2");
    await ask("/api/users", JSON.stringify({ ...body, [canary]: canary }), "canary-3");
    await ask(`/api/users/${canary}?password=${canary}`, "{}", "canary-4");
    await ask("/api/sessions", JSON.stringify({ email: body.email, password: canary }), "canary-5");
    const token = tokenIn((await waitForMails(body.email))[0]!, "verify");
    await ask("/api/users/verifications", JSON.stringify({ token }), "canary-6");
    await ask("/api/sessions", JSON.stringify({ email: body.email, password: canary }), "canary-7");
    const log = await eventually("seven requests are in the log", () => Promise.resolve([1, 2, 3, 4, 5, 6, 7].every((i) => one.log().includes(`"canary-${i}"`)) ? one.log() : undefined));
    for (const secret of [canary, token, createHash("sha256").update(token).digest("hex"), body.email, "argon2id"]) expect(log.includes(secret)).toBe(false);
    const id = sql("gelora_user", `SELECT id, 0 FROM users WHERE email = '${body.email}'`)[0]![0]!;
    const audited = await eventually("the log-in is in the audit log", () => {
      const rows = sql("gelora_user", `SELECT event, detail FROM audit_log WHERE user_id = ${id} ORDER BY position`);
      return Promise.resolve(rows.length >= 2 ? rows : undefined);
    });
    expect(audited.map(([event]) => event)).toEqual(["account_created", "logged_in"]);
    expect(sql("gelora_user", `SELECT COUNT(*), 0 FROM audit_log WHERE detail LIKE '%${canary}%' OR detail LIKE '%@%'`)[0]![0]).toBe("0");
  });

  test("nothing that is sent in makes a second line of a log", async () => {
    const forged = '\n{"level":"error","message":"forged"}\n';
    const id = randomUUID();
    await sendRaw(one.port, postBytes("/api/users", JSON.stringify(wish({ name: `Ayu${forged}` })), { "X-Request-Id": `x${JSON.stringify(forged)}` }));
    await sendRaw(one.port, postBytes(`/api/users/${encodeURIComponent(forged)}`, "{}", { "User-Agent": JSON.stringify(forged) }));
    await sendRaw(one.port, postBytes("/api/sessions", JSON.stringify({ email: `a@b.example${forged}`, password: forged }), { "User-Agent": '"},{"message":"forged"' }));
    await sendRaw(one.port, postBytes("/api/users", "{}", { "X-Request-Id": id }));
    const log = await eventually("the last request is in the log", () => Promise.resolve(one.log().includes(id) ? one.log() : undefined));
    const messages = log.trim().split("\n").map((line) => (JSON.parse(line) as { message: string }).message); // each line is one object
    expect(messages).not.toContain("forged");
  });
});
