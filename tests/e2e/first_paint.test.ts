// What a fan meets before the app's code has come: a head, and the concert itself; and what the first pages need is asked for early, once.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, url } from "./browser.js";

let browser: Browser;
const concert = "langit-karsa-tur-cakrawala";
let show: string;

beforeAll(async () => {
  browser = await openBrowser();
  const { shows } = (await (await fetch(`${url}/api/concerts/${concert}`)).json()) as { shows: { id: string; sale: { status: string } }[] };
  show = shows.find(({ sale }) => sale.status === "on_sale")!.id;
});
afterAll(() => browser.close());

it("says who it is, and what it needs, where no script runs", async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })).newPage();
  await page.goto(url);
  expect(await page.getByText("gelora", { exact: true }).isVisible()).toBe(true);
  expect(await page.content()).toContain("Gelora butuh JavaScript");
  await page.context().close();
});

describe.each([["/", "a[href^='/concerts/']", 1], [`/concerts/${concert}`, "article", 1], ["/shows/SHOW/seats", "[data-testid=hall] canvas", 3]] as const)("%s", (path, settled, data) => {
  it("asks for its data before its code has run, and once", async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID", serviceWorkers: "block" });
    const page = await context.newPage();
    const asked: string[] = []; // before the code has come
    const again: string[] = []; // by the code, though it is there or on its way
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (!pathname.startsWith("/api/")) return;
      if (request.resourceType() !== "fetch") asked.push(pathname);
      else if (asked.includes(pathname)) again.push(pathname);
    });
    let come: () => void = () => undefined;
    const code = new Promise<void>((resolve) => (come = resolve));
    await page.route(/\/assets\/vendor/, async (route) => {
      await code;
      await route.continue();
    });
    await page.goto(url + path.replace("SHOW", show), { waitUntil: "commit" });
    await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(data); // and there is no code yet that could ask
    come();
    await page.locator(settled).first().waitFor();
    expect(again).toEqual([]);
    await context.close();
  });
});

describe.each([["/", 360], ["/", 1280], [`/concerts/${concert}`, 360], [`/concerts/${concert}`, 1280], ["/shows/SHOW/seats", 360]] as const)("%s at %i", (path, width) => {
  it("shows the poster's name from data alone, and the app leaves it where it is", async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: "id-ID", serviceWorkers: "block" });
    const page = await context.newPage();
    let come: () => void = () => undefined;
    const code = new Promise<void>((resolve) => (come = resolve));
    await page.route(/\/assets\/vendor/, async (route) => {
      await code;
      await route.continue();
    });
    await page.goto(url + path.replace("SHOW", show), { waitUntil: "commit" });
    const early = page.locator("#first-look .shout");
    await early.waitFor();
    await page.waitForFunction(() => ["Archivo", "Plus Jakarta Sans"].every((family) => [...document.fonts].some((face) => face.family.replaceAll('"', "") === family && face.status === "loaded")));
    if (process.env["GELORA_PICTURES"]) await page.screenshot({ path: `${process.env["GELORA_PICTURES"]}/first-look-${path.split("/")[1] || "home"}-${width}.png` });
    const [name, place] = [await early.innerText(), await early.boundingBox()];
    come();
    // the first frame without it: no skeleton comes between, and what changes later is not looked at
    const settled = await page.waitForFunction(() => {
      const title = document.querySelector("#first-look") ? null : document.querySelector<HTMLElement>(".shout");
      if (!title) return undefined;
      const { x, y, width, height } = title.getBoundingClientRect();
      return { name: title.innerText, place: { x, y, width, height } };
    });
    expect(await settled.jsonValue()).toEqual({ name, place });
    await context.close();
  });
});

it("the hall's head is painted once: what the app puts in its place is not larger", async () => {
  const context = await browser.newContext({ viewport: { width: 412, height: 800 }, locale: "id-ID", serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { largest: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push((entry as unknown as { element: Element | null }).element?.textContent ?? "");
    }).observe({ type: "largest-contentful-paint", buffered: true });
  });
  let come: () => void = () => undefined;
  const code = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\/assets\/vendor/, async (route) => {
    await code;
    await route.continue();
  });
  await page.goto(`${url}/shows/${show}/seats`, { waitUntil: "commit" });
  await page.locator("#first-look .shout").waitFor();
  const largest = () => page.evaluate(() => (window as unknown as { largest: string[] }).largest);
  await expect.poll(async () => (await largest()).at(-1)).toMatch(/WI[BT]/);
  const before = await largest();
  come();
  await page.locator("[data-testid=hall] canvas").first().waitFor();
  expect((await largest()).filter((text) => /WI[BT]/.test(text))).toEqual(before.filter((text) => /WI[BT]/.test(text)));
  await context.close();
});
