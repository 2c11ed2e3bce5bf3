// The stack of these tests sells without the limits of a person; one more instance has them.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../support/client.js";
import { eventually, freeSeats, sql, userOf } from "../service/buyers.js";
import { startInstance, type Instance } from "./instance.js";

let instance: Instance;
let show: string;
let limit: number;

beforeAll(async () => {
  instance = await startInstance("limited", { GELORA_LIMITS: "on" });
  show = await instance.show(50);
  limit = (await instance.buyer().get("/api/shows/{id}", { params: { id: show } })).as(200).max_tickets_per_user;
});
afterAll(() => instance?.stop());

test("nobody holds more places of a show than allowed, at once or one after the other", async () => {
  const buyer = instance.buyer();
  const hold = (body: object) => buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: body as never });
  const held = () => Number(sql("gelora_booking", `SELECT COUNT(*), 0 FROM seat_claims c JOIN holds h ON h.id = c.hold_id WHERE h.user_id = ${userOf(buyer)}`)[0]![0]);
  const free = (await freeSeats(show)).slice(0, limit + 1);

  for (const body of [{ seat_nos: free }, { best_available: { quantity: limit + 1 } }]) {
    const refused = await hold(body);
    expect(refused.slug).toBe("too-many-tickets");
    expect(refused.as(422)).toMatchObject({ limit, already: 0 });
  }
  expect(held()).toBe(0);

  (await hold({ seat_nos: free.slice(0, limit - 1) })).as(201);
  const refused = await hold({ seat_nos: free.slice(limit - 1) });
  expect(refused.as(422)).toMatchObject({ limit, already: limit - 1 });
  expect(held()).toBe(limit - 1);
  (await hold({ seat_nos: free.slice(limit - 1, limit) })).as(201);
});

test("whoever guesses the code of a presale has to wait, whatever they try then; others do not", async () => {
  const tenYears_us = 315_360_000_000_000n;
  const change = (set: string) => sql("gelora_booking", `UPDATE shows SET ${set}, revision = revision + 1 WHERE id = ${show}`);
  const hold = (buyer: Client, access_code: string) => buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity: 1 }, access_code } });
  change(`presale_code = 'FANS', presale_opens_at_us = 1, opens_at_us = opens_at_us + ${tenYears_us}`);
  try {
    await eventually("its presale is on", async () => ((await hold(instance.buyer(), "WRONG")).slug === "sale-not-open" ? true : undefined));
    const guesser = instance.buyer();
    for (let guess = 0; guess < 20; ++guess) expect((await hold(guesser, `GUESS-${guess}`)).slug).toBe("sale-not-open");
    expect((await hold(guesser, "GUESS-20")).status).toBe(429);
    expect((await hold(guesser, "FANS")).status).toBe(429);
    (await hold(instance.buyer(), "fans")).as(201);
  } finally {
    change(`presale_code = NULL, presale_opens_at_us = NULL, opens_at_us = opens_at_us - ${tenYears_us}`);
  }
});
