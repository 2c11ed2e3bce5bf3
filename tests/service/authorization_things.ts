// What authorization.test.ts asks for: one of each kind on two sides, ours (ayu, and the organisation with the whole staff) and
// theirs (bima, and the rival's organisation), with ids that look right and are not.
import { codeAt, stepNow } from "../support/totp.js";
import { newPasskey } from "../support/passkey.js";
import { publishShow } from "./own_show.js";
import { eventually, runStack, showsOnSale, sql } from "./buyers.js";
import { addresses, found, hire, invite, machine, makeAdmin, newApiKey, newGateDevice, newPerson, nobody, people, service, services, staff, watch, type Caller } from "./authorization_cast.js";
import { createClient } from "../support/client.js";
import { logIn, url } from "./users_steps.js";

export type Side = "ours" | "theirs";
export type Ids = Record<string, string>;

export interface Thing {
  owner: Caller;
  side: Side;
  ids: Ids;
  /** Ids that are nothing here, whoever asks: missing, with leading zeros, of another kind, below another organisation. */
  wrong: Record<string, Ids>;
  /** As its owner sees it: to be the same after what was refused. */
  look(): Promise<string>;
}
export type Kind = "show" | "second_factor" | "account" | "newcomer" | "session" | "passkey" | "hold" | "booking" | "invoiced" | "ticket" | "offerable" | "transfer" | "payment" | "organisation" | "member" | "invitation" | "link" | "api_key" | "gate_device" | "managed_show" | "promo_code" | "cancelled_show" | "managed_payment" | "refund" | "settled_show" | "finding" | "waitlist_entry" | "written_concert" | "plan" | "venue" | "draft" | "sold_booking" | "sold_ticket" | "house_group" | "counter_hold" | "counter_sale" | "message" | "webhook" | "delivery" | "room" | "standing_zone";

const missing = "7000000000000000001";
const words = { subject: { id: "x", en: "x" }, body: { id: "x", en: "x" } };
const sessionOf = (token: string) => (JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()) as { sid: string }).sid;

export async function makeWorld() {
  const all = Object.fromEntries(await Promise.all(people.map(async (who) => [who, await newPerson(who)] as const))) as Record<(typeof people)[number], Caller>;
  const fan = { ours: all.ayu, theirs: all.bima };
  const owner = { ours: all.organiser, theirs: all.rival };
  const hired = { ours: all.hired, theirs: all.hired_there };
  const organisation = { ours: await found(owner.ours, ...staff, "hired", "device", "key", "newcomer"), theirs: await found(owner.theirs, "hired_there", "newcomer") };
  for (const role of staff) await hire(organisation.ours, owner.ours, all[role], role);
  for (const side of ["ours", "theirs"] as const) await hire(organisation[side], owner[side], hired[side], "gate");
  const key = await newApiKey(organisation.ours, owner.ours), device = await newGateDevice(organisation.ours, owner.ours);
  await makeAdmin(all.admin);
  const machines = [await machine("key", key.id, key.key), await machine("device", device.id, device.key)];
  const show = (await showsOnSale()).find(({ venue }) => /Istora/.test(venue))!.id;

  const other = (side: Side): Side => (side === "ours" ? "theirs" : "ours");
  const text = async (caller: Caller, path: string) => {
    const answer = await caller.client.call("get", path);
    if (answer.status !== 200) throw new Error(`${caller.who} sees ${answer.request}: ${answer.status}`);
    return answer.text;
  };
  const idsOf = async (caller: Caller, path: string) => JSON.stringify((JSON.parse(await text(caller, path)) as { items: { id: string }[] }).items.map(({ id }) => id));
  /** A thing with one id; `kindred` is the id of something else of its owner. */
  const simple = (side: Side, by: Caller, id: string, kindred: string, look: () => Promise<string>): Thing => ({
    owner: by, side, ids: { id }, look,
    wrong: { missing: { id: missing }, zeros: { id: `0${id}` }, huge: { id: "99999999999999999999" }, "another kind": { id: kindred } },
  });
  /** A thing of an organisation: `elsewhere` is the same of the other one, `kindred` something else of this one. */
  const below = (side: Side, name: string, id: string, elsewhere: string, kindred: string, look: () => Promise<string>): Thing => {
    const mine = organisation[side];
    const at = (organisation_id: string, one: string): Ids => ({ id: organisation_id, [name]: one });
    return {
      owner: owner[side], side, ids: at(mine, id), look,
      wrong: {
        missing: at(mine, missing), "no organisation": at(missing, id), zeros: at(mine, `0${id}`), "zeros before": at(`0${mine}`, id), "another kind": at(mine, kindred),
        "another organisation's, here": at(mine, elsewhere), "this one's, elsewhere": at(organisation[other(side)], id),
      },
    };
  };
  const hold = async (side: Side) => (await fan[side].client.post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity: 1 } } })).as(201);
  const book = async (side: Side) => {
    const held = await hold(side);
    const booking = (await fan[side].client.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
    for (const one of [held.id, booking.id, booking.reference]) watch(one, fan[side].who);
    return booking;
  };
  const pay = async (side: Side) => {
    const { id } = await book(side);
    const payment = (await fan[side].client.post("/api/payments", { body: { booking_id: id, provider: "sandbox" } })).as(201);
    await fetch(`${payment.checkout_url}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome: "pay" }) });
    const [ticket] = await eventually("the ticket", async () => (await fan[side].client.get("/api/bookings/{id}", { params: { id } })).as(200).tickets ?? undefined);
    for (const one of [payment.id, payment.checkout_url, ticket!.id, ticket!.code, ticket!.code.slice(0, 40)]) watch(one, fan[side].who);
    await eventually("the invoice", async () => ((await fan[side].client.call("get", `/api/bookings/${id}/invoice.pdf`)).status === 200 ? true : undefined));
    return { booking: id, payment: payment.id, ticket: ticket!.id };
  };
  const paid = { ours: await pay("ours"), theirs: await pay("theirs") };
  const takeBack = async (side: Side) => {
    const { items } = (await fan[side].client.get("/api/tickets/{id}/transfers", { params: { id: paid[side].ticket } })).as(200);
    for (const { id } of items.filter(({ status }) => status === "offered")) (await fan[side].client.delete("/api/tickets/{id}/transfers/{transfer_id}", { params: { id: paid[side].ticket, transfer_id: id } })).as(204);
  };
  const offer = async (side: Side) => {
    await takeBack(side);
    const { id } = (await fan[side].client.post("/api/tickets/{id}/transfers", { params: { id: paid[side].ticket }, body: { email: `to.${crypto.randomUUID()}@example.com` } })).as(201);
    watch(id, fan[side].who);
    return id;
  };
  const of = (side: Side, what: string) => `/api/organisations/${organisation[side]}/${what}`;
  const standing = async (side: Side) => {
    const waiting = await invite(organisation[side], owner[side], `waiting.${crypto.randomUUID()}@example.com`, "gate");
    const kept = { invitation: waiting.id, api_key: (await newApiKey(organisation[side], owner[side])).id, gate_device: (await newGateDevice(organisation[side], owner[side])).id };
    for (const one of [waiting.token]) watch(one);
    for (const one of Object.values(kept)) watch(one, owner[side].who, ...(side === "ours" ? ["manager"] : []));
    return kept;
  };
  const kept = { ours: await standing("ours"), theirs: await standing("theirs") };

  // A show that the organisation sells, one that it has called off, and what a fan paid for the first.
  const sold = { ours: await give("ours", "layar-tancap-musik-film"), theirs: await give("theirs", "kucing-loteng-malam-minggu") };
  const off = { ours: await give("ours", "wayang-elektrik-lakon-baru"), theirs: await give("theirs", "paduan-suara-kabut-natal") };
  async function give(side: Side, concert: string) {
    const one = (await showsOnSale()).find((any) => any.concert === concert)!.id;
    sql("gelora_booking", `UPDATE concerts SET organisation_id = ${organisation[side]} WHERE id = (SELECT concert_id FROM shows WHERE id = ${one})`);
    sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE concert_id = (SELECT concert_id FROM (SELECT * FROM shows) s WHERE id = ${one})`);
    await eventually("the show is the organisation's", async () => ((await owner[side].client.call("get", `/api/shows/${one}/rules`)).status === 200 ? true : undefined));
    return one;
  }
  const buy = async (side: Side) => {
    const held = (await fan[side].client.post("/api/shows/{id}/holds", { params: { id: sold[side] }, body: sold[side] === sold.theirs ? await standingOf(sold[side]) : { best_available: { quantity: 1 } } })).as(201);
    const booking = (await fan[side].client.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
    const payment = (await fan[side].client.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
    await fetch(`${payment.checkout_url}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome: "pay" }) });
    await eventually("it is paid", async () => ((await fan[side].client.get("/api/payments/{id}", { params: { id: payment.id } })).as(200).status === "captured" ? true : undefined));
    const staffOfIt = [owner[side].who, "admin", fan[side].who, ...(side === "ours" ? ["manager", "key"] : [])];
    for (const one of [booking.id, payment.id]) watch(one, ...staffOfIt);
    return { payment: payment.id, booking: booking.id };
  };
  const standingOf = async (one: string) => {
    const zone = (await createClient(url).get("/api/shows/{id}", { params: { id: one } })).as(200).zones.find(({ kind }) => kind === "standing")!;
    return { standing: [{ zone_id: zone.id, quantity: 1 }] };
  };
  const bought = { ours: await buy("ours"), theirs: await buy("theirs") };
  const codes = (side: Side) => text(owner[side], `/api/shows/${sold[side]}/promo-codes`);
  const newCode = async (side: Side) => ((await owner[side].client.call("post", `/api/shows/${sold[side]}/promo-codes`, { body: { code: `T${crypto.randomUUID().slice(0, 12)}`, percent_bp: 1 } })).body as { id: string }).id;
  const firstCode = { ours: await newCode("ours"), theirs: await newCode("theirs") };
  for (const side of ["ours", "theirs"] as const) await owner[side].client.call("post", `/api/shows/${off[side]}/cancellation`, { body: { reason: "x" } });
  const refundOf = async (side: Side) => ((await owner[side].client.call("post", "/api/refunds", { body: { payment_id: bought[side].payment, amount_minor: 1, reason: "x" }, key: "auto" })).body as { id: string }).id;
  const refunds = { ours: await refundOf("ours"), theirs: await refundOf("theirs") };
  const ticketOf = (booking: string) => sql("gelora_booking", `SELECT id, 0 FROM tickets WHERE booking_id = ${booking}`)[0]![0]!;
  const somewhere = async (side: Side) => (sold[side] === sold.theirs ? await standingOf(sold[side]) : { best_available: { quantity: 1 } });
  const keep = async (side: Side) => (await owner[side].client.post("/api/shows/{id}/house-seats", { params: { id: sold[side] }, body: { name: "x", ...(await somewhere(side)) } })).as(201).id;
  const holdAtCounter = async (side: Side) => {
    return (await owner[side].client.post("/api/shows/{id}/counter-holds", { params: { id: sold[side] }, body: await somewhere(side) })).as(201);
  };
  const sellAtCounter = async (side: Side) => {
    const { id, total } = await holdAtCounter(side);
    return (await owner[side].client.post("/api/shows/{id}/counter-sales", { params: { id: sold[side] }, body: { group_id: id, method: "cash", total_minor: total.amount_minor } })).as(201).id;
  };
  const firstHold = { ours: (await holdAtCounter("ours")).id, theirs: (await holdAtCounter("theirs")).id };
  const firstSale = { ours: await sellAtCounter("ours"), theirs: await sellAtCounter("theirs") };
  const firstGroup = { ours: await keep("ours"), theirs: await keep("theirs") };
  let findings = 0;
  const writeMessage = async (side: Side) => (await owner[side].client.call("post", `/api/shows/${sold[side]}/messages`, { body: words })).body as { id: string };

  const careful = await newPerson("newcomer");
  /** What GET /api/second-factor says when it is on. */
  const switchOn = async ({ client, password }: Caller) => {
    if ((await client.get("/api/second-factor")).as(200).totp) return text(careful, "/api/second-factor");
    const { secret } = (await client.post("/api/second-factor/totp", { body: { password } })).as(201);
    (await client.post("/api/second-factor/totp/confirm", { body: { code: codeAt(secret, stepNow()) } })).as(200);
    watch(secret, careful.who);
    return text(careful, "/api/second-factor");
  };

  let entries = 0;
  /** A place in line whose time to be served never comes. */
  const waitsIn = (side: Side) => {
    const id = String(BigInt(paid[side].booking) + BigInt((entries += 1)));
    sql("gelora_booking", `UPDATE waitlist_entries SET status = 6 WHERE user_id = ${fan[side].id}`);
    sql("gelora_booking", `INSERT INTO waitlist_entries (id, show_id, user_id, zone_id, quantity, next_try_us, created_at_us) VALUES (${id}, ${show}, ${fan[side].id}, 0, 1, ${2n ** 60n}, 1)`);
    return id;
  };

  const write = async (side: Side, path: string, json: object) => {
    const answer = await owner[side].client.call("post", of(side, path), { body: json });
    if (answer.status !== 201) throw new Error(`${answer.request}: ${answer.status} ${answer.text}`);
    return answer.body as { id: string; items: { id: string }[] };
  };
  const writeConcert = async (side: Side) => (await write(side, "concerts", { title: "Authorization", artist: "Nobody", genre: "None", description: { id: "x", en: "x" } })).id;
  // On sale long after all tests.
  const writeShow = async (side: Side) => {
    const plan = (JSON.parse(await text(owner[side], of(side, "seating-plans"))) as { items: { id: string; zones: { zone_no: number }[] }[] }).items[0]!;
    const zones = plan.zones.map(({ zone_no }) => ({ zone_no, price_minor: 1, fee_minor: 0 }));
    return (await write(side, `concerts/${await writeConcert(side)}/shows`, { plan_id: plan.id, dates: ["2038-01-01T20:00"], opens_at_local: "2037-01-01T10:00", zones })).items[0]!.id;
  };
  const writePlan = async (side: Side) => {
    const venue = (JSON.parse(await text(owner[side], of(side, "venues"))) as { items: { id: string }[] }).items[0]!;
    return (await write(side, "plans", { name: "Authorization", venue_id: venue.id })).id;
  };
  const writeVenue = async (side: Side) => (await write(side, "venues", { name: "Authorization", city: "Nowhere", address: "Nowhere 1", timezone: "Asia/Jakarta" })).id;
  const venues = { ours: await writeVenue("ours"), theirs: await writeVenue("theirs") };
  const drawn = { ours: await writePlan("ours"), theirs: await writePlan("theirs") };
  const written = { ours: { concert: await writeConcert("ours"), show: await writeShow("ours") }, theirs: { concert: await writeConcert("theirs"), show: await writeShow("theirs") } };

  const writeWebhook = async (side: Side) => {
    for (const { id } of JSON.parse(await text(owner[side], of(side, "webhooks"))).items.slice(0, -1) as { id: string }[]) await owner[side].client.call("delete", of(side, `webhooks/${id}`)); // there may be ten
    return (await write(side, "webhooks", { url: "http://127.0.0.1:1/", events: ["show.published"] })).id;
  };
  const webhooks = { ours: await writeWebhook("ours"), theirs: await writeWebhook("theirs") };

  const rooms: Partial<Record<Side, string>> = {};
  const standingShows: Partial<Record<Side, string>> = {};
  const standingZone = async (side: Side) => {
    standingShows[side] ??= await publishShow(owner[side].client, organisation[side], `Berdiri ${side}`, (zones) => zones.some(({ kind }) => kind === "standing"));
    const id = standingShows[side]!;
    return { id, zone_id: (await standingOf(id)).standing[0]!.zone_id };
  };
  const make: Record<Kind, (side: Side) => Promise<Thing>> = {
    waitlist_entry: async (side) => simple(side, fan[side], waitsIn(side), paid[side].booking, () => text(fan[side], "/api/waitlist")),
    show: async (side) => simple(side, fan[side], show, organisation[side], async () => ""),
    second_factor: async (side) => ({ owner: careful, side, ids: {}, wrong: {}, look: () => switchOn(careful) }),
    account: async (side) => simple(side, fan[side], fan[side].id, organisation[side], () => text(fan[side], "/api/users/me")),
    newcomer: async (side) => {
      const newcomer = await newPerson("newcomer");
      return simple(side, newcomer, newcomer.id, missing, () => text(newcomer, "/api/users/me"));
    },
    session: async (side) => {
      const { access_token } = await logIn(createClient(url), fan[side]);
      const id = sessionOf(access_token);
      watch(id, fan[side].who);
      return simple(side, fan[side], id, paid[side].ticket, () => idsOf(fan[side], "/api/sessions"));
    },
    passkey: async (side) => {
      const { client, password, who } = fan[side];
      const { challenge, rp } = (await client.post("/api/passkeys/options", { body: { password } })).as(201);
      const { id } = (await client.post("/api/passkeys", { body: newPasskey(url, rp.id, challenge, "Telephone") })).as(201);
      watch(id, who);
      return simple(side, fan[side], id, paid[side].ticket, () => idsOf(fan[side], "/api/passkeys"));
    },
    hold: async (side) => {
      const { id } = await hold(side);
      watch(id, fan[side].who);
      return simple(side, fan[side], id, paid[side].ticket, () => text(fan[side], `/api/holds/${id}`));
    },
    booking: async (side) => {
      const { id, hold_id } = await book(side);
      return simple(side, fan[side], id, hold_id, () => text(fan[side], `/api/bookings/${id}`));
    },
    invoiced: async (side) => simple(side, fan[side], paid[side].booking, paid[side].payment, () => text(fan[side], `/api/bookings/${paid[side].booking}`)),
    ticket: async (side) => simple(side, fan[side], paid[side].ticket, paid[side].payment, () => text(fan[side], `/api/tickets/${paid[side].ticket}`)),
    offerable: async (side) => {
      await takeBack(side);
      return make.ticket(side);
    },
    transfer: async (side) => {
      const at = (id: string, transfer_id: string): Ids => ({ id, transfer_id });
      const id = await offer(side);
      const ticket = paid[side].ticket, elsewhere = await offer(other(side));
      return {
        owner: fan[side], side, ids: at(ticket, id), look: () => text(fan[side], `/api/tickets/${ticket}/transfers`),
        wrong: { missing: at(ticket, missing), "no ticket": at(missing, id), zeros: at(ticket, `0${id}`), "another kind": at(ticket, paid[side].payment), "another ticket's, here": at(ticket, elsewhere), "this one's, elsewhere": at(paid[other(side)].ticket, id) },
      };
    },
    payment: async (side) => simple(side, fan[side], paid[side].payment, paid[side].ticket, () => text(fan[side], `/api/payments/${paid[side].payment}`)),
    managed_show: async (side) => simple(side, owner[side], sold[side], organisation[side], () => codes(side)),
    // a show that sells through a waiting room, which does not gather yet
    room: async (side) => {
      rooms[side] ??= await publishShow(owner[side].client, organisation[side], `Antre ${side}`);
      const id = rooms[side]!;
      sql("gelora_booking", `UPDATE shows SET opens_at_us = starts_at_us - 86400000000, revision = revision + 1 WHERE id = ${id}`);
      const set = await owner[side].client.call("put", `/api/shows/${id}/waiting-room`, { body: { shoppers: 5 } });
      if (set.status !== 200) throw new Error(`${set.request}: ${set.status}`);
      await eventually("the room is there, and closed", async () => ((await fan[side].client.call("get", `/api/shows/${id}/queue`)).text.includes('"closed"') ? true : undefined));
      return simple(side, owner[side], id, organisation[side], () => text(owner[side], `/api/shows/${id}/waiting-room`));
    },
    standing_zone: async (side) => {
      const at = (id: string, zone_id: string): Ids => ({ id, zone_id });
      const zone = await standingZone(side), elsewhere = await standingZone(other(side));
      return {
        owner: owner[side], side, ids: zone, look: () => text(owner[side], `/api/shows/${zone.id}/capacities`),
        wrong: { missing: at(zone.id, missing), "no show": at(missing, zone.zone_id), zeros: at(zone.id, `0${zone.zone_id}`), "another kind": at(zone.id, bought[side].booking), "another show's, here": at(zone.id, elsewhere.zone_id), "this one's, elsewhere": at(elsewhere.id, zone.zone_id) },
      };
    },
    cancelled_show: async (side) => simple(side, owner[side], off[side], organisation[side], async () => ""),
    promo_code: async (side) => {
      const id = await newCode(side);
      const at = (show_id: string, code_id: string): Ids => ({ id: show_id, code_id });
      return {
        owner: owner[side], side, ids: at(sold[side], id), look: () => codes(side),
        wrong: { missing: at(sold[side], missing), "no show": at(missing, id), zeros: at(sold[side], `0${id}`), "another show's, here": at(sold[side], firstCode[other(side)]), "this one's, elsewhere": at(off[side], id) },
      };
    },
    managed_payment: async (side) => simple(side, owner[side], bought[side].payment, organisation[side], () => text(owner[side], `/api/settlements/${sold[side]}`)),
    sold_booking: async (side) => {
      const id = bought[side].booking;
      sql("gelora_booking", `DELETE FROM receipts WHERE kind = 6 AND booking_id = ${id}`); // or it is asked for too often
      const at = (show_id: string, booking_id: string): Ids => ({ id: show_id, booking_id });
      return {
        owner: owner[side], side, ids: at(sold[side], id), look: () => text(owner[side], `/api/shows/${sold[side]}/bookings`),
        wrong: { missing: at(sold[side], missing), "no show": at(missing, id), zeros: at(sold[side], `0${id}`), "another kind": at(sold[side], bought[side].payment), "another show's, here": at(sold[side], bought[other(side)].booking), "this one's, elsewhere": at(off[side], id) },
      };
    },
    sold_ticket: async (side) => {
      const booking_id = bought[side].booking, ticket_id = ticketOf(booking_id);
      const at = (id: string, booking: string, ticket: string): Ids => ({ id, booking_id: booking, ticket_id: ticket });
      return {
        owner: owner[side], side, ids: at(sold[side], booking_id, ticket_id), look: () => text(owner[side], `/api/shows/${sold[side]}/bookings/${booking_id}`),
        wrong: { missing: at(sold[side], booking_id, missing), "no booking": at(sold[side], missing, ticket_id), "no show": at(missing, booking_id, ticket_id), "another booking's, here": at(sold[side], booking_id, ticketOf(bought[other(side)].booking)), "this one's, elsewhere": at(sold[other(side)], booking_id, ticket_id) },
      };
    },
    house_group: async (side) => {
      const id = await keep(side);
      const at = (show_id: string, hold_id: string): Ids => ({ id: show_id, hold_id });
      return {
        owner: owner[side], side, ids: at(sold[side], id), look: () => text(owner[side], `/api/shows/${sold[side]}/house-seats`),
        wrong: { missing: at(sold[side], missing), "no show": at(missing, id), zeros: at(sold[side], `0${id}`), "another kind": at(sold[side], bought[side].booking), "another show's, here": at(sold[side], firstGroup[other(side)]), "this one's, elsewhere": at(off[side], id) },
      };
    },
    counter_hold: async (side) => {
      const { id } = await holdAtCounter(side);
      const at = (show_id: string, hold_id: string): Ids => ({ id: show_id, hold_id });
      return {
        owner: owner[side], side, ids: at(sold[side], id), look: () => text(owner[side], `/api/shows/${sold[side]}/counter-holds`),
        wrong: { missing: at(sold[side], missing), "no show": at(missing, id), zeros: at(sold[side], `0${id}`), "for good": at(sold[side], firstGroup[side]), "another show's, here": at(sold[side], firstHold[other(side)]), "this one's, elsewhere": at(off[side], id) },
      };
    },
    counter_sale: async (side) => {
      const id = firstSale[side];
      const at = (show_id: string, booking_id: string): Ids => ({ id: show_id, booking_id });
      return {
        owner: owner[side], side, ids: at(sold[side], id), look: () => text(owner[side], `/api/shows/${sold[side]}/counter-sales`),
        wrong: { missing: at(sold[side], missing), "no show": at(missing, id), zeros: at(sold[side], `0${id}`), "bought online": at(sold[side], bought[side].booking), "another show's, here": at(sold[side], firstSale[other(side)]), "this one's, elsewhere": at(off[side], id) },
      };
    },
    message: async (side) => {
      const { id } = await writeMessage(side);
      return simple(side, owner[side], id, bought[side].booking, () => text(owner[side], `/api/messages/${id}`));
    },
    webhook: async (side) => {
      const id = await writeWebhook(side);
      return below(side, "webhook_id", id, webhooks[other(side)], written[side].show, () => text(owner[side], of(side, `webhooks/${id}`)));
    },
    delivery: async (side) => {
      const webhook_id = await writeWebhook(side), at = (hook: string, delivery_id: string): Ids => ({ id: organisation[side], webhook_id: hook, delivery_id });
      const { id } = (await owner[side].client.call("post", of(side, `webhooks/${webhook_id}/tests`))).body as { id: string };
      return { owner: owner[side], side, ids: at(webhook_id, id), look: async () => "", wrong: { missing: at(webhook_id, missing), "no webhook": at(missing, id), zeros: at(webhook_id, `0${id}`), "another webhook's": at(webhooks[side], id) } };
    },
    refund: async (side) => simple(side, owner[side], refunds[side], bought[side].payment, () => text(owner[side], `/api/refunds/${refunds[side]}`)),
    settled_show: async (side) => ({
      owner: owner[side], side, ids: { show_id: sold[side] }, look: async () => "",
      wrong: { missing: { show_id: missing }, zeros: { show_id: `0${sold[side]}` }, "another kind": { show_id: bought[side].payment } },
    }),
    finding: async (side) => {
      const id = `7000000000000${String(++findings).padStart(5, "0")}`;
      sql("gelora_payment", `INSERT INTO findings (id, kind, provider, ref, amount_minor, currency, detail, found_at_us) VALUES (${id}, 'test', 'none', 'ref-${id}', 0, 'IDR', '', 1)`);
      return simple(side, all.admin, id, bought[side].payment, async () => sql("gelora_payment", `SELECT closed_at_us IS NULL FROM findings WHERE id = ${id}`).join());
    },
    written_concert: async (side) => {
      const id = await writeConcert(side);
      return below(side, "concert_id", id, written[other(side)].concert, written[side].show, () => text(owner[side], of(side, `concerts/${id}`)));
    },
    draft: async (side) => {
      const id = await writeShow(side);
      return below(side, "show_id", id, written[other(side)].show, written[side].concert, () => text(owner[side], of(side, `shows/${id}`)));
    },
    plan: async (side) => {
      const id = await writePlan(side);
      return below(side, "plan_id", id, drawn[other(side)], written[side].concert, () => text(owner[side], of(side, `plans/${id}`)));
    },
    venue: async (side) => below(side, "venue_id", venues[side], venues[other(side)], written[side].concert, () => text(owner[side], of(side, "venues"))),
    organisation: async (side) => simple(side, owner[side], organisation[side], owner[side].id, async () => (await Promise.all(["", "members", "invitations", "api-keys", "gate-devices"].map((what) => text(owner[side], of(side, what).replace(/\/$/, ""))))).join()),
    member: async (side) => {
      const members = await text(owner[side], of(side, "members"));
      if (!members.includes(hired[side].id)) await hire(organisation[side], owner[side], hired[side], "gate");
      (await owner[side].client.patch("/api/organisations/{id}/members/{user_id}", { params: { id: organisation[side], user_id: hired[side].id }, body: { role: "gate" } })).as(200);
      return below(side, "user_id", hired[side].id, owner[other(side)].id, fan[side].id, () => text(owner[side], of(side, "members")));
    },
    invitation: async (side) => {
      const { id } = await invite(organisation[side], owner[side], `waiting.${crypto.randomUUID()}@example.com`, "gate");
      return below(side, "invitation_id", id, kept[other(side)].invitation, kept[side].api_key, () => text(owner[side], of(side, "invitations")));
    },
    link: async (side) => {
      const newcomer = await newPerson("newcomer");
      const { token } = await invite(organisation[side], owner[side], newcomer.email, "gate");
      const look = async () => (await text(owner[side], of(side, "members"))) + (await text(owner[side], of(side, "invitations")));
      return { owner: newcomer, side, ids: { token }, wrong: { "no link": { token: "nothing" } }, look };
    },
    api_key: async (side) => {
      const { id, key: secret } = await newApiKey(organisation[side], owner[side]);
      watch(secret);
      return below(side, "key_id", id, kept[other(side)].api_key, kept[side].gate_device, () => text(owner[side], of(side, "api-keys")));
    },
    gate_device: async (side) => {
      const { id, key: secret } = await newGateDevice(organisation[side], owner[side]);
      watch(secret);
      return below(side, "device_id", id, kept[other(side)].gate_device, kept[side].api_key, () => text(owner[side], of(side, "gate-devices")));
    },
  };
  const persons = people.filter((who) => !who.startsWith("hired")).map((who) => all[who]);
  const sidesOf = (kind: Kind): Side[] => (kind === "show" || kind === "second_factor" || kind === "finding" ? ["ours"] : ["ours", "theirs"]);
  return { make, sidesOf, callers: [nobody, ...persons, ...machines, ...services.map(service)], at: addresses(runStack("status", "--json")) };
}
