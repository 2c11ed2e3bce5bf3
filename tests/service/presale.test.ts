// A presale: whoever has its code buys before everybody may. Nobody else does, and it is nobody's to see but the organiser's.
import { beforeAll, describe, expect, test } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { eventually, newBuyer, runStack, sql, url } from "./buyers.js";
import { join, newOrganisation, newPerson, type Person } from "./organisers.js";
import { ownShow } from "./own_show.js";
import type { components } from "../../web/src/contract/booking.js";

type Schemas = components["schemas"];

const anyone = createClient(url);
const at = (id: string) => ({ params: { id } });
/** In whole seconds, as times are answered. */
const inMs = (ms: number) => new Date(Math.floor((Date.now() + ms) / 1000) * 1000).toISOString();
const hour = 3_600_000;
const code = "FANS_27-x";
const sale = async (id: string) => (await anyone.get("/api/shows/{id}", at(id))).as(200).sale;
const hold = (buyer: Client, id: string, access_code?: string) =>
  buyer.post("/api/shows/{id}/holds", { ...at(id), body: { best_available: { quantity: 1 }, ...(access_code !== undefined && { access_code }) } });
const setRules = (client: Client, id: string, presale: unknown) => client.call("patch", `/api/shows/${id}/rules`, { body: { presale } });
const rules = async (client: Client, id: string) => (await client.call("get", `/api/shows/${id}/rules`)).body as Schemas["SellingRules"];
const slugs = async (answers: Promise<{ slug: string | undefined }>[]) => (await Promise.all(answers)).map(({ slug }) => slug);

/** Moves the sale's opening, as the clock would. */
async function opensIn(id: string, ms: number) {
  sql("gelora_booking", `UPDATE shows SET opens_at_us = (UNIX_TIMESTAMP(NOW(6)) * 1000000) + ${ms * 1000}, revision = revision + 1 WHERE id = ${id}`);
  await eventually("that is known", async () => (Math.abs(Date.parse((await sale(id)).opens_at) - Date.now() - ms) < 20_000 ? true : undefined));
}
async function presale(owner: Client, id: string, opens_at: string) {
  const answer = await setRules(owner, id, { opens_at, code });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  await eventually("it is known", async () => (Date.parse((await sale(id)).presale_opens_at ?? "") === Date.parse(opens_at) ? true : undefined));
}
const deskHas = (id: string, on: boolean) => eventually(`its desk knows: ${on}`, async () => (((await hold(newBuyer(), id)).body as { presale?: boolean }).presale === (on || undefined) ? true : undefined));

describe("a show with a presale", () => {
  let show: string, owner: Person, house: { id: string; owner: Person };
  beforeAll(async () => {
    ({ show, house } = await ownShow("Prapenjualan"));
    owner = house.owner;
    await opensIn(show, 2 * hour);
  }, 60_000);

  test("before it opens, the code lets nobody in and nothing is said of it", async () => {
    await presale(owner.client, show, inMs(hour));
    await deskHas(show, false);
    for (const given of [code, "wrong"]) {
      const early = (await hold(newBuyer(), show, given)).as(409);
      expect(early).toHaveProperty("opens_at", (await sale(show)).opens_at);
      expect(early).not.toHaveProperty("presale");
    }
  });

  test("while it is on, the code lets in, whatever its case; without it, or with another, nobody gets in", async () => {
    await presale(owner.client, show, inMs(-1_000));
    await deskHas(show, true);
    (await hold(newBuyer(), show, code)).as(201);
    const fan = newBuyer();
    const held = (await hold(fan, show, "fans_27-X")).as(201);
    (await fan.post("/api/bookings", { body: { hold_id: held.id } })).as(201);
    for (const given of [undefined, "FANS_27-y", "FANS_27", "fans 27"]) {
      const refused = (await hold(newBuyer(), show, given)).as(409) as { detail?: string };
      expect(refused).toMatchObject({ type: "https://gelora.dev/problems/sale-not-open", presale: true, opens_at: (await sale(show)).opens_at });
      expect(refused.detail).toContain(given === undefined ? "a code is needed" : "not the presale's");
    }
    expect((await sale(show)).status).toBe("upcoming");
    expect((await anyone.get("/api/shows/{id}", at(show))).text.toLowerCase()).not.toContain(code.toLowerCase());
  });

  test("the code is one of the body's members that are read", async () => {
    for (const access_code of ["", "x".repeat(41), 7]) {
      const answer = await newBuyer().call("post", `/api/shows/${show}/holds`, { body: { best_available: { quantity: 1 }, access_code }, key: "auto" });
      expect((answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(["/access_code"]);
    }
  });

  test("the limit of a person stays", async () => {
    const fan = newBuyer();
    const { max_tickets_per_user: quantity } = (await anyone.get("/api/shows/{id}", at(show))).as(200);
    (await fan.post("/api/shows/{id}/holds", { ...at(show), body: { best_available: { quantity }, access_code: code } })).as(201);
    const more = (await hold(fan, show, code)).slug;
    expect(more).toBe(process.env["GELORA_LIMITS"] === "off" ? undefined : "too-many-tickets");
  });

  test("it is there when the service has died", async () => {
    runStack("kill", "booking-service");
    runStack("wait", "booking-service");
    expect((await hold(newBuyer(), show)).slug).toBe("sale-not-open");
    (await hold(newBuyer(), show, code)).as(201);
    expect((await rules(owner.client, show)).presale?.code).toBe(code);
  }, 60_000);

  test("a waiting room is not for it", async () => {
    expect((await owner.client.call("put", `/api/shows/${show}/waiting-room`, { body: { shoppers: 1, gathers_s: 60 } })).status).toBe(200);
    await eventually("the room is there", async () => ((await anyone.get("/api/shows/{id}/queue", at(show))).status === 200 ? true : undefined));
    (await hold(newBuyer(), show, code)).as(201);
    expect((await hold(newBuyer(), show)).slug).toBe("sale-not-open");
    await opensIn(show, 0);
    await eventually("everybody queues", async () => ((await hold(newBuyer(), show, code)).slug === "waiting-room" ? true : undefined));
    expect((await owner.client.delete("/api/shows/{id}/waiting-room", at(show))).status).toBe(204);
  }, 60_000);

  test("once the sale is open everybody buys, with any code or none", async () => {
    await eventually("everybody may", async () => ((await hold(newBuyer(), show)).status === 201 ? true : undefined));
    expect(await slugs([hold(newBuyer(), show, "wrong"), hold(newBuyer(), show, code)])).toEqual([undefined, undefined]);
    expect(runStack("audit", show)).toContain("0 with a contradiction");
  });

  test("it is switched off", async () => {
    await opensIn(show, hour);
    await presale(owner.client, show, inMs(-1_000));
    await deskHas(show, true);
    expect(((await setRules(owner.client, show, null)).body as Schemas["SellingRules"]).presale).toBeNull();
    await deskHas(show, false);
    expect((await hold(newBuyer(), show, code)).slug).toBe("sale-not-open");
    expect((await sale(show)).presale_opens_at).toBeNull();
  });

  test("its rules are checked, stay when others change, and are nobody else's", async () => {
    const faults = async (value: unknown) => ((await setRules(owner.client, show, value)).body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort();
    expect(await faults({})).toEqual(["/presale/code", "/presale/opens_at"]);
    expect(await faults({ opens_at: "tomorrow", code: "abc", colour: "red" })).toEqual(["/presale/code", "/presale/colour", "/presale/opens_at"]);
    expect(await faults({ opens_at: inMs(2 * hour), code: "with space" })).toEqual(["/presale/code", "/presale/opens_at"]);
    expect(await faults({ opens_at: inMs(2 * hour), code: "x".repeat(41) })).toEqual(["/presale/code", "/presale/opens_at"]);
    expect(await faults("FANS")).toEqual(["/presale"]);
    expect((await rules(owner.client, show)).presale).toBeNull();

    const opens_at = inMs(hour / 2);
    const set = (await setRules(owner.client, show, { opens_at, code })).body as Schemas["SellingRules"];
    expect([set.presale!.code, Date.parse(set.presale!.opens_at)]).toEqual([code, Date.parse(opens_at)]);
    expect((await owner.client.call("patch", `/api/shows/${show}/rules`, { body: { reentry: "allowed" } })).status).toBe(200);
    expect((await rules(owner.client, show)).presale).toEqual(set.presale);
    for (const { client } of [await newPerson(), (await newOrganisation("Saingan Prajual")).owner, await join(house, "gate")]) {
      expect((await setRules(client, show, { opens_at, code: "STOLEN" })).status).toBe(404);
      expect((await client.call("get", `/api/shows/${show}/rules`)).status).toBe(404);
    }
    expect((await rules(owner.client, show)).presale?.code).toBe(code);
  });

  test("the sale is not opened before its presale", async () => {
    const of = `/api/organisations/${house.id}/shows/${show}`;
    const { version } = (await owner.client.call("get", of)).body as Schemas["OrganisationShowDraft"];
    const change = (body: object) => owner.client.call("patch", of, { body, headers: { "If-Match": `"${version}"` } });
    const refused = await change({ opens_at_local: new Date(Date.now() - 24 * hour).toISOString().slice(0, 16) });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ errors: [{ pointer: "/opens_at_local", message: expect.stringMatching(/^must be after the presale opens, at 20/) }] });
    expect((await change({ opens_at_local: new Date(Date.now() + 48 * hour).toISOString().slice(0, 16) })).status).toBe(200);
  });
});
