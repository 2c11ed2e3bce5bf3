// Somebody who sells has their own program told what happens: makes a webhook, keeps its secret, tries it, sends a delivery again, switches
// it off, and deletes it.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeReceivers, receiver, sign, signatures, type Receiver } from "../support/receiver.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import type { Account } from "./fan.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page;
let path: string; // of the organisation
let program: Receiver;
let secret: string;
const account: Account = { email: `webhook.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const button = (label: string, within: Pick<Page, "getByRole"> = page) => within.getByRole("button", { name: label, exact: true });
const hook = () => page.getByTestId("webhook");
async function looksRight(): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
}

beforeAll(async () => {
  browser = await openBrowser();
  program = await receiver();
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID", bypassCSP: true })).newPage();
  path = await foundOrganisation(page, account, "Rumah Kabar");
}, 120_000);
afterAll(async () => {
  closeReceivers();
  await browser.close();
});

it("is made with an address and what it is told; its secret is shown once", async () => {
  await page.goto(`${url}${path}/webhooks`);
  await page.getByText("Belum ada webhook").waitFor();
  await looksRight();
  await page.getByLabel("Alamat", { exact: true }).fill("ftp://example.com");
  await button("Daftarkan").click();
  await page.getByText("Ini bukan alamat https.").waitFor();
  await page.getByLabel("Alamat", { exact: true }).fill(program.url);
  await page.getByLabel(/show\.published/).check();
  await button("Daftarkan").click();
  secret = (await page.getByTestId("secret").textContent())!;
  expect(secret).toMatch(/^whsec_/);
  await looksRight();
  await button("Sudah kusimpan").click();
  await hook().getByText("booking.confirmed, show.published").waitFor();
  await page.reload();
  await hook().getByText(program.url).waitFor();
  expect(await page.content()).not.toContain("whsec_");
});

it("is tried: the program gets it, signed by that secret, and the log has it", async () => {
  await button("Kirim kabar uji", hook()).click();
  const delivery = page.getByTestId("delivery");
  await delivery.getByText("Diterima").waitFor();
  expect(program.posts.map(({ type }) => type)).toEqual(["webhook.test"]);
  expect(signatures(program.posts[0]!)).toEqual([sign(secret, program.posts[0]!)]);
  await delivery.locator("summary").click();
  await delivery.getByText("thanks xxx").waitFor();
  await looksRight();
});

it("is sent again, with the same id, and the log tells of a program that fails", async () => {
  program.answer = () => 500;
  await button("Kirim lagi", page.getByTestId("delivery")).click();
  await page.getByTestId("delivery").getByText("500", { exact: true }).waitFor();
  await page.getByTestId("delivery").getByText("Menunggu").waitFor();
  const ids = program.posts.map(({ headers }) => headers["webhook-id"]);
  expect(ids.length).toBeGreaterThanOrEqual(2); // and once more after five seconds
  expect(new Set(ids).size).toBe(1);
  program.answer = () => 200;
  await page.getByTestId("delivery").getByText("Diterima").waitFor({ timeout: 20_000 });
});

it("gets another secret, is switched off and on, and is deleted", async () => {
  await button("Ganti rahasia", hook()).click();
  await button("Ganti rahasia", page.getByRole("dialog")).click();
  const next = (await page.getByTestId("secret").textContent())!;
  expect(next).toMatch(/^whsec_/);
  expect(next).not.toBe(secret);
  await button("Sudah kusimpan").click();

  await button("Matikan", hook()).click();
  await hook().getByText("Mati", { exact: true }).waitFor();
  expect(await button("Kirim kabar uji", hook()).isDisabled()).toBe(true);
  await looksRight();
  await button("Nyalakan", hook()).click();
  await hook().getByText("Menyala", { exact: true }).waitFor();
  const before = program.posts.length;
  await button("Kirim kabar uji", hook()).click();
  await expect.poll(() => program.posts.length).toBe(before + 1);
  expect(signatures(program.posts.at(-1)!)).toEqual([sign(next, program.posts.at(-1)!), sign(secret, program.posts.at(-1)!)]);

  await button("Hapus", hook()).click();
  await button("Hapus", page.getByRole("dialog")).click();
  await page.getByText("Belum ada webhook").waitFor();
  await looksRight();
});
