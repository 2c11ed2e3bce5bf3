// An organiser rehearses the sale: too many come, the page says what to set, and it is tried; nobody has bought anything.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newBuyer } from "../service/buyers.js";
import { publishShow } from "../service/own_show.js";
import { createClient } from "../support/client.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page;
let path: string, show: string, places: number;
const checked = async () => expect([await violations(page), await sideways(page)]).toEqual([[], 0]);
const free = async () => (await newBuyer().get("/api/shows/{id}/availability", { params: { id: show } })).as(200).zones.reduce((sum, { available }) => sum + available, 0);
const play = (name = "Mulai gladi") => page.getByRole("button", { name, exact: true }).click();
const headline = () => page.getByTestId("rehearsal-headline");

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 360, height: 800 }, locale: "id-ID", bypassCSP: true, reducedMotion: "reduce" })).newPage();
  path = await foundOrganisation(page, { email: `gladi.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" }, "Rumah Gladi");
  const organiser = createClient(url);
  organiser.token = await page.evaluate(async () => ((await (await fetch("/api/sessions/refresh", { method: "POST" })).json()) as { access_token: string }).access_token);
  show = await publishShow(organiser, path.split("/").at(-1)!, `Gladi ${randomUUID().slice(0, 6)}`);
  places = await free();
}, 120_000);
afterAll(() => browser.close());

it("says what is wrong with the crowd before it is asked", async () => {
  await page.goto(`${url}${path}/shows/${show}?section=rehearsal`);
  expect(await page.getByLabel("Berapa orang datang").inputValue()).toBe(String(2 * places));
  await page.getByLabel("Berapa orang datang").fill("banyak");
  await play();
  await page.getByText("Bilangan bulat, dari 1 sampai 100.000.").waitFor();
  await checked();
});

it("plays a crowd that is too large, and advises a waiting room", async () => {
  await page.getByLabel("Berapa orang datang").fill(String(4 * places));
  await play();
  await headline().getByText("19 dari 20 tempat habis setelah", { exact: false }).waitFor();
  await page.getByTestId("advice-open_room").waitFor();
  await checked();
});

it("tries the advice, beside what was before", async () => {
  await page.getByTestId("advice-open_room").getByRole("button", { name: "Coba" }).click();
  await page.getByRole("term").filter({ hasText: "Menunggu giliran" }).waitFor();
  expect(await page.getByLabel("Berapa orang memilih bersamaan").inputValue()).not.toBe("100");
  expect(await page.getByRole("table").last().getByRole("row").count()).toBe(3);
  await checked();
});

it("has sold nothing", async () => {
  expect(await free()).toBe(places);
});
