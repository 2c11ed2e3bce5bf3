// The whole trip in a real browser: register, the link of the mail, log in, two seats, the sandbox bank, a ticket whose QR
// code a scanner reads off the screen. The signature of what it reads is verified with the published key.
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser, url } from "./browser.js";
import { readTicketCode, type TicketKey } from "../support/ticket_code.js";
import { goOn, logIn, openSeats, payAtSandbox, pickTwoFromList, pickTwoOnMap, register, type Account } from "./fan.js";

let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  complaints.length = 0;
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "id-ID" });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) complaints.push(message.text());
  });
});
afterEach(async ({ task }) => {
  if (task.result?.state === "fail") console.error(`at ${page.url()}\n${await page.locator("body").innerText()}`);
  await context.close();
});

const newAccount = (): Account => ({ email: `fan-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.com`, password: "lautan-biru-tenang-27" });

function scan(picture: string): string {
  return execFileSync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], { encoding: "utf8" }).trim();
}

async function ticketKeys(): Promise<TicketKey[]> {
  return ((await (await fetch(`${url}/.well-known/gelora-ticket-keys.json`)).json()) as { keys: TicketKey[] }).keys;
}

async function buy(pick: (page: Page) => Promise<void>, artist?: string): Promise<void> {
  await openSeats(page, artist);
  await pick(page);
  await goOn(page);
}

describe("buying two tickets", () => {
  it("from a stranger's first visit to a code that scans", async () => {
    const account = newAccount();
    await register(page, account);
    await page.getByRole("main").getByRole("link", { name: "Masuk" }).click();
    await logIn(page, account);
    await page.getByRole("heading", { name: "Tiketku" }).waitFor();

    await buy(pickTwoOnMap);
    await page.getByRole("timer").first().waitFor();
    const total = await page.getByTestId("total").filter({ visible: true }).first().textContent();
    expect(total).toMatch(/^Rp[\d.]+$/);
    const hostile = "Nyai <b>“Ontosoroh”</b> & مريم 🎫";
    const names = page.locator("main details", { hasText: "Nama di tiket" });
    await names.locator("summary").click();
    await names.locator("input").first().fill(hostile);
    await page.reload();
    await names.locator("input").first().waitFor();
    expect(await names.locator("input").first().inputValue()).toBe(hostile);
    await payAtSandbox(page);
    await page.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });

    await page.getByRole("link", { name: "Lihat tiket" }).click();
    const qr = page.getByTestId("qr");
    await page.getByText(hostile).first().waitFor();
    await qr.locator("svg").waitFor();
    const picture = join(mkdtempSync(join(tmpdir(), "gelora-")), "ticket.png");
    await qr.screenshot({ path: picture });
    const claim = readTicketCode(scan(picture), await ticketKeys());
    expect(claim?.ticket_id).toBe(new URL(page.url()).searchParams.get("ticket"));
    expect(complaints).toEqual([]);
  });

  it("keeps the choice of seats over the login, and works from the list alone", async () => {
    const account = newAccount();
    await register(page, account);
    await buy(pickTwoFromList);
    await logIn(page, account);
    await page.getByText("2 tempat dipilih").waitFor();
    await page.getByRole("button", { name: "Lanjut" }).click();
    await page.getByRole("timer").first().waitFor();

    await page.reload(); // a reload loses nothing
    await payAtSandbox(page, "decline");
    await page.getByText("Pembayaran ditolak.", { exact: false }).waitFor();
    await page.goto(`${url}/tickets?tab=bookings`);
    await page.locator('a[href^="/bookings/"]').first().click();
    await page.getByRole("heading", { name: "Ditolak bank" }).waitFor();
    await page.getByRole("link", { name: "Lanjut di halaman bank" }).click();
    await page.locator("[name=outcome][value=pay], [data-testid=pay]").first().click();
    await page.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
    expect(complaints).toEqual([]);
  });
});
