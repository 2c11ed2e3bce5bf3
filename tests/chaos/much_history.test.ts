// A show with much history is opened: reading it takes longer than a lease lasts. The leases are renewed meanwhile, and other
// shows go on selling.
import { afterAll, beforeAll, expect, test } from "vitest";
import { freeSeats, newBuyer, runStack, showsOnSale, sql } from "../service/buyers.js";

const history = 800_000; // bookings that ended: twice as long to read as a lease lasts
const first_id = 1_000_000_000;
let much: string, other: string;

beforeAll(async () => {
  const roomy = [];
  for (const { id } of await showsOnSale()) if ((await freeSeats(id)).length > 10) roomy.push(id);
  [much, other] = roomy as [string, string];
  const digit = "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
  const number = [..."abcdef"].map((name, i) => `${name}.d * ${10 ** i}`).join(" + ");
  const line = { seat_no: 0, label: "Tribun 1 · A-1", zone_id: "1", zone: "Tribun", price_minor: 1, fee_minor: 0, discount_minor: 0, tax_minor: 0, tax_included: true };
  sql("gelora_booking", `INSERT INTO bookings (id, reference, show_id, user_id, hold_id, status, currency, fees_minor, discount_minor, total_minor, created_at_us, pay_by_us, document, key_hash, body_hash)
    SELECT ${first_id} + n, 'HISTORY0', ${much}, 1, ${first_id} + n, 3, 'IDR', 0, 0, 1, 1, 1, '${JSON.stringify({ lines: [line, line], attendees: [] })}', UNHEX(MD5(n)), UNHEX(LPAD('', 32, '0'))
    FROM (SELECT ${number} AS n FROM ${[..."abcdef"].map((name) => `${digit} ${name}`).join(", ")}) numbers WHERE n < ${history}`);
}, 120_000);
afterAll(() => {
  sql("gelora_booking", `DELETE FROM bookings WHERE show_id = ${much} AND reference = 'HISTORY0'`);
  for (const name of Object.keys(JSON.parse(runStack("status", "--json")).services as object).filter((one) => one.startsWith("booking-service"))) runStack("restart", name);
}, 120_000);

test("it is ready, its leases did not lapse, and both shows sell", async () => {
  runStack("kill", "booking-service");
  runStack("wait", "booking-service");
  const before = sql("gelora_booking", `SELECT epoch, version FROM show_leases WHERE show_id = ${much}`)[0]![0]!;
  for (const id of [much, other]) (await newBuyer().post("/api/shows/{id}/holds", { params: { id }, body: { best_available: { quantity: 1 } } })).as(201);
  expect(sql("gelora_booking", `SELECT epoch, version FROM show_leases WHERE show_id = ${much}`)[0]![0]).toBe(before);
}, 120_000);
