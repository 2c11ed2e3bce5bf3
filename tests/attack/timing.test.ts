// Time must not tell who has an account: 2,000 interleaved samples a door, for a quiet machine (./gelora test attack).
import { beforeAll, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { goodPassword, newAccount, newEmail, url } from "../service/users_steps.js";

const samples = 2000;
const allowed_ms = 5;
const client = createClient(url);
let email = "";
beforeAll(async () => {
  ({ email } = await newAccount()); // before thousands of mails are on their way
});
const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!;

async function timeOf(ask: () => Promise<{ status: number }>, status: number): Promise<number> {
  const begun = performance.now();
  const answer = await ask();
  const took = performance.now() - begun;
  expect(answer.status).toBe(status);
  return took;
}

test.each<[string, (email: string) => Promise<{ status: number }>, number]>([
  ["registration", (email) => client.post("/api/users", { body: { email, password: goodPassword, name: "Ayu Lestari" } }), 202],
  ["log-in", (email) => client.post("/api/sessions", { body: { email, password: "bukan-kata-sandi-itu" } }), 401],
  ["reset", (email) => client.post("/api/password-resets", { body: { email } }), 202],
])("%s takes as long for a known address as for an unknown one", async (door, ask, status) => {
  const took = { known: [] as number[], unknown: [] as number[] };
  for (let i = 0; i < 20; i += 1) await ask(email); // warm
  for (let i = 0; i < samples; i += 1) {
    const kind = i % 2 === 0 ? "known" : "unknown";
    const address = kind === "known" ? email : newEmail();
    took[kind].push(await timeOf(() => ask(address), status));
  }
  const [known, unknown] = [median(took.known), median(took.unknown)];
  console.log(`${door}: known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms, medians of ${samples / 2} each`);
  expect(Math.abs(known - unknown)).toBeLessThan(allowed_ms);
}, 900_000);
