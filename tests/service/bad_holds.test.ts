// What must not become a hold: each wish is refused with its precise problem, and nothing is held by it.
import { beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../support/client.js";
import { freeSeats, newBuyer, seatStates, showsOnSale, sql, url, userOf } from "./buyers.js";

const anyone = createClient(url);
let theatre: string; // seats only
let club: string; // standing only
let free: [number, number];
let theatre_zone: string;
let club_zone: string;
let seat_count: number; // of the theatre; the stadium has more, so that this is a seat of another show

beforeAll(async () => {
  const shows = await showsOnSale();
  const at = (venue: RegExp) => shows.find((show) => venue.test(show.venue))!.id;
  theatre = at(/Cikini/);
  club = at(/Blok M/);
  const zoneOf = async (id: string) => (await anyone.get("/api/shows/{id}", { params: { id } })).as(200).zones[0]!.id;
  theatre_zone = await zoneOf(theatre);
  club_zone = await zoneOf(club);
  free = (await freeSeats(theatre)).slice(-2) as [number, number];
  seat_count = (await seatStates(theatre)).length;
});

interface Case {
  name: string;
  at?: () => string;
  wish: () => unknown; // a string is sent as it is
  headers?: Record<string, string>;
  key?: string | null;
  problem: [status: number, slug: string];
  pointers?: string[];
}

const invalid: [number, string] = [422, "invalid-request"];
const malformed: [number, string] = [400, "malformed-json"];
const no_key: [number, string] = [400, "idempotency-key-missing"];
const with_seat = (more: unknown) => ({ seat_nos: [free[0], more] }); // a good seat first: it must not be held either

const cases: Case[] = [
  // seats
  { name: "a seat of another show", wish: () => with_seat(seat_count), problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "a seat twice", wish: () => with_seat(free[0]), problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "several wrong seats", wish: () => ({ seat_nos: [free[0], seat_count, free[1], free[1], 4_000_000_000] }), problem: invalid, pointers: ["/seat_nos/1", "/seat_nos/3", "/seat_nos/4"] },
  { name: "no seat", wish: () => ({ seat_nos: [] }), problem: invalid, pointers: ["/seat_nos"] },
  { name: "a negative seat", wish: () => with_seat(-1), problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "half a seat", wish: () => with_seat(0.5), problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "a seat as text", wish: () => with_seat(String(free[1])), problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "null for a seat", wish: () => with_seat(null), problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "a list for a seat", wish: () => with_seat([free[1]]), problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "seat 2^32", wish: () => with_seat(2 ** 32), problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "seat 2^63", wish: () => `{"seat_nos":[${free[0]},9223372036854775808]}`, problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "seat 2^64", wish: () => `{"seat_nos":[${free[0]},18446744073709551616]}`, problem: invalid, pointers: ["/seat_nos/1"] },
  { name: "a number as the list", wish: () => ({ seat_nos: free[0] }), problem: invalid, pointers: ["/seat_nos"] },
  { name: "101 seats", wish: () => ({ seat_nos: Array.from({ length: 101 }, (_, i) => i) }), problem: invalid, pointers: ["/seat_nos"] },
  { name: "10,000 seats", wish: () => ({ seat_nos: Array.from({ length: 10_000 }, (_, i) => i) }), problem: [413, "content-too-large"] },
  { name: "a standing place by number", at: () => club, wish: () => ({ seat_nos: [0] }), problem: invalid, pointers: ["/seat_nos/0"] },
  // the best
  { name: "none of the best", wish: () => ({ best_available: { quantity: 0 } }), problem: invalid, pointers: ["/best_available/quantity"] },
  { name: "minus one of the best", wish: () => ({ best_available: { quantity: -1 } }), problem: invalid, pointers: ["/best_available/quantity"] },
  { name: "101 of the best", wish: () => ({ best_available: { quantity: 101 } }), problem: invalid, pointers: ["/best_available/quantity"] },
  { name: "2^63 of the best", wish: () => '{"best_available":{"quantity":9223372036854775808}}', problem: invalid, pointers: ["/best_available/quantity"] },
  { name: "the best of how many", wish: () => ({ best_available: {} }), problem: invalid, pointers: ["/best_available/quantity"] },
  { name: "the best below nothing", wish: () => ({ best_available: { quantity: 1, max_price_minor: -1 } }), problem: invalid, pointers: ["/best_available/max_price_minor"] },
  { name: "the best of another show's zone", wish: () => ({ best_available: { quantity: 1, zone_id: club_zone } }), problem: invalid, pointers: ["/best_available/zone_id"] },
  { name: "the best seats of a standing zone", at: () => club, wish: () => ({ best_available: { quantity: 1, zone_id: club_zone } }), problem: invalid, pointers: ["/best_available/zone_id"] },
  { name: "the best seats where all stand", at: () => club, wish: () => ({ best_available: { quantity: 1 } }), problem: invalid, pointers: ["/best_available"] },
  { name: "the best as a list", wish: () => ({ best_available: [1] }), problem: invalid, pointers: ["/best_available"] },
  // standing
  { name: "standing in another show's zone", at: () => club, wish: () => ({ standing: [{ zone_id: theatre_zone, quantity: 1 }] }), problem: invalid, pointers: ["/standing/0/zone_id"] },
  { name: "standing in a zone of seats", wish: () => ({ standing: [{ zone_id: theatre_zone, quantity: 1 }] }), problem: invalid, pointers: ["/standing/0/zone_id"] },
  { name: "standing in one zone twice", at: () => club, wish: () => ({ standing: [{ zone_id: club_zone, quantity: 1 }, { zone_id: club_zone, quantity: 1 }] }), problem: invalid, pointers: ["/standing/1/zone_id"] },
  { name: "nobody standing", at: () => club, wish: () => ({ standing: [{ zone_id: club_zone, quantity: 0 }] }), problem: invalid, pointers: ["/standing/0/quantity"] },
  { name: "101 standing", at: () => club, wish: () => ({ standing: [{ zone_id: club_zone, quantity: 101 }] }), problem: invalid, pointers: ["/standing/0/quantity"] },
  { name: "21 zones", at: () => club, wish: () => ({ standing: Array.from({ length: 21 }, () => ({ zone_id: club_zone, quantity: 1 })) }), problem: invalid, pointers: ["/standing"] },
  { name: "standing, without saying where", at: () => club, wish: () => ({ standing: [{ quantity: 1 }, 5] }), problem: invalid, pointers: ["/standing/0/zone_id", "/standing/1"] },
  // the whole body
  { name: "nothing", wish: () => ({}), problem: invalid, pointers: [""] },
  { name: "two ways at once", wish: () => ({ seat_nos: [free[0]], best_available: { quantity: 1 } }), problem: invalid, pointers: [""] },
  { name: "a price of one's own", wish: () => ({ seat_nos: [free[0]], price: 1 }), problem: invalid, pointers: ["/price"] },
  { name: "a member twice", wish: () => `{"seat_nos":[${free[0]}],"seat_nos":[${free[1]}]}`, problem: invalid, pointers: ["/seat_nos"] },
  { name: "a list", wish: () => [free[0]], problem: invalid, pointers: [""] },
  { name: "null", wish: () => "null", problem: invalid, pointers: [""] },
  { name: "no body", wish: () => "", problem: malformed },
  { name: "half a body", wish: () => `{"seat_nos":[${free[0]}`, problem: malformed },
  { name: "two bodies", wish: () => `{"seat_nos":[${free[0]}]}{"seat_nos":[${free[1]}]}`, problem: malformed },
  { name: "5,000 lists in each other", wish: () => `{"seat_nos":${"[".repeat(5_000)}${"]".repeat(5_000)}}`, problem: malformed },
  { name: "nine objects in each other", wish: () => `${'{"a":'.repeat(9)}1${"}".repeat(9)}`, problem: malformed },
  { name: "another content type", wish: () => ({ seat_nos: [free[0]] }), headers: { "Content-Type": "text/plain" }, problem: [415, "unsupported-media-type"] },
  { name: "a form", wish: () => "seat_nos=1", headers: { "Content-Type": "application/x-www-form-urlencoded" }, problem: [415, "unsupported-media-type"] },
  // the key
  { name: "no key", wish: () => ({ seat_nos: [free[0]] }), key: null, problem: no_key },
  { name: "a key of 256 characters", wish: () => ({ seat_nos: [free[0]] }), key: "k".repeat(256), problem: no_key },
  { name: "a key of 4,000 characters", wish: () => ({ seat_nos: [free[0]] }), key: "k".repeat(4_000), problem: no_key },
  { name: "a key with a space", wish: () => ({ seat_nos: [free[0]] }), key: "a key", problem: no_key },
  { name: "a key that is not ASCII", wish: () => ({ seat_nos: [free[0]] }), key: "clé", problem: no_key },
  // the show
  { name: "a show that is not there", at: () => "1", wish: () => ({ seat_nos: [free[0]] }), problem: [404, "not-found"] },
];

describe("a hold is refused", () => {
  test.each(cases)("for $name", async ({ at, wish, headers, key, problem, pointers }) => {
    const buyer = newBuyer();
    const body = wish();
    const show = at?.() ?? theatre;
    const answer = await buyer.call("post", `/api/shows/${show}/holds`, { raw: typeof body === "string" ? body : JSON.stringify(body), key: key === undefined ? "auto" : key, ...(headers ? { headers } : {}) });
    expect([answer.status, answer.slug]).toEqual(problem);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const { errors } = answer.body as { errors?: { pointer: string; message: string }[] };
    expect(errors?.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM holds WHERE user_id = ${userOf(buyer)}`)[0]![0]).toBe("0");
  });

  test("and of all that nothing is held", async () => {
    expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM seat_claims WHERE show_id = ${theatre} AND seat_no IN (${free.join(",")})`)[0]![0]).toBe("0");
    const states = await seatStates(theatre);
    expect(free.map((seat) => states[seat])).toEqual([0, 0]);
    (await newBuyer().post("/api/shows/{id}/holds", { params: { id: theatre }, body: { seat_nos: free } })).as(201);
  });
});
