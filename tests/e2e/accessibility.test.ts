// axe-core over the pages that anybody can open, light and dark, phone and desktop.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";

let browser: Browser;
let concert: string;
let show: string;

beforeAll(async () => {
  browser = await openBrowser();
  const { items } = (await (await fetch(`${url}/api/concerts?limit=100`)).json()) as { items: { slug: string; status: string }[] };
  concert = items.find(({ status }) => status === "on_sale")!.slug;
  const { shows } = (await (await fetch(`${url}/api/concerts/${concert}`)).json()) as { shows: { id: string; sale: { status: string } }[] };
  show = shows.find(({ sale }) => sale.status === "on_sale")!.id;
});
afterAll(() => browser.close());

const pages: [string, () => string, string][] = [
  ["home", () => "/", "a[href^='/concerts/']"],
  ["concert", () => `/concerts/${concert}`, "article"],
  ["seat map", () => `/shows/${show}/seats`, "canvas"],
  ["login", () => "/login", "form"],
  ["register", () => "/register", "form"],
  ["invitation", () => "/invitation?token=x", "main a[href^='/register']"],
  ["gate enrolment", () => "/gate/enrol", "form"],
  ["not found", () => "/no/such/page", "h1"],
];

describe.each([["light", 1280], ["dark", 360]] as const)("%s at %i px", (theme, width) => {
  it.each(pages)("%s has nothing that axe complains of", async (_name, path, settled) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true, reducedMotion: "reduce" });
    await context.addInitScript((chosen) => localStorage.setItem("gelora.theme", chosen), theme);
    const page = await context.newPage();
    await page.goto(url + path());
    await page.locator(settled).first().waitFor();
    await page.waitForTimeout(400);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "no sideways scrolling").toBeLessThanOrEqual(0);
    await context.close();
  });
});
