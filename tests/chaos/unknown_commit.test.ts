// The connection to the database is cut around a COMMIT: whether it took effect is not known, and is never guessed.
import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDatabaseProxy, type DatabaseProxy, type Fate } from "../support/database_proxy.js";
import { eventually, freeSeats, sql } from "../service/buyers.js";
import { databaseSocket, startInstance, type Instance } from "./instance.js";

const batch = "INSERT INTO holds("; // of a group commit that holds seats

let proxy: DatabaseProxy;
let instance: Instance;
let show: string;

beforeAll(async () => {
  proxy = await startDatabaseProxy(databaseSocket());
  instance = await startInstance("cut", { GELORA_DB_SOCKET: proxy.socket });
  show = await instance.show(200);
});
afterAll(async () => {
  await instance?.stop();
  proxy?.close();
});

const one = (statement: string) => Number(sql("gelora_booking", statement)[0]![0]);

async function holdThrough(fate: Fate) {
  const buyer = instance.buyer();
  const seats = (await freeSeats(show)).slice(-2);
  const before = await instance.metric("gelora_box_office_failed_commits_total");
  const met = proxy.next(batch, fate);
  const ask = () => buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { seat_nos: seats }, key: "cut" });
  const answer = await ask();
  await met;
  expect(await instance.metric("gelora_box_office_failed_commits_total")).toBe(before + 1);
  return { answer, seats, ask, buyer };
}

test.each<Fate>(["its answer is lost", "it never arrives", "it arrives late"])("%s: the buyer is answered, and holds the seats once", async (fate) => {
  const { answer, seats, ask, buyer } = await holdThrough(fate);
  const held = answer.as(201); // by the first request, with no repetition
  const old = await proxy.deliver();
  if (fate === "it arrives late") expect(old).toContain("lease_is_still_ours");

  expect(sql("gelora_booking", `SELECT seat_no, hold_id FROM seat_claims WHERE show_id = ${show} AND seat_no IN (${seats.join(",")}) ORDER BY seat_no`)).toEqual(
    seats.map((seat) => [String(seat), held.id]),
  );
  expect(one(`SELECT COUNT(*), 0 FROM holds h JOIN holds mine ON mine.user_id = h.user_id WHERE mine.id = ${held.id}`)).toBe(1);
  expect(one(`SELECT COUNT(*), 0 FROM journal WHERE show_id = ${show} AND hold_id = ${held.id}`)).toBe(1);
  expect((await ask()).text).toBe(answer.text);
  // the transaction that came late has its locks until its connection is gone: on a busy machine that is "not now" for a moment
  await eventually("the hold is given back", async () => (await buyer.delete("/api/holds/{id}", { params: { id: held.id } })).status === 204 || undefined);
});

test("nothing of it contradicts the journal", () => {
  expect(execFileSync(process.env["GELORA_STACK"] ?? "", ["audit", show], { encoding: "utf8" })).toContain(" 0 with a contradiction");
});
