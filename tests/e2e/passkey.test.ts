// A passkey: made on the account page, used instead of the password and beside it, cancelled, removed.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeAt, stepNow } from "../support/totp.js";
import { logInByPasskey, logOut, withAuthenticator, type Authenticator } from "./authenticator.js";
import { openBrowser, url } from "./browser.js";
import { logIn, register } from "./fan.js";

let browser: Browser;
let page: Page;
let authenticator: Authenticator;
const account = { email: `kunci.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const button = (name: string) => page.getByRole("button", { name, exact: true });
const myPasskeys = () => page.locator("section", { has: page.getByRole("heading", { name: "Passkey", exact: true }) }).last();
const atAccount = () => page.getByRole("heading", { name: "Akun", exact: true }).waitFor();

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID" })).newPage();
  await register(page, account);
  await page.goto(`${url}/login?next=/account`);
  await logIn(page, account);
  await atAccount();
  authenticator = await withAuthenticator(page);
});
afterAll(() => browser.close());

it("is made with the password and the owner's presence; without either the form stays as it was", async () => {
  await myPasskeys().getByText("Belum ada.", { exact: false }).waitFor();
  await button("Tambah passkey").click();
  const form = page.locator("form", { has: button("Buat passkey") });
  const name = form.getByLabel("Nama passkey");
  expect(await name.inputValue()).toMatch(/ · /);
  await name.fill("Ponsel merah");
  await form.getByLabel("Kata sandi sekarang").fill("not-this-one-at-all");
  await button("Buat passkey").click();
  await form.getByText("Ini bukan kata sandimu").waitFor();
  await authenticator.ownerIsThere(false);
  await form.getByLabel("Kata sandi sekarang").fill(account.password);
  await button("Buat passkey").click();
  await form.getByText("Passkey tidak jadi dipakai").waitFor();
  expect(await name.inputValue()).toBe("Ponsel merah");
  await authenticator.ownerIsThere(true);
  await button("Buat passkey").click();
  await myPasskeys().getByText("Ponsel merah").waitFor();
  await myPasskeys().getByText("belum dipakai").waitFor();
});

it("logs in without a password", async () => {
  await logOut(page);
  await logInByPasskey(page, "/account");
  await myPasskeys().getByText("terakhir dipakai").waitFor();
  await page.getByText("Dengan faktor kedua").first().waitFor();
});

it("is offered in the browser's list of log-ins", async () => {
  await logOut(page);
  await authenticator.listIsThere(true);
  await page.goto(`${url}/login?next=/account`);
  await atAccount();
});

it("that is cancelled says so calmly, and the password still opens", async () => {
  await logOut(page);
  await authenticator.ownerIsThere(false);
  await page.goto(`${url}/login?next=/account`);
  await button("Masuk dengan passkey").click();
  await page.getByText("Passkey tidak jadi dipakai").waitFor();
  await logIn(page, account);
  await atAccount();
  await authenticator.ownerIsThere(true);
  await authenticator.listIsThere(false);
});

it("is the second step as well, beside the code of the app", async () => {
  await button("Aktifkan").click();
  const section = page.locator("section", { has: page.getByRole("heading", { name: "Masuk dua langkah" }) }).last();
  await section.getByLabel("Kata sandi sekarang").fill(account.password);
  await button("Aktifkan").click();
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  await page.getByLabel("Kode aplikasi").fill(codeAt(secret, stepNow()));
  await button("Aktifkan").click();
  await button("Sudah kusimpan").click();

  await logOut(page);
  await page.goto(`${url}/login?next=/account`);
  await logIn(page, account);
  await page.getByRole("heading", { name: "Satu langkah lagi" }).waitFor();
  await authenticator.ownerIsThere(false);
  await button("Pakai passkey").click();
  await page.getByText("Passkey tidak jadi dipakai").waitFor();
  await authenticator.ownerIsThere(true);
  await button("Pakai passkey").click();
  await atAccount();
});

it("that was removed opens nothing any more, alone or as the second step", async () => {
  await button("Hapus passkey Ponsel merah").click();
  await myPasskeys().getByLabel("Kata sandi sekarang").fill(account.password);
  await button("Hapus passkey").click();
  await myPasskeys().getByText("Belum ada.", { exact: false }).waitFor();
  await logOut(page);
  await page.goto(`${url}/login?next=/account`);
  await button("Masuk dengan passkey").click();
  await page.getByText("Passkey ini tidak membuka").waitFor();
  await logIn(page, account);
  await page.getByRole("heading", { name: "Satu langkah lagi" }).waitFor();
  expect(await button("Pakai passkey").count()).toBe(0);
});
