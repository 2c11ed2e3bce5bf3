// A presale: the organiser sets it, a fan finds the way in at the concert, gives a wrong code, then the right one, and holds.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually, newBuyer, sql } from "../service/buyers.js";
import { publishShow } from "../service/own_show.js";
import { createClient } from "../support/client.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import { goOn, logIn, pickTwoFromList, register } from "./fan.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page, fan: Page;
let path: string, show: string;
const account = (name: string) => ({ email: `${name}.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" });
const newPage = async (width: number) => (await browser.newContext({ viewport: { width, height: 800 }, locale: "id-ID", bypassCSP: true, reducedMotion: "reduce" })).newPage();
const button = (of: Page, name: string) => of.getByRole("button", { name, exact: true });
const checked = async (of: Page) => expect([await violations(of), await sideways(of)]).toEqual([[], 0]);
const sale = async () => (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200);

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(1280);
  path = await foundOrganisation(page, account("panitia"), "Rumah Awal");
  const organiser = createClient(url);
  organiser.token = await page.evaluate(async () => ((await (await fetch("/api/sessions/refresh", { method: "POST" })).json()) as { access_token: string }).access_token);
  show = await publishShow(organiser, path.split("/").at(-1)!, `Awal ${randomUUID().slice(0, 6)}`);
  sql("gelora_booking", `UPDATE shows SET opens_at_us = (UNIX_TIMESTAMP(NOW(6)) + 7200) * 1000000, revision = revision + 1 WHERE id = ${show}`);
  await eventually("it opens later", async () => ((await sale()).sale.status === "upcoming" ? true : undefined));
}, 120_000);
afterAll(() => browser.close());

it("is set by the organiser, by the venue's clock", async () => {
  await page.goto(`${url}${path}/shows/${show}?section=rules`);
  const form = page.getByRole("form", { name: "Prapenjualan" });
  const time = (hours: number) => new Date(Date.now() + (7 + hours) * 3_600_000).toISOString().slice(0, 16); // of Jakarta
  await form.getByLabel(/^Mulai/).fill(time(5));
  await form.getByLabel("Kode").fill("FANS-27");
  await form.getByRole("button", { name: "Simpan prapenjualan" }).click();
  await form.getByText("Harus sebelum penjualan dibuka.").waitFor();
  await form.getByLabel(/^Mulai/).fill(time(-1));
  await form.getByRole("button", { name: "Simpan prapenjualan" }).click();
  await form.getByText("Tersimpan.", { exact: false }).waitFor();
  await checked(page);
  await eventually("it is known", async () => (await sale()).sale.presale_opens_at ?? undefined);
});

it("lets in a fan with the code, and says of another that it is wrong", async () => {
  const { concert } = await sale();
  fan = await newPage(360);
  const ayu = account("ayu");
  await register(fan, ayu);
  await fan.goto(`${url}/login?next=/concerts/${concert.slug}`);
  await logIn(fan, ayu);
  await fan.getByRole("link", { name: "Prapenjualan dengan kode" }).waitFor();
  await checked(fan);
  await fan.getByRole("link", { name: "Prapenjualan dengan kode" }).click();
  await fan.getByLabel("Saya punya kode").waitFor();
  await checked(fan);
  await pickTwoFromList(fan);
  await fan.getByLabel("Saya punya kode").fill("FANS-26");
  await button(fan, "Pakai kode").click();
  await button(fan, "Lanjut").click();
  const wrong = fan.getByText("Kode ini tidak cocok", { exact: false });
  await wrong.or(button(fan, "Ambil yang ini")).waitFor();
  if (!(await wrong.isVisible())) {
    await button(fan, "Ambil yang ini").click(); // the two would have left a seat alone
    await button(fan, "Lanjut").click();
  }
  await wrong.waitFor();
  await checked(fan);
  await fan.getByLabel("Saya punya kode").fill("fans-27");
  await button(fan, "Pakai kode").click();
  await fan.getByText("fans-27", { exact: false }).waitFor();
  await goOn(fan);
  await fan.waitForURL(/\/checkout\//);
});
