// A fan looks after the account: devices, data, second factor, password, the end of it. Pictures go to GELORA_PICTURES, if that is set.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeAt, stepNow } from "../support/totp.js";
import { openBrowser, url } from "./browser.js";
import { logIn, register } from "./fan.js";

let browser: Browser;
let page: Page;
const account = { email: `akun.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const button = (name: string) => page.getByRole("button", { name, exact: true });
const picture = async (name: string) => {
  const folder = process.env["GELORA_PICTURES"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID" })).newPage();
  await register(page, account);
  await page.goto(`${url}/login?next=/account`);
  await logIn(page, account);
  await page.getByRole("heading", { name: "Masuk dua langkah" }).waitFor();
});
afterAll(() => browser.close());

it("sees its devices, and logs all others out", async () => {
  const other = await (await browser.newContext({ locale: "id-ID" })).newPage();
  await other.goto(`${url}/login?next=/account`);
  await logIn(other, account);
  await other.getByRole("heading", { name: "Perangkat", exact: true }).waitFor();
  await page.reload();
  await button("Keluarkan semua perangkat lain").click();
  await button("Keluarkan").click();
  await button("Keluarkan semua perangkat lain").waitFor({ state: "detached" });
  await page.getByText("Perangkat ini", { exact: true }).waitFor();
  await other.reload();
  await other.waitForURL((address) => address.pathname === "/login");
  await other.context().close();
});

it("takes its data along", async () => {
  const [download] = await Promise.all([page.waitForEvent("download"), button("Unduh dataku").click()]);
  expect(download.suggestedFilename()).toMatch(/^gelora-\d{4}-\d{2}-\d{2}\.zip$/);
  expect(readFileSync(await download.path()).subarray(0, 2).toString()).toBe("PK");
  await page.getByText("Selesai: ada di unduhanmu.").waitFor();
});

async function leaveAndComeBack(password: string): Promise<void> {
  await button("Keluar").first().click();
  await page.waitForURL(`${url}/`);
  await page.goto(`${url}/login?next=/account`);
  await logIn(page, { ...account, password });
}

it("switches the second factor on, and logs in with a code and with a recovery code", async () => {
  await picture("account");
  await button("Aktifkan").click();
  await page.getByLabel("Kata sandi sekarang").last().fill(account.password);
  await button("Aktifkan").click();
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  await picture("enrol");
  await page.getByLabel("Kode aplikasi").fill("000000");
  await button("Aktifkan").click();
  await page.getByText("Ini bukan kode yang sekarang").waitFor();
  await page.getByLabel("Kode aplikasi").fill(codeAt(secret, stepNow() - 1));
  await button("Aktifkan").click();
  await button("Sudah kusimpan").waitFor();
  const codes = await page.locator("ul.font-mono li").allInnerTexts();
  expect(codes).toHaveLength(10);
  await picture("recovery");
  await button("Sudah kusimpan").click();
  await page.getByText("Sisa 10 kode pemulihan").waitFor();

  await leaveAndComeBack(account.password);
  await page.getByRole("heading", { name: "Satu langkah lagi" }).waitFor();
  await picture("second-step");
  await page.getByLabel("Kode", { exact: true }).fill(codes[0]!);
  await button("Masuk").last().click();
  await page.getByText("Sisa 9 kode pemulihan").waitFor();
});

it("changes the password; the old one no longer opens", async () => {
  const wanted = "hujan-di-bulan-juni-8";
  const current = page.getByLabel("Kata sandi sekarang");
  await current.fill("not-this-one-at-all");
  await page.getByLabel("Kata sandi baru").fill(wanted);
  await button("Ganti kata sandi").click();
  await page.getByText("Ini bukan kata sandimu").waitFor();
  await current.fill(account.password);
  await button("Ganti kata sandi").click();
  await page.getByText("Kata sandi diganti.", { exact: false }).waitFor();
  expect(await current.inputValue()).toBe("");
  account.password = wanted;
});

it("erases the account only when its address is written", async () => {
  await button("Hapus akun").click();
  const field = page.getByLabel(/Untuk konfirmasi/);
  await field.fill("somebody@example.com");
  await button("Hapus selamanya").click();
  await page.getByText("Ini bukan alamat akun ini.").waitFor();
  await picture("erase");
  await field.fill(account.email);
  await button("Hapus selamanya").click();
  await page.waitForURL(`${url}/`);
  await page.goto(`${url}/login`);
  await logIn(page, account);
  await page.getByText("Email atau kata sandi salah").waitFor();
});
