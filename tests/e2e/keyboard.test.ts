// A purchase without a mouse: every step by Tab, Enter, Space and letters, from the search to the ticket's code. What has the focus is
// always seen, and what a screen reader calls it is what the eye reads.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, url } from "./browser.js";
import { register } from "./fan.js";

let browser: Browser;
let page: Page;
const account = { email: `papan.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "id-ID" })).newPage();
  await register(page, account);
});
afterAll(() => browser.close());

/** What has the focus: its name as it is read out, and whether the eye can find it. */
const focused = () =>
  page.evaluate(() => {
    const now = document.activeElement as HTMLElement | null;
    if (!now || now === document.body) return undefined;
    const label = now.getAttribute("aria-label") ?? (now as HTMLInputElement).labels?.[0]?.textContent ?? now.textContent ?? "";
    const box = now.getBoundingClientRect();
    const style = getComputedStyle(now);
    return { name: label.replace(/\s+/g, " ").trim(), tag: now.tagName, seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && (style.outlineStyle !== "none" || now.tagName === "DIALOG") };
  });

/** Presses Tab until something of this name has the focus. */
async function tabTo(name: RegExp, { most = 120, tag }: { most?: number; tag?: string } = {}): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    const now = await focused();
    if (now && name.test(now.name) && (!tag || now.tag === tag)) {
      expect(now.seen, `the focus on ${now.name} is seen`).toBe(true);
      return;
    }
  }
  throw new Error(`no way by Tab to ${String(name)} on ${page.url()}`);
}

it("buys two seats and shows their codes", async () => {
  await page.goto(url);
  await page.locator("a[href^='/concerts/']").first().waitFor();
  await tabTo(/^Langsung ke isi|^Lewati/, { most: 3 }); // past the header in one press
  await tabTo(/^Cari/);
  await page.keyboard.type("Langit Karsa");
  await page.getByText("1 konser", { exact: true }).waitFor();
  await tabTo(/Langit Karsa/);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Pilih kursi" }).first().waitFor();
  await tabTo(/^Pilih kursi/);
  await page.keyboard.press("Enter");
  await page.getByTestId("hall").waitFor();
  await tabTo(/^Daftar$/);
  await page.keyboard.press("Enter");
  await page.getByTestId("seat-list").waitFor();
  await tabTo(/sisa ([4-9]|\d{2,})$/, { tag: "SUMMARY" });
  await page.keyboard.press("Enter");
  const seat = / · \w+-\d+/;
  await page.getByTestId("seat-list").getByRole("button", { name: seat }).first().waitFor(); // the section's rows come after it has opened
  await tabTo(seat, { tag: "BUTTON", most: 1 });
  await page.keyboard.press("Space");
  await tabTo(seat, { tag: "BUTTON" });
  await page.keyboard.press("Space");
  await page.getByText("2 tempat dipilih").waitFor();
  await tabTo(/^Lanjut$/, { most: 600 });
  await page.keyboard.press("Enter");
  const offer = page.getByRole("button", { name: "Ambil yang ini" });
  await Promise.race([page.waitForURL(/login/), offer.waitFor()]);
  if (!/login/.test(page.url())) {
    await page.keyboard.press("Shift+Tab");
    await tabTo(/^Ambil yang ini$/, { most: 600 });
    await page.keyboard.press("Enter");
    await tabTo(/^Lanjut$/, { most: 600 });
    await page.keyboard.press("Enter");
    await page.waitForURL(/login/);
  }

  await tabTo(/^Email$/);
  await page.keyboard.type(account.email);
  await tabTo(/^Kata sandi$/);
  await page.keyboard.type(account.password);
  await page.keyboard.press("Enter");
  await page.getByText("2 tempat dipilih").waitFor();
  await tabTo(/^Lanjut$/, { most: 600 });
  await page.keyboard.press("Enter");
  await page.getByTestId("pay").waitFor();
  await tabTo(/QRIS/);
  await page.keyboard.press("Space");
  await tabTo(/^Bayar/);
  await page.keyboard.press("Enter");
  await page.waitForURL((address) => !address.href.startsWith(url));
  await page.getByTestId("method-qris").focus(); // the bank's page is not ours
  await page.keyboard.press("Enter");
  await page.getByTestId("pay").focus();
  await page.keyboard.press("Enter");

  await page.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
  await tabTo(/^Lihat tiket/);
  await page.keyboard.press("Enter");
  await page.getByTestId("qr").waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("qr").waitFor({ state: "detached" });
  expect((await focused())?.name, "the focus is where it was").toMatch(/\S/);
});
