// The stack of these tests sells without the limits of a person; one more instance has them.
import { afterAll, beforeAll, expect, test } from "vitest";
import { freeSeats, sql, userOf } from "../service/buyers.js";
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
