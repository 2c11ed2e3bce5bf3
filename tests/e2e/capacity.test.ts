// A permit for fewer people: the organiser goes too low and is told the numbers, sets the lowest possible, a fan finds the zone
// sold out; it is raised again, and the fan buys.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newBuyer } from "../service/buyers.js";
import { publishShow } from "../service/own_show.js";
import { createClient } from "../support/client.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import { goOn, logIn, payAtSandbox, register } from "./fan.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page, fan: Page;
let path: string, show: string, zone: { id: string; name: string; capacity: number };
const account = (name: string) => ({ email: `${name}.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" });
const newPage = async (width: number) => (await browser.newContext({ viewport: { width, height: 800 }, locale: "id-ID", bypassCSP: true, reducedMotion: "reduce" })).newPage();
const checked = async (of: Page) => expect([await violations(of), await sideways(of)]).toEqual([[], 0]);
const card = () => page.getByTestId(`capacity-${zone.name}`);
const number = () => card().getByLabel("Boleh terisi");
const save = () => card().getByRole("button", { name: "Simpan", exact: true }).click();
const ofZone = () => fan.getByRole("region", { name: "Berdiri" }).getByRole("listitem").filter({ hasText: zone.name });

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(1280);
  path = await foundOrganisation(page, account("panitia"), "Rumah Izin");
  const organiser = createClient(url);
  organiser.token = await page.evaluate(async () => ((await (await fetch("/api/sessions/refresh", { method: "POST" })).json()) as { access_token: string }).access_token);
  show = await publishShow(organiser, path.split("/").at(-1)!, `Izin ${randomUUID().slice(0, 6)}`, (zones) => zones.every(({ kind }) => kind === "standing"));
  zone = (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).zones[0]!;
  (await newBuyer().post("/api/shows/{id}/holds", { params: { id: show }, body: { standing: [{ zone_id: zone.id, quantity: 3 }] } })).as(201);
}, 120_000);
afterAll(() => browser.close());

it("is refused below what is held, with the numbers, and set to the lowest possible", async () => {
  await page.goto(`${url}${path}/shows/${show}?section=rules`);
  await card().getByText("3 ditahan", { exact: false }).waitFor();
  await number().fill("2");
  await save();
  await card().getByText("0 terjual, 3 ditahan, dan 0 disimpan. Saat ini paling rendah 3.").waitFor();
  expect(await number().inputValue()).toBe("2");
  await checked(page);
  await card().getByRole("button", { name: "Jadikan 3, paling rendah" }).click();
  await card().getByText("Tersimpan: 3 boleh terisi.").waitFor();
  await checked(page);
});

it("leaves nothing of the zone for a fan, until it is raised", async () => {
  fan = await newPage(360);
  const ayu = account("ayu");
  await register(fan, ayu);
  await fan.goto(`${url}/login?next=/shows/${show}/seats`);
  await logIn(fan, ayu);
  await ofZone().getByText("Habis", { exact: false }).waitFor();
  const more = ofZone().getByRole("button", { name: /^Tambah/ });
  expect(await more.isDisabled()).toBe(true);
  await checked(fan);
  await card().getByRole("button", { name: "Tambah satu" }).click();
  await save();
  await card().getByText("Tersimpan: 4 boleh terisi.").waitFor();
  await ofZone().getByText("sisa 1", { exact: false }).waitFor();
  await more.click();
  expect(await more.isDisabled()).toBe(true);
  await goOn(fan);
  await fan.waitForURL(/\/checkout\//);
  await payAtSandbox(fan);
  await fan.waitForURL((address) => address.href.startsWith(url), { timeout: 20_000 });
  await expect.poll(async () => (await newBuyer().get("/api/shows/{id}/availability", { params: { id: show } })).as(200).zones.find(({ zone_id }) => zone_id === zone.id)!.available).toBe(0);
});

it("keeps what one organiser typed beside what another set", async () => {
  const other = await page.context().newPage();
  await other.goto(`${url}${path}/shows/${show}?section=rules`);
  const there = other.getByTestId(`capacity-${zone.name}`);
  await number().fill("20");
  await there.getByLabel("Boleh terisi").fill("10");
  await there.getByRole("button", { name: "Simpan", exact: true }).click();
  await there.getByText("Tersimpan: 10 boleh terisi.").waitFor();
  await save();
  await card().getByText("menjadi 10", { exact: false }).waitFor();
  expect(await number().inputValue()).toBe("20");
  await save();
  await card().getByText("Tersimpan: 20 boleh terisi.").waitFor();
  await other.close();
});
