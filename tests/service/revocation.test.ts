// Promise I12: what ends a session, a role or a key ends its tokens in all services within a second, and for good. Each is done
// again and again while the token is used without a pause.
import { afterAll, describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { found, hire, makeAdmin, newApiKey, newGateDevice, newPerson, machine, type Caller } from "./authorization_cast.js";
import { lifeAfter, showsOf, worksEverywhere, type Door } from "./revocation_watch.js";
import { goodPassword, logIn, tokenIn, url, waitForMails } from "./users_steps.js";

const times = Number(process.env["GELORA_ROUNDS"] ?? 3);
const slowest: string[] = [];
afterAll(() => console.log(`revocation, the slowest of ${times} each:\n${slowest.join("\n")}`));

interface Taken {
  /** What is to end. */
  token: string;
  take_away: () => Promise<{ status: number }>;
  more?: Door[];
  /** Tokens that are to go on. */
  spared?: () => Promise<string[]> | string[];
  after?: () => Promise<void>;
}

const device = async (person: Pick<Caller, "email" | "password">): Promise<Client> => {
  const client = createClient(url);
  await logIn(client, person);
  return client;
};
const sessionOf = (client: Client) => (JSON.parse(Buffer.from(client.token!.split(".")[1]!, "base64url").toString()) as { sid: string }).sid;
const me = { params: { id: "me" } };

/** A person, and how the password changes each time. */
const somebody = async () => {
  const person = await newPerson("ayu");
  const passwords = Array.from({ length: times + 1 }, (_, i) => (i === 0 ? goodPassword : `bukit-hijau-tenang-${31 + i}`));
  return { person, password: (i: number) => passwords[i]! };
};
const team = async () => {
  const [organiser, gate] = await Promise.all([newPerson("organiser"), newPerson("gate")]);
  const id = await found(organiser);
  await hire(id, organiser, gate, "gate");
  return { organiser, gate, id, member: { params: { id, user_id: gate.id } } };
};

const ways: Record<string, () => Promise<(round: number) => Promise<Taken>>> = {
  "log-out": async () => {
    const person = await newPerson("ayu");
    return async () => {
      const [one, other] = [await device(person), await device(person)];
      return { token: one.token!, take_away: () => one.delete("/api/sessions/current"), spared: () => [other.token!] };
    };
  },
  "log-out by the cookie alone": async () => {
    const person = await newPerson("ayu");
    return async () => {
      const one = await device(person);
      return { token: one.token!, take_away: () => one.delete("/api/sessions/current", { headers: { Authorization: "" } }) };
    };
  },
  "one device logged out": async () => {
    const person = await newPerson("ayu");
    return async () => {
      const one = await device(person);
      return { token: one.token!, take_away: () => person.client.delete("/api/sessions/{id}", { params: { id: sessionOf(one) } }), spared: () => [person.client.token!] };
    };
  },
  "all others logged out": async () => {
    const person = await newPerson("ayu");
    return async () => {
      const one = await device(person);
      return { token: one.token!, take_away: () => person.client.delete("/api/sessions"), spared: () => [person.client.token!] };
    };
  },
  "an old refresh token shown": async () => {
    const person = await newPerson("ayu");
    return async () => {
      const one = await device(person);
      const old = one.cookies.get("gelora_refresh")!;
      for (let i = 0; i < 2; i++) one.token = (await one.post("/api/sessions/refresh")).as(200).access_token;
      return { token: one.token!, take_away: () => createClient(url).post("/api/sessions/refresh", { headers: { Cookie: `gelora_refresh=${old}` } }) };
    };
  },
  "a new password": async () => {
    const { person, password } = await somebody();
    return async (round) => {
      const one = await device({ ...person, password: password(round) });
      const body = { current_password: password(round), password: password(round + 1) };
      return { token: one.token!, take_away: () => person.client.patch("/api/users/{id}", { ...me, body }), spared: () => [person.client.token!] };
    };
  },
  "a password reset": async () => {
    const { person, password } = await somebody();
    return async (round) => {
      const one = await device({ ...person, password: password(round) });
      const links = async () => (await waitForMails(person.email)).filter(({ text }) => text.includes("/reset?token="));
      const before = (await links()).length;
      (await createClient(url).post("/api/password-resets", { body: { email: person.email } })).as(202);
      await expect.poll(async () => (await links()).length, { timeout: 15_000 }).toBe(before + 1);
      const token = tokenIn((await links())[0]!, "reset");
      return { token: one.token!, take_away: () => createClient(url).post("/api/password-resets/confirm", { body: { token, password: password(round + 1) } }) };
    };
  },
  "another role": async () => {
    const { organiser, gate, id, member } = await team();
    return async (round) => {
      await logIn(gate.client, gate);
      const role = round % 2 === 0 ? "box_office" : "gate";
      return {
        token: gate.client.token!,
        more: showsOf(id),
        take_away: () => organiser.client.patch("/api/organisations/{id}/members/{user_id}", { ...member, body: { role } }),
        spared: async () => [organiser.client.token!, (await gate.client.post("/api/sessions/refresh")).as(200).access_token],
      };
    };
  },
  "a role taken away": async () => {
    const { organiser, gate, id, member } = await team();
    return async (round) => {
      if (round > 0) await hire(id, organiser, gate, "gate");
      return {
        token: gate.client.token!,
        more: showsOf(id),
        take_away: () => organiser.client.delete("/api/organisations/{id}/members/{user_id}", member),
        spared: () => [organiser.client.token!],
        after: async () => {
          gate.client.token = (await gate.client.post("/api/sessions/refresh")).as(200).access_token;
          expect((await gate.client.get("/api/organisations/{id}/shows", { params: { id } })).slug).toBe("not-found");
        },
      };
    };
  },
  "an API key revoked": async () => {
    const { organiser, id } = await team();
    return async () => {
      const { id: key_id, key } = await newApiKey(id, organiser);
      const program = await machine("key", key_id, key);
      return {
        token: program.client.token!,
        more: showsOf(id),
        take_away: () => organiser.client.delete("/api/organisations/{id}/api-keys/{key_id}", { params: { id, key_id } }),
        spared: () => [organiser.client.token!],
        after: async () => expect((await createClient(url).post("/api/access-tokens", { body: { key } })).slug).toBe("unauthenticated"),
      };
    };
  },
  "a gate device revoked": async () => {
    const { organiser, id } = await team();
    return async () => {
      const { id: device_id, key } = await newGateDevice(id, organiser);
      const phone = await machine("device", device_id, key);
      return {
        token: phone.client.token!,
        more: showsOf(id),
        take_away: () => organiser.client.delete("/api/organisations/{id}/gate-devices/{device_id}", { params: { id, device_id } }),
        spared: () => [organiser.client.token!],
        after: async () => expect((await createClient(url).post("/api/access-tokens", { body: { key } })).slug).toBe("unauthenticated"),
      };
    };
  },
  "an account erased": async () => async () => {
    const person = await newPerson("ayu");
    return { token: person.client.token!, take_away: () => person.client.delete("/api/users/{id}", me) };
  },
  "an account erased by an admin": async () => {
    const admin = await newPerson("admin");
    await makeAdmin(admin);
    return async () => {
      const person = await newPerson("ayu");
      return { token: person.client.token!, take_away: () => admin.client.delete("/api/users/{id}", { params: { id: person.id } }), spared: () => [admin.client.token!] };
    };
  },
};

describe("a token is void in every service within a second, and never works again, after", () => {
  test.each(Object.keys(ways))("%s", async (way) => {
    const next = await ways[way]!();
    const lives: number[] = [];
    for (let round = 0; round < times; round++) {
      const { token, take_away, more, spared, after } = await next(round);
      lives.push(await lifeAfter(token, async () => expect([200, 204, 401]).toContain((await take_away()).status), more));
      for (const other of (await spared?.()) ?? []) expect(await worksEverywhere(other), "what was not taken away goes on").toBe(true);
      await after?.();
    }
    slowest.push(`  ${Math.max(...lives).toFixed(0).padStart(4)} ms  ${way}`);
    expect(Math.max(...lives)).toBeLessThan(1_000);
  }, 120_000);
});
