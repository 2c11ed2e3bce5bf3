// A fan waits: for a sale to open, told by mail and in the open page; for places of a sold-out night, offered in their turn and bought.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, newBuyer, showsOnSale, sql } from "../service/buyers.js";
import type { Client } from "../support/client.js";
import { sideways, violations } from "./axe.js";
import { mailApi, openBrowser, url } from "./browser.js";
import { logIn, payAtSandbox, register, type Account } from "./fan.js";

let browser: Browser;
const newAccount = (name: string): Account => ({ email: `${name}.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" });
const newPage = async (width: number) => (await browser.newContext({ viewport: { width, height: 800 }, locale: "id-ID", bypassCSP: true, reducedMotion: "reduce" })).newPage();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const checked = async (page: Page) => expect([await violations(page), await sideways(page)]).toEqual([[], 0]);
const mailTo = ({ email }: Account, holds: string) =>
  eventually(`a mail with ${holds}`, async () => ((await (await fetch(`${mailApi}?to=${encodeURIComponent(email)}`)).json()) as { items: { text: string }[] }).items.find(({ text }) => text.includes(holds)));

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("an opening that is waited for", () => {
  const ayu = newAccount("ayu");
  let page: Page;
  let show: string;
  let concert: string;
  const opens = async (inSeconds: number) => {
    const time = Math.floor(Date.now() / 1000) + inSeconds;
    sql("gelora_booking", `UPDATE shows SET opens_at_us = ${time * 1_000_000}, revision = revision + 1 WHERE id = ${show}`);
    const shown = async () => ((await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).sale.opens_at === new Date(time * 1000).toISOString().replace(".000Z", "Z") ? true : undefined);
    await eventually("the page has the new time", shown);
  };

  beforeAll(async () => {
    ({ id: show, concert } = (await showsOnSale()).find(({ venue }) => /Cikini/.test(venue))!);
    page = await newPage(360);
    await register(page, ayu);
    await opens(3600);
  }, 60_000);
  afterAll(() => void sql("gelora_booking", `UPDATE shows SET opens_at_us = 1, revision = revision + 1 WHERE id = ${show}`));

  it("is asked for by a guest, who comes back to it by way of the log-in and finds it done", async () => {
    await page.goto(`${url}/concerts/${concert}`);
    await button(page, "Kabari saat dibuka").first().click();
    await logIn(page, ayu);
    await page.getByText("Kami kabari lewat email", { exact: false }).waitFor();
    await page.waitForURL(`${url}/concerts/${concert}`);
    await checked(page);
    await page.goto(`${url}/tickets?tab=waiting`);
    await page.getByText("Belum dibuka").waitFor();
    await checked(page);
  });

  it("is told in the open page and by mail, and leads to the seats", async () => {
    await page.clock.install();
    await opens(8);
    await page.goto(`${url}/tickets?tab=waiting`);
    await page.getByText("Belum dibuka").waitFor();
    const toast = page.getByTestId("toast");
    await eventually("it is on sale", async () => ((await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).sale.status === "on_sale" ? true : undefined));
    await page.clock.fastForward(31_000); // the page looks at the show every half minute, for its opening may have moved
    await toast.waitFor();
    expect(await toast.textContent()).toContain("Penjualan sudah dibuka");
    await checked(page);
    expect((await mailTo(ayu, `/shows/${show}/seats`)).text).toContain("Tiketnya sudah dijual");
    await toast.getByRole("link", { name: "Pilih kursi" }).click();
    await page.waitForURL(`${url}/shows/${show}/seats`);
    expect(await page.getByTestId("toast").count()).toBe(0);
  }, 90_000);
});

describe("a night that is sold out", () => {
  const bima = newAccount("bima");
  const crowd: { client: Client; id: string }[] = [];
  let page: Page;
  let show: string;
  let concert: string;
  let zone: string;

  beforeAll(async () => {
    ({ id: show, concert } = (await showsOnSale()).find(({ venue }) => /Blok M/.test(venue))!);
    const zones = (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).zones.map(({ id }) => id); // all standing
    zone = zones[0]!;
    const hold = async (zone_id: string, quantity: number) => {
      const client = newBuyer();
      const answer = await client.post("/api/shows/{id}/holds", { params: { id: show }, body: { standing: [{ zone_id, quantity }] } });
      if (answer.status === 201) crowd.push({ client, id: answer.as(201).id });
      return answer.status === 201;
    };
    for (const each of zones) for (const quantity of [4, 1]) for (let more = true; more; ) more = (await Promise.all(Array.from({ length: 20 }, () => hold(each, quantity)))).every(Boolean);
    const status = async () => (await newBuyer().get("/api/concerts/{id}", { params: { id: concert } })).as(200).shows.find(({ id }) => id === show)!.sale.status;
    await eventually("it is sold out", async () => ((await status()) === "sold_out" ? true : undefined));
    page = await newPage(1280);
    await register(page, bima);
    await page.goto(`${url}/login`);
    await logIn(page, bima);
    await page.getByRole("heading", { name: "Tiketku" }).waitFor();
  }, 120_000);
  afterAll(async () => {
    for (const { client, id } of crowd) await client.call("delete", `/api/holds/${id}`);
  }, 60_000);

  it("has a line that is joined with a number of places and a zone", async () => {
    await page.goto(`${url}/tickets?tab=waiting`);
    await page.getByText("Kamu tidak sedang menunggu apa pun").waitFor();
    await checked(page);
    await page.goto(`${url}/concerts/${concert}`);
    const { shows } = (await newBuyer().get("/api/concerts/{id}", { params: { id: concert } })).as(200);
    await page.locator("article").nth(shows.findIndex(({ id }) => id === show)).getByRole("button", { name: "Masuk daftar tunggu" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByText("Paling banyak 4 per orang").waitFor();
    await checked(page);
    for (const name of ["Tambah", "Kurangi"]) await dialog.getByRole("group", { name: "Berapa tempat" }).getByRole("button", { name }).click();
    await dialog.getByLabel("Zona").selectOption(zone);
    await button(page, "Ikut antre").click();
    await page.getByText("Kamu nomor 1 di antrean").waitFor();
    await checked(page);
    await page.goto(`${url}/shows/${show}/seats`);
    await page.getByText("Kamu nomor 1 di antrean").waitFor();
    await page.setViewportSize({ width: 360, height: 800 });
    await checked(page);
  });

  it("offers places that come back, in the open page and by mail, and they are bought", async () => {
    await page.clock.install();
    await page.goto(url);
    await page.locator("a[href^='/concerts/']").first().waitFor();
    const gone = crowd[0]!;
    expect((await gone.client.call("delete", `/api/holds/${gone.id}`)).status).toBe(204);
    const toast = page.getByTestId("toast");
    expect((await mailTo(bima, "/checkout/")).text).toContain("Giliran Anda");
    await page.clock.fastForward(31_000); // the own line is looked at every half minute
    await toast.waitFor();
    expect(await toast.textContent()).toMatch(/2 tempat disimpan untukmu sampai/);
    await checked(page);
    await page.goto(`${url}/tickets?tab=waiting`);
    await page.getByTestId("waiting").getByText("Disimpan untukmu", { exact: true }).waitFor();
    await page.getByTestId("toast").getByRole("button", { name: "Tutup" }).click();
    await checked(page);
    await page.getByTestId("waiting").getByRole("link", { name: "Lanjut ke pembayaran" }).click();
    await page.getByTestId("pay").waitFor();
    await payAtSandbox(page);
    await page.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
    await page.goto(`${url}/tickets?tab=waiting`);
    await page.getByTestId("waited").getByText("Diambil").waitFor();
    await checked(page);
  }, 120_000);
});
