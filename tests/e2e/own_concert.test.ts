// Somebody who sells writes a concert and a show, publishes it, a fan buys, and the sale is seen as it happens. Two people change the same
// concert.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import { goOn, logIn, payAtSandbox, pickTwoFromList, register, type Account } from "./fan.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page;
let fan: Page;
let path: string;
const name = `Nyala ${randomUUID().slice(0, 6)}`;
const account: Account = { email: `penulis.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const button = (label: string) => page.getByRole("button", { name: label, exact: true });
const soon = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T19:30`;
async function looksRight(at: Page): Promise<void> {
  expect(await violations(at)).toEqual([]);
  expect(await sideways(at)).toBe(0);
}

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID", bypassCSP: true })).newPage();
  path = await foundOrganisation(page, account, "Rumah Nyala");
}, 120_000);
afterAll(() => browser.close());

it("is written as a draft", async () => {
  await page.locator("main nav").getByRole("link", { name: "Konser", exact: true }).click();
  await page.getByText("Belum ada konser").waitFor();
  await page.getByRole("link", { name: "Konser baru" }).click();
  await button("Buat draf").click();
  await page.getByText("Belum diisi.").first().waitFor();
  await page.getByLabel("Artis", { exact: true }).fill(name);
  await page.getByLabel("Judul konser").fill("Malam Pertama");
  await page.getByLabel("Genre").fill("Folk");
  await page.getByLabel("Deskripsi bahasa Indonesia").fill("Malam yang panjang.");
  await looksRight(page);
  await button("Buat draf").click();
  await page.getByRole("heading", { name: "Malam Pertama" }).waitFor();
});

it("gets a poster", async () => {
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 800 } });
  await page.getByLabel("Poster", { exact: true }).setInputFiles({ name: "poster.png", mimeType: "image/png", buffer: picture });
  await page.locator('img[src^="/posters/"]').waitFor();
  await looksRight(page);
});

it("is changed by two people: the second sees both versions and chooses", async () => {
  const token = await page.evaluate(async () => ((await (await fetch("/api/sessions/refresh", { method: "POST" })).json()) as { access_token: string }).access_token);
  const address = `${url}/api${page.url().slice(url.length).replace("/organiser/", "/organisations/")}`;
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const { version } = (await (await fetch(address, { headers })).json()) as { version: number };
  await fetch(address, { method: "PATCH", headers: { ...headers, "If-Match": `"${version}"` }, body: JSON.stringify({ genre: "Jazz" }) });
  await page.getByLabel("Deskripsi bahasa Inggris").fill("A long night.");
  await button("Simpan").click();
  const dialog = page.getByRole("dialog", { name: "Ada yang menyimpan lebih dulu" });
  await dialog.getByText("Jazz").waitFor();
  await dialog.getByText("A long night.").waitFor();
  await dialog.getByRole("button", { name: "Pakai punyaku" }).click();
  await page.getByText("Tersimpan.").waitFor();
  expect(await (await fetch(address, { headers })).json()).toMatchObject({ genre: "Folk", description: { en: "A long night." } });
});

it("gets a show, which is published when nothing is missing, and a fan reaches its seats", async () => {
  await page.getByRole("link", { name: "Pertunjukan baru" }).click();
  await page.getByLabel("Mulai (WIB)").fill(soon(40));
  for (const price of await page.getByLabel("Harga (IDR)").all()) await price.fill("350.000");
  await looksRight(page);
  await button("Buat 1 draf").click();
  await page.getByText("Sebelum diterbitkan").waitFor();
  await page.getByText("Setiap zona punya harga").waitFor();
  fan = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID" })).newPage();
  await fan.goto(url);
  await fan.getByRole("searchbox").fill(name);
  await fan.getByText("0 konser", { exact: true }).or(fan.getByRole("heading", { name: /tidak ada|belum ada/i })).first().waitFor();

  await page.getByRole("link", { name: "Aturan dan kode promo" }).click();
  await page.getByLabel("Pembeli boleh mengembalikan tiket").selectOption("until");
  await looksRight(page);
  await button("Simpan").click();
  await page.getByText("Tersimpan. Berlaku").waitFor();
  await page.getByRole("link", { name: "Kode promo", exact: true }).click();
  await page.getByLabel("Kode", { exact: true }).fill("AWAL10");
  await page.getByLabel("Persen", { exact: true }).fill("10");
  await button("Buat kode").click();
  await page.getByTestId("promo").getByText("AWAL10").waitFor();
  await looksRight(page);
  await page.getByRole("link", { name: "Pertunjukan", exact: true }).click();
  await button("Terbitkan").click();
  await button("Kembalikan ke draf").waitFor();
  await looksRight(page);
  await expect.poll(async () => (await fetch(`${url}/api/concerts?q=${encodeURIComponent(name)}`)).json(), { timeout: 10_000 }).toMatchObject({ items: [{ artist: name }] });
  await fan.goto(url);
  await fan.getByRole("searchbox").fill(name);
  await fan.locator('a[href^="/concerts/"]', { hasText: name }).first().click();
  await fan.getByRole("link", { name: "Pilih kursi" }).first().click();
  await fan.getByTestId("hall").waitFor();
  await page.goto(`${url}${path}/concerts`);
  await page.getByText("1 pertunjukan, 1 sudah terbit").waitFor();
});

it("sells, and who wrote it sees that as it happens, and finds the buyer", async () => {
  const show = /shows\/(\d+)/.exec(fan.url())![1]!;
  await page.goto(`${url}${path}/shows/${show}`);
  await page.getByText("Belum ada yang terjual").waitFor();
  await page.getByText("Langsung", { exact: true }).waitFor();
  await looksRight(page);

  const buyer: Account = { email: `pembeli.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
  await register(fan, buyer);
  await fan.goto(`${url}/login?next=/shows/${show}/seats`);
  await logIn(fan, buyer);
  await fan.getByTestId("hall").waitFor();
  await pickTwoFromList(fan);
  await goOn(fan);
  await fan.getByTestId("pay").waitFor();
  await page.getByText("Sedang ditahan").locator("xpath=../dd[1]").getByText("2", { exact: true }).waitFor();
  await payAtSandbox(fan);
  await fan.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
  await page.getByText("Tiket terjual").locator("xpath=../dd[1]").getByText("2", { exact: true }).waitFor();
  await page.getByText("Dari waktu ke waktu").waitFor();
  await page.getByText("Sebagai tabel").click();
  await looksRight(page);

  await page.getByRole("link", { name: "Pesanan", exact: true }).click();
  await page.getByTestId("booking").waitFor();
  await page.getByLabel("Nama, alamat email, nomor pesanan, atau kursi").fill("nobody@example.com");
  await page.getByText("Tidak ditemukan").waitFor();
  await page.getByLabel("Nama, alamat email, nomor pesanan, atau kursi").fill(buyer.email);
  await page.getByTestId("booking").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(buyer.email).waitFor();
  await dialog.getByLabel("Catatan", { exact: true }).fill("Minta kursi lorong");
  await dialog.getByRole("button", { name: "Catat", exact: true }).click();
  await dialog.getByText("Catatan: Minta kursi lorong").waitFor();
  await dialog.getByRole("button", { name: "Kirim tiket lagi" }).click();
  await dialog.getByText("Emailnya dalam perjalanan.").waitFor();
  await looksRight(page);
  await page.goBack(); // closes it, as one expects of a telephone
  await dialog.waitFor({ state: "hidden" });
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Semua tempat sebagai CSV" }).click()]);
  const lines = readFileSync(await file.path(), "utf8").trimEnd().split("\r\n");
  expect(lines).toHaveLength(3);
  for (const line of lines.slice(1)) expect(line).toMatch(/,confirmed,.*,valid,350000,/);
}, 90_000);
