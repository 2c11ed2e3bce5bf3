// Promise I12 in the moment itself: what is under way while a password, a role or an account ends must not come out alive.
import { describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { found, hire, newApiKey, newPerson, machine } from "./authorization_cast.js";
import { eventually } from "./buyers.js";
import { logIn, tokenIn, url, waitForMails } from "./users_steps.js";

const rounds = 4;
const me = { params: { id: "me" } };
const newPassword = "bukit-hijau-tenang-31";
const refused = async (client: Client) => ((await client.get("/api/users/{id}", me)).status === 401 ? true : undefined);

/** While `change` is under way, does something again and again, eight at once; what was answered. */
async function during<T>(change: () => Promise<{ status: number }>, what: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  let over = false;
  const attempts = Array.from({ length: 8 }, async () => {
    do all.push(await what());
    while (!over);
  });
  const changed = change().finally(() => (over = true));
  await Promise.all([changed, ...attempts]);
  expect((await changed).status).toBeLessThan(300);
  return all;
}

describe("while the password changes", () => {
  const changes = {
    "by its owner": async (owner: Client, email: string, password: string) => {
      const change = () => owner.patch("/api/users/{id}", { ...me, body: { password: newPassword, current_password: password } });
      return { change, kept: 1, email };
    },
    "by a reset": async (_: Client, email: string) => {
      (await createClient(url).post("/api/password-resets", { body: { email } })).as(202);
      const token = await eventually("the link", async () => (await waitForMails(email)).find(({ text }) => text.includes("/reset?token=")));
      const change = () => createClient(url).post("/api/password-resets/confirm", { body: { token: tokenIn(token, "reset"), password: newPassword } });
      return { change, kept: 0, email };
    },
  };

  test.each(Object.entries(changes))("%s, a log-in with the old one opens nothing that lasts", async (_, prepare) => {
    for (let round = 0; round < rounds; round++) {
      const { email, password, client: owner } = await newPerson("ayu");
      const { change, kept } = await prepare(owner, email, password);
      const attempt = async () => {
        const client = createClient(url);
        client.token = ((await client.post("/api/sessions", { body: { email, password }, unchecked: true })).body as { access_token?: string }).access_token;
        return client;
      };
      const opened = await during(change, attempt);
      for (const client of opened) if (client.token) await eventually(`a session that the old password opened is refused (round ${round})`, () => refused(client), 2_000);
      const again = createClient(url);
      await logIn(again, { email, password: newPassword });
      expect((await again.get("/api/sessions")).as(200).items, "sessions: the one that is new, and the owner's that changed it").toHaveLength(1 + kept);
    }
  });
});

test("while a role is taken away, a refresh brings no token that keeps it", async () => {
  const [organiser, gate] = await Promise.all([newPerson("organiser"), newPerson("gate")]);
  const id = await found(organiser);
  let refreshed = 0;
  for (let round = 0; round < rounds; round++) {
    await hire(id, organiser, gate, "gate");
    const phone = createClient(url);
    await logIn(phone, gate);
    const remove = () => organiser.client.delete("/api/organisations/{id}/members/{user_id}", { params: { id, user_id: gate.id } });
    const refresh = async () => ((await phone.post("/api/sessions/refresh", { unchecked: true })).body as { access_token?: string }).access_token;
    const tokens = (await during(remove, refresh)).filter((one) => one !== undefined);
    refreshed += tokens.length;
    for (const token of tokens) {
      const client = Object.assign(createClient(url), { token });
      const shows = async () => ((await client.get("/api/organisations/{id}/shows", { params: { id } })).status === 200 ? undefined : true);
      await eventually("a refreshed token has no role any more", shows, 2_000);
    }
  }
  expect(refreshed).toBeGreaterThan(0);
});

test("machines of an organisation end with the account of the last person in it", async () => {
  const organiser = await newPerson("organiser");
  const id = await found(organiser);
  const { id: key_id, key } = await newApiKey(id, organiser);
  const program = await machine("key", key_id, key);
  const shows = () => program.client.get("/api/organisations/{id}/shows", { params: { id } });
  (await shows()).as(200);
  expect((await organiser.client.delete("/api/users/{id}", me)).status).toBe(204);
  await eventually("its token is refused: nobody is left who could revoke it", async () => ((await shows()).status === 401 ? true : undefined), 2_000);
  expect((await createClient(url).post("/api/access-tokens", { body: { key } })).slug).toBe("unauthenticated");
});
