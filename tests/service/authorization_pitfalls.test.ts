// What the matrix of authorization.test.ts does not ask: how far a role reaches, other spellings of oneself, other methods, tokens
// that are for somebody else, and whether a stranger uses up what is another's.
import { beforeAll, describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { addresses, found, hire, invite, newApiKey, newPerson, machine, service, type Caller } from "./authorization_cast.js";
import { runStack } from "./buyers.js";
import { startUserService } from "./user_instance.js";
import { logIn, url } from "./users_steps.js";

let organiser: Caller, manager: Caller, second_manager: Caller, box_office: Caller, gate: Caller, stranger: Caller;
let id: string;
const at = addresses(runStack("status", "--json"));

beforeAll(async () => {
  [organiser, manager, second_manager, box_office, gate, stranger] = (await Promise.all(["organiser", "manager", "manager", "box_office", "gate", "ayu"].map(newPerson))) as [Caller, Caller, Caller, Caller, Caller, Caller];
  id = await found(organiser);
  for (const [person, role] of [[manager, "manager"], [second_manager, "manager"], [box_office, "box_office"], [gate, "gate"]] as const) await hire(id, organiser, person, role);
});

const rolesOf = async () => Object.fromEntries((await organiser.client.get("/api/organisations/{id}/members", { params: { id } })).as(200).items.map((one) => [one.user_id, one.role]));
const give = (by: Caller, to: Caller, role: string) => by.client.call("patch", "/api/organisations/{id}/members/{user_id}", { params: { id, user_id: to.id }, body: { role } });
const remove = (by: Caller, who: Caller) => by.client.call("delete", "/api/organisations/{id}/members/{user_id}", { params: { id, user_id: who.id } });
const post = (by: Caller, what: string, body: object) => by.client.call("post", `/api/organisations/${id}/${what}`, { body });

describe("a role reaches as far as it reaches", () => {
  test("nobody gives a role that is not theirs to give, or takes one", async () => {
    const before = await rolesOf();
    for (const [by, to, role] of [
      [manager, manager, "owner"], [manager, gate, "owner"], [manager, gate, "manager"], [manager, organiser, "gate"], [manager, second_manager, "gate"], [manager, manager, "gate"],
      [box_office, box_office, "manager"], [box_office, gate, "box_office"], [gate, gate, "owner"], [gate, box_office, "gate"], [stranger, stranger, "owner"], [stranger, gate, "gate"],
    ] as const)
      expect([by.who, to.who, role, (await give(by, to, role)).slug]).toEqual([by.who, to.who, role, "not-found"]);
    for (const [by, who] of [[manager, organiser], [manager, second_manager], [box_office, gate], [gate, box_office], [stranger, gate]] as const)
      expect([by.who, who.who, (await remove(by, who)).slug]).toEqual([by.who, who.who, "not-found"]);
    expect((await give(organiser, organiser, "gate")).slug).toBe("last-owner");
    expect((await remove(organiser, organiser)).slug).toBe("last-owner");
    expect(await rolesOf()).toEqual(before);
  });

  test("invitations, keys and gate devices are no way around it", async () => {
    const email = "nobody@example.com";
    for (const role of ["owner", "manager"]) expect((await post(manager, "invitations", { email, role })).slug).toBe("not-found");
    for (const by of [box_office, gate, stranger]) {
      expect((await post(by, "invitations", { email, role: "gate" })).slug).toBe("not-found");
      expect((await post(by, "api-keys", { name: "x", role: "gate", days: 1 })).slug).toBe("not-found");
      expect((await post(by, "gate-devices", { name: "x", days: 1 })).slug).toBe("not-found");
    }
    expect((await post(organiser, "api-keys", { name: "x", role: "owner", days: 1 })).status).toBe(422);
    const waiting = await invite(id, organiser, "nobody.more@example.com", "manager");
    const withdraw = { params: { id, invitation_id: waiting.id } };
    expect((await manager.client.delete("/api/organisations/{id}/invitations/{invitation_id}", withdraw)).slug).toBe("not-found");
    expect((await organiser.client.delete("/api/organisations/{id}/invitations/{invitation_id}", withdraw)).status).toBe(204);
  });

  test("everybody may leave", async () => {
    expect((await remove(second_manager, second_manager)).status).toBe(204);
    expect(Object.keys(await rolesOf())).not.toContain(second_manager.id);
  });
});

describe("other spellings", () => {
  test("`me` is who asks, for persons alone, and nothing but an account", async () => {
    const key = await newApiKey(id, organiser);
    const program = await machine("key", key.id, key.key);
    for (const person of [organiser, gate, stranger]) expect((await person.client.get("/api/users/{id}", { params: { id: "me" } })).as(200).id).toBe(person.id);
    for (const path of ["/api/users/me", "/api/users/me/export"]) expect((await program.client.call("get", path, { unchecked: true })).slug).toBe("not-found");
    for (const path of ["organisations/me", "organisations/me/members", "bookings/me", "holds/me", "tickets/me", "payments/me", "users/ME", `users/${key.id}`])
      expect([path, (await organiser.client.call("get", `/api/${path}`, { unchecked: true })).status]).toEqual([path, 404]);
    const members = { params: { id, user_id: "me" }, body: { role: "gate" as const }, unchecked: true };
    expect((await organiser.client.patch("/api/organisations/{id}/members/{user_id}", members)).status).toBe(404);
  });

  test("HEAD is let in where GET is", async () => {
    const head = async (path: string, by?: Caller) => (await fetch(`${url}${path}`, { method: "HEAD", headers: by ? { Authorization: `Bearer ${by.token("", "")}` } : {} })).status;
    for (const path of [`/api/users/${organiser.id}`, `/api/organisations/${id}`, `/api/organisations/${id}/members`])
      expect([path, await head(path), await head(path, stranger), await head(path, organiser)]).toEqual([path, 401, 404, 200]);
  });
});

describe("a service's token", () => {
  const ask = async (token: string, address = `${at["booking-service"]}/internal/users/${stranger.id}/bookings`) => (await fetch(address, { headers: { Authorization: `Bearer ${token}` } })).status;

  test("is for one service, on behalf of one person, and opens nothing of persons", async () => {
    const user_service = service("user-service");
    expect(await ask(user_service.token("booking-service", stranger.id)!)).toBe(200);
    expect(await ask(user_service.token("payment-service", stranger.id)!)).toBe(404);
    expect(await ask(user_service.token("booking-service", organiser.id)!)).toBe(404);
    expect(await ask(user_service.token("booking-service", "")!)).toBe(404);
    expect(await ask(service("payment-service").token("booking-service", stranger.id)!)).toBe(404);
    for (const path of [`/api/bookings`, `/api/organisations/${id}/shows`]) expect(await ask(user_service.token("booking-service", organiser.id)!, `${at["booking-service"]}${path}`)).toBe(401);
  });
});

// A password that is asked for again may be tried a few times. Whose tries these are decides who can use them up.
test("a stranger does not use up the tries of another", async () => {
  const instance = await startUserService("user-tries", { GELORA_LIMITS: "on" });
  try {
    const there = (caller: Caller): Client => Object.assign(createClient(instance.url), { token: caller.token("", "") });
    const [victim, attacker] = [await newPerson("bima"), there(stranger)];
    const change = (by: Client, current_password: string) => by.patch("/api/users/{id}", { params: { id: victim.id }, body: { password: "bukit-hijau-tenang-31", current_password } });
    for (let i = 0; i < 12; i++) expect([404, 429]).toContain((await change(attacker, "not the password")).status);
    expect((await change(there(victim), victim.password)).status, "the victim's own change of password").toBe(200);
    await logIn(createClient(url), { email: victim.email, password: "bukit-hijau-tenang-31" });
  } finally {
    await instance.stop();
  }
});
