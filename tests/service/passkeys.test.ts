// Passkeys at user-service, by an authenticator in software. A real browser with Chromium's own: tests/e2e.
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Authenticator, type Algorithm, type Bend } from "../support/authenticator.js";
import { createClient, type Client } from "../support/client.js";
import { codeAt, stepNow } from "../support/totp.js";
import { sql } from "./buyers.js";
import { logIn, mailsTo, newAccount, url } from "./users_steps.js";

const client = () => createClient(url);
const claims = (token: string) => JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;

async function begin(fan: Client, password: string) {
  return (await fan.post("/api/passkeys/options", { body: { password } })).as(201);
}

async function withPasskey(algorithm: Algorithm = "ES256", counts = false) {
  const account = await newAccount();
  const fan = client();
  await logIn(fan, account);
  const key = new Authenticator(url, algorithm, counts);
  const options = await begin(fan, account.password);
  const passkey = (await fan.post("/api/passkeys", { body: { name: "Ponsel", ...key.create(options) } })).as(201);
  return { account, fan, key, passkey };
}

const challenge = async (who: Client) => (await who.post("/api/sessions/passkey/options")).as(201);
const open = async (key: Authenticator, bend: Bend = {}, who = client()) => who.post("/api/sessions/passkey", { body: key.get(await challenge(who), bend) });

describe("a passkey", () => {
  test.each(["ES256", "EdDSA", "RS256"] as const)("of %s opens its account, with both factors at once", async (algorithm) => {
    const { account, fan, key, passkey } = await withPasskey(algorithm);
    expect(passkey).toMatchObject({ name: "Ponsel", last_used_at: null });
    const there = client();
    const session = (await open(key, {}, there)).as(201);
    expect(session.user.email).toBe(account.email);
    expect(claims(session.access_token)).toMatchObject({ sub: session.user.id, mfa: true });
    there.token = session.access_token;
    expect((await there.get("/api/sessions")).as(200).items[0]).toMatchObject({ current: true, second_factor: true });
    expect((await fan.get("/api/passkeys")).as(200).items).toMatchObject([{ id: passkey.id, name: "Ponsel", last_used_at: expect.any(String) as string }]);
    await expect.poll(async () => (await mailsTo(account.email)).map(({ subject }) => subject).join()).toMatch(/passkey ditambahkan/i);
  });

  test("is asked for again by its password, and is nobody else's to see or remove", async () => {
    const { account, fan, key, passkey } = await withPasskey();
    const other = client();
    await logIn(other, await newAccount());
    expect((await fan.post("/api/passkeys/options", { body: { password: "bukan-kata-sandi-itu" } })).as(422)).toMatchObject({ errors: [{ pointer: "/password" }] });
    expect((await other.get("/api/passkeys")).as(200).items).toEqual([]);
    const removal = { params: { id: passkey.id }, body: { password: account.password } };
    expect((await other.post("/api/passkeys/{id}/removal", removal)).status).toBe(404);
    expect((await fan.post("/api/passkeys/{id}/removal", { ...removal, body: { password: "bukan-kata-sandi-itu" } })).status).toBe(422);
    (await open(key)).as(201);
    (await fan.post("/api/passkeys/{id}/removal", removal)).as(204);
    expect((await open(key)).slug).toBe("passkey-invalid");
    expect((await fan.post("/api/passkeys/{id}/removal", removal)).status).toBe(404);
  });

  test("is kept once, for one account", async () => {
    const { account, fan, key } = await withPasskey();
    const options = await begin(fan, account.password);
    expect(options.exclude).toEqual([key.credentialId.toString("base64url")]);
    expect((await fan.post("/api/passkeys", { body: { name: "Lagi", ...key.create(options) } })).slug).toBe("passkey-known");
    const other = client();
    const theirs = await newAccount();
    await logIn(other, theirs);
    const again = await begin(other, theirs.password);
    expect((await other.post("/api/passkeys", { body: { name: "Curian", ...key.create(again) } })).slug).toBe("passkey-known");
  });

  test("there are ten at most", async () => {
    const { account, fan } = await withPasskey();
    for (let i = 2; i <= 10; i += 1) (await fan.post("/api/passkeys", { body: { name: `Kunci ${i}`, ...new Authenticator(url).create(await begin(fan, account.password)) } })).as(201);
    const more = await fan.post("/api/passkeys", { body: { name: "Kunci 11", ...new Authenticator(url).create(await begin(fan, account.password)) } });
    expect([more.slug, (more.body as { limit: number }).limit]).toEqual(["too-many", 10]);
  });

  test("is the second step after a password, in place of a code", async () => {
    const { account, fan, key } = await withPasskey();
    const { secret } = (await fan.post("/api/second-factor/totp", { body: { password: account.password } })).as(201);
    (await fan.post("/api/second-factor/totp/confirm", { body: { code: codeAt(secret, stepNow()) } })).as(200);
    const there = client();
    const asked = (await there.post("/api/sessions", { body: account })).as(401) as { passkey: Parameters<Authenticator["get"]>[0] & { allow: string[] } };
    expect(asked.passkey.allow).toEqual([key.credentialId.toString("base64url")]);
    const stranger = await withPasskey();
    const wrong = await there.post("/api/sessions", { body: { ...account, passkey: stranger.key.get(asked.passkey) } });
    expect(wrong.slug).toBe("totp-invalid");
    const session = (await there.post("/api/sessions", { body: { ...account, passkey: key.get(asked.passkey) } })).as(201);
    expect(claims(session.access_token)["mfa"]).toBe(true);
  });
});

describe("what is refused at log-in", () => {
  const bent: [string, Bend][] = [
    ["another origin", { origin: "https://evil.example" }],
    ["a page inside another's", { crossOrigin: true }],
    ["the other ceremony", { type: "webauthn.create" }],
    ["another relying party", { rp: "evil.example" }],
    ["no user who was verified", { flags: 0x01 }],
    ["no user who was there", { flags: 0x04 }],
    ["a challenge that was never given", { challenge: randomBytes(40).toString("base64url") }],
    ["an empty challenge", { challenge: "" }],
    ["data that was not signed", { data: (data) => Buffer.concat([data.subarray(0, 36), Buffer.from([data[36]! ^ 1])]) }],
    ["a signature with a bit turned", { signature: (signature) => Buffer.concat([signature.subarray(0, -1), Buffer.from([signature.at(-1)! ^ 1])]) }],
    ["a signature cut short", { signature: (signature) => signature.subarray(0, 10) }],
    ["data cut short", { data: (data) => data.subarray(0, 20) }],
    ["data with more behind it", { data: (data) => Buffer.concat([data, Buffer.alloc(40)]) }],
  ];
  test.each(bent)("%s", async (_, bend) => {
    const { key } = await withPasskey();
    expect((await open(key, bend)).slug).toBe("passkey-invalid");
    (await open(key)).as(201); // and the right one opens
  });

  test("an answer that was used", async () => {
    const { key } = await withPasskey();
    const there = client();
    const answer = key.get(await challenge(there));
    (await there.post("/api/sessions/passkey", { body: answer })).as(201);
    expect((await there.post("/api/sessions/passkey", { body: answer })).slug).toBe("passkey-invalid");
  });

  test("one answer sent ten times at once opens once", async () => {
    const { key } = await withPasskey();
    const answer = key.get(await challenge(client()));
    const all = await Promise.all(Array.from({ length: 10 }, () => client().post("/api/sessions/passkey", { body: answer })));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(all.filter(({ slug }) => slug === "passkey-invalid")).toHaveLength(9);
  });

  test("a challenge to add one, and one of somebody else's to add", async () => {
    const { account, fan, key } = await withPasskey();
    const toAdd = await begin(fan, account.password);
    const there = client();
    expect((await there.post("/api/sessions/passkey", { body: key.get({ challenge: toAdd.challenge, rp_id: toAdd.rp.id }) })).slug).toBe("passkey-invalid");
    const other = client();
    await logIn(other, await newAccount());
    const taken = await other.post("/api/passkeys", { body: { name: "Curian", ...new Authenticator(url).create(toAdd) } });
    expect(taken.as(422)).toMatchObject({ errors: [{ pointer: "/authenticator_data" }] });
  });

  test("a copy: the counter goes back", async () => {
    const { key } = await withPasskey("ES256", true);
    (await open(key)).as(201);
    (await open(key, { count: 50 })).as(201);
    expect((await open(key, { count: 50 })).slug).toBe("passkey-invalid");
    expect((await open(key, { count: 3 })).slug).toBe("passkey-invalid");
    (await open(key, { count: 51 })).as(201);
  });

  test("another site's page", async () => {
    const answer = await client().post("/api/sessions/passkey/options", { headers: { Origin: "https://evil.example" } });
    expect([answer.status, answer.slug]).toEqual([403, "foreign-origin"]);
  });

  test("what is not of the form, all faults at once", async () => {
    const answer = await client().post("/api/sessions/passkey", { body: { credential_id: "", client_data_json: "***", authenticator_data: 7, extra: 1 } as never });
    const pointers = (answer.as(422) as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort();
    expect(pointers).toEqual(["/authenticator_data", "/client_data_json", "/credential_id", "/extra", "/signature"]);
  });
});

describe("what is refused when one is added", () => {
  test.each<[string, Bend]>([
    ["another origin", { origin: "https://evil.example" }],
    ["the other ceremony", { type: "webauthn.get" }],
    ["another relying party", { rp: "evil.example" }],
    ["no user who was verified", { flags: 0x41 }],
    ["no credential", { flags: 0x05 }],
    ["data cut short", { data: (data) => data.subarray(0, -7) }],
    ["a key of a kind that is unknown", { data: (data) => Buffer.concat([data.subarray(0, 37 + 18 + 32), Buffer.from("a1010a", "hex")]) }],
  ])("%s", async (_, bend) => {
    const account = await newAccount();
    const fan = client();
    await logIn(fan, account);
    const body = { name: "Ponsel", ...new Authenticator(url).create(await begin(fan, account.password), bend) };
    expect((await fan.post("/api/passkeys", { body })).as(422)).toMatchObject({ errors: [{ pointer: "/authenticator_data" }] });
    expect((await fan.get("/api/passkeys")).as(200).items).toEqual([]);
  });

  test("a challenge that was used", async () => {
    const account = await newAccount();
    const fan = client();
    await logIn(fan, account);
    const options = await begin(fan, account.password);
    (await fan.post("/api/passkeys", { body: { name: "Satu", ...new Authenticator(url).create(options) } })).as(201);
    expect((await fan.post("/api/passkeys", { body: { name: "Dua", ...new Authenticator(url).create(options) } })).status).toBe(422);
  });
});

test("what is kept of a passkey opens nothing by itself", async () => {
  const { key } = await withPasskey();
  const [row] = sql("gelora_user", `SELECT HEX(public_key), algorithm FROM passkeys WHERE credential_id = UNHEX('${key.credentialId.toString("hex")}')`);
  expect(row![1]).toBe("-7");
  expect(row![0]).toHaveLength(128); // x and y of the public key, and no more
});
