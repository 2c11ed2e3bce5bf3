// A code that changes: in the browser, by its own clock, with the network gone; what is shown is what the gate reckons.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runStack, showsOnSale, sql } from "../service/buyers.js";
import { digitsOf } from "../support/ticket_code.js";
import { openBrowser, url } from "./browser.js";
import { goOn, logIn, payAtSandbox, pickTwoOnMap, register } from "./fan.js";

let browser: Browser;
let show: string;
const rule = (codes: number) => {
  sql("gelora_booking", `UPDATE shows SET ticket_codes = ${codes} WHERE id = ${show}`);
  runStack("restart", "booking-service");
};

beforeAll(async () => {
  show = (await showsOnSale()).find(({ concert }) => concert.startsWith("wayang-elektrik"))!.id;
  rule(1);
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  rule(0);
});

const scan = async (page: Page) => {
  const path = join(mkdtempSync(join(tmpdir(), "gelora-rotating-")), "qr.png");
  await page.getByTestId("qr").screenshot({ path });
  return execFileSync("zbarimg", ["--raw", "-q", "-Sdisable", "-Sqrcode.enable", path], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
};

it("is shown anew every 15 seconds, also without a network", async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "id-ID", reducedMotion: "reduce" })).newPage();
  const account = { email: `putar.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
  await register(page, account);
  await page.goto(`${url}/login`);
  await logIn(page, account);
  await page.getByRole("heading", { name: "Tiketku" }).waitFor();
  await page.goto(`${url}/shows/${show}/seats`);
  await pickTwoOnMap(page);
  await goOn(page);
  await payAtSandbox(page);
  await page.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });

  await page.clock.install();
  const [answer] = await Promise.all([page.waitForResponse((one) => new URL(one.url()).pathname === "/api/tickets"), page.goto(`${url}/tickets`)]);
  const { items } = (await answer.json()) as { items: { id: string; code: string; rotation: { secret: string } }[] };
  await page.getByTestId("open-ticket").first().click();
  await page.getByTestId("qr").waitFor();
  const mine = items.find(({ id }) => id === new URL(page.url()).searchParams.get("ticket"))!;
  const valid = async () => {
    const step = Math.floor((await page.evaluate(() => Date.now())) / 15_000);
    return [-1, 0, 1].map((by) => `${mine.code}.${digitsOf(Buffer.from(mine.rotation.secret, "base64url"), step + by)}`);
  };
  const first = await scan(page);
  expect(await valid()).toContain(first);
  await page.context().setOffline(true);
  await page.clock.fastForward(46_000);
  await expect.poll(() => scan(page)).not.toBe(first);
  const later = await scan(page);
  const now = await valid();
  expect(now).toContain(later);
  expect(now).not.toContain(first);
  await page.context().close();
});
