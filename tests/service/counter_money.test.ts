// Money that is taken at the counter: in the ledger once, paid back by hand once, and counted for who took it. What booking-service
// would tell is told here in its name; the booking itself was made as a buyer's, and is confirmed by that money.
import { randomInt } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { addresses, service } from "./authorization_cast.js";
import { eventually, newBuyer, runStack, showsOnSale, sql } from "./buyers.js";
import { join, newOrganisation, type Person } from "./organisers.js";
import { book, ledgerOf, paid, until } from "./payer.js";

let show: string, other: string; // both of the house
let house: { id: string; owner: Person };
let manager: Person, seller: Person, colleague: Person, elsewhere: Person, gate: Person, stranger: Person;
const bookings = service("booking-service");
const at = addresses(runStack("status", "--json"))["payment-service"]!;

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.find(({ venue }) => /Cikini/.test(venue))!.id;
  other = shows.find(({ venue }) => /Braga/.test(venue))!.id;
  house = await newOrganisation("Loket Uji");
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${house.id} WHERE id IN (SELECT concert_id FROM shows WHERE id IN (${show}, ${other}))`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id IN (${show}, ${other})`);
  manager = await join(house, "manager");
  seller = await join(house, "box_office");
  colleague = await join(house, "box_office", [show]);
  elsewhere = await join(house, "box_office", [other]);
  gate = await join(house, "gate");
  stranger = (await newOrganisation("Loket Lain")).owner;
  await eventually("the shows are the organisation's", async () => ((await manager.client.call("get", `/api/shows/${other}/rules`)).status === 200 ? true : undefined));
}, 60_000);

/** As the services make them: milliseconds since 2024, instance, sequence. */
const freshId = () => String((BigInt(Date.now() - 1_704_067_200_000) << 22n) | BigInt(randomInt(1 << 22)));
const tell = async (type: string, data: object, id = freshId()) =>
  (await fetch(`${at}/internal/events`, { method: "POST", headers: { "Content-Type": "application/json", Connection: "close", Authorization: `Bearer ${bookings.token("payment-service", "")!}` }, body: JSON.stringify({ id, type, data }) })).status;

const saleOf = (booking: { id: string; reference: string; total: { amount_minor: number; currency: string } }, by: Person, method = "cash", where = show) => ({
  booking_id: booking.id, payment_id: freshId(), show_id: where, organisation_id: house.id, method, ...booking.total, description: "Konser (uji)", reference: booking.reference, sold_by: by.id,
});
async function sold(by: Person, method = "cash", where = show) {
  const buyer = newBuyer(), booking = await book(buyer, where), sale = saleOf(booking, by, method, where);
  expect(await tell("booking.sold_at_counter", sale)).toBe(204);
  return { buyer, booking: await until(buyer, booking.id, "confirmed"), sale };
}
const refund = async (payment_id: string, amount_minor?: number) => (await manager.client.post("/api/refunds", { body: { payment_id, reason: "uji", ...(amount_minor && { amount_minor }) } })).as(201).id;
const payOut = ({ client }: Pick<Person, "client">, id: string) => client.post("/api/refunds/{id}/payout", { params: { id } });
const list = ({ client }: Person, query: Record<string, string>) => client.get("/api/counter-payouts", { query });
const waiting = async (by: Person, query: Record<string, string> = {}) => (await list(by, { show_id: show, limit: "100", ...query })).as(200).items;
const waits = (id: string) => eventually("it waits at the counter", async () => (await waiting(manager)).find((one) => one.id === id));
const takings = ({ client }: Person, query: Record<string, string>) => client.get("/api/counter-takings", { query });
const takingsOf = async (by: Person, query: Record<string, string> = {}) => (await takings(by, { show_id: other, ...query })).as(200).items;
const stateOf = (refund_id: string) => sql("gelora_payment", `SELECT state, finished_at_us IS NULL FROM refunds WHERE id = ${refund_id}`)[0]!.map(Number);

describe("what is sold", () => {
  test("is captured and in the ledger once, however often it is told", async () => {
    const buyer = newBuyer(), booking = await book(buyer, show), sale = saleOf(booking, seller), id = freshId();
    expect(await Promise.all([tell("booking.sold_at_counter", sale, id), tell("booking.sold_at_counter", sale, id)])).toEqual([204, 204]);
    expect(await tell("booking.sold_at_counter", sale)).toBe(204); // and under another id
    await until(buyer, booking.id, "confirmed");
    expect(ledgerOf(sale.payment_id)).toEqual({ bookings: -booking.total.amount_minor, "counter:cash": booking.total.amount_minor });
    const rows = sql("gelora_payment", `SELECT p.status, p.user_id, p.provider, p.method, COUNT(c.id), s.reference, s.sold_by FROM payments p JOIN captures c ON c.payment_id = p.id JOIN counter_sales s ON s.payment_id = p.id WHERE p.id = ${sale.payment_id} GROUP BY p.id`);
    expect(rows).toEqual([["2", "0", "counter", "cash", "1", booking.reference, seller.id]]);
    const managed = (await manager.client.get("/api/organisations/{id}/payments", { params: { id: house.id }, query: { booking_id: booking.id } })).as(200).items;
    expect(managed).toMatchObject([{ provider: "counter", method: "cash", status: "captured" }]);
    const csv = (await manager.client.call("get", `/api/settlements/${show}`)).text;
    expect(csv).toContain(`capture,${booking.id},${sale.payment_id},counter:cash,${booking.total.amount_minor},IDR`);
  });

  test("by card is in the terminal's account", async () => {
    const { booking, sale } = await sold(seller, "card");
    expect(ledgerOf(sale.payment_id)).toEqual({ bookings: -booking.total.amount_minor, "counter:card": booking.total.amount_minor });
  });

  test("is not understood when something is missing or is none", async () => {
    const sale = saleOf(await book(newBuyer(), show), seller);
    for (const wrong of [{ method: "complimentary" }, { amount_minor: 0 }, { amount_minor: "1" }, { currency: "rupiah" }, { reference: "" }, { reference: "X".repeat(17) }, { sold_by: 7 }, { show_id: "x" }, { organisation_id: null }, { payment_id: "" }])
      expect([wrong, await tell("booking.sold_at_counter", { ...sale, ...wrong })]).toEqual([wrong, 400]);
    expect(sql("gelora_payment", `SELECT COUNT(*), 0 FROM payments WHERE id = ${sale.payment_id}`)).toEqual([["0", "0"]]);
  });
});

describe("what goes back", () => {
  test("waits at the counter when its tickets are void, and is paid out once", async () => {
    const { buyer, booking, sale } = await sold(seller);
    const id = await refund(sale.payment_id);
    const one = await waits(id);
    expect(one).toMatchObject({ booking_id: booking.id, reference: booking.reference, amount: booking.total, method: "cash", reason: "uji" });
    expect(stateOf(id)).toEqual([2, 1]);
    expect(ledgerOf(sale.payment_id)).toEqual({ bookings: 0, refunds_due: -booking.total.amount_minor, "counter:cash": booking.total.amount_minor });

    const answers = await Promise.all([payOut(seller, id), payOut(colleague, id), payOut(manager, id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.map((answer) => answer.as(200).status)).toEqual(["succeeded", "succeeded", "succeeded"]);
    const [first] = answers;
    expect((await payOut(seller, id)).body).toEqual(first!.body);
    expect(ledgerOf(sale.payment_id)).toEqual({ bookings: 0, refunds_due: 0, "counter:cash": 0 });
    expect(sql("gelora_payment", `SELECT COUNT(*), SUM(amount_minor) FROM ledger_entries WHERE cause = 'refunded:${id}' AND account = 'counter:cash'`)).toEqual([["1", String(-booking.total.amount_minor)]]);
    expect((await waiting(manager)).some((any) => any.id === id)).toBe(false);
    expect((await until(buyer, booking.id, "refunded")).refunded).toEqual(booking.total);
    const [[by, late]] = sql("gelora_payment", `SELECT paid_by, paid_at_us IS NULL FROM counter_payouts WHERE refund_id = ${id}`) as [[string, string]];
    expect([[seller.id, colleague.id, manager.id].includes(by), late]).toEqual([true, "0"]);
  });

  test("by the rules waits there too, and what is told of it before the sale is told again", async () => {
    const buyer = newBuyer(), booking = await book(buyer, show), sale = saleOf(booking, seller);
    (await buyer.post("/api/bookings/{id}/cancel", { params: { id: booking.id } })).as(200);
    expect(await tell("booking.refund_due", { booking_id: booking.id, payment_id: sale.payment_id, reason: "cancelled" })).toBe(503);
    expect(await tell("booking.sold_at_counter", sale)).toBe(204);
    const one = await eventually("the desk wants it back", async () => (await waiting(seller)).find(({ booking_id }) => booking_id === booking.id));
    expect(one).toMatchObject({ reason: "cancelled", amount: booking.total });
    expect((await payOut(seller, one.id)).status).toBe(200);
    expect(ledgerOf(sale.payment_id)).toEqual({ bookings: 0, refunds_due: 0, "counter:cash": 0 });
    await until(buyer, booking.id, "refunded");
  });

  test("is not paid out while its tickets are valid, when they stay, or by whom a provider pays", async () => {
    const { booking, sale } = await sold(seller);
    const why = async (id: string) => {
      const answer = await payOut(seller, id);
      return [answer.status, answer.slug, (answer.body as { reason?: string }).reason];
    };
    const id = await refund(sale.payment_id, 1);
    sql("gelora_payment", `UPDATE refunds SET state = 1 WHERE id = ${id}`); // as if its tickets were asked for
    expect(await why(id)).toEqual([409, "payout-not-due", "reserved"]);
    expect(ledgerOf(sale.payment_id)["counter:cash"]).toBe(booking.total.amount_minor);
    expect(await tell("refund.refused", { booking_id: booking.id, refund_id: id, reason: "ticket-used" })).toBe(204);
    expect(await why(id)).toEqual([409, "payout-not-due", "failed"]);
    sql("gelora_payment", `DELETE FROM counter_payouts WHERE refund_id = ${id}`);
    const { payment } = await paid(newBuyer(), show, 1);
    expect(await why(await refund(payment.id, 1))).toEqual([409, "payout-not-due", "provider"]);
  });

  test("is nothing to strangers, to those of other shows, to the gates, and to buyers", async () => {
    const { sale } = await sold(seller);
    const id = await refund(sale.payment_id, 1_000);
    await waits(id);
    for (const who of [stranger, elsewhere, gate]) expect([(await payOut(who, id)).status, (await list(who, { show_id: show })).status, (await takings(who, { show_id: show })).status]).toEqual([404, 404, 404]);
    expect((await payOut({ client: newBuyer() }, id)).status).toBe(404);
    expect(stateOf(id)).toEqual([2, 1]);
    expect((await payOut(colleague, id)).status).toBe(200);
  });

  test("is listed page by page, oldest first, and found by its reference", async () => {
    const made: { id: string; booking: { id: string; reference: string } }[] = [];
    for (let i = 0; i < 3; i++) {
      const { booking, sale } = await sold(seller);
      made.push({ id: await refund(sale.payment_id, 1_000), booking });
    }
    for (const { id } of made) await waits(id);
    const ids: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: { items: { id: string }[]; next_cursor: string | null } = (await list(colleague, { show_id: show, limit: "2", cursor })).as(200);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor;
    }
    expect(ids.filter((id) => made.some((one) => one.id === id))).toEqual(made.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const { reference } = made[1]!.booking;
    for (const q of [reference, reference.slice(0, 6).toLowerCase()]) expect((await waiting(seller, { q })).map(({ id }) => id)).toEqual([made[1]!.id]);
    expect((await list(seller, { show_id: show, q: "%" })).status).toBe(422);
    expect((await list(seller, {})).status).toBe(422);
    for (const { id } of made) await payOut(seller, id);
  });
});

test("takings add up for who took and who paid out, in a time or in all", async () => {
  const before = new Date().toISOString();
  const cash = await sold(seller, "cash", other), card = await sold(seller, "card", other), theirs = await sold(elsewhere, "cash", other);
  const id = await refund(cash.sale.payment_id, 2_000);
  await eventually("it waits", async () => ((await waiting(manager, { show_id: other })).some((one) => one.id === id) ? true : undefined));
  expect((await payOut(elsewhere, id)).status).toBe(200);
  const money = (amount_minor: number) => ({ amount_minor, currency: "IDR" });
  const none = { sales: 0, taken: money(0), payouts: 0, paid_out: money(0) };
  const lines = {
    cash: { ...none, by: seller.id, method: "cash", sales: 1, taken: cash.booking.total },
    card: { ...none, by: seller.id, method: "card", sales: 1, taken: card.booking.total },
    theirs: { ...none, by: elsewhere.id, method: "cash", sales: 1, taken: theirs.booking.total, payouts: 1, paid_out: money(2_000) },
  };
  const sorted = (items: { by: string; method: string }[]) => [...items].sort((a, b) => `${a.by}${a.method}`.localeCompare(`${b.by}${b.method}`));
  expect(sorted(await takingsOf(manager))).toEqual(sorted(Object.values(lines)));
  expect(sorted(await takingsOf(house.owner, { from: before }))).toEqual(sorted(Object.values(lines)));
  expect(sorted(await takingsOf(seller))).toEqual(sorted([lines.cash, lines.card]));
  expect(await takingsOf(elsewhere)).toEqual([lines.theirs]);
  expect(await takingsOf(manager, { to: before })).toEqual([]);
  expect((await takings(manager, { show_id: other, from: "yesterday" })).status).toBe(422);
});

test("what waits there is counted by itself, and nobody is alarmed", async () => {
  const { sale } = await sold(seller);
  const id = await refund(sale.payment_id, 1_000);
  await waits(id);
  const count = (table: string, where: string) => Number(sql("gelora_payment", `SELECT COUNT(*), 0 FROM ${table} WHERE ${where}`)[0]![0]);
  const at_counter = "EXISTS (SELECT 1 FROM payments p WHERE p.id = r.payment_id AND p.provider = 'counter')";
  await eventually("the gauges say so", async () => {
    const text = await (await fetch(`${at}/metrics`)).text();
    const gauge = (saga: string) => Number(new RegExp(`^gelora_sagas_open\\{saga="${saga}",state="due"\\} (\\d+)`, "m").exec(text)?.[1]);
    const right = gauge("payout") === count("refunds r", `r.state = 2 AND ${at_counter}`) && gauge("refund") === count("refunds r", `r.state = 2 AND NOT ${at_counter}`);
    return right && /^gelora_payment_overdue 0$/m.test(text) ? true : undefined;
  }, 30_000);
  expect(count("findings", "provider = 'counter'")).toBe(0);
  expect(count("refunds r", `r.tries > 0 AND ${at_counter}`)).toBe(0);
  await payOut(seller, id);
});
