// axe-core over the pages that anybody can open, light and dark, phone and desktop.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, url } from "./browser.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser: Browser;
let concert: string;
let show: string;

interface Found {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

beforeAll(async () => {
  browser = await openBrowser();
  const { items } = (await (await fetch(`${url}/api/concerts?limit=100`)).json()) as { items: { slug: string; status: string }[] };
  concert = items.find(({ status }) => status === "on_sale")!.slug;
  const { shows } = (await (await fetch(`${url}/api/concerts/${concert}`)).json()) as { shows: { id: string; sale: { status: string } }[] };
  show = shows.find(({ sale }) => sale.status === "on_sale")!.id;
});
afterAll(() => browser.close());

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations)")) as Found[];
  return found.flatMap(({ id, impact, nodes }) => nodes.map(({ target, failureSummary }) => `${impact} ${id} at ${target.join(" ")}: ${failureSummary}`));
}

const pages: [string, () => string, string][] = [
  ["home", () => "/", "a[href^='/concerts/']"],
  ["concert", () => `/concerts/${concert}`, "article"],
  ["seat map", () => `/shows/${show}/seats`, "canvas"],
  ["login", () => "/login", "form"],
  ["register", () => "/register", "form"],
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
