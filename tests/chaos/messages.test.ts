// A message to many buyers goes on where it was when what sends it is killed, and nobody gets it twice.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { eventually, runStack, showsOnSale, sql } from "../service/buyers.js";
import { newOrganisation, newPerson } from "../service/organisers.js";
import { mailsTo } from "../service/users_steps.js";

const readers = 60;
const number = (statement: string) => Number(sql("gelora_booking", statement)[0]![0]);

test("killed half-way, it is finished without doubles", async () => {
  const { id: show } = (await showsOnSale()).find(({ concert }) => /pelita-api/.test(concert))!;
  const house = await newOrganisation("Pengabar Tahan Banting");
  const { client } = house.owner;
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id = (SELECT concert_id FROM shows WHERE id = ${show})`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id = ${show}`);
  const known = async () => (await client.call("get", `/api/shows/${show}/rules`)).status === 200;
  await eventually("every instance knows that the show is the organisation's", async () => {
    for (let i = 0; i < 10; ++i) if (!(await known())) return undefined;
    return true;
  });

  // Bookings of one reader, as many as it takes; each of them is owed a mail of its own.
  const reader = await newPerson();
  const holds = Array.from({ length: readers }, (_, i) => 7_100_000_000_000_000_000n + BigInt(Date.now()) * 1000n + BigInt(i));
  const reference = (i: number) => `T${String(i).padStart(7, "0")}`;
  sql(
    "gelora_booking",
    `INSERT INTO bookings (id, reference, show_id, user_id, hold_id, status, currency, fees_minor, discount_minor, total_minor, created_at_us, pay_by_us, document, key_hash, body_hash) VALUES ${holds
      .map((id, i) => `(${id}, '${reference(i)}', ${show}, ${reader.id}, ${id}, 7, 'IDR', 0, 0, 0, 1, 1, '{"lines":[],"attendees":[]}', '', '')`)
      .join()}`,
  );
  const tag = randomUUID().slice(0, 8);
  const { id } = (
    await client.post("/api/shows/{id}/messages", {
      params: { id: show },
      body: {
        subject: { id: `${tag} {reference}`, en: `${tag} {reference}` },
        body: { id: "x", en: "x" },
        filter: { statuses: ["partially_refunded"] },
      },
    })
  ).as(201);
  (await client.post("/api/messages/{id}/test", { params: { id } })).as(202);
  const written = () => number(`SELECT COUNT(*) FROM message_recipients WHERE message_id = ${id} AND outcome = 1`);
  try {
    // No mail leaves meanwhile, so that none that left can be told to have stayed.
    await eventually("the tests have left", () => Promise.resolve(number("SELECT COUNT(*) FROM mail_outbox") === 0 || undefined));
    runStack("stop", "mailbox");
    (await client.post("/api/messages/{id}/send", { params: { id }, headers: { "If-Match": '"0"' } })).as(202);
    for (const part of [0.2, 0.5, 0.8]) {
      await eventually("some are written to", () => Promise.resolve(written() >= readers * part || undefined), 60_000);
      runStack("kill", "booking-service");
      expect(written()).toBeLessThan(readers);
      runStack("wait", "booking-service");
    }
    const sent = await eventually(
      "all are written to",
      async () => {
        const now = (await client.get("/api/messages/{id}", { params: { id } })).as(200);
        return now.status === "sent" ? now : undefined;
      },
      60_000,
    );
    expect(sent).toMatchObject({ sent: sent.total, left_out: 0 });
  } finally {
    runStack("start", "mailbox");
    runStack("wait", "mailbox");
  }
  const mine = () =>
    mailsTo(reader.account.email).then((mails) =>
      mails
        .filter(({ subject }) => subject.startsWith(tag))
        .map(({ subject }) => subject.slice(tag.length + 1))
        .sort(),
    );
  await eventually("all mails have left", () => Promise.resolve(number("SELECT COUNT(*) FROM mail_outbox") === 0 || undefined), 120_000);
  expect(await mine()).toEqual(Array.from({ length: readers }, (_, i) => reference(i)));
  sql("gelora_booking", `DELETE FROM message_recipients WHERE message_id = ${id}; DELETE FROM bookings WHERE id IN (${holds.join()})`);
}, 240_000);
