// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeServer, problem } from "../../testing/render.tsx";
import { hold, sell, unansweredSale } from "./api.ts";
import type { SaleWish } from "./sale.ts";

const route = "POST /api/shows/7/counter-sales";
const wish: SaleWish = { group_id: "9", method: "cash", total_minor: 850_000, standing: [{ zone_id: "2", quantity: 2 }] };
const made = { status: 201, body: { id: "501", reference: "7K2M9QXT" } };
const keys = (seen: { headers: Headers }[]) => seen.map(({ headers }) => headers.get("Idempotency-Key"));
/** To the end of all its tries. */
async function asked<T>(call: Promise<T>): Promise<T | string> {
  const end = call.catch((error: { slug: string }) => error.slug);
  await vi.runAllTimersAsync();
  return end;
}

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
});

it("asks for a sale whose answers were lost as it was, until there is one", async () => {
  const seen = fakeServer({ [route]: [...Array<ReturnType<typeof problem>>(7).fill(problem(503, "unavailable")), made] });
  expect(await asked(sell("7", "2", wish))).toBe("unavailable");
  expect(unansweredSale("7", "2")).toEqual(wish);
  expect(unansweredSale("7", "4")).toBeUndefined();
  expect(await asked(sell("7", "2", unansweredSale("7", "2")!))).toEqual(made.body);
  expect(seen.length).toBe(8);
  expect(new Set(keys(seen)).size).toBe(1);
  expect(seen.every(({ body }) => JSON.stringify(body) === JSON.stringify(wish))).toBe(true);
  expect(unansweredSale("7", "2")).toBeUndefined();
});

it("sells the same to the next customer as a sale of its own", async () => {
  const seen = fakeServer({ [route]: [made] });
  await asked(sell("7", "2", wish));
  await asked(sell("7", "2", wish));
  expect(new Set(keys(seen)).size).toBe(2);
});

it("asks once for two clicks", async () => {
  const seen = fakeServer({ [route]: [made] });
  const both = Promise.all([sell("7", "2", wish), sell("7", "2", wish)]);
  expect(await asked(both)).toEqual([made.body, made.body]);
  expect(seen.length).toBe(1);
});

it("takes a refusal for an answer, after which the same wish is another", async () => {
  const seen = fakeServer({ [route]: [problem(409, "seats-not-kept", { seat_nos: [] }), made] });
  expect(await asked(sell("7", "2", wish))).toBe("seats-not-kept");
  expect(unansweredSale("7", "2")).toBeUndefined();
  await asked(sell("7", "2", wish));
  expect(new Set(keys(seen)).size).toBe(2);
});

it("does not take the end of a session for an answer", async () => {
  fakeServer({ [route]: [problem(401, "unauthenticated")] });
  expect(await asked(sell("7", "2", wish))).toBe("unauthenticated");
  expect(unansweredSale("7", "2")).toEqual(wish);
});

it("holds the same seats anew after somebody else had them", async () => {
  const seen = fakeServer({ "POST /api/shows/7/counter-holds": [problem(409, "seats-taken", { seat_nos: [1] }), made] });
  expect(await asked(hold("7", { seat_nos: [1] }))).toBe("seats-taken");
  await asked(hold("7", { seat_nos: [1] }));
  expect(new Set(keys(seen)).size).toBe(2);
});
