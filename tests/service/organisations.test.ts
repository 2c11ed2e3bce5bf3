// Organisations, their people and their machines: what each step does. Who may do it: authorization.test.ts.
import { describe, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { sql } from "./buyers.js";
import { join, newOrganisation, newPerson, refresh } from "./organisers.js";
import { startUserService } from "./user_instance.js";
import { logIn, newAccount, newEmail, tokenIn, url, waitForMail } from "./users_steps.js";

const anyone = () => createClient(url);
const claims = (token: string) => JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as { orgs: unknown; kind?: string; roles: string[]; exp: number; iat: number };

describe("an organisation", () => {
  test("is founded by anybody, whose next token says so, and renamed by its owner", async () => {
    const fan = await newPerson();
    const founded = (await fan.client.post("/api/organisations", { body: { name: "  Nada Raya  " } })).as(201);
    expect(founded).toMatchObject({ name: "Nada Raya", role: "owner" });
    expect(claims(fan.client.token!).orgs).toEqual([]);
    const session = (await fan.client.post("/api/sessions/refresh")).as(200);
    expect(claims(session.access_token).orgs).toEqual([{ id: founded.id, role: "owner" }]);
    expect(session.organisations).toEqual([founded]);
    fan.client.token = session.access_token;
    expect((await fan.client.get("/api/organisations")).as(200).items).toEqual([founded]);
    expect((await fan.client.patch("/api/organisations/{id}", { params: { id: founded.id }, body: { name: "Nada Baru" } })).as(200).name).toBe("Nada Baru");
    expect((await fan.client.get("/api/organisations/{id}", { params: { id: founded.id } })).as(200).name).toBe("Nada Baru");
    expect((await fan.client.get("/api/organisations/{id}/shows", { params: { id: founded.id } })).as(200).items).toEqual([]);
  });

  test("one person owns ten at most, also when twenty are founded at once", async () => {
    const fan = await newPerson();
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => fan.client.post("/api/organisations", { body: { name: `Ke-${i}` } })));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(all.filter(({ slug }) => slug === "too-many")).toHaveLength(10);
  });

  test("bad names and roles are named at their fields", async () => {
    const { id, owner } = await newOrganisation();
    const bad = await owner.client.post("/api/organisations/{id}/invitations", { params: { id }, body: { email: "tidak", role: "boss", extra: 1 } as never });
    expect((bad.as(422) as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort()).toEqual(["/email", "/extra", "/role"]);
    for (const name of [" ", "Hadiah di https://evil.example", "www.evil.example", "tanya a@evil.example"])
      expect((await owner.client.post("/api/organisations", { body: { name } })).as(422)).toMatchObject({ errors: [{ pointer: "/name" }] });
  });
});

describe("an invitation", () => {
  test("works once, for the account of its address, and says whom one works for", async () => {
    const organisation = await newOrganisation("Panggung Kita");
    const guest = await newPerson();
    const invitation = (await organisation.owner.client.post("/api/organisations/{id}/invitations", { params: { id: organisation.id }, body: { email: guest.account.email.toUpperCase(), role: "box_office" } })).as(201);
    expect((await organisation.owner.client.get("/api/organisations/{id}/invitations", { params: { id: organisation.id } })).as(200).items).toEqual([invitation]);
    const token = tokenIn(await waitForMail(guest.account.email, /diundang/i), "invitation");
    const thief = await newPerson();
    expect((await thief.client.post("/api/invitations/acceptance", { body: { token } })).slug).toBe("token-expired");
    expect((await guest.client.post("/api/invitations/acceptance", { body: { token } })).as(200)).toMatchObject({ id: organisation.id, role: "box_office" });
    expect((await guest.client.post("/api/invitations/acceptance", { body: { token } })).slug).toBe("token-expired");
    expect((await organisation.owner.client.get("/api/organisations/{id}/members", { params: { id: organisation.id } })).as(200).items.map(({ email, role }) => [email, role])).toEqual([
      [organisation.owner.account.email, "owner"],
      [guest.account.email, "box_office"],
    ]);
    expect(sql("gelora_user", `SELECT COUNT(*), 0 FROM invitations WHERE token_hash = '${token}'`)[0]![0]).toBe("0");
  });

  test("that was withdrawn, or replaced by a newer one, opens nothing; who works there is not invited again", async () => {
    const organisation = await newOrganisation();
    const guest = await newPerson();
    const invite = () => organisation.owner.client.post("/api/organisations/{id}/invitations", { params: { id: organisation.id }, body: { email: guest.account.email, role: "gate" } });
    (await invite()).as(201);
    const first = tokenIn(await waitForMail(guest.account.email, /diundang/i), "invitation");
    const { id: invitation_id } = (await invite()).as(201);
    expect((await guest.client.post("/api/invitations/acceptance", { body: { token: first } })).slug).toBe("token-expired");
    (await organisation.owner.client.delete("/api/organisations/{id}/invitations/{invitation_id}", { params: { id: organisation.id, invitation_id } })).as(204);
    expect((await organisation.owner.client.get("/api/organisations/{id}/invitations", { params: { id: organisation.id } })).as(200).items).toEqual([]);
    const member = await join(organisation, "gate");
    const again = await organisation.owner.client.post("/api/organisations/{id}/invitations", { params: { id: organisation.id }, body: { email: member.account.email, role: "owner" } });
    expect(again.slug).toBe("member-already");
  });

  test("is opened by ten tabs at once for one membership", async () => {
    const organisation = await newOrganisation();
    const email = newEmail("staf");
    (await organisation.owner.client.post("/api/organisations/{id}/invitations", { params: { id: organisation.id }, body: { email, role: "manager" } })).as(201);
    const token = tokenIn(await waitForMail(email, /diundang/i), "invitation");
    const guest = anyone();
    (await guest.post("/api/users", { body: { email, password: "lautan-biru-tenang-27", name: "Staf" } })).as(202);
    (await guest.post("/api/users/verifications", { body: { token: tokenIn(await waitForMail(email, /konfirmasi/i), "verify") } })).as(200);
    await logIn(guest, { email, password: "lautan-biru-tenang-27" });
    const all = await Promise.all(Array.from({ length: 10 }, () => guest.post("/api/invitations/acceptance", { body: { token } })));
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(410)]);
  });
});

describe("a member", () => {
  test("gets another role, leaves, is sent away; somebody always owns it", async () => {
    const organisation = await newOrganisation();
    const { owner, id } = organisation;
    const staff = await join(organisation, "gate");
    const of = (user_id: string) => ({ params: { id, user_id } });
    expect((await owner.client.patch("/api/organisations/{id}/members/{user_id}", { ...of(owner.id), body: { role: "manager" } })).slug).toBe("last-owner");
    expect((await owner.client.delete("/api/organisations/{id}/members/{user_id}", of(owner.id))).slug).toBe("last-owner");
    expect((await owner.client.patch("/api/organisations/{id}/members/{user_id}", { ...of(staff.id), body: { role: "owner" } })).as(200)).toMatchObject({ user_id: staff.id, role: "owner" });
    await refresh(staff);
    (await owner.client.delete("/api/organisations/{id}/members/{user_id}", of(owner.id))).as(204); // leaves
    expect((await staff.client.delete("/api/organisations/{id}/members/{user_id}", of(staff.id))).slug).toBe("last-owner");
    await refresh(owner);
    expect((await owner.client.get("/api/organisations/{id}", { params: { id } })).status).toBe(404);
  });

  test("who goes, or rises no higher, leaves no way back: keys and invitations end, gate devices stay", async () => {
    const organisation = await newOrganisation();
    const { owner, id } = organisation;
    const manager = await join(organisation, "manager");
    const made = (await manager.client.post("/api/organisations/{id}/api-keys", { params: { id }, body: { name: "Kunci", role: "manager", days: 300 } })).as(201);
    const { code } = (await manager.client.post("/api/organisations/{id}/gate-devices", { params: { id }, body: { name: "Utara", days: 3 } })).as(201);
    const phone = (await anyone().post("/api/gate-devices", { body: { code } })).as(201);
    (await manager.client.post("/api/organisations/{id}/invitations", { params: { id }, body: { email: newEmail("teman"), role: "gate" } })).as(201);
    const machine = anyone();
    machine.token = (await machine.post("/api/access-tokens", { body: { key: made.key } })).as(200).access_token;
    (await machine.get("/api/organisations/{id}/shows", { params: { id } })).as(200);
    (await owner.client.patch("/api/organisations/{id}/members/{user_id}", { params: { id, user_id: manager.id }, body: { role: "box_office" } })).as(200);
    expect((await anyone().post("/api/access-tokens", { body: { key: made.key } })).status).toBe(401);
    await expect.poll(async () => (await machine.get("/api/organisations/{id}/shows", { params: { id } })).status, { timeout: 1000 }).toBe(401);
    expect((await owner.client.get("/api/organisations/{id}/invitations", { params: { id } })).as(200).items).toEqual([]);
    (await anyone().post("/api/access-tokens", { body: { key: phone.key } })).as(200);
  });

  test("who is erased leaves no key and no invitation behind", async () => {
    const organisation = await newOrganisation();
    const { owner, id } = organisation;
    const manager = await join(organisation, "manager");
    const { key } = (await manager.client.post("/api/organisations/{id}/api-keys", { params: { id }, body: { name: "Kunci", role: "gate", days: 300 } })).as(201);
    (await manager.client.post("/api/organisations/{id}/invitations", { params: { id }, body: { email: newEmail("teman"), role: "gate" } })).as(201);
    (await anyone().post("/api/access-tokens", { body: { key } })).as(200);
    (await manager.client.delete("/api/users/{id}", { params: { id: "me" } })).as(204);
    expect((await anyone().post("/api/access-tokens", { body: { key } })).status).toBe(401);
    expect((await owner.client.get("/api/organisations/{id}/invitations", { params: { id } })).as(200).items).toEqual([]);
  });

  test("an owner who is erased and one who leaves at the same moment leave somebody behind", async () => {
    for (let round = 0; round < 5; round += 1) {
      const organisation = await newOrganisation();
      const second = await join(organisation, "owner");
      await join(organisation, "gate");
      const [erased, left] = await Promise.all([
        organisation.owner.client.delete("/api/users/{id}", { params: { id: "me" } }),
        second.client.delete("/api/organisations/{id}/members/{user_id}", { params: { id: organisation.id, user_id: second.id } }),
      ]);
      expect([erased.status, left.status].sort()).toEqual([204, 409]);
      expect(sql("gelora_user", `SELECT COUNT(*), 0 FROM members WHERE organisation_id = ${organisation.id} AND role = 'owner'`)[0]![0]).toBe("1");
    }
  });

  test("two owners who leave at once leave one behind", async () => {
    for (let round = 0; round < 5; round += 1) {
      const organisation = await newOrganisation();
      const second = await join(organisation, "owner");
      const leave = (one: typeof second) => one.client.delete("/api/organisations/{id}/members/{user_id}", { params: { id: organisation.id, user_id: one.id } });
      const both = await Promise.all([leave(organisation.owner), leave(second)]);
      expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    }
  });

  test("who alone owns what others work for is not erased before it is handed over", async () => {
    const organisation = await newOrganisation();
    const staff = await join(organisation, "manager");
    const { owner, id } = organisation;
    expect((await owner.client.delete("/api/users/{id}", { params: { id: "me" } })).slug).toBe("last-owner");
    (await owner.client.patch("/api/organisations/{id}/members/{user_id}", { params: { id, user_id: staff.id }, body: { role: "owner" } })).as(200);
    (await owner.client.delete("/api/users/{id}", { params: { id: "me" } })).as(204);
  });
});

describe("machines", () => {
  test("a key is told once, kept as a hash, and gives tokens of its role for ten minutes", async () => {
    const { id, owner } = await newOrganisation();
    const made = (await owner.client.post("/api/organisations/{id}/api-keys", { params: { id }, body: { name: "Akuntansi", role: "box_office", days: 90 } })).as(201);
    expect(made.key).toMatch(/^gelora_key_[\w-]{43}$/);
    const { key, ...kept } = made;
    expect((await owner.client.get("/api/organisations/{id}/api-keys", { params: { id } })).as(200).items).toEqual([kept]);
    const machine = anyone();
    const token = (await machine.post("/api/access-tokens", { body: { key } })).as(200);
    machine.token = token.access_token;
    expect(claims(token.access_token)).toMatchObject({ kind: "machine", roles: [], orgs: [{ id, role: "box_office" }], sub: made.id });
    expect(token.expires_in).toBeLessThanOrEqual(600);
    (await machine.get("/api/organisations/{id}/shows", { params: { id } })).as(200);
    expect((await owner.client.get("/api/organisations/{id}/api-keys", { params: { id } })).as(200).items[0]!.last_used_at).not.toBeNull();
    expect(sql("gelora_user", `SELECT COUNT(*), 0 FROM machines WHERE secret_hash LIKE '%${key.slice(11, 30)}%'`)[0]![0]).toBe("0");
    for (const wrong of [`${key.slice(0, -1)}${key.endsWith("A") ? "B" : "A"}`, "gelora_key_", key.slice(11), "x"])
      expect((await anyone().post("/api/access-tokens", { body: { key: wrong } })).slug).toBe("unauthenticated");
  });

  test("a token never outlives its key", async () => {
    const { id, owner } = await newOrganisation();
    const { id: key_id, key } = (await owner.client.post("/api/organisations/{id}/api-keys", { params: { id }, body: { name: "Kasir", role: "gate", days: 1 } })).as(201);
    sql("gelora_user", `UPDATE machines SET expires_at_us = (UNIX_TIMESTAMP() + 90) * 1000000 WHERE id = ${key_id}`);
    const token = (await anyone().post("/api/access-tokens", { body: { key } })).as(200);
    expect(token.expires_in).toBeLessThanOrEqual(90);
    const { exp, iat } = claims(token.access_token);
    expect(exp - iat).toBeLessThanOrEqual(91);
    sql("gelora_user", `UPDATE machines SET expires_at_us = 1 WHERE id = ${key_id}`);
    expect((await anyone().post("/api/access-tokens", { body: { key } })).status).toBe(401);
  });

  test("a telephone at a gate enrols once by its code, however it is typed, with the least right there is", async () => {
    const { id, owner } = await newOrganisation("Gerbang");
    const code = (await owner.client.post("/api/organisations/{id}/gate-devices", { params: { id }, body: { name: "Utara 2", days: 3 } })).as(201);
    expect(code.qr_svg).toMatch(/^<svg/);
    expect((await owner.client.get("/api/organisations/{id}/gate-devices", { params: { id } })).as(200).items).toEqual([]);
    const typed = ` ${code.code.toLowerCase().replaceAll("-", " ")}`;
    const ten = await Promise.all(Array.from({ length: 10 }, () => anyone().post("/api/gate-devices", { body: { code: typed } })));
    expect(ten.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(9).fill(410)]);
    const device = ten.find(({ status }) => status === 201)!.as(201);
    expect(device).toMatchObject({ id: code.id, name: "Utara 2", organisation_id: id, organisation_name: "Gerbang" });
    const phone = anyone();
    phone.token = (await phone.post("/api/access-tokens", { body: { key: device.key } })).as(200).access_token;
    expect(claims(phone.token).orgs).toEqual([{ id, role: "gate" }]);
    expect((await owner.client.get("/api/organisations/{id}/gate-devices", { params: { id } })).as(200).items).toMatchObject([{ id: code.id, role: "gate" }]);
    for (const wrong of ["", "AAAA-AAAA-AAAA", "AAAA-AAAA", "0000-0000-0000"].slice(1)) expect((await anyone().post("/api/gate-devices", { body: { code: wrong } })).slug).toBe("token-expired");
  });

  test("a code that is too old enrols nothing", async () => {
    const { id, owner } = await newOrganisation();
    const { id: device, code } = (await owner.client.post("/api/organisations/{id}/gate-devices", { params: { id }, body: { name: "Utara", days: 3 } })).as(201);
    sql("gelora_user", `UPDATE machines SET expires_at_us = 1 WHERE id = ${device}`);
    expect((await anyone().post("/api/gate-devices", { body: { code } })).slug).toBe("token-expired");
  });
});

test("where staff need a second factor, roles wait until a session is opened with one", async () => {
  const strict = await startUserService("user-strict", { GELORA_STAFF_SECOND_FACTOR: "required" });
  try {
    const { id, owner } = await newOrganisation();
    const weak = createClient(strict.url);
    const session = await logIn(weak, owner.account);
    expect([session.second_factor_needed, session.organisations.map((one) => one.id), claims(session.access_token).orgs]).toEqual([true, [id], []]);
    for (const answer of [await weak.get("/api/organisations/{id}/members", { params: { id } }), await weak.patch("/api/organisations/{id}", { params: { id }, body: { name: "Lain" } })])
      expect([answer.status, answer.slug]).toEqual([403, "second-factor-needed"]);
    const booking = anyone();
    booking.token = session.access_token;
    expect((await booking.get("/api/organisations/{id}/shows", { params: { id } })).status).toBe(404);
    const fan = createClient(strict.url);
    expect((await logIn(fan, await newAccount())).second_factor_needed).toBe(false);
  } finally {
    await strict.stop();
  }
});
