// Messages to buyers: written by an organisation's people, tried by them first, sent once to each booking that fits.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { eventually, newBuyer, showsOnSale, sql } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import { goodPassword, logIn, mailsTo, newEmail, tokenIn, url, waitForMail, waitForMails } from "./users_steps.js";

let show: string;
let zones: { id: string; name: string }[];
let house: { id: string; owner: Person };
let manager: Person;
const fans: (Person & {
  booking: string;
  reference: string;
  name: string;
})[] = [];
const hostile = `Sri {reference} <img src=x onerror=alert(1)>`;

async function newFan(name: string, locale: "id" | "en"): Promise<Person> {
  const client = createClient(url),
    account = { email: newEmail(), password: goodPassword };
  (await client.post("/api/users", { body: { ...account, name, locale } })).as(202);
  const [mail] = await waitForMails(account.email);
  (await client.post("/api/users/verifications", { body: { token: tokenIn(mail!, "verify") } })).as(200);
  const { user } = await logIn(client, account);
  return { client, account, id: user.id };
}

beforeAll(async () => {
  show = (await showsOnSale()).find(({ concert }) => /orkes-pasar/.test(concert))!.id;
  house = await newOrganisation("Pengabar <Uji>");
  manager = await join(house, "manager");
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id = (SELECT concert_id FROM shows WHERE id = ${show})`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id = ${show}`);
  await eventually("the show is the organisation's", async () => ((await manager.client.call("get", `/api/shows/${show}/rules`)).status === 200 ? true : undefined));
  zones = (await manager.client.get("/api/shows/{id}", { params: { id: show } })).as(200).zones;
  for (const [name, locale] of [
    ["Ayu Lestari", "id"],
    [hostile, "id"],
    ["Ben Carter", "en"],
  ] as const) {
    const fan = await newFan(name, locale);
    const zone = zones[0]!.id;
    const { booking } = await paidIn(fan.client, zone);
    fans.push({ ...fan, name, booking: booking.id, reference: booking.reference });
  }
}, 120_000);

async function paidIn(client: Client, zone_id: string) {
  const { kind } = (await client.get("/api/shows/{id}", { params: { id: show } })).as(200).zones.find(({ id }) => id === zone_id)!;
  const body = kind === "standing" ? { standing: [{ zone_id, quantity: 1 }] } : { best_available: { zone_id, quantity: 1 } };
  const held = (await client.post("/api/shows/{id}/holds", { params: { id: show }, body })).as(201);
  const booking = (await client.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
  const payment = (await client.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
  await fetch(`${payment.checkout_url}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome: "pay" }) });
  await eventually("it is paid", async () => ((await client.get("/api/bookings/{id}", { params: { id: booking.id } })).as(200).status === "confirmed" ? true : undefined));
  return { booking };
}

const wish = (tag: string, more: object = {}) => ({
  subject: { id: `Kabar ${tag} {reference}`, en: `News ${tag} {reference}` },
  body: { id: "Halo {name},\n\n{concert} di {venue}\n{show_time}", en: "Hi {name},\n\n{concert} at {venue}\n{show_time}" },
  ...more,
});
const tagged = () => randomUUID().slice(0, 8);
const write = async (body: object, by = manager.client) => (await by.post("/api/shows/{id}/messages", { params: { id: show }, body: body as never })).as(201);
const at = (id: string, version = 0) => ({ params: { id }, headers: { "If-Match": `"${version}"` } });
const trial = async (id: string) => (await manager.client.post("/api/messages/{id}/test", at(id))).as(202);
const send = (id: string, version = 0) => manager.client.post("/api/messages/{id}/send", at(id, version));
const look = async (id: string) => (await manager.client.get("/api/messages/{id}", at(id))).as(200);
const until = (id: string, status: string) =>
  eventually(`the message is ${status}`, async () => {
    const now = await look(id);
    return now.status === status ? now : undefined;
  });
const count = async (body: object) => (await manager.client.post("/api/shows/{id}/message-audience", { params: { id: show }, body: body as never })).as(200).recipients;
const number = (statement: string) => Number(sql("gelora_booking", statement)[0]![0]);

describe("a message", () => {
  test("is written, changed from the version that was read, and thrown away", async () => {
    const made = await write(wish("a"));
    expect(made).toMatchObject({
      status: "draft",
      version: 0,
      tested: false,
      whole_concert: false,
      filter: { statuses: ["confirmed", "partially_refunded", "substituted"], zone_id: null },
    });
    const saved = await manager.client.call("put", `/api/messages/${made.id}`, { body: wish("b"), headers: { "If-Match": '"0"' } });
    expect([saved.status, saved.headers.get("etag")]).toEqual([200, '"1"']);
    const late = await house.owner.client.call("put", `/api/messages/${made.id}`, { body: wish("c"), headers: { "If-Match": '"0"' } });
    expect([late.status, late.slug, (late.body as { current: { subject: { id: string } } }).current.subject.id]).toEqual([412, "changed-meanwhile", "Kabar b {reference}"]);
    expect((await manager.client.call("put", `/api/messages/${made.id}`, { body: wish("c") })).status).toBe(428);
    expect((await manager.client.get("/api/shows/{id}/messages", { params: { id: show } })).as(200).items[0]!.id).toBe(made.id);
    (await manager.client.delete("/api/messages/{id}", at(made.id))).as(204);
    expect((await manager.client.get("/api/messages/{id}", at(made.id))).status).toBe(404);
    expect(sql("gelora_booking", `SELECT event, by_id FROM catalogue_changes WHERE organisation_id = ${house.id} AND JSON_VALUE(IF(after_text = '', before_text, after_text), '$.id') = '${made.id}' ORDER BY id`)).toEqual([
      ["message_created", manager.id],
      ["message_changed", manager.id],
      ["message_deleted", manager.id],
    ]);
  });

  test("is refused with every field that is wrong", async () => {
    const bad = {
      subject: { id: "{seat}", en: "x".repeat(151) },
      body: { id: "", en: "{ name }", fr: "" },
      filter: { statuses: ["expired"], zone_id: "7", admitted: "yes", language: "fr" },
      color: 1,
    };
    const { status, body } = await manager.client.post("/api/shows/{id}/messages", { params: { id: show }, body: bad as never });
    expect([status, (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort()]).toEqual([
      422,
      ["/body/en", "/body/fr", "/color", "/filter/admitted", "/filter/language", "/filter/statuses/0", "/filter/zone_id", "/subject/en", "/subject/id"],
    ]);
    expect(JSON.stringify(body)).toContain("has the unknown placeholder {seat}");
    const long = { subject: { id: "{name}".repeat(6), en: "x" }, body: { id: "a\n\n".repeat(101), en: "{name}".repeat(51) } };
    const refused = (await manager.client.post("/api/shows/{id}/messages", { params: { id: show }, body: long })).as(422) as unknown as { errors: { pointer: string }[] };
    expect(refused.errors.map(({ pointer }) => pointer).sort()).toEqual(["/body/en", "/body/id", "/subject/id"]);
    const all = await manager.client.post("/api/shows/{id}/message-audience", { params: { id: show }, body: { whole_concert: true, filter: { zone_id: zones[0]!.id } } });
    expect(all.status).toBe(422);
  });

  test("is nobody's business elsewhere", async () => {
    const { id } = await write(wish("x"));
    const stranger = await newPerson(),
      boxOffice = await join(house, "box_office");
    for (const { client } of [stranger, boxOffice]) {
      expect((await client.get("/api/messages/{id}", at(id))).status).toBe(404);
      expect((await client.post("/api/messages/{id}/send", at(id))).status).toBe(404);
      expect((await client.post("/api/shows/{id}/message-audience", { params: { id: show }, body: {} })).status).toBe(404);
    }
  });
});

describe("whom it is for", () => {
  test("is counted by status, zone, language and whether they came in", async () => {
    const paidFor = number(`SELECT COUNT(*) FROM bookings WHERE show_id = ${show} AND status IN (2, 7, 8)`);
    expect(await count({})).toBe(paidFor);
    expect(await count({ filter: { statuses: ["confirmed"], zone_id: zones[0]!.id } })).toBe(
      number(`SELECT COUNT(*) FROM bookings WHERE show_id = ${show} AND status = 2 AND document LIKE '%"zone_id":"${zones[0]!.id}"%'`),
    );
    expect(
      await count({
        filter: { statuses: ["refunded"] },
      }),
    ).toBe(number(`SELECT COUNT(*) FROM bookings WHERE show_id = ${show} AND status = 6`));
    const english = await count({ filter: { language: "en" } });
    await newFanWithBooking("en");
    expect(await count({ filter: { language: "en" } })).toBe(english + 1);
    const [ticket] = (await fans[0]!.client.get("/api/bookings/{id}", { params: { id: fans[0]!.booking } })).as(200).tickets!;
    const before = { yes: await count({ filter: { admitted: true } }), no: await count({ filter: { admitted: false } }) };
    (await manager.client.post("/api/shows/{id}/check-ins", { params: { id: show }, body: { code: ticket!.code, gate: "Utara", scan_id: randomUUID() } })).as(200);
    expect([await count({ filter: { admitted: true } }), await count({ filter: { admitted: false } })]).toEqual([before.yes + 1, before.no - 1]);
    expect(await count({ whole_concert: true })).toBeGreaterThanOrEqual(paidFor);
  });
  async function newFanWithBooking(locale: "id" | "en") {
    const fan = await newFan("Tamu", locale);
    await paidIn(fan.client, zones[0]!.id);
  }
});

describe("sending", () => {
  test("needs a test of this very version, which its writer gets in both languages", async () => {
    const tag = tagged();
    const { id } = await write(wish(tag));
    expect((await send(id)).slug).toBe("message-not-tested");
    expect((await trial(id)).sent_to).toBe(manager.account.email);
    await waitForMail(manager.account.email, new RegExp(`\\[Uji\\] Kabar ${tag} [0-9A-Z]{8}$`));
    await waitForMail(manager.account.email, new RegExp(`\\[Test\\] News ${tag} [0-9A-Z]{8}$`));
    expect(await look(id)).toMatchObject({ tested: true });
    (await manager.client.call("put", `/api/messages/${id}`, { body: wish(tag), headers: { "If-Match": '"0"' } })).as(200);
    expect(await look(id)).toMatchObject({ tested: false });
    expect((await send(id, 1)).slug).toBe("message-not-tested");
    expect((await send(id, 0)).slug).toBe("changed-meanwhile");
    const empty = await write({ ...wish(tag), body: { id: " \n", en: "x" } });
    expect((await manager.client.post("/api/messages/{id}/test", at(empty.id))).as(422)).toMatchObject({
      errors: [{ pointer: "/body/id" }],
    });
  });

  test("takes the longest that is accepted", async () => {
    const tag = tagged();
    const paragraphs = (words: string) => `${words}\n\n`.repeat(100);
    const { id } = await write({ subject: { id: `${tag}${"{concert}".repeat(5)}`, en: tag }, body: { id: paragraphs("&".repeat(48)), en: `${"{venue}".repeat(50)}${"&".repeat(4600)}` } });
    await trial(id);
    expect((await waitForMail(manager.account.email, new RegExp(`\\[Uji\\] ${tag}`))).text).toContain("&".repeat(48));
  });

  test("writes to each in their language, and to nobody whom it is not for", async () => {
    const tag = tagged();
    const { id } = await write(wish(tag, { filter: { statuses: ["confirmed"], zone_id: zones[0]!.id } }));
    await trial(id);
    const begun = (await send(id)).as(202);
    expect(begun).toMatchObject({ status: "sending", total: await count({ filter: { statuses: ["confirmed"], zone_id: zones[0]!.id } }) });
    expect((await send(id)).slug).toBe("message-status");
    const [ayu, sri, ben] = fans as [(typeof fans)[0], (typeof fans)[0], (typeof fans)[0]];
    const mail = await waitForMail(ayu.account.email, new RegExp(tag));
    expect(mail.subject).toBe(`Kabar ${tag} ${ayu.reference}`);
    expect(mail.text).toContain("Halo Ayu Lestari,");
    expect((await waitForMail(ben.account.email, new RegExp(tag))).text).toContain("Hi Ben Carter,");
    const dangerous = await waitForMail(sri.account.email, new RegExp(tag));
    expect(dangerous.text).toContain(`Halo ${hostile},`); // nothing in a name is filled in
    expect(dangerous.html).not.toContain("<img src=x");
    expect(dangerous.html).not.toContain("<Uji>");
    const sent = await until(id, "sent");
    expect(sent.sent + sent.left_out).toBe(sent.total);
    for (const fan of fans) expect((await mailsTo(fan.account.email)).filter(({ subject }) => subject.includes(tag))).toHaveLength(1);
    for (const status of ["pause", "resume", "cancel"] as const) expect((await manager.client.post(`/api/messages/{id}/${status}`, at(id))).slug).toBe("message-status");
    expect((await manager.client.delete("/api/messages/{id}", at(id))).slug).toBe("message-status");
  });

  test("leaves out who is erased, or does not fit any more, while it goes on", async () => {
    const tag = tagged();
    const { id } = await write(wish(tag));
    await trial(id);
    // The last two are not in the first step, which is of five.
    for (let more = await count({}); more < 6; more += 1) await paidIn(newBuyer(), zones[0]!.id);
    const [gone, refunded] = [await newFan("Pergi", "id"), await newFan("Batal", "id")];
    await paidIn(gone.client, zones[0]!.id);
    const other = await paidIn(refunded.client, zones[0]!.id);
    const total = await count({});
    (await send(id)).as(202);
    (await manager.client.post("/api/messages/{id}/pause", at(id))).as(200);
    const paused = await look(id);
    const waiting = (booking: string) => number(`SELECT COUNT(*) FROM message_recipients WHERE message_id = ${id} AND booking_id = ${booking} AND outcome = 0`) === 1;
    if (waiting(other.booking.id)) {
      sql("gelora_booking", `UPDATE bookings SET status = 6 WHERE id = ${other.booking.id}`);
      (await gone.client.delete("/api/users/{id}", { params: { id: "me" } })).as(204);
      await eventually("it is known", () =>
        Promise.resolve(
          number(`SELECT COUNT(*) FROM message_recipients r JOIN bookings b ON b.id = r.booking_id WHERE r.message_id = ${id} AND b.user_id = ${gone.id} AND r.outcome = 2`) === 1 || undefined,
        ),
      );
    }
    expect(paused).toMatchObject({ status: "paused", total });
    (await manager.client.post("/api/messages/{id}/resume", at(id))).as(200);
    const sent = await until(id, "sent");
    sql("gelora_booking", `UPDATE bookings SET status = 2 WHERE id = ${other.booking.id}`);
    expect(sent.sent).toBe(number(`SELECT COUNT(*) FROM message_recipients WHERE message_id = ${id} AND outcome = 1`));
    expect(sent.left_out).toBe(total - sent.sent);
    expect(await mailsTo(refunded.account.email).then((mails) => mails.filter(({ subject }) => subject.includes(tag)).length)).toBeLessThanOrEqual(1);
  });

  test("can be cancelled, and then nobody else is written to", async () => {
    const { id } = await write(wish(tagged()));
    await trial(id);
    (await send(id)).as(202);
    (await manager.client.post("/api/messages/{id}/cancel", at(id))).as(200);
    const { sent } = await look(id);
    expect((await manager.client.post("/api/messages/{id}/resume", at(id))).slug).toBe("message-status");
    expect(number(`SELECT COUNT(*) FROM message_recipients WHERE message_id = ${id} AND outcome = 1`)).toBe(sent);
    expect(await look(id)).toMatchObject({ status: "cancelled", sent });
  });

  test("to nobody is refused", async () => {
    const { id } = await write(wish(tagged(), { filter: { statuses: ["refund_pending"], admitted: true } }));
    await trial(id);
    expect((await send(id)).slug).toBe("nobody-to-tell");
  });

  test("is possible so many times a day", async () => {
    const { id } = await write(wish(tagged(), { filter: { statuses: ["confirmed"], zone_id: zones[0]!.id } }));
    await trial(id);
    const others = Array.from(
      { length: 20 },
      (_, i) =>
        `(${7_000_000_000_000_000_000n + BigInt(Date.now()) * 100n + BigInt(i)}, ${house.id}, (SELECT concert_id FROM shows WHERE id = ${show}), ${
          show
        }, 0, 4, '', '', '', '', 4, 0, 0, '', 1, 1, UNIX_TIMESTAMP() * 1000000)`,
    );
    sql(
      "gelora_booking",
      `INSERT INTO messages (id, organisation_id, concert_id, show_id, whole_concert, status, subject_id, body_id, subject_en, body_en, statuses, zone_id, admitted, language, created_at_us, updated_at_us, begun_at_us) VALUES ${others.join()}`,
    );
    const refused = await send(id);
    expect([refused.status, refused.slug]).toEqual([429, "rate-limited"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(80_000);
    sql("gelora_booking", `DELETE FROM messages WHERE organisation_id = ${house.id} AND subject_id = ''`);
    (await send(id)).as(202);
    await until(id, "sent");
  });
});

test("a preview has the values of one of its readers", async () => {
  const { id } = await write(wish("p", { filter: { zone_id: zones[0]!.id } }));
  const preview = (await manager.client.post("/api/messages/{id}/preview", at(id))).as(200);
  expect(preview.id.subject).toMatch(/^Kabar p [0-9A-Z]{8}$/);
  expect(preview.en.paragraphs.join("\n")).toMatch(/^Hi .+,\n.+ at .+\n.+ · \d\d:\d\d/);
  expect(preview.id.html).toContain("Pengabar &lt;Uji&gt;");
});
