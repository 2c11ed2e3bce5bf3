// Who may what: promise I11 as a document. One line a route of the three services.
//
//   on     the kind of thing that the path (or the body) names; it is asked for on both sides, and with ids that are wrong
//   who    what comes, by who asks: `owner` of the thing (a fan; an organisation's owner), one of an organisation's staff by role
//          or machine, `admin`, `people` (every person), a service, or `everybody`
//
// Whoever is not named is refused: nobody and services 401, people and machines 404; on a service's route everybody 404.
// Ids that are wrong are 404 to all who would be let in. A refused call changes nothing, and tells nothing of others.
import type { Caller } from "./authorization_cast.js";
import type { Ids, Kind } from "./authorization_things.js";
import type { Ask } from "../support/client.js";

export interface Rule {
  on?: Kind;
  who: Record<string, number>;
  send?: (ids: Ids, caller: Caller) => Ask;
  /** It uses the thing up: everybody who may gets a new one. */
  once?: true;
  /** Asked in a session of its own, since it ends it. */
  throwaway?: true;
  /** What a person is told of an id in the body that is none. */
  malformed?: number;
  /** Whoever is named is let in on both sides; else only an owner and an admin are. */
  both?: true;
  /** Whose name and address whoever may ask is told. */
  tells_of?: Record<"ours" | "theirs", string>;
  /** Who is told 200 of whatever id: nothing but what is in the id's place is looked at. */
  any_id?: string[];
}

const everybody = (status: number, send?: Rule["send"]): Rule => ({ who: { everybody: status }, ...(send && { send }) });
const people = (status: number, send?: Rule["send"], more: Record<string, number> = {}): Rule => ({ who: { people: status, ...more }, ...(send && { send }) });
const body = (json: object) => (ids: Ids): Ask => ({ params: ids, body: json });
const password = (ids: Ids, caller: Caller): Ask => ({ params: ids, body: { password: caller.password } });

const members = { owner: 200, manager: 200 };
const everyRole = { ...members, box_office: 200, gate: 200, admin: 200 };
const machines = { key: 200, device: 200 };
const keepers = (status: number) => ({ owner: status, manager: status, key: status, admin: status });
const sellers = (status: number) => ({ ...keepers(status), box_office: status });
const authors = (status: number) => ({ owner: status, manager: status, key: status });
const written = (json: object) => (ids: Ids): Ask => ({ params: ids, body: json, headers: { "If-Match": '"0"' } });
const created = { owner: 201, manager: 201 };
const gone = { owner: 204, manager: 204 };
const event = { id: "1", type: "unknown", data: {} };

export const table: Record<string, Rule> = {
  // ---- user-service: accounts ----
  "user POST /api/users": everybody(202, () => ({ body: { email: `nobody.${crypto.randomUUID()}@example.com`, password: "lautan-biru-tenang-27", name: "Nobody" } })),
  "user POST /api/users/verifications": everybody(410, body({ token: "nothing" })),
  "user GET /api/users/{id}": { on: "account", who: { owner: 200, admin: 200 } },
  "user PATCH /api/users/{id}": { on: "account", who: { owner: 200, admin: 200 }, send: body({ locale: "en" }) },
  "user DELETE /api/users/{id}": { on: "newcomer", who: { owner: 204, admin: 204 }, once: true },
  "user GET /api/users/{id}/export": { on: "account", who: { owner: 200 } },

  // ---- second factor (on for its owner, off for the others), passkeys, sessions: everybody's own ----
  "user GET /api/second-factor": people(200),
  "user POST /api/second-factor/totp": { on: "second_factor", who: { owner: 409, people: 201 }, send: password },
  "user POST /api/second-factor/totp/confirm": { on: "second_factor", who: { owner: 409, people: 422 }, send: body({ code: "123456" }) },
  "user POST /api/second-factor/totp/removal": { on: "second_factor", who: { owner: 204, people: 204 }, send: password, once: true },
  "user POST /api/second-factor/recovery-codes": { on: "second_factor", who: { owner: 200, people: 409 }, send: password, once: true },
  "user GET /api/passkeys": people(200),
  "user POST /api/passkeys": people(422, body({ name: "x", client_data_json: "e30", authenticator_data: "AAAA" })),
  "user POST /api/passkeys/options": people(201, password),
  "user POST /api/passkeys/{id}/removal": { on: "passkey", who: { owner: 204 }, send: password, once: true },
  "user POST /api/sessions": everybody(401, body({ email: "nobody@example.com", password: "not a password of anybody" })),
  "user POST /api/sessions/passkey/options": everybody(201),
  "user POST /api/sessions/passkey": everybody(401, body({ credential_id: "AAAA", client_data_json: "e30", authenticator_data: "AAAA", signature: "AAAA" })),
  "user POST /api/sessions/refresh": everybody(401), // the cookie counts, and nothing else
  "user GET /api/sessions": people(200),
  "user DELETE /api/sessions/{id}": { on: "session", who: { owner: 204 }, once: true },
  "user DELETE /api/sessions": people(204),
  "user DELETE /api/sessions/current": { who: { people: 204, key: 401, device: 401 }, throwaway: true },
  "user POST /api/password-resets": everybody(202, () => ({ body: { email: `nobody.${crypto.randomUUID()}@example.com` } })),
  "user POST /api/password-resets/confirm": everybody(410, body({ token: "nothing", password: "bukit-hijau-tenang-31" })),

  // ---- organisations: a role in exactly this one ----
  "user GET /api/organisations": people(200),
  "user GET /api/organisations/{id}": { on: "organisation", who: everyRole },
  "user PATCH /api/organisations/{id}": { on: "organisation", who: { owner: 200 }, send: body({ name: "Renamed" }) },
  "user GET /api/organisations/{id}/members": { on: "organisation", who: members },
  "user GET /api/organisations/{id}/team-changes": { on: "organisation", who: members },
  "user PATCH /api/organisations/{id}/members/{user_id}": { on: "member", who: members, send: body({ role: "box_office" }) },
  "user DELETE /api/organisations/{id}/members/{user_id}": { on: "member", who: gone, once: true },
  "user GET /api/organisations/{id}/invitations": { on: "organisation", who: members },
  "user POST /api/organisations/{id}/invitations": { on: "organisation", who: created, send: (params) => ({ params, body: { email: `new.${crypto.randomUUID()}@example.com`, role: "gate" } }) },
  "user DELETE /api/organisations/{id}/invitations/{invitation_id}": { on: "invitation", who: gone, once: true },
  "user POST /api/invitations/acceptance": { on: "link", who: { owner: 200, people: 410 }, send: (ids) => ({ body: ids }), once: true },
  "user GET /api/organisations/{id}/api-keys": { on: "organisation", who: members },
  "user POST /api/organisations/{id}/api-keys": { on: "organisation", who: created, send: body({ name: "New", role: "gate", days: 1 }) },
  "user DELETE /api/organisations/{id}/api-keys/{key_id}": { on: "api_key", who: gone, once: true },
  "user GET /api/organisations/{id}/gate-devices": { on: "organisation", who: members },
  "user POST /api/organisations/{id}/gate-devices": { on: "organisation", who: created, send: body({ name: "New", days: 1 }) },
  "user DELETE /api/organisations/{id}/gate-devices/{device_id}": { on: "gate_device", who: gone, once: true },
  "user POST /api/organisations": people(201, body({ name: "One more" })),
  "user POST /api/gate-devices": everybody(410, body({ code: "AAAA-AAAA-AAAA" })),
  "user POST /api/access-tokens": everybody(401, body({ key: "gelora_key_nothing" })),
  "user GET /.well-known/jwks.json": everybody(200),

  // ---- user-service, for services ----
  "user GET /internal/users/{id}": { on: "account", who: { "booking-service": 200, "payment-service": 200 }, both: true },
  "user GET /internal/users": { who: { "booking-service": 200 }, send: () => ({ query: { email: "dewi@gelora.test" } }) },
  "user GET /internal/users/{id}/contact": { on: "account", who: { "booking-service": 200 }, both: true },
  "user GET /internal/organisations/{id}/owners": { on: "organisation", who: { "booking-service": 200 }, both: true },
  "user POST /internal/contacts": { who: { "booking-service": 200 }, send: body({ user_ids: [] }) },
  "user GET /internal/organisations/{id}": { on: "organisation", who: { "booking-service": 200 }, both: true },
  "user GET /internal/revocations": { who: { "booking-service": 200, "payment-service": 200 } },

  // ---- booking-service: what everybody sees ----
  "booking GET /api/concerts": everybody(200),
  "booking GET /api/concerts/{id}": everybody(200, () => ({ params: { id: "langit-karsa-tur-cakrawala" } })),
  "booking GET /api/shows/{id}": { on: "show", who: { everybody: 200 } },
  "booking GET /api/shows/{id}/seating": { on: "show", who: { everybody: 200 } },
  "booking GET /api/shows/{id}/seating/rows": { on: "show", who: { everybody: 200 } },
  "booking GET /api/shows/{id}/availability": { on: "show", who: { everybody: 200 } },
  "booking GET /api/shows/{id}/availability/stream": { on: "show", who: { everybody: 200 } },
  "booking GET /api/concerts/{id}/head": everybody(200, () => ({ params: { id: "langit-karsa-tur-cakrawala" } })),
  "booking GET /api/concerts/{id}/card.png": everybody(200, () => ({ params: { id: "langit-karsa-tur-cakrawala" } })),
  "booking GET /sitemap.xml": everybody(200),
  "booking GET /robots.txt": everybody(200),
  "booking GET /.well-known/gelora-ticket-keys.json": everybody(200),

  // ---- what is one's own ----
  "booking POST /api/shows/{id}/holds": { on: "show", who: { people: 201 }, send: body({ best_available: { quantity: 1 } }) },
  "booking GET /api/holds/{id}": { on: "hold", who: { owner: 200 } },
  "booking DELETE /api/holds/{id}": { on: "hold", who: { owner: 204 }, once: true },
  "booking POST /api/bookings": { on: "hold", who: { owner: 201 }, send: ({ id }) => ({ body: { hold_id: id } }), once: true, malformed: 422 },
  "booking GET /api/bookings": people(200),
  "booking GET /api/bookings/{id}": { on: "booking", who: { owner: 200 } },
  "booking POST /api/bookings/{id}/cancel": { on: "booking", who: { owner: 200 }, once: true },
  "booking GET /api/bookings/{id}/invoice.pdf": { on: "invoiced", who: { owner: 200 } },
  "booking POST /api/bookings/{id}/receipts": { on: "invoiced", who: { owner: 202 } },
  "booking GET /api/tickets": people(200),
  "booking GET /api/tickets/{id}": { on: "ticket", who: { owner: 200 } },
  "booking PATCH /api/tickets/{id}": { on: "ticket", who: { owner: 200 }, send: body({ name: "x" }) },
  "booking GET /api/tickets/{id}/qr.svg": { on: "ticket", who: { owner: 200 } },
  "booking GET /api/tickets/{id}/pdf": { on: "ticket", who: { owner: 200 } },
  "booking GET /api/tickets/{id}/wallet/apple": { on: "ticket", who: { owner: 200 } },
  "booking GET /api/tickets/{id}/wallet/google": { on: "ticket", who: { owner: 200 } },
  "booking GET /api/tickets/{id}/calendar.ics": { on: "ticket", who: { owner: 200 } },
  "booking POST /api/tickets/{id}/transfers": { on: "offerable", who: { owner: 201 }, send: (params) => ({ params, body: { email: `to.${crypto.randomUUID()}@example.com` } }), once: true },
  "booking GET /api/tickets/{id}/transfers": { on: "ticket", who: { owner: 200 } },
  "booking DELETE /api/tickets/{id}/transfers/{transfer_id}": { on: "transfer", who: { owner: 204 }, once: true },
  "booking POST /api/transfers/look": everybody(410, body({ token: "nothing" })),
  "booking POST /api/transfers/accept": people(410, body({ token: "nothing" })),
  "booking PUT /api/shows/{id}/watch": { on: "show", who: { people: 409 } },
  "booking DELETE /api/shows/{id}/watch": { on: "show", who: { people: 204 } },
  "booking GET /api/shows/{id}/watch": { on: "show", who: { people: 200 } },
  "booking GET /api/watches": people(200),
  "booking GET /api/shows/{id}/queue": { on: "room", who: { everybody: 200 } },
  "booking GET /api/shows/{id}/queue/draw": { on: "room", who: { everybody: 404 } }, // nothing is drawn yet
  "booking POST /api/shows/{id}/queue": { on: "room", who: { people: 409 } }, // too early
  "booking GET /api/shows/{id}/queue/me": { on: "room", who: { people: 200 } },
  "booking DELETE /api/shows/{id}/queue/me": { on: "room", who: { people: 204 } },
  "booking GET /api/shows/{id}/waiting-room": { on: "room", who: keepers(200) },
  "booking PUT /api/shows/{id}/waiting-room": { on: "room", who: keepers(200), send: body({ shoppers: 5 }) },
  "booking DELETE /api/shows/{id}/waiting-room": { on: "room", who: keepers(204), once: true },
  "booking POST /api/shows/{id}/rehearsals": { on: "room", who: keepers(200), send: body({ fans: 20 }) },
  "booking POST /api/shows/{id}/waitlist": { on: "show", who: { people: 409 }, send: body({ quantity: 1 }) },
  "booking GET /api/waitlist": people(200),
  "booking DELETE /api/waitlist/{id}": { on: "waitlist_entry", who: { owner: 204 }, once: true },
  "payment POST /api/payments": { on: "booking", who: { owner: 201 }, send: ({ id }) => ({ body: { booking_id: id, provider: "sandbox" } }), malformed: 422 },
  "payment GET /api/payments/{id}": { on: "payment", who: { owner: 200 } },
  "payment POST /api/payments/webhooks/{provider}": everybody(400, () => ({ params: { provider: "sandbox" }, body: {} })),

  // ---- money of an organisation: its owners and managers, their programs, and admins ----
  "booking POST /api/bookings/{id}/decline": { on: "booking", who: { owner: 409 } },
  "booking POST /api/holds/{id}/quote": { on: "hold", who: { owner: 200 }, send: body({}) },
  "booking GET /api/shows/{id}/rules": { on: "managed_show", who: keepers(200) },
  "booking PATCH /api/shows/{id}/rules": { on: "managed_show", who: keepers(200), send: body({ refund_rule: null }) },
  "booking GET /api/shows/{id}/promo-codes": { on: "managed_show", who: keepers(200) },
  "booking POST /api/shows/{id}/promo-codes": { on: "managed_show", who: keepers(201), send: (params) => ({ params, body: { code: `C${crypto.randomUUID().slice(0, 12)}`, percent_bp: 1 } }) },
  "booking DELETE /api/shows/{id}/promo-codes/{code_id}": { on: "promo_code", who: keepers(204), once: true },
  "booking GET /api/shows/{id}/cancellation": { on: "cancelled_show", who: keepers(200) },
  "booking POST /api/shows/{id}/cancellation": { on: "cancelled_show", who: keepers(202), send: body({ reason: "x" }) },
  "booking GET /api/shows/{id}/check-ins/conflicts": { on: "managed_show", who: keepers(200) },
  "booking GET /api/shows/{id}/sales": { on: "managed_show", who: keepers(200) },
  "booking GET /api/shows/{id}/bookings": { on: "managed_show", who: keepers(200) },
  "booking GET /api/shows/{id}/bookings/{booking_id}": { on: "sold_booking", who: keepers(200), tells_of: { ours: "ayu", theirs: "bima" } },
  "booking POST /api/shows/{id}/bookings/{booking_id}/notes": { on: "sold_booking", who: keepers(201), send: body({ text: "x" }) },
  "booking POST /api/shows/{id}/bookings/{booking_id}/receipts": { on: "sold_booking", who: keepers(202), once: true },
  "booking POST /api/shows/{id}/bookings/{booking_id}/seats": { on: "sold_booking", who: keepers(422), send: body({ moves: [] }) },
  "booking POST /api/shows/{id}/bookings/{booking_id}/cancel": { on: "sold_booking", who: keepers(409) },
  "booking PATCH /api/shows/{id}/bookings/{booking_id}/tickets/{ticket_id}": { on: "sold_ticket", who: keepers(200), send: body({ name: "x" }), tells_of: { ours: "ayu", theirs: "bima" } },
  "booking GET /api/shows/{id}/house-seats": { on: "managed_show", who: keepers(200), tells_of: { ours: "organiser", theirs: "rival" } },
  "booking POST /api/shows/{id}/house-seats": { on: "managed_show", who: keepers(422), send: body({ name: "x" }) },
  "booking DELETE /api/shows/{id}/house-seats/{hold_id}": { on: "house_group", who: keepers(204), once: true },
  "booking POST /api/shows/{id}/house-seats/{hold_id}/release": { on: "house_group", who: keepers(422), send: body({}) },
  "booking GET /api/shows/{id}/capacities": { on: "managed_show", who: keepers(200) },
  "booking PUT /api/shows/{id}/zones/{zone_id}/capacity": { on: "standing_zone", who: keepers(422), send: body({}) },
  // ---- at the counter: what one seller holds, another does not let go ----
  "booking GET /api/shows/{id}/counter-holds": { on: "managed_show", who: sellers(200) },
  "booking POST /api/shows/{id}/counter-holds": { on: "managed_show", who: sellers(422), send: body({}) },
  "booking DELETE /api/shows/{id}/counter-holds/{hold_id}": { on: "counter_hold", who: { owner: 204 }, once: true },
  "booking GET /api/shows/{id}/counter-sales": { on: "managed_show", who: sellers(200), tells_of: { ours: "organiser", theirs: "rival" } },
  "booking POST /api/shows/{id}/counter-sales": { on: "managed_show", who: sellers(422), send: body({}) },
  "booking GET /api/shows/{id}/counter-sales/{booking_id}/tickets.pdf": { on: "counter_sale", who: keepers(200) },
  "booking GET /api/shows/{id}/places.csv": { on: "managed_show", who: keepers(200) },
  "booking GET /api/shows/{id}/places.xlsx": { on: "managed_show", who: keepers(200) },
  // ---- what is written to buyers; a test goes to a person ----
  "booking GET /api/shows/{id}/messages": { on: "managed_show", who: keepers(200) },
  "booking POST /api/shows/{id}/messages": { on: "managed_show", who: keepers(201), send: body({ subject: { id: "", en: "" }, body: { id: "", en: "" } }) },
  "booking POST /api/shows/{id}/message-audience": { on: "managed_show", who: keepers(200), send: body({}) },
  "booking GET /api/messages/{id}": { on: "message", who: keepers(200) },
  "booking PUT /api/messages/{id}": { on: "message", who: keepers(200), send: written({ subject: { id: "y", en: "y" }, body: { id: "y", en: "y" } }), once: true },
  "booking DELETE /api/messages/{id}": { on: "message", who: keepers(204), once: true },
  "booking POST /api/messages/{id}/preview": { on: "message", who: keepers(200), tells_of: { ours: "ayu", theirs: "bima" } },
  "booking POST /api/messages/{id}/test": { on: "message", who: { owner: 202, manager: 202, admin: 202 } },
  "booking POST /api/messages/{id}/send": { on: "message", who: keepers(409), send: written({}) },
  "booking POST /api/messages/{id}/pause": { on: "message", who: keepers(409) },
  "booking POST /api/messages/{id}/resume": { on: "message", who: keepers(409) },
  "booking POST /api/messages/{id}/cancel": { on: "message", who: keepers(409) },
  // ---- what programs of an organisation are told ----
  "booking GET /api/organisations/{id}/changes": { on: "organisation", who: authors(200) },
  "booking GET /api/organisations/{id}/webhooks": { on: "organisation", who: authors(200) },
  "booking POST /api/organisations/{id}/webhooks": { on: "organisation", who: authors(422), send: body({}) },
  "booking GET /api/organisations/{id}/webhooks/{webhook_id}": { on: "webhook", who: authors(200) },
  "booking PATCH /api/organisations/{id}/webhooks/{webhook_id}": { on: "webhook", who: authors(200), send: body({ status: "on" }) },
  "booking DELETE /api/organisations/{id}/webhooks/{webhook_id}": { on: "webhook", who: authors(204), once: true },
  "booking POST /api/organisations/{id}/webhooks/{webhook_id}/secrets": { on: "webhook", who: authors(201) },
  "booking POST /api/organisations/{id}/webhooks/{webhook_id}/tests": { on: "webhook", who: authors(202) },
  "booking GET /api/organisations/{id}/webhooks/{webhook_id}/deliveries": { on: "webhook", who: authors(200) },
  "booking POST /api/organisations/{id}/webhooks/{webhook_id}/deliveries/{delivery_id}/replays": { on: "delivery", who: authors(202) },
  // ---- gates: everybody who works for the organisation, and its machines ----
  "booking POST /api/shows/{id}/check-ins": { on: "managed_show", who: { ...everyRole, ...machines }, send: (params) => ({ params, body: { code: "x", gate: "Utara", scan_id: crypto.randomUUID() } }) },
  "booking POST /api/shows/{id}/check-ins/batch": { on: "managed_show", who: { ...everyRole, ...machines }, send: (params) => ({ params, body: { scans: [{ code: "x", gate: "Utara", scan_id: crypto.randomUUID(), scanned_at: new Date().toISOString() }] } }) },
  "booking GET /api/shows/{id}/check-ins/counts": { on: "managed_show", who: { ...everyRole, ...machines } },
  "booking GET /api/shows/{id}/gate-list": { on: "managed_show", who: { ...everyRole, ...machines } },
  "booking GET /api/shows/{id}/attendees": { on: "managed_show", who: { ...everyRole, ...machines }, send: (params) => ({ params, query: { q: "nobody" } }) },
  "payment POST /api/refunds": { on: "managed_payment", who: keepers(201), send: ({ id }) => ({ body: { payment_id: id, amount_minor: 1, reason: "x" } }), malformed: 422 },
  "payment GET /api/refunds/{id}": { on: "refund", who: keepers(200) },
  "payment POST /api/refunds/{id}/payout": { on: "refund", who: { owner: 409, manager: 409, box_office: 409 } },
  "payment GET /api/counter-payouts": { on: "settled_show", who: { ...keepers(200), box_office: 200 }, send: ({ show_id }) => ({ query: { show_id } }), malformed: 422 },
  "payment GET /api/counter-takings": { on: "settled_show", who: { ...keepers(200), box_office: 200 }, send: ({ show_id }) => ({ query: { show_id } }), malformed: 422 },
  "payment GET /api/organisations/{id}/payments": { on: "organisation", who: keepers(200), any_id: ["admin"] },
  "payment GET /api/settlements/{show_id}": { on: "settled_show", who: keepers(200) },
  "payment GET /api/payment-methods": everybody(200),
  "payment GET /api/payment-findings": { who: { admin: 200 } },
  "payment DELETE /api/payment-findings/{id}": { on: "finding", who: { admin: 204 }, both: true, once: true },

  // ---- concerts and shows as they are written: owners and managers ----
  "booking GET /api/organisations/{id}/seating-plans": { on: "organisation", who: authors(200) },
  "booking GET /api/organisations/{id}/venues": { on: "organisation", who: authors(200) },
  "booking POST /api/organisations/{id}/venues": { on: "organisation", who: authors(422), send: body({}) },
  "booking PUT /api/organisations/{id}/venues/{venue_id}": { on: "venue", who: authors(200), send: body({ name: "Authorization", city: "Nowhere", address: "Nowhere 1", timezone: "Asia/Jakarta" }) },
  "booking GET /api/organisations/{id}/plans": { on: "organisation", who: authors(200) },
  "booking POST /api/organisations/{id}/plans": { on: "organisation", who: authors(422), send: body({}) },
  "booking POST /api/organisations/{id}/plan-imports": { on: "organisation", who: authors(422), send: body({}) },
  "booking GET /api/organisations/{id}/plans/{plan_id}": { on: "plan", who: authors(200) },
  "booking DELETE /api/organisations/{id}/plans/{plan_id}": { on: "plan", who: authors(204), once: true },
  "booking GET /api/organisations/{id}/plans/{plan_id}/document": { on: "plan", who: authors(200) },
  "booking PUT /api/organisations/{id}/plans/{plan_id}/document": { on: "plan", who: authors(200), send: written({ name: "y", width: 1, height: 1, stage: { label: "", points: [] }, zones: [], sections: [] }), once: true },
  "booking POST /api/organisations/{id}/plans/{plan_id}/versions": { on: "plan", who: authors(422), send: (params) => ({ params, headers: { "If-Match": '"0"' } }) },
  "booking POST /api/organisations/{id}/plans/{plan_id}/copies": { on: "plan", who: authors(201), send: body({ name: "y" }) },
  "booking GET /api/organisations/{id}/concerts": { on: "organisation", who: authors(200) },
  "booking POST /api/organisations/{id}/concerts": { on: "organisation", who: authors(201), send: body({ title: "x", artist: "x", genre: "x" }) },
  "booking GET /api/organisations/{id}/concerts/{concert_id}": { on: "written_concert", who: authors(200) },
  "booking PATCH /api/organisations/{id}/concerts/{concert_id}": { on: "written_concert", who: authors(200), send: written({ title: "y" }), once: true },
  "booking DELETE /api/organisations/{id}/concerts/{concert_id}": { on: "written_concert", who: authors(204), once: true },
  "booking PUT /api/organisations/{id}/concerts/{concert_id}/poster": { on: "written_concert", who: authors(422), send: (params) => ({ params, raw: "<svg/>", headers: { "Content-Type": "image/jpeg" } }) },
  "booking DELETE /api/organisations/{id}/concerts/{concert_id}/poster": { on: "written_concert", who: authors(200) },
  "booking GET /api/organisations/{id}/concerts/{concert_id}/shows": { on: "written_concert", who: authors(200) },
  "booking POST /api/organisations/{id}/concerts/{concert_id}/shows": { on: "written_concert", who: authors(422), send: body({}) },
  "booking GET /api/organisations/{id}/shows/{show_id}": { on: "draft", who: authors(200) },
  "booking PATCH /api/organisations/{id}/shows/{show_id}": { on: "draft", who: authors(200), send: written({ max_tickets_per_user: 2 }), once: true },
  "booking DELETE /api/organisations/{id}/shows/{show_id}": { on: "draft", who: authors(204), once: true },
  "booking POST /api/organisations/{id}/shows/{show_id}/copies": { on: "draft", who: authors(201), send: body({ dates: ["2038-01-02T20:00"] }) },
  "booking PUT /api/organisations/{id}/shows/{show_id}/publication": { on: "draft", who: authors(200), once: true },
  "booking DELETE /api/organisations/{id}/shows/{show_id}/publication": { on: "draft", who: authors(200) },
  "booking POST /api/organisations/{id}/shows/{show_id}/postponement": { on: "draft", who: authors(409), send: body({ starts_at_local: "2038-01-02T20:00" }) },

  // ---- by the access token alone ----
  "booking GET /api/organisations/{id}/shows": { on: "organisation", who: { ...everyRole, ...machines }, any_id: ["admin"] },

  // ---- booking-service and payment-service, for services; for a person's data on that person's behalf ----
  "booking GET /internal/bookings/{id}/amount-due": { on: "booking", who: { "payment-service": 200 } },
  "booking POST /internal/bookings/{id}/refund-quote": { on: "booking", who: { "payment-service": 200 }, both: true, send: body({}) },
  "booking GET /internal/users/{id}/bookings": { on: "account", who: { "user-service": 200 } },
  "booking GET /internal/users/{id}/transfers": { on: "account", who: { "user-service": 200 } },
  "booking GET /internal/users/{id}/waiting": { on: "account", who: { "user-service": 200 } },
  "booking POST /internal/events": { who: { "payment-service": 400, "user-service": 204 }, send: body(event) },
  "payment GET /internal/users/{id}/payments": { on: "account", who: { "user-service": 200 } },
  "payment POST /internal/events": { who: { "booking-service": 400 }, send: body(event) },

  // ---- each service, at its own port ----
  ...Object.fromEntries(["user", "booking", "payment"].flatMap((service) => ["/healthz", "/readyz", "/metrics"].map((path) => [`${service} GET ${path}`, everybody(200)]))),
};
