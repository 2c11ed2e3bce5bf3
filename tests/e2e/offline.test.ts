// Tickets in airplane mode: bought with a network, shown without one, also after the browser was closed; gone with the log-out.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readTicketCode, type TicketKey } from "../support/ticket_code.js";
import { launch, url } from "./browser.js";
import { goOn, logIn, openSeats, payAtSandbox, pickTwoOnMap, register } from "./fan.js";

const folder = mkdtempSync(join(tmpdir(), "gelora-phone-"));
const account = { email: `pesawat.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
let phone: BrowserContext;
let page: Page;
let keys: TicketKey[];

/** The same phone, switched on anew. */
async function switchOn(): Promise<void> {
  phone = await chromium.launchPersistentContext(folder, { ...launch, viewport: { width: 360, height: 740 }, locale: "id-ID", reducedMotion: "reduce" });
  page = phone.pages()[0] ?? (await phone.newPage());
}

function scan(picture: string): string {
  return execFileSync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], { encoding: "utf8" }).trim();
}

beforeAll(async () => {
  keys = ((await (await fetch(`${url}/.well-known/gelora-ticket-keys.json`)).json()) as { keys: TicketKey[] }).keys;
  await switchOn();
});
afterAll(async () => {
  await phone.close();
  rmSync(folder, { recursive: true, force: true });
});

it("shows the tickets with their codes, also when the phone was switched off in between", async () => {
  await register(page, account);
  await page.goto(`${url}/login`);
  await logIn(page, account);
  await page.getByRole("heading", { name: "Tiketku" }).waitFor();
  await openSeats(page);
  await page.getByRole("button", { name: "Carikan kursi", exact: true }).click();
  await pickTwoOnMap(page);
  await goOn(page);
  await payAtSandbox(page);
  await page.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
  await page.goto(`${url}/tickets`);
  await page.getByTestId("open-ticket").first().waitFor();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active!.state);

  await phone.setOffline(true);
  await page.reload();
  await page.getByTestId("open-ticket").first().waitFor();
  await phone.close();

  await switchOn();
  await phone.setOffline(true);
  await page.goto(`${url}/tickets`);
  await page.getByText("Tanpa jaringan", { exact: false }).waitFor();
  expect(await page.getByTestId("open-ticket").count()).toBe(2);
  await page.getByTestId("open-ticket").nth(1).click();
  const picture = join(folder, "ticket.png");
  await page.getByTestId("qr").screenshot({ path: picture });
  expect(readTicketCode(scan(picture), keys)?.ticket_id).toBe(new URL(page.url()).searchParams.get("ticket"));
  if (process.env["GELORA_PICTURES"]) await page.screenshot({ path: `${process.env["GELORA_PICTURES"]}/ticket-offline-360.png` });
});

it("says plainly that other pages need a network, and goes on by itself when it is back", async () => {
  await page.goto(`${url}/`);
  await page.getByText("Kamu sedang luring", { exact: false }).waitFor();
  await phone.setOffline(false);
  await page.locator("a[href^='/concerts/']").first().waitFor({ timeout: 40_000 });
});

it("keeps nothing for the next person", async () => {
  await page.goto(`${url}/tickets`);
  await page.getByTestId("open-ticket").first().waitFor();
  expect(await page.evaluate(() => localStorage.getItem("gelora.pocket"))).toContain("GT1.");
  await page.goto(`${url}/account`);
  await page.getByRole("button", { name: "Keluar", exact: true }).filter({ visible: true }).first().click();
  await page.waitForURL((address) => !address.pathname.startsWith("/account"));
  expect(await page.evaluate(() => localStorage.getItem("gelora.pocket"))).toBeNull();
  await phone.setOffline(true);
  await page.goto(`${url}/tickets`);
  await page.waitForURL(/login/);
});
