// Whose a session is: not a foreign page's, and over in every tab when it is over in one.
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, url } from "./browser.js";
import { logIn, register } from "./fan.js";

let browser: Browser;
let context: BrowserContext;
let page: Page;
let foreign: Server;
let foreignUrl: string;
const account = { email: `sesi.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const atAccount = (tab: Page) => tab.getByRole("heading", { name: "Akun", exact: true }).waitFor();

// On the same host, another port: the same site, so that SameSite alone would not keep the cookie back.
const html = `<!doctype html><title>waiting</title>
<form method="post" enctype="text/plain" action="${url}/api/sessions/refresh"><button>win a ticket</button></form>
<script>
  const tries = [
    ["POST", "/api/sessions/refresh", "cors"], ["POST", "/api/sessions/refresh", "no-cors"],
    ["DELETE", "/api/sessions/current", "cors"], ["GET", "/api/users/me", "cors"], ["GET", "/api/users/me", "no-cors"],
  ];
  Promise.all(tries.map(([method, path, mode]) =>
    fetch("${url}" + path, { method, mode, credentials: "include" }).then(async (answer) => answer.type === "opaque" ? "unreadable" : await answer.text() || answer.status, () => "refused"),
  )).then((outcomes) => { document.title = JSON.stringify(outcomes); });
</script>`;

beforeAll(async () => {
  foreign = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end(html));
  await new Promise<void>((resolve) => foreign.listen(0, resolve));
  foreignUrl = `http://${new URL(url).hostname}:${(foreign.address() as AddressInfo).port}/`;
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID" });
  page = await context.newPage();
  await register(page, account);
  await page.goto(`${url}/login?next=/account`);
  await logIn(page, account);
  await atAccount(page);
});
afterAll(async () => {
  await browser.close();
  foreign.close();
});

it("a page of another origin neither uses the session nor reads a thing of it", async () => {
  const other = await context.newPage();
  await other.goto(foreignUrl);
  await other.waitForFunction(() => document.title.startsWith("["));
  for (const outcome of JSON.parse(await other.title()) as string[]) expect(["refused", "unreadable"]).toContain(outcome);

  const [answer] = await Promise.all([other.waitForResponse(`${url}/api/sessions/refresh`), other.getByRole("button").click()]);
  expect(answer.status()).toBe(403);
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  await other.close();

  await page.reload();
  await atAccount(page);
  await page.getByText("Perangkat ini", { exact: true }).waitFor();
});

it("a log-out in one tab is one in the other, at its next action at the latest", async () => {
  const other = await context.newPage();
  await other.goto(`${url}/account`);
  await atAccount(other);
  await page.getByRole("button", { name: "Keluar", exact: true }).click();
  await page.waitForURL(`${url}/`);
  if (new URL(other.url()).pathname === "/account") await other.getByRole("link", { name: "Tiketku" }).click({ timeout: 2000 }).catch(() => undefined); // it may be leaving by itself
  await other.waitForURL((address) => address.pathname === "/login");
  await other.goto(`${url}/account`);
  await other.waitForURL((address) => address.pathname === "/login");
});
