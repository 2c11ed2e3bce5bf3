// Who asks in authorization.test.ts: two fans, an organisation with its people and machines, the owner of another one, an admin,
// and the services. All are made by the API, but the admin's role, which nothing gives.
import { createHash, createPrivateKey, createPublicKey, randomUUID, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { createClient, type Client } from "../support/client.js";
import { eventually, sql } from "./buyers.js";
import { goodPassword, logIn, mailsTo, newEmail, register, tokenIn, url, waitForMails } from "./users_steps.js";

export const services = ["user-service", "booking-service", "payment-service", "sandbox-bank"] as const;
export const staff = ["manager", "box_office", "gate"] as const;
export const people = ["ayu", "bima", "organiser", "rival", "hired", "hired_there", ...staff, "admin"] as const;
export type Role = (typeof staff)[number] | "owner";

/** Somebody who asks: a person (id, email, password), a machine (its id), a service, or nobody. */
export interface Caller {
  who: string;
  kind: "person" | "machine" | "service" | "nobody";
  id: string;
  email: string;
  password: string;
  client: Client;
  token(audience: string, on_behalf_of: string): string | undefined;
}

/** A text that only some may ever read. */
export interface Canary {
  text: string;
  known_to: string[];
}
export const canaries: Canary[] = [];
export const watch = (text: string, ...known_to: string[]) => void canaries.push({ text, known_to });

export async function newPerson(who: string): Promise<Caller> {
  const client = createClient(url);
  const email = newEmail(who);
  const name = `${who} ${randomUUID().slice(0, 13)}`;
  await register(client, email, goodPassword, name);
  const [mail] = await waitForMails(email);
  (await client.post("/api/users/verifications", { body: { token: tokenIn(mail!, "verify") } })).as(200);
  const { user } = await logIn(client, { email, password: goodPassword });
  const colleagues = who === "hired_there" ? ["rival"] : ["hired", "organiser", ...staff].includes(who) ? ["organiser", "manager"] : [];
  for (const text of [email, name]) watch(text, who, "admin", ...colleagues);
  return { who, kind: "person", id: user.id, email, password: goodPassword, client, token: () => client.token };
}

const invitationsIn = async (email: string) =>
  (await mailsTo(email)).flatMap((mail) => /\/invitation\?token=([\w-]+)/.exec(mail.text)?.[1] ?? []);

/** Invites somebody; what the link in the mail says. */
export async function invite(organisation: string, owner: Caller, email: string, role: Role): Promise<{ id: string; token: string }> {
  const before = (await invitationsIn(email)).length;
  const { id } = (await owner.client.post("/api/organisations/{id}/invitations", { params: { id: organisation }, body: { email, role } })).as(201);
  const token = await eventually(`an invitation for ${email}`, async () => {
    const all = await invitationsIn(email);
    return all.length > before ? all[0] : undefined;
  });
  return { id, token };
}

export async function hire(organisation: string, owner: Caller, person: Caller, role: Role): Promise<void> {
  const { token } = await invite(organisation, owner, person.email, role);
  await logIn(person.client, person); // whoever was removed before needs a new token
  (await person.client.post("/api/invitations/acceptance", { body: { token } })).as(200);
  await logIn(person.client, person); // and one that says so
}

export async function found(owner: Caller, ...known_to: string[]): Promise<string> {
  const name = `Promotor ${randomUUID()}`;
  const { id } = (await owner.client.post("/api/organisations", { body: { name } })).as(201);
  await logIn(owner.client, owner);
  watch(name, owner.who, "admin", ...known_to);
  return id;
}

/** A machine by its key; its token comes from the API. */
export async function machine(who: string, id: string, key: string): Promise<Caller> {
  watch(key);
  const client = createClient(url);
  client.token = (await client.post("/api/access-tokens", { body: { key } })).as(200).access_token;
  return { who, kind: "machine", id, email: "", password: "none", client, token: () => client.token };
}

export async function newApiKey(organisation: string, owner: Caller) {
  return (await owner.client.post("/api/organisations/{id}/api-keys", { params: { id: organisation }, body: { name: "Accounting", role: "manager", days: 1 } })).as(201);
}

export async function newGateDevice(organisation: string, owner: Caller) {
  const { code } = (await owner.client.post("/api/organisations/{id}/gate-devices", { params: { id: organisation }, body: { name: "North gate", days: 1 } })).as(201);
  return (await createClient(url).post("/api/gate-devices", { body: { code } })).as(201);
}

export async function makeAdmin(person: Caller): Promise<void> {
  sql("gelora_user", `INSERT INTO user_roles (user_id, role) VALUES (${person.id}, 'admin')`);
  await logIn(person.client, person);
}

/** A service with its own key, as libs/auth/tokens.cpp makes its tokens. */
export function service(name: string): Caller {
  const folder = process.env["GELORA_RUN_DIR"] ?? new URL("../../.run", import.meta.url).pathname;
  const key = createPrivateKey(readFileSync(`${folder}/secrets/${name}/${name}.key.pem`));
  const { x, y } = createPublicKey(key).export({ format: "jwk" });
  const kid = createHash("sha256").update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest("base64url");
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = (aud: string, sub: string) => {
    const iat = Math.floor(Date.now() / 1000);
    const text = `${part({ alg: "ES256", kid, typ: "JWT" })}.${part({ iss: name, aud, iat, exp: iat + 60, ...(sub && { sub }) })}`;
    return `${text}.${sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
  };
  return { who: name, kind: "service", id: "", email: "", password: "none", client: createClient(url), token };
}

export const nobody: Caller = { who: "anonymous", kind: "nobody", id: "", email: "", password: "none", client: createClient(url), token: () => undefined };

/** Where each process listens, past the edge. */
export function addresses(stack_status: string): Record<string, string> {
  const { services: all } = JSON.parse(stack_status) as { services: Record<string, { url: string }> };
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, one.url]));
}
