// Where somebody is logged in: the list, what is told by mail, what a stolen password and a stolen cookie are good for.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { sql } from "./buyers.js";
import { startUserService, type UserInstance } from "./user_instance.js";
import { logIn, mailsTo, newAccount, url, waitForMail } from "./users_steps.js";

const client = () => createClient(url);
const newLogIn = /masuk baru/i;
const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);

describe("my devices", () => {
  test("tell what they are, where they last came from and how they were opened", async () => {
    const account = await newAccount();
    const fan = client();
    const body = { email: account.email, password: account.password };
    fan.token = (await fan.post("/api/sessions", { body, headers: { "User-Agent": "Firefox on Android" } })).as(201).access_token;
    const [device] = (await fan.get("/api/sessions")).as(200).items;
    expect(device).toMatchObject({ user_agent: "Firefox on Android", current: true, second_factor: false });
    expect(device!.address).toMatch(/^(127\.0\.0\.1|::1)$/);
    (await fan.post("/api/sessions/refresh", { headers: { "User-Agent": "Firefox on Android, newer" } })).as(200);
    expect((await fan.get("/api/sessions")).as(200).items[0]!.user_agent).toBe("Firefox on Android, newer");
  });

  test("all others can be logged out at once", async () => {
    const account = await newAccount();
    const [here, ...others] = [client(), client(), client()];
    for (const one of [here, ...others]) await logIn(one, account);
    expect((await here.get("/api/sessions")).as(200).items).toHaveLength(3);
    (await here.delete("/api/sessions")).as(204);
    expect((await here.get("/api/sessions")).as(200).items).toMatchObject([{ current: true }]);
    for (const one of others) {
      expect((await one.post("/api/sessions/refresh")).status).toBe(401);
      await expect.poll(async () => (await one.get("/api/sessions")).status, { timeout: 1000 }).toBe(401);
    }
    (await here.post("/api/sessions/refresh")).as(200);
  });
});

test("of one person fifty sessions last; the oldest makes room", async () => {
  const account = await newAccount();
  const first = client();
  const { user } = await logIn(first, account);
  for (let round = 0; round < 5; round += 1) await Promise.all(Array.from({ length: 10 }, () => client().post("/api/sessions", { body: account }).then((answer) => answer.as(201))));
  expect(sql("gelora_user", `SELECT COUNT(*), 0 FROM sessions WHERE user_id = ${user.id} AND ended_at_us IS NULL`)[0]![0]).toBe("50");
  expect((await first.post("/api/sessions/refresh")).status).toBe(401);
});

describe("a mail", () => {
  test("tells of a log-in on a new device, and of none on the first or a known one", async () => {
    const account = await newAccount();
    const phone = client();
    await logIn(phone, account);
    (await phone.delete("/api/sessions/current")).as(204);
    await logIn(phone, account); // the cookie of the device is still there
    const laptop = client();
    await logIn(laptop, account);
    const mail = await waitForMail(account.email, newLogIn);
    expect(mail.text).toMatch(/127\.0\.0\.1|::1/);
    expect((await subjects(account.email)).filter((subject) => newLogIn.test(subject))).toHaveLength(1);
  });

  test("tells the owner when a copied log-in was used, and it is ended", async () => {
    const account = await newAccount();
    const owner = client();
    await logIn(owner, account);
    const copied = `gelora_refresh=${owner.cookies.get("gelora_refresh")}`;
    (await owner.post("/api/sessions/refresh")).as(200);
    const { access_token } = (await owner.post("/api/sessions/refresh")).as(200);
    owner.token = access_token;
    (await owner.get("/api/sessions")).as(200);
    expect((await client().post("/api/sessions/refresh", { headers: { Cookie: copied } })).status).toBe(401);
    await waitForMail(account.email, /kami keluarkan/i);
    await expect.poll(async () => (await owner.get("/api/sessions")).status, { timeout: 1000 }).toBe(401);
    expect((await owner.post("/api/sessions/refresh")).status).toBe(401);
  });
});

describe("guessing at an account", () => {
  let limited: UserInstance;
  beforeAll(async () => {
    limited = await startUserService("user-limited", { GELORA_LIMITS: "on" });
  });
  afterAll(() => limited?.stop());
  const at = () => createClient(limited.url);
  const guess = (who: ReturnType<typeof at>, email: string, i: number) => who.post("/api/sessions", { body: { email, password: `tebakan-yang-salah-${i}` } });

  test("costs whoever guesses, not the owner on a known device", async () => {
    const account = await newAccount();
    const owner = at();
    await logIn(owner, account);
    const attacker = at();
    const answers = [];
    for (let i = 0; i < 14; i += 1) answers.push(await guess(attacker, account.email, i));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]!.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await at().post("/api/sessions", { body: account })).status).toBe(429); // the right password, from nowhere
    await logIn(owner, account);
  });

  test("a device that is known for one account is none for another, and a cookie that was made up is none", async () => {
    const [mine, theirs] = [await newAccount(), await newAccount()];
    const known = at();
    await logIn(known, mine);
    for (let i = 0; i < 11; i += 1) await guess(at(), theirs.email, i);
    expect((await known.post("/api/sessions", { body: theirs })).status).toBe(429);
    const cookie = known.cookies.get("gelora_device")!;
    for (const value of ["x", `${cookie.slice(0, -2)}AA`, cookie.slice(4), "A".repeat(64)])
      expect((await at().post("/api/sessions", { body: theirs, headers: { Cookie: `gelora_device=${value}` } })).status).toBe(429);
  });

  test("a hundred and fifty people behind one address log in; of one address failures are counted", async () => {
    const alone = await startUserService("user-stadium", { GELORA_LIMITS: "on", GELORA_REDIS_SOCKET: "/nowhere/redis.sock" });
    try {
      const here = () => createClient(alone.url);
      const people = await Promise.all(Array.from({ length: 15 }, () => newAccount()));
      const comes = async (body: (typeof people)[0]) => {
        (await here().post("/api/sessions/passkey/options")).as(201); // what the page asks for when it opens
        (await here().post("/api/sessions", { body })).as(201);
      };
      for (let round = 0; round < 10; round += 1) await Promise.all(people.map(comes));
      const guesses = Array.from({ length: 10 }, (_, round) => Array.from({ length: 15 }, (__, i) => `nobody-${round}-${i}@example.com`));
      const statuses: number[] = [];
      for (const some of guesses) statuses.push(...(await Promise.all(some.map((email, i) => guess(here(), email, i)))).map(({ status }) => status));
      expect(statuses.slice(0, 100)).not.toContain(429);
      expect(statuses).toContain(429);
    } finally {
      await alone.stop();
    }
  });

  test("a known device guesses no more often than others", async () => {
    const account = await newAccount();
    const owner = at();
    await logIn(owner, account);
    let refused = 0;
    for (let i = 0; i < 14; i += 1) refused += (await guess(owner, account.email, i)).status === 429 ? 1 : 0;
    expect(refused).toBeGreaterThan(0);
  });
});
