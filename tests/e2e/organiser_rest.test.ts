// What an organiser takes back: a poster, a draft, a concert that was never public, a plan; and a venue that is changed.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import type { Account } from "./fan.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page;
let path: string; // of the organisation
const account: Account = { email: `penghapus.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const button = (label: string) => page.getByRole("button", { name: label, exact: true });
async function looksRight(): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
}
/** Presses it, looks at what is asked, and answers yes. */
async function sure(label: string, question: string, says: string | RegExp, answer = label): Promise<void> {
  await button(label).click();
  const dialog = page.getByRole("dialog", { name: question });
  await dialog.getByText(says).waitFor();
  await looksRight();
  await dialog.getByRole("button", { name: answer, exact: true }).click();
}

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID", bypassCSP: true })).newPage();
  path = await foundOrganisation(page, account, "Rumah Sapu");
}, 120_000);
afterAll(() => browser.close());

it("a poster is removed, and a draft and its concert are deleted", async () => {
  await page.goto(`${url}${path}/concerts/new`);
  await page.getByLabel("Artis", { exact: true }).fill("Sapu Lidi");
  await page.getByLabel("Judul konser").fill("Malam yang Batal");
  await page.getByLabel("Genre").fill("Folk");
  await button("Buat draf").click();
  await page.getByRole("heading", { name: "Malam yang Batal" }).waitFor();
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 400 } });
  await page.getByLabel("Poster", { exact: true }).setInputFiles({ name: "poster.png", mimeType: "image/png", buffer: picture });
  await page.locator('img[src^="/posters/"]').waitFor();
  await sure("Hapus poster", "Hapus posternya?", "Gambarnya hilang.");
  await page.locator('img[src^="/posters/"]').waitFor({ state: "detached" });
  await button("Hapus poster").waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Pertunjukan baru" }).click();
  await page.getByLabel("Mulai (WIB)").fill(`${new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)}T19:30`);
  for (const price of await page.getByLabel("Harga (IDR)").all()) await price.fill("350.000");
  await button("Buat 1 draf").click();
  await page.getByText("Sebelum diterbitkan").waitFor();
  const draft = page.url();
  await sure("Hapus draf", "Hapus draf ini?", "19:30 WIB");
  await page.getByText("Belum ada pertunjukan.").waitFor();
  await page.goto(draft);
  await page.getByText("Tidak ditemukan").waitFor();
  await page.getByRole("link", { name: "Konsernya" }).click();

  await sure("Hapus konser", "Hapus konser ini?", "Sapu Lidi · Malam yang Batal");
  await page.getByText("Belum ada konser").waitFor();
});

it("a venue of one's own is changed, and a plan is deleted", async () => {
  await page.goto(`${url}${path}/plans`);
  await page.getByLabel("Nama denah").fill("Denah Coba");
  await page.getByLabel("Tempat", { exact: true }).first().selectOption("");
  await page.getByLabel("Nama tempat").fill("Aula Barat");
  await page.getByLabel("Kota").fill("Bandung");
  await page.getByLabel("Alamat").fill("Jl. Ganesa 10");
  await button("Mulai menggambar").click();
  await page.getByTestId("saving").waitFor();
  await page.goto(`${url}${path}/plans`);
  await button("Ubah Aula Barat").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nama tempat").fill("Aula Timur");
  await looksRight();
  await dialog.getByRole("button", { name: "Simpan", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("Aula Timur, Bandung").first().waitFor();

  await sure("Hapus Denah Coba", "Hapus denah ini?", "Gambarnya hilang", "Hapus");
  await page.getByText("Belum ada denah sendiri.").waitFor();
  await looksRight();
});
