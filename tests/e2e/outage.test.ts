// A service goes away under a fan's hands. The page says so, loses nothing, and goes on by itself once it is back.
// Needs the stack's own script to stop and kill services: GELORA_STACK (set by ./gelora test).
import { execFileSync } from "node:child_process";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, url } from "./browser.js";
import { logIn, openSeats, payAtSandbox, pickTwoOnMap, register } from "./fan.js";

const script = process.env["GELORA_STACK"];
const stack = (...words: string[]) => execFileSync(script!, words, { stdio: "ignore", timeout: 30_000 });
const trouble = (page: Page) => page.getByText("Layanan sedang tersendat");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function newPage(): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID" })).newPage();
}

describe.skipIf(!script)("while booking-service is away", () => {
  afterEach(() => stack("start", "booking-service"));

  it("a page waits, says so, and fills itself when the service is back", async () => {
    const page = await newPage();
    await page.goto(`${url}/login`);
    stack("stop", "booking-service");
    await page.goto(url);
    await trouble(page).waitFor();
    stack("start", "booking-service");
    await page.locator("a[href^='/concerts/']").first().waitFor({ timeout: 30_000 });
    await trouble(page).waitFor({ state: "detached" });
  });

  it("a purchase goes on over a kill at its most awkward moment", async () => {
    const page = await newPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    const account = { email: `outage-${Date.now()}@example.com`, password: "lautan-biru-tenang-27" };
    await register(page, account);
    await page.goto(`${url}/login`);
    await logIn(page, account);
    await page.getByRole("heading", { name: "Tiketku" }).waitFor();
    await openSeats(page);
    await pickTwoOnMap(page);
    await page.getByRole("button", { name: "Lanjut" }).click();
    await page.getByRole("timer").first().waitFor();
    stack("kill", "booking-service");
    await payAtSandbox(page);
    await page.getByTestId("booking-confirmed").waitFor({ timeout: 45_000 });
    await page.getByRole("link", { name: "Lihat tiket" }).click();
    await page.getByTestId("qr").locator("svg").waitFor();
    await page.getByRole("button", { name: "Tutup" }).click();
    expect(await page.getByTestId("open-ticket").count()).toBe(2);
  });
});
