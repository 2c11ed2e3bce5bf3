// Organisers write concerts and shows: what nobody sees until it is published, what is refused, and that nothing of two people who
// change the same thing is lost.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { eventually, newBuyer, showsOnSale, sql, userOf } from "./buyers.js";
import { newOrganisation, newPerson } from "./organisers.js";
import { png } from "../support/png.js";
import { createClient, type Answer, type Client } from "../support/client.js";
import { url } from "./users_steps.js";
import type { components } from "../../web/src/contract/booking.js";

type Schemas = components["schemas"];
type Written = Schemas["OrganisationConcert"];
type Draft = Schemas["OrganisationShowDraft"];

const mailApi = process.env["GELORA_MAIL_API"] ?? "http://localhost:8085/api/mails";
const anyone = createClient(url);
let organisation: string, organiser: Client, plan: Schemas["SeatingPlan"];

const at = (path: string) => `/api/organisations/${organisation}/${path}`;
const body = <T>(answer: Answer, status: number) => {
  if (answer.status !== status) throw new Error(`${answer.request}: ${answer.status}, not ${status}: ${answer.text}`);
  return answer.body as T;
};
const version = (number: number) => ({ "If-Match": `"${number}"` });
/** The venue's clock, so many days from now. */
const day = (days: number, clock = "19:30") => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${clock}`;
const prices = () => plan.zones.map(({ zone_no }) => ({ zone_no, price_minor: 100_000 + zone_no, fee_minor: 5_000 }));
const words = { id: "Malam yang panjang.", en: "A long night." };
const newConcert = async (title: string, more: object = { description: words }) => body<Written>(await organiser.call("post", at("concerts"), { body: { title, artist: "Penguji", genre: "Pop", ...more } }), 201);
const newShows = async (concert: Written, dates: string[], more: object = {}) => body<{ items: Draft[] }>(await organiser.call("post", at(`concerts/${concert.id}/shows`), { body: { plan_id: plan.id, dates, zones: prices(), ...more } }), 201).items;
const newShow = async (title: string, more: object = {}) => { const concert = await newConcert(title); return { concert, show: (await newShows(concert, [day(60)], more))[0]! }; };
const publish = async (show: Draft) => body<Draft>(await organiser.call("put", at(`shows/${show.id}/publication`)), 200);
const status = async (path: string) => (await anyone.call("get", path)).status;
const becomes = (wanted: number, path: string) => eventually(`${path} is ${wanted}`, async () => ((await status(path)) === wanted ? true : undefined));
const hold = (buyer: Client, show: Draft, quantity = 1) => buyer.post("/api/shows/{id}/holds", { params: { id: show.id }, body: { best_available: { quantity } } });
const pointers = (answer: Answer) => (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort();
const changes = (show: Draft) => sql("gelora_booking", `SELECT event, by_id FROM catalogue_changes WHERE show_id = ${show.id} ORDER BY id`);

beforeAll(async () => {
  const made = await newOrganisation("Pencipta");
  organisation = made.id;
  organiser = made.owner.client;
  const { items } = body<{ items: Schemas["SeatingPlan"][] }>(await organiser.call("get", at("seating-plans")), 200);
  plan = items.filter(({ zones }) => zones.some(({ kind }) => kind === "seated")).sort((a, b) => a.capacity - b.capacity)[0]!;
});

test("a draft is nobody's to see; published it is found, sold, and changed while it is sold", async () => {
  const title = `Rahasia ${randomUUID().slice(0, 8)}`;
  const { concert, show } = await newShow(title);
  expect(show).toMatchObject({ status: "draft", missing: [], starts_at_local: day(60), version: 0 });
  const hidden = [`/api/concerts/${concert.slug}`, `/api/concerts/${concert.id}`, `/api/concerts/${concert.slug}/card.png`, `/api/shows/${show.id}`, `/api/shows/${show.id}/seating`, `/api/shows/${show.id}/seating/rows`, `/api/shows/${show.id}/availability`];
  for (const path of hidden) expect(await status(path), path).toBe(404);
  expect((await hold(newBuyer(), show)).status).toBe(404);
  expect((await anyone.get("/api/concerts", { query: { q: title } })).as(200).items).toEqual([]);
  const listed = async () => (await (await fetch(`${url}/sitemap.xml`)).text()).includes(concert.slug);
  expect(await listed()).toBe(false);
  expect(await (await fetch(`${url}/api/concerts/${concert.slug}/head`)).text()).toBe("");

  expect(await publish(show)).toMatchObject({ status: "published", version: 1 });
  await becomes(200, `/api/shows/${show.id}/availability`);
  await becomes(200, `/api/concerts/${concert.slug}`);
  const [found] = (await anyone.get("/api/concerts", { query: { q: title.toLowerCase() } })).as(200).items;
  expect(found).toMatchObject({ id: concert.id, status: "on_sale", city: plan.venue.city });
  expect(await listed()).toBe(true);
  await eventually("a buyer holds a seat", async () => ((await hold(newBuyer(), show)).status === 201 ? true : undefined));

  const later = body<Draft>(await organiser.call("patch", at(`shows/${show.id}`), { body: { max_tickets_per_user: 2, opens_at_local: day(30) }, headers: version(1) }), 200);
  expect(later).toMatchObject({ max_tickets_per_user: 2, opens_at_local: day(30), version: 2 });
  await eventually("its desk knows that the sale opens later", async () => ((await hold(newBuyer(), show)).slug === "sale-not-open" ? true : undefined));
  const renamed = body<Written>(await organiser.call("patch", at(`concerts/${concert.id}`), { body: { title: "Tidak Rahasia" }, headers: version(0) }), 200);
  expect(renamed).toMatchObject({ title: "Tidak Rahasia", status: "published", slug: concert.slug });
  await eventually("everybody reads the new title", async () => ((await anyone.get("/api/concerts/{id}", { params: { id: concert.slug } })).as(200).title === "Tidak Rahasia" ? true : undefined));
});

describe("what is refused", () => {
  test("all fields that are wrong, at once", async () => {
    const concert = await newConcert("Salah Semua");
    const refused = await organiser.call("post", at(`concerts/${concert.id}/shows`), {
      body: { plan_id: plan.id, dates: ["2027-02-30T10:00", "2020-01-01T10:00", day(9), day(9)], opens_at_local: "tomorrow", closes_before_start_s: -1, currency: "EUR", max_tickets_per_user: 0, hold_ttl_s: 1, pay_ttl_s: 1, zones: [{ zone_no: 999, price_minor: -1, fee_minor: 0 }], price: 1 },
    });
    expect(refused.slug).toBe("invalid-request");
    expect([...new Set(pointers(refused))]).toEqual(expect.arrayContaining(["/closes_before_start_s", "/currency", "/dates/0", "/dates/1", "/dates/3", "/hold_ttl_s", "/max_tickets_per_user", "/opens_at_local", "/pay_ttl_s", "/price", "/zones", "/zones/0/price_minor", "/zones/0/zone_no"]));
    const fresh = await organiser.call("post", at("concerts"), { body: { artist: "", colours: ["red"], description: { fr: "x" } } });
    expect(pointers(fresh)).toEqual(["/artist", "/colours", "/description/fr", "/genre", "/title"]);
    const closed = await organiser.call("post", at(`concerts/${concert.id}/shows`), { body: { plan_id: plan.id, dates: [day(5)], opens_at_local: day(6), zones: prices() } });
    expect(pointers(closed)).toEqual(["/opens_at_local"]);
  });

  test("a series with one wrong date makes no show", async () => {
    const concert = await newConcert("Seri");
    const made = async () => body<{ items: Draft[] }>(await organiser.call("get", at(`concerts/${concert.id}/shows`)), 200).items;
    const refused = await organiser.call("post", at(`concerts/${concert.id}/shows`), { body: { plan_id: plan.id, dates: [day(10), day(11), "2020-01-01T19:30"], zones: prices() } });
    expect(pointers(refused)).toEqual(["/dates/2"]);
    expect(await made()).toEqual([]);
    await newShows(concert, [day(12), day(10), day(11)]);
    expect((await made()).map(({ starts_at_local }) => starts_at_local)).toEqual([day(10), day(11), day(12)]);
  });

  test("a show of a concert without words, with what is missing", async () => {
    const concert = await newConcert("Tanpa Kata", { description: { id: "Ada." } });
    const [show] = await newShows(concert, [day(30)]);
    const refused = await organiser.call("put", at(`shows/${show!.id}/publication`));
    expect([refused.slug, (refused.body as { missing: string[] }).missing]).toEqual(["not-ready", ["description_en"]]);
    body(await organiser.call("patch", at(`concerts/${concert.id}`), { body: { description: words }, headers: version(0) }), 200);
    await publish(show!);
  });

  test("a change over what somebody else saved meanwhile: 412 with what is there, and nothing is lost", async () => {
    const { concert, show } = await newShow("Dua Orang");
    const both = await Promise.all([3, 4].map((limit) => organiser.call("patch", at(`shows/${show.id}`), { body: { max_tickets_per_user: limit }, headers: version(0) })));
    expect(both.map((one) => one.status).sort()).toEqual([200, 412]);
    const [first, second] = [both.find((one) => one.status === 200)!, both.find((one) => one.status === 412)!];
    expect(second.slug).toBe("changed-meanwhile");
    expect((second.body as { current: Draft }).current).toEqual(first.body);
    expect(second.headers.get("ETag")).toBe('"1"');
    expect((await organiser.call("patch", at(`shows/${show.id}`), { body: { max_tickets_per_user: 5 }, headers: version(1) })).status).toBe(200);
    expect((await organiser.call("patch", at(`shows/${show.id}`), { body: { max_tickets_per_user: 5 } })).slug).toBe("if-match-missing");
    expect((await organiser.call("patch", at(`concerts/${concert.id}`), { body: { title: "x" }, headers: version(7) })).slug).toBe("changed-meanwhile");
  });

  test("other dates, plans and currencies of what is published", async () => {
    const { show } = await newShow("Tetap");
    await publish(show);
    const refused = await organiser.call("patch", at(`shows/${show.id}`), { body: { starts_at_local: day(61), currency: "USD" }, headers: version(1) });
    expect(pointers(refused)).toEqual(["/currency", "/starts_at_local"]);
  });

  test("everything, to somebody of another organisation", async () => {
    const { concert, show } = await newShow("Bukan Milikmu");
    const rival = await newOrganisation("Saingan");
    const fan = await newPerson();
    for (const client of [rival.owner.client, fan.client])
      for (const path of ["concerts", `concerts/${concert.id}`, `shows/${show.id}`]) expect((await client.call("get", at(path))).status, path).toBe(404);
    const inTheirs = await rival.owner.client.call("patch", `/api/organisations/${rival.id}/shows/${show.id}`, { body: { max_tickets_per_user: 1 }, headers: version(0) });
    expect(inTheirs.status).toBe(404);
  });
});

test("copies have the prices, the limits and the rules of what they are made of", async () => {
  const { show } = await newShow("Asli", { max_tickets_per_user: 3, opens_at_local: day(1) });
  sql("gelora_booking", `UPDATE shows SET refund_before_s = 3600, ticket_codes = 1, tax_bp = 1100 WHERE id = ${show.id}`);
  const [copy] = body<{ items: Draft[] }>(await organiser.call("post", at(`shows/${show.id}/copies`), { body: { dates: [day(70, "15:00")] } }), 201).items;
  expect(copy).toMatchObject({ status: "draft", starts_at_local: day(70, "15:00"), opens_at_local: day(1), max_tickets_per_user: 3, zones: show.zones });
  expect(sql("gelora_booking", `SELECT refund_before_s, ticket_codes, tax_bp FROM shows WHERE id = ${copy!.id}`)).toEqual([["3600", "1", "1100"]]);
});

describe("a published show", () => {
  test("goes back to the drafts only while nothing is held", async () => {
    const { show } = await newShow("Ditarik");
    await publish(show);
    const buyer = newBuyer();
    const held = await eventually("a hold", async () => { const one = await hold(buyer, show, 2); return one.status === 201 ? one.as(201) : undefined; });
    const refused = await organiser.call("delete", at(`shows/${show.id}/publication`));
    expect([refused.status, refused.slug, (refused.body as { taken: number }).taken]).toEqual([409, "places-taken", 2]);
    expect((await buyer.delete("/api/holds/{id}", { params: { id: held.id } })).status).toBe(204);
    expect(body<Draft>(await organiser.call("delete", at(`shows/${show.id}/publication`)), 200)).toMatchObject({ status: "draft", was_published: true });
    for (const path of [`/api/shows/${show.id}`, `/api/shows/${show.id}/availability`]) await becomes(404, path);
    await eventually("nothing can be held", async () => ((await hold(newBuyer(), show)).status === 404 ? true : undefined));
    await publish(show);
    await becomes(200, `/api/shows/${show.id}/availability`);
    await eventually("it is sold again", async () => ((await hold(newBuyer(), show)).status === 201 ? true : undefined));
    expect(changes(show).map(([event]) => event)).toEqual(["show_created", "show_published", "show_withdrawn", "show_published"]);
  });

  test("of which nobody ever held a place twenty race to while it goes: none holds a place of a draft", async () => {
    const { show } = await newShow("Balapan");
    await publish(show);
    await becomes(200, `/api/shows/${show.id}/availability`);
    const buyers = Array.from({ length: 20 }, newBuyer);
    const [taken, ...held] = await Promise.all([organiser.call("delete", at(`shows/${show.id}/publication`)), ...buyers.map((buyer) => hold(buyer, show).catch(() => undefined))]);
    const got = held.filter((one) => one?.status === 201).length;
    const claims = sql("gelora_booking", `SELECT COUNT(*), 0 FROM seat_claims WHERE show_id = ${show.id}`)[0]![0];
    expect(Number(claims)).toBe(got);
    expect(taken.status).toBe(got > 0 ? 409 : 200);
  });

  test("gets another date, and who has a ticket is told of it, once", async () => {
    const { show } = await newShow("Pindah", { closes_before_start_s: 7200 });
    sql("gelora_booking", `UPDATE shows SET refund_before_s = 86400 WHERE id = ${show.id}`);
    await publish(show);
    const fan = await newPerson();
    const held = await eventually("a hold", async () => { const one = await hold(fan.client, show); return one.status === 201 ? one.as(201) : undefined; });
    const booking = (await fan.client.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
    const payment = (await fan.client.post("/api/payments", { body: { booking_id: booking.id, provider: "sandbox" } })).as(201);
    await fetch(`${payment.checkout_url}/outcome`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ outcome: "pay" }) });
    await eventually("the ticket", async () => ((await fan.client.get("/api/bookings/{id}", { params: { id: booking.id } })).as(200).tickets?.length === 1 ? true : undefined));

    const moved = body<Draft>(await organiser.call("post", at(`shows/${show.id}/postponement`), { body: { starts_at_local: day(90, "20:00") } }), 200);
    expect(moved).toMatchObject({ starts_at_local: day(90, "20:00"), state: "as_planned", closes_before_start_s: 7200 });
    const mails = async () => ((await (await fetch(`${mailApi}?to=${encodeURIComponent(fan.account.email)}`)).json()) as { items: { subject: string; text: string }[] }).items.filter(({ subject }) => /Tanggal baru|A new date/.test(subject));
    const [mail] = await eventually("the mail", async () => { const all = await mails(); return all.length > 0 ? all : undefined; });
    expect(mail!.text).toMatch(/20[.:]00/);
    expect(mail!.text).toMatch(/sampai|until/);
    await eventually("all are told", async () => (sql("gelora_booking", `SELECT COUNT(*), 0 FROM show_moves WHERE show_id = ${show.id} AND told_at_us IS NOT NULL`)[0]![0] === "1" ? true : undefined));
    expect(await mails()).toHaveLength(1);
    await eventually("everybody sees the date", async () => ((await anyone.get("/api/shows/{id}", { params: { id: show.id } })).as(200).starts_at === moved.starts_at ? true : undefined));
    const [last] = sql("gelora_booking", `SELECT event, by_id, JSON_VALUE(before_text, '$.starts_at') <> JSON_VALUE(after_text, '$.starts_at') FROM catalogue_changes WHERE show_id = ${show.id} ORDER BY id DESC LIMIT 1`);
    expect(last).toEqual(["show_postponed", userOf(organiser), "1"]);
    expect((await showsOnSale()).some(({ id }) => id === show.id)).toBe(true);
  });
});

describe("a poster", () => {
  const put = (concert: Written, picture: Buffer, type = "image/jpeg") =>
    fetch(`${url}${at(`concerts/${concert.id}/poster`)}`, { method: "PUT", headers: { "Content-Type": type, Authorization: `Bearer ${organiser.token}` }, body: new Uint8Array(picture) });
  const reason = async (answer: Response) => [answer.status, ((await answer.json()) as { reason?: string }).reason];
  /** Behind the first marker of a JPEG, as cameras write it. */
  const withPlace = (jpeg: Buffer) => {
    const exif = Buffer.concat([Buffer.from("Exif\0\0II*\0", "latin1"), Buffer.from("GPSLatitude -6.2 GPSLongitude 106.8 secret place")]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(exif.length + 2);
    return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
  };
  const fetched = async (path: string) => {
    const answer = await fetch(`${url}${path}`);
    return { status: answer.status, type: answer.headers.get("content-type"), cache: answer.headers.get("cache-control"), bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  test("is kept in three widths below its hash, without what the camera wrote, and shown where the concert is", async () => {
    const { concert, show } = await newShow("Bergambar");
    const answer = await put(concert, png(1200, 800), "image/png");
    expect(answer.status).toBe(200);
    const { poster_url, version: changed } = (await answer.json()) as Written;
    expect(poster_url).toMatch(/^\/posters\/[0-9a-f]{64}-1600\.jpg$/);
    expect(changed).toBe(1);
    const wide = await fetched(poster_url!);
    expect(wide).toMatchObject({ status: 200, type: "image/jpeg", cache: "public, max-age=31536000, immutable" });
    for (const width of [480, 960]) expect((await fetched(poster_url!.replace("1600", String(width)))).bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));

    const tagged = withPlace(wide.bytes);
    expect(tagged.includes("secret place")).toBe(true);
    const again = (await (await put(concert, tagged)).json()) as Written;
    const kept = await fetched(again.poster_url!);
    expect([kept.status, kept.bytes.includes("secret place"), kept.bytes.includes("Exif")]).toEqual([200, false, false]);

    await publish(show);
    await becomes(200, `/api/concerts/${concert.slug}`);
    expect((await anyone.get("/api/concerts/{id}", { params: { id: concert.slug } })).as(200).poster_url).toBe(again.poster_url);
    expect((await anyone.get("/api/shows/{id}", { params: { id: show.id } })).as(200).concert.poster_url).toBe(again.poster_url);
  });

  test("is refused when it is no picture, broken, a bomb, or too large a file", async () => {
    const concert = await newConcert("Bermusuhan");
    const whole = png(100, 100);
    expect(await reason(await put(concert, Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "image/svg+xml"))).toEqual([422, "unknown"]);
    expect(await reason(await put(concert, Buffer.from("GIF89a not really a picture")))).toEqual([422, "unknown"]);
    expect(await reason(await put(concert, whole.subarray(0, whole.length / 2)))).toEqual([422, "unknown"]);
    expect(await reason(await put(concert, png(30_000, 30_000, 1)))).toEqual([422, "too-large"]);
    expect(await reason(await put(concert, png(4, 4)))).toEqual([422, "too-small"]);
    expect(await reason(await put(concert, Buffer.alloc(0)))).toEqual([422, "unknown"]);
    expect((await put(concert, Buffer.alloc(9 * 1024 * 1024, 1))).status).toBe(413);
    expect(body<Written>(await organiser.call("get", at(`concerts/${concert.id}`)), 200)).toMatchObject({ poster_url: null, version: 0 });
    expect((await organiser.call("post", at("concerts"), { raw: `{"title":"${"x".repeat(20_000)}"}` })).status).toBe(413);
    expect((await fetched("/posters/")).status).toBe(404);
  });
});

describe("what nobody has seen", () => {
  test("is deleted: a draft of a show, then its concert with all its drafts, with a word in the log", async () => {
    const { concert, show } = await newShow("Batal Ditulis");
    const [second] = await newShows(concert, [day(61)]);
    expect((await organiser.call("delete", at(`shows/${show.id}`))).status).toBe(204);
    expect((await organiser.call("delete", at(`shows/${show.id}`))).status).toBe(404);
    expect(changes(show).map(([event]) => event)).toEqual(["show_created", "show_deleted"]);
    expect((await organiser.call("delete", at(`concerts/${concert.id}`))).status).toBe(204);
    expect((await organiser.call("get", at(`shows/${second!.id}`))).status).toBe(404);
    expect((await organiser.call("get", at(`concerts/${concert.id}`))).status).toBe(404);
    expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM show_zones WHERE show_id IN (${show.id}, ${second!.id})`)).toEqual([["0", "0"]]);
  });

  test("what was published once stays, also when it was withdrawn", async () => {
    const { concert, show } = await newShow("Pernah Terbit");
    await publish(show);
    expect((await organiser.call("delete", at(`shows/${show.id}`))).slug).toBe("was-published");
    body(await organiser.call("delete", at(`shows/${show.id}/publication`)), 200);
    for (const path of [`shows/${show.id}`, `concerts/${concert.id}`]) expect((await organiser.call("delete", at(path))).slug).toBe("was-published");
    body(await organiser.call("get", at(`shows/${show.id}`)), 200);
  });

  test("a poster is taken away again", async () => {
    const { id } = await newConcert("Tanpa Gambar");
    sql("gelora_booking", `UPDATE concerts SET poster = REPEAT('a', 64) WHERE id = ${id}`);
    expect(body<Written>(await organiser.call("get", at(`concerts/${id}`)), 200).poster_url).not.toBeNull();
    expect(body<Written>(await organiser.call("delete", at(`concerts/${id}/poster`)), 200).poster_url).toBeNull();
  });
});
