// Somebody who sells writes to the buyers of a show: sees how many they are and how the mail looks, tries it, sends it, and sees
// it go out.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventually, showsOnSale, sql } from "../service/buyers.js";
import { newPerson } from "../service/organisers.js";
import { paid } from "../service/payer.js";
import { mailsTo, waitForMail } from "../service/users_steps.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import type { Account } from "./fan.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page;
let show: string;
let path: string;
const tag = randomUUID().slice(0, 6);
const account: Account = {
  email: `pengabar.${randomUUID().slice(0, 8)}@example.com`,
  password: "lautan-biru-tenang-27",
};
const fans: string[] = [];
const button = (label: string | RegExp) => page.getByRole("button", { name: label, exact: typeof label === "string" });
async function looksRight(): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID", bypassCSP: true })).newPage();
  const organiser = await foundOrganisation(page, account, "Pengabar Nada");
  const organisation = organiser.split("/").at(-1)!;
  show = (await showsOnSale()).find(({ concert }) => /layar-tancap/.test(concert))!.id;
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${organisation} WHERE id = (SELECT concert_id FROM shows WHERE id = ${show})`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE id = ${show}`);
  for (let i = 0; i < 2; i++) {
    const fan = await newPerson();
    await paid(fan.client, show, 1);
    fans.push(fan.account.email);
  }
  path = `${organiser}/shows/${show}`;
}, 120_000);
afterAll(() => browser.close());

it("is written in both languages, with what is wrong said at its field", async () => {
  await page.goto(url + path);
  await page.getByRole("link", { name: "Pesan", exact: true }).click();
  await page.getByRole("heading", { name: "Pesan", exact: true }).waitFor();
  await looksRight();
  await page.getByRole("link", { name: "Pesan baru" }).first().click();
  await page.getByLabel("Judul bahasa Indonesia").fill(`Pintu dibuka ${tag}`);
  await page.getByLabel("Judul bahasa Inggris").fill(`Doors ${tag}`);
  await page.getByLabel("Isi bahasa Indonesia").fill("Halo {nama},");
  await page.getByLabel("Isi bahasa Inggris").focus();
  await page.getByText("Isian itu tidak ada.").waitFor();
  await button("Simpan sebagai draf").click();
  await page.getByText("Belum diisi.").waitFor();
  await page.getByLabel("Isi bahasa Indonesia").fill("Halo");
  await page.getByRole("group", { name: "Isian untuk teks Indonesia" }).getByRole("button", { name: "{name}" }).click();
  expect(await page.getByLabel("Isi bahasa Indonesia").inputValue()).toBe("Halo {name}");
  await page.getByLabel("Isi bahasa Inggris").fill("Hi {name}");
  await expect.poll(() => page.getByTestId("audience").innerText()).toMatch(/^[1-9]/);
  await looksRight();
  await button("Simpan sebagai draf").click();
  await page.getByTestId("mail-id").getByText(`Pintu dibuka ${tag}`).waitFor();
});

it("is seen in both languages, tried, and sent after a question", async () => {
  await button("Bahasa Inggris").click();
  await page.getByTestId("mail-en").getByText("Hi Ayu Lestari").waitFor();
  await looksRight();
  expect(await button(/^Kirim ke/).isDisabled()).toBe(true);
  await button("Kirim contoh ke saya").click();
  await page.getByText(`Sedang dikirim ke ${account.email}`).waitFor();
  await waitForMail(account.email, new RegExp(`\\[Uji\\] Pintu dibuka ${tag}`));
  await button(/^Kirim ke/).click();
  await page.getByRole("dialog").getByRole("button", { name: "Kirim sekarang" }).click();
  await page.getByTestId("message-sending").or(page.getByTestId("message-sent")).waitFor();
  await page.getByTestId("message-sent").waitFor({ timeout: 60_000 });
  await looksRight();
  for (const fan of fans) {
    await waitForMail(fan, new RegExp(`Pintu dibuka ${tag}`));
    expect((await mailsTo(fan)).filter(({ subject }) => subject.includes(tag))).toHaveLength(1);
  }
});

it("stays in the list of what was written", async () => {
  await page.getByRole("link", { name: "Pesan", exact: true }).click();
  const row = page.getByTestId("message").filter({ hasText: tag });
  await row.getByText("Terkirim").waitFor();
  await eventually("the bar is full", async () => ((await row.getByRole("progressbar").getAttribute("aria-valuenow")) === "100" ? true : undefined));
  await looksRight();
});
