// The password, the second factor and the end of an account, black box.
import { describe, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { codeAt, stepNow } from "../support/totp.js";
import { eventually, sql } from "./buyers.js";
import { goodPassword, logIn, mailsTo, newAccount, url, waitForMails } from "./users_steps.js";

const client = () => createClient(url);
const wanted = "hujan-di-bulan-juni-8";
const faults = (answer: { body: unknown }) => (answer.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer).sort();

async function withSecondFactor() {
  const account = await newAccount();
  const fan = client();
  await logIn(fan, account);
  const { secret } = (await fan.post("/api/second-factor/totp", { body: { password: account.password } })).as(201);
  const { recovery_codes } = (await fan.post("/api/second-factor/totp/confirm", { body: { code: codeAt(secret, stepNow() - 1) } })).as(200);
  return { account, fan, secret, recovery_codes };
}

describe("a new password", () => {
  test("is set by who knows the old one; other devices are logged out, this one is not", async () => {
    const account = await newAccount();
    const [here, there] = [client(), client()];
    await logIn(here, account);
    await logIn(there, account);
    (await here.patch("/api/users/{id}", { params: { id: "me" }, body: { password: wanted, current_password: account.password } })).as(200);
    expect((await there.post("/api/sessions/refresh")).status).toBe(401);
    expect((await here.post("/api/sessions/refresh")).status).toBe(200);
    expect((await client().post("/api/sessions", { body: account })).slug).toBe("invalid-credentials");
    await logIn(client(), { email: account.email, password: wanted });
    await expect.poll(async () => (await mailsTo(account.email)).map((mail) => mail.subject).join()).toMatch(/kata sandi/i);
  });

  test("is refused without the old one, with a wrong one, and when it is weak; nothing changes", async () => {
    const account = await newAccount();
    const fan = client();
    await logIn(fan, account);
    const patch = (body: object) => fan.call("patch", "/api/users/{id}", { params: { id: "me" }, body });
    expect(faults(await patch({ password: wanted }))).toEqual(["/current_password"]);
    expect(faults(await patch({ current_password: account.password }))).toEqual(["/password"]);
    expect(faults(await patch({ password: wanted, current_password: "not this one at all", name: "Changed" }))).toEqual(["/current_password"]);
    expect(faults(await patch({ password: "short", current_password: account.password }))).toEqual(["/password"]);
    expect(faults(await patch({ password: "Ayu-Lestari-2026", current_password: account.password }))).toEqual(["/password"]);
    expect((await fan.get("/api/users/{id}", { params: { id: "me" } })).as(200).name).toBe("Ayu Lestari");
    await logIn(client(), account);
  });

  test("is nobody else's to set, not an admin's either", async () => {
    const fan = client();
    const { user } = await logIn(fan, await newAccount());
    const admin = client();
    await logIn(admin, { email: "admin@gelora.test", password: "Stadion-Penuh-2026" });
    const answer = await admin.patch("/api/users/{id}", { params: { id: user.id }, body: { password: wanted, current_password: goodPassword } });
    expect(answer.slug).toBe("not-found");
  });
});

describe("a second factor", () => {
  test("is asked for at log-in; each of its codes opens once", async () => {
    const { account, fan, secret } = await withSecondFactor();
    expect((await fan.get("/api/second-factor")).as(200)).toMatchObject({ totp: true, recovery_codes_left: 10 });
    const attempt = (more: object) => client().call("post", "/api/sessions", { body: { ...account, ...more } });
    expect([(await attempt({})).status, (await attempt({})).slug]).toEqual([401, "totp-required"]);
    expect((await attempt({ password: "wrong-password-here", totp: codeAt(secret, stepNow()) })).slug).toBe("invalid-credentials");
    expect((await attempt({ totp: codeAt(secret, stepNow() - 1) })).slug).toBe("totp-invalid"); // it switched the factor on
    expect((await attempt({ totp: codeAt(secret, stepNow() - 20) })).slug).toBe("totp-invalid");
    const code = codeAt(secret, stepNow());
    const answers = await Promise.all([attempt({ totp: code }), attempt({ totp: code }), attempt({ totp: code })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    expect(faults(await attempt({ totp: "12345" }))).toEqual(["/totp"]);
    await eventually("the mail that tells of it", async () => ((await mailsTo(account.email)).some(({ subject }) => /dua langkah/i.test(subject)) ? true : undefined));
  });

  test("has recovery codes, each good for one log-in, however it is typed", async () => {
    const { account, fan, recovery_codes } = await withSecondFactor();
    const attempt = (recovery_code: string) => client().call("post", "/api/sessions", { body: { ...account, recovery_code } });
    expect((await attempt(recovery_codes[0]!.toUpperCase().replace("-", " "))).status).toBe(201);
    expect((await attempt(recovery_codes[0]!)).slug).toBe("totp-invalid");
    expect((await attempt("aaaaa-aaaaa")).slug).toBe("totp-invalid");
    expect((await fan.get("/api/second-factor")).as(200).recovery_codes_left).toBe(9);
    const renewed = (await fan.post("/api/second-factor/recovery-codes", { body: { password: account.password } })).as(200).recovery_codes;
    expect((await attempt(recovery_codes[1]!)).slug).toBe("totp-invalid");
    expect((await attempt(renewed[1]!)).status).toBe(201);
    const other = await withSecondFactor();
    expect((await client().call("post", "/api/sessions", { body: { ...other.account, recovery_code: renewed[2]! } })).slug).toBe("totp-invalid");
  });

  test("is on only after a code was shown, and goes with the password", async () => {
    const account = await newAccount();
    const fan = client();
    await logIn(fan, account);
    const password = account.password;
    expect((await fan.post("/api/second-factor/totp/confirm", { body: { code: "123456" } })).slug).toBe("second-factor-off");
    expect(faults(await fan.post("/api/second-factor/totp", { body: { password: "not this one at all" } }))).toEqual(["/password"]);
    const first = (await fan.post("/api/second-factor/totp", { body: { password } })).as(201);
    expect(first.otpauth_uri).toContain(`secret=${first.secret}`);
    expect(first.qr_svg).toMatch(/^<svg /);
    await logIn(client(), account); // not on yet
    const second = (await fan.post("/api/second-factor/totp", { body: { password } })).as(201);
    expect(faults(await fan.post("/api/second-factor/totp/confirm", { body: { code: codeAt(first.secret, stepNow()) } }))).toEqual(["/code"]);
    (await fan.post("/api/second-factor/totp/confirm", { body: { code: codeAt(second.secret, stepNow()) } })).as(200);
    expect((await fan.post("/api/second-factor/totp", { body: { password } })).slug).toBe("second-factor-on");
    expect((await client().post("/api/sessions", { body: account })).slug).toBe("totp-required");
    expect((await fan.post("/api/second-factor/totp/removal", { body: { password } })).status).toBe(204);
    expect((await fan.post("/api/second-factor/totp/removal", { body: { password } })).slug).toBe("second-factor-off");
    await logIn(client(), account);
  });

  test("is nobody's who is not logged in", async () => {
    expect((await client().get("/api/second-factor")).slug).toBe("unauthenticated");
    expect((await client().post("/api/second-factor/totp", { body: { password: goodPassword } })).slug).toBe("unauthenticated");
  });
});

describe("an account that is erased", () => {
  test("is gone with its sessions, and its address is free again", async () => {
    const { account, fan } = await withSecondFactor();
    const id = (await fan.get("/api/users/{id}", { params: { id: "me" } })).as(200).id;
    expect((await fan.delete("/api/users/{id}", { params: { id: "me" } })).status).toBe(204);
    expect(["not-found", "unauthenticated"]).toContain((await fan.get("/api/users/{id}", { params: { id: "me" } })).slug); // a moment later only the latter
    expect((await fan.post("/api/sessions/refresh")).status).toBe(401);
    expect((await client().post("/api/sessions", { body: account })).slug).toBe("invalid-credentials");
    const admin = client();
    await logIn(admin, { email: "admin@gelora.test", password: "Stadion-Penuh-2026" });
    expect((await admin.get("/api/users/{id}", { params: { id } })).slug).toBe("not-found");
    expect((await waitForMails(account.email, 3))[0]!.subject).toMatch(/dihapus/i);
    expect((await client().post("/api/users", { body: { ...account, name: "Ayu", locale: "id" } })).status).toBe(202);
  });

  test("is erased by who logged in lately: a token left on a table is not enough", async () => {
    const account = await newAccount();
    const fan = client();
    const { user } = await logIn(fan, account);
    sql("gelora_user", `UPDATE sessions SET created_at_us = created_at_us - 901 * 1000000 WHERE user_id = ${user.id}`);
    expect((await fan.delete("/api/users/{id}", { params: { id: "me" } })).slug).toBe("log-in-again");
    await logIn(fan, account);
    (await fan.delete("/api/users/{id}", { params: { id: "me" } })).as(204);
  });

  test("is one's own, or an admin's to erase", async () => {
    const [fan, other, admin] = [client(), client(), client()];
    const { user } = await logIn(fan, await newAccount());
    await logIn(other, await newAccount());
    await logIn(admin, { email: "admin@gelora.test", password: "Stadion-Penuh-2026" });
    expect((await other.delete("/api/users/{id}", { params: { id: user.id } })).slug).toBe("not-found");
    expect((await fan.get("/api/users/{id}", { params: { id: user.id } })).status).toBe(200);
    expect((await admin.delete("/api/users/{id}", { params: { id: user.id } })).status).toBe(204);
    expect((await admin.delete("/api/users/{id}", { params: { id: user.id } })).slug).toBe("not-found");
  });
});
