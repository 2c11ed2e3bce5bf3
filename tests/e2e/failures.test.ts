// Every page of a fan while the API is in trouble: it says so in words, nothing is an empty page, and when the API is back the page
// is there, by its own button or by itself. Then the same pages offline for a moment.
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { openPlaces, places } from "./places.js";
import { url } from "./browser.js";

let browser: Browser;
beforeAll(async () => {
  browser = await openPlaces();
}, 120_000);
afterAll(() => browser.close());

const broken = (status: number) => (route: Route) =>
  route.fulfill({ status, contentType: "application/problem+json", body: JSON.stringify({ type: "https://gelora.dev/problems/internal", title: "Broken", status, request_id: "r1" }), headers: status === 503 ? { "Retry-After": "1" } : {} });
const troubles: Record<string, (route: Route) => Promise<void>> = { "500": broken(500), "503": broken(503), "no network": (route) => route.abort("internetdisconnected") };
const api = /\/api\//;

const wordsOf = async (page: Page) => ((await page.locator("main, [role=status], [role=alert]").allTextContents()).join(" ").match(/\p{L}+/gu) ?? []).length;

// Three at a time, each in a tab of its own: most of the time they wait for what is asked again after a while.
describe.each(Object.keys(troubles))("%s", (trouble) => {
  it.concurrent.for(Object.keys(places))("%s", async (name, { expect }) => {
    const { who, path, settled } = places[name]!;
    const page = await who().context().newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.setViewportSize({ width: 360, height: 740 });
    await page.route(api, troubles[trouble]!);
    await page.goto(url + path());
    await expect.poll(() => wordsOf(page), { timeout: 15_000 }).toBeGreaterThan(3);
    expect(await page.getByText("Waduh").count(), "no error boundary").toBe(0);
    await page.unroute(api);
    const there = page.locator(settled).filter({ visible: true }).first();
    const again = page.getByRole("button", { name: /^(Coba lagi|Try again)$/ }).first();
    await Promise.race([there.waitFor(), again.waitFor()]);
    if (!(await there.isVisible())) await again.click();
    await there.waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });
});
