// Steps of people who work for an organisation, for the tests beside this file.
import { createClient, type Client } from "../support/client.js";
import { logIn, newAccount, tokenIn, url, waitForMail } from "./users_steps.js";

export type Role = "owner" | "manager" | "box_office" | "gate";
export interface Person {
  client: Client;
  account: { email: string; password: string };
  id: string;
}

export async function newPerson(): Promise<Person> {
  const account = await newAccount();
  const client = createClient(url);
  const { user } = await logIn(client, account);
  return { client, account, id: user.id };
}

/** A new access token, which carries today's roles. */
export async function refresh({ client }: Person): Promise<void> {
  client.token = (await client.post("/api/sessions/refresh")).as(200).access_token;
}

/** An organisation of a new owner. */
export async function newOrganisation(name = "Nada Uji"): Promise<{ id: string; owner: Person }> {
  const owner = await newPerson();
  const { id } = (await owner.client.post("/api/organisations", { body: { name } })).as(201);
  await refresh(owner);
  return { id, owner };
}

/** Somebody new who was invited, to all shows or to some, and came. */
export async function join(organisation: { id: string; owner: Person }, role: Role, shows: string[] | null = null): Promise<Person> {
  const person = await newPerson();
  (await organisation.owner.client.post("/api/organisations/{id}/invitations", { params: { id: organisation.id }, body: { email: person.account.email, role, shows } })).as(201);
  const mail = await waitForMail(person.account.email, /diundang/i);
  (await person.client.post("/api/invitations/acceptance", { body: { token: tokenIn(mail, "invitation") } })).as(200);
  await refresh(person);
  return person;
}
