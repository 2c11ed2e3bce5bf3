import { expect, it, vi } from "vitest";
import { challengesOf } from "./challenge.ts";

const request = (challenge: string) => ({ challenge, rp_id: "gelora.test", allow: [], timeout_ms: 10_000 });

it("keeps a challenge until it was sent, or half its time is over", async () => {
  let now = 0;
  const ask = vi.fn(async () => request(`c${ask.mock.calls.length}`));
  const challenges = challengesOf(ask, request("first"), () => now);
  const current = async () => (await challenges.current()).challenge;
  expect([await current(), await current()]).toEqual(["first", "first"]);
  now = 5_000;
  expect([await current(), await current()]).toEqual(["c1", "c1"]);
  challenges.used();
  expect(await current()).toBe("c2");
  expect(ask).toHaveBeenCalledTimes(2);
});

it("asks again when asking failed", async () => {
  const ask = vi.fn().mockRejectedValueOnce(new Error("away")).mockResolvedValue(request("c"));
  const challenges = challengesOf(ask);
  await expect(challenges.current()).rejects.toThrow("away");
  expect((await challenges.current()).challenge).toBe("c");
});
