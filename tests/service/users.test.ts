// user-service, black box: every answer is held against the contract by the client.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createClient, type Answer } from "../support/client.js";
import { routesOf } from "../support/contract.js";
import { goodPassword, logIn, mailsTo, newAccount, newEmail, register, tokenIn, url, waitForMails } from "./users_steps.js";

const client = () => createClient(url);
const faults = (answer: { body: unknown }) =>
  (answer.body as { errors: { pointer: string; message: string }[] }).errors.map((error) => error.pointer).sort();
const claims = (token: string) => JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;
const cookieOf = (answer: Answer<never> | { headers: Headers }) => answer.headers.getSetCookie().find((line) => line.startsWith("gelora_refresh="));

describe("the contract", () => {
  test("has the same routes as the service", () => {
    const folder = process.env["GELORA_BIN_DIR"] ?? fileURLToPath(new URL("../../build/release/bin", import.meta.url));
    const routes = JSON.parse(execFileSync(`${folder}/user-service`, ["routes"], { encoding: "utf8" })) as { method: string; path: string; access: string }[];
    const published = routes.filter(({ path }) => !path.startsWith("/internal/") && !["/healthz", "/readyz", "/metrics"].includes(path));
    const line = (method: string, path: string, bearer: boolean) => `${method} ${path}${bearer ? " bearer" : ""}`;
    expect(published.map((route) => line(route.method, route.path, route.access === "person")).sort()).toEqual(
      routesOf("user").map((route) => line(route.method, route.path, route.access === "bearer")).sort(),
    );
  });
});

describe("from registration to log-out", () => {
  test("the whole trip", async () => {
    const fan = client();
    const email = newEmail();
    expect((await fan.post("/api/users", { body: { email, password: goodPassword, name: "Ayu Lestari", locale: "en" } })).as(202)).toEqual({ status: "verification_sent" });
    const [mail] = await waitForMails(email);
    expect(mail!.subject).toBe("Confirm your address for Gelora");
    expect(mail!.html).toContain(`${url}/verify?token=`);

    const early = await fan.post("/api/sessions", { body: { email, password: goodPassword } });
    expect([early.status, early.slug]).toEqual([403, "email-unverified"]);
    const token = tokenIn(mail!, "verify");
    expect((await fan.post("/api/users/verifications", { body: { token } })).as(200)).toEqual({ status: "verified" });
    const again = await fan.post("/api/users/verifications", { body: { token } });
    expect([again.status, again.slug]).toEqual([410, "token-expired"]);

    const login = await fan.post("/api/sessions", { body: { email: email.toUpperCase(), password: goodPassword } });
    const session = login.as(201);
    expect(cookieOf(login)).toMatch(/^gelora_refresh=[\w-]{20,}; Path=\/api\/sessions; HttpOnly; Secure; SameSite=Strict/);
    expect(session.user).toMatchObject({ email, name: "Ayu Lestari", locale: "en", roles: ["customer"] });
    expect(claims(session.access_token)).toMatchObject({ iss: "gelora", sub: session.user.id, roles: ["customer"], orgs: [] });

    fan.token = session.access_token;
    expect((await fan.get("/api/users/{id}", { params: { id: "me" } })).as(200)).toEqual(session.user);
    expect((await fan.get("/api/sessions")).as(200).items).toMatchObject([{ current: true }]);

    const refreshed = (await fan.post("/api/sessions/refresh")).as(200);
    expect(claims(refreshed.access_token)["sid"]).toBe(claims(session.access_token)["sid"]);
    expect((await fan.delete("/api/sessions/current")).status).toBe(204);
    expect([...fan.cookies.keys()]).toEqual(["gelora_device"]); // the device stays known
    expect((await fan.post("/api/sessions/refresh")).slug).toBe("unauthenticated");
  });

  test("two tabs that refresh at once get the same successor, and both go on", async () => {
    const tab = client();
    await logIn(tab, await newAccount());
    const cookie = `gelora_refresh=${tab.cookies.get("gelora_refresh")}`;
    const both = await Promise.all([1, 2, 3].map(() => client().post("/api/sessions/refresh", { headers: { Cookie: cookie } })));
    const successors = both.map((answer) => (answer.as(200), cookieOf(answer)!.split(";")[0]!));
    expect(new Set(successors).size).toBe(1);
    expect(successors[0]).not.toBe(cookie);
    (await client().post("/api/sessions/refresh", { headers: { Cookie: successors[0]! } })).as(200);
  });

  test("an older refresh token ends the session", async () => {
    const thief = client();
    await logIn(thief, await newAccount());
    const first = `gelora_refresh=${thief.cookies.get("gelora_refresh")}`;
    (await thief.post("/api/sessions/refresh")).as(200);
    (await thief.post("/api/sessions/refresh")).as(200);
    expect((await client().post("/api/sessions/refresh", { headers: { Cookie: first } })).status).toBe(401);
    expect((await thief.post("/api/sessions/refresh")).status).toBe(401);
  });

  test("a cookie that was made up opens nothing", async () => {
    for (const value of ["", "x", "A".repeat(59), `${"A".repeat(5000)}`, "%00", "../../etc"]) {
      expect((await client().post("/api/sessions/refresh", { headers: { Cookie: `gelora_refresh=${value}` } })).status).toBe(401);
    }
    expect((await client().delete("/api/sessions/current")).status).toBe(401);
  });

  test("logs out by the access token when the cookie is gone", async () => {
    const fan = client();
    await logIn(fan, await newAccount());
    const cookie = `gelora_refresh=${fan.cookies.get("gelora_refresh")}`;
    fan.cookies.clear();
    expect((await fan.delete("/api/sessions/current")).status).toBe(204);
    expect((await client().post("/api/sessions/refresh", { headers: { Cookie: cookie } })).status).toBe(401);
  });

  test("one device can be logged out from another, and only by its owner", async () => {
    const account = await newAccount();
    const [phone, laptop, stranger] = [client(), client(), client()];
    await logIn(phone, account);
    await logIn(laptop, account);
    await logIn(stranger, await newAccount());
    const devices = (await laptop.get("/api/sessions")).as(200).items;
    const other = devices.find((device) => !device.current)!;
    expect(devices).toHaveLength(2);
    expect((await stranger.delete("/api/sessions/{id}", { params: { id: other.id } })).status).toBe(404);
    expect((await laptop.delete("/api/sessions/{id}", { params: { id: other.id } })).status).toBe(204);
    expect((await laptop.delete("/api/sessions/{id}", { params: { id: other.id } })).status).toBe(404);
    expect((await phone.post("/api/sessions/refresh")).status).toBe(401);
    (await laptop.post("/api/sessions/refresh")).as(200);
  });
});

describe("nobody learns who has an account", () => {
  test("registration answers alike, byte for byte, and the owner gets a notice", async () => {
    const known = await newAccount();
    const body = (email: string) => ({ body: { email, password: goodPassword, name: "Somebody Else" } });
    const [taken, free] = [await client().post("/api/users", body(known.email)), await client().post("/api/users", body(newEmail()))];
    expect([taken.status, taken.text]).toEqual([free.status, free.text]);
    const mails = await waitForMails(known.email, 2);
    expect(mails[0]!.subject).toMatch(/sudah punya akun/);
    expect(mails[0]!.text).not.toMatch(/token=|Somebody/);
    expect((await client().post("/api/sessions", { body: known })).status).toBe(201);
  });

  test("log-in and reset answer alike", async () => {
    const known = await newAccount();
    const wrong = await client().post("/api/sessions", { body: { email: known.email, password: "not-my-password" } });
    const nobody = await client().post("/api/sessions", { body: { email: newEmail(), password: "not-my-password" } });
    const nonsense = await client().post("/api/sessions", { body: { email: "no address", password: "not-my-password" } });
    const shown = (answer: typeof wrong) => [answer.status, answer.text.replace(/"request_id":"[^"]*"/, "")];
    expect(wrong.slug).toBe("invalid-credentials");
    expect(shown(nobody)).toEqual(shown(wrong));
    expect(shown(nonsense)).toEqual(shown(wrong));
    const resets = [known.email, newEmail()].map((email) => client().post("/api/password-resets", { body: { email } }));
    const [one, two] = await Promise.all(resets);
    expect([one!.status, one!.text]).toEqual([two!.status, two!.text]);
  });

  test("time does not tell either", async () => {
    const known = (await newAccount()).email;
    const took: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 24; i++) {
      const kind = i % 2 === 0 ? "known" : "unknown";
      const began = performance.now();
      await client().post("/api/sessions", { body: { email: kind === "known" ? known : newEmail(), password: "not-my-password" } });
      took[kind].push(performance.now() - began);
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!;
    expect(Math.abs(median(took.known) - median(took.unknown))).toBeLessThan(0.4 * median(took.known));
  });
});

describe("registrations that wait", () => {
  test("each has its own password and link; the first link opened makes the account and ends the others", async () => {
    const email = newEmail();
    const passwords = ["pertama-sekali-11", "kedua-kalinya-22"];
    await register(client(), email, passwords[0]);
    await waitForMails(email, 1);
    await register(client(), email, passwords[1]);
    const [second, first] = await waitForMails(email, 2);
    (await client().post("/api/users/verifications", { body: { token: tokenIn(first!, "verify") } })).as(200);
    expect((await client().post("/api/users/verifications", { body: { token: tokenIn(second!, "verify") } })).status).toBe(410);
    expect((await client().post("/api/sessions", { body: { email, password: passwords[0]! } })).status).toBe(201);
    expect((await client().post("/api/sessions", { body: { email, password: passwords[1]! } })).status).toBe(401);
  });

  test("20 at once and then every link: one account, at most three links that work, no 5xx", async () => {
    const email = newEmail();
    const asked = await Promise.all(Array.from({ length: 20 }, () => client().post("/api/users", { body: { email, password: goodPassword, name: "Ayu" } })));
    expect(new Set(asked.map((answer) => answer.status))).toEqual(new Set([202]));
    const mails = await waitForMails(email, 20);
    const opened = await Promise.all(mails.map((mail) => client().post("/api/users/verifications", { body: { token: tokenIn(mail, "verify") } })));
    const statuses = opened.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 410)).toHaveLength(19);
  });

  test("the link in a mail comes from the configuration, not from Host", async () => {
    const email = newEmail();
    (await client().post("/api/users", { body: { email, password: goodPassword, name: "Ayu" }, headers: { "X-Forwarded-Host": "evil.example" } })).as(202);
    const [mail] = await waitForMails(email);
    expect(mail!.text + mail!.html).not.toContain("evil");
    expect(tokenIn(mail!, "verify")).toMatch(/^[\w-]{43}$/);
  });
});

describe("what is sent in", () => {
  test("all faults of a registration come at once", async () => {
    const answer = await client().call("post", "/api/users", { body: { email: "no address", password: "short", name: " ", locale: "fr", role: "admin", id: "1" } });
    expect([answer.status, answer.slug]).toEqual([422, "invalid-request"]);
    expect(faults(answer)).toEqual(["/email", "/id", "/locale", "/name", "/password", "/role"]);
    expect(faults(await client().call("post", "/api/users", { body: {} }))).toEqual(["/email", "/name", "/password"]);
  });

  test.each([
    ["11 characters", "sebelas-11x"],
    ["one of the most used", "Password 1234"],
    ["few different characters", "aaaaaaaaaaaaaaaa"],
    ["its owner's name", "AyuLestari2026"],
    ["our name", "gelora-gelora-2026"],
    ["257 bytes", "ab1-".repeat(64) + "x"],
  ])("refuses a password: %s", async (_, password) => {
    const answer = await client().post("/api/users", { body: { email: newEmail(), password, name: "Ayu Lestari" } });
    expect([answer.status, faults(answer)]).toEqual([422, ["/password"]]);
  });

  test("nothing put into an address or a name reaches a mail's head", async () => {
    for (const email of ["ayu@example.com\r\nBcc: all@example.com", "ayu@example.com\n", "<ayu@example.com>", "ayu@example.com,budi@example.com"]) {
      const answer = await client().post("/api/users", { body: { email, password: goodPassword, name: "Ayu" } });
      if (email.trim() === "ayu@example.com") expect(answer.status).toBe(202);
      else expect([answer.status, faults(answer)]).toEqual([422, ["/email"]]);
    }
    expect(faults(await client().post("/api/users", { body: { email: newEmail(), password: goodPassword, name: "Ayu\r\nBcc: x@example.com" } }))).toEqual(["/name"]);
    expect(await mailsTo("all@example.com")).toEqual([]);
  });

  test.each(["/api/users", "/api/users/verifications", "/api/sessions", "/api/password-resets", "/api/password-resets/confirm"] as const)("%s refuses what is no JSON object", async (path) => {
    const cases: [string, string, number, string][] = [
      ["{", "application/json", 400, "malformed-json"],
      ["", "application/json", 400, "malformed-json"],
      ["[".repeat(10_000), "application/json", 400, "malformed-json"],
      ["{\"email\":\"\xff\"", "application/json", 400, "malformed-json"],
      ["[]", "application/json", 422, "invalid-request"],
      ["null", "application/json", 422, "invalid-request"],
      ["email=a@example.com", "application/x-www-form-urlencoded", 415, "unsupported-media-type"],
      ["{}", "text/plain", 415, "unsupported-media-type"],
      [JSON.stringify({ email: "x".repeat(17_000) }), "application/json", 413, "content-too-large"],
    ];
    for (const [raw, type, status, slug] of cases) {
      const answer = await client().call("post", path, { raw, headers: { "Content-Type": type } });
      expect([raw.slice(0, 20), answer.status, answer.slug]).toEqual([raw.slice(0, 20), status, slug]);
    }
  });

  test("another method is refused with the methods that are allowed", async () => {
    const answer = await client().call("patch", "/api/users", { unchecked: true });
    expect([answer.status, answer.slug]).toEqual([405, "method-not-allowed"]);
    expect(answer.headers.get("allow")).toContain("POST");
  });

  test("any type in any field: no 5xx, no internals", async () => {
    const values: unknown[] = [null, true, 1, -1.5, "", "\u0000", "'; DROP TABLE users; --", "\ud83d\ude00".repeat(200), [], {}, ["x"], { a: { b: {} } }];
    const shapes = { "/api/users": ["email", "password", "name", "locale"], "/api/sessions": ["email", "password", "totp"], "/api/users/verifications": ["token"], "/api/password-resets/confirm": ["token", "password"] };
    for (const [path, fields] of Object.entries(shapes)) {
      for (const field of fields) {
        for (const value of values) {
          const body = { ...Object.fromEntries(fields.map((name) => [name, name === "email" ? newEmail() : goodPassword])), [field]: value };
          const answer = await client().call("post", path, { body });
          expect(answer.status, `${path} ${field}=${JSON.stringify(value)}: ${answer.text}`).toBeLessThan(500);
          expect(answer.text).not.toMatch(/argon2|SELECT|INSERT|\/work|\.cpp/);
        }
      }
    }
  });
});

describe("an account", () => {
  test("is changed by its owner", async () => {
    const fan = client();
    const { user } = await logIn(fan, await newAccount());
    expect((await fan.patch("/api/users/{id}", { params: { id: "me" }, body: { name: " Ayu L. ", locale: "en" } })).as(200)).toEqual({ ...user, name: "Ayu L.", locale: "en" });
    expect((await fan.get("/api/users/{id}", { params: { id: user.id } })).as(200)).toMatchObject({ name: "Ayu L.", locale: "en" });
    expect((await fan.call("patch", "/api/users/{id}", { params: { id: "me" }, body: {} })).status).toBe(422);
    expect(faults(await fan.call("patch", "/api/users/{id}", { params: { id: "me" }, body: { roles: ["admin"], name: "" } }))).toEqual(["/name", "/roles"]);
  });

  test("is nobody else's business", async () => {
    const [fan, other] = [client(), client()];
    await logIn(fan, await newAccount());
    const { user } = await logIn(other, await newAccount());
    for (const id of [user.id, "1", "0", "abc", "9223372036854775808", "-1"]) {
      expect((await fan.get("/api/users/{id}", { params: { id } })).slug).toBe("not-found");
      expect((await fan.patch("/api/users/{id}", { params: { id }, body: { name: "Mine" } })).slug).toBe("not-found");
    }
    expect((await client().get("/api/users/{id}", { params: { id: "me" } })).slug).toBe("unauthenticated");
    for (const token of ["x", "a.b.c", `${fan.token}x`, fan.token!.replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString("base64url"))]) {
      const forged = client();
      forged.token = token;
      expect((await forged.get("/api/users/{id}", { params: { id: "me" } })).status).toBe(401);
    }
  });

  test("an admin sees everybody's", async () => {
    const [admin, fan] = [client(), client()];
    const { user } = await logIn(fan, await newAccount());
    expect((await logIn(admin, { email: "admin@gelora.test", password: "Stadion-Penuh-2026" })).user.roles).toContain("admin");
    expect((await admin.get("/api/users/{id}", { params: { id: user.id } })).as(200)).toEqual(user);
  });
});

describe("a forgotten password", () => {
  test("is set anew by the link, once, and ends every session", async () => {
    const account = await newAccount();
    const fan = client();
    await logIn(fan, account);
    expect((await client().post("/api/password-resets", { body: { email: account.email } })).as(202)).toEqual({ status: "reset_sent" });
    const token = tokenIn((await waitForMails(account.email, 2))[0]!, "reset");
    const weak = await client().post("/api/password-resets/confirm", { body: { token, password: "Ayu-Lestari-2026" } });
    expect([weak.status, faults(weak)]).toEqual([422, ["/password"]]);
    const password = "bukit-hijau-tenang-31";
    expect((await client().post("/api/password-resets/confirm", { body: { token, password } })).status).toBe(204);
    expect((await client().post("/api/password-resets/confirm", { body: { token, password } })).slug).toBe("token-expired");
    expect((await fan.post("/api/sessions/refresh")).status).toBe(401);
    expect((await client().post("/api/sessions", { body: account })).slug).toBe("invalid-credentials");
    (await client().post("/api/sessions", { body: { email: account.email, password } })).as(201);
    expect((await waitForMails(account.email, 3))[0]!.subject).toMatch(/telah diubah/);
  });

  test("a token that was made up is expired", async () => {
    const answer = await client().post("/api/password-resets/confirm", { body: { token: "x".repeat(43), password: goodPassword } });
    expect([answer.status, answer.slug]).toEqual([410, "token-expired"]);
  });
});

describe("pages of others", () => {
  test.each(["https://evil.example", "null", "http://localhost:1", "https://localhost", `${url}.evil.example`])("Origin %s is refused where a cookie counts", async (origin) => {
    const fan = client();
    const account = await newAccount();
    await logIn(fan, account);
    const headers = { Origin: origin };
    expect((await fan.post("/api/sessions", { body: account, headers })).slug).toBe("foreign-origin");
    expect((await fan.post("/api/sessions/refresh", { headers })).slug).toBe("foreign-origin");
    expect((await fan.delete("/api/sessions/current", { headers })).slug).toBe("foreign-origin");
    expect((await fan.post("/api/sessions/refresh", { headers: { Origin: url } })).status).toBe(200);
  });

  test("no answer allows another origin to read it", async () => {
    const answer = await client().post("/api/sessions/refresh", { headers: { Origin: "https://evil.example" } });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

test("the keys that verify access tokens are public", async () => {
  const { keys } = (await client().get("/.well-known/jwks.json")).as(200);
  expect(keys).toHaveLength(1);
  expect(keys[0]).not.toHaveProperty("d");
});
