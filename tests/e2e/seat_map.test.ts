// The hall is painted by a worker where the browser can, and by the page where it cannot or where the worker does not start: the
// same picture each time, never an empty one.
import type { Browser, BrowserContext } from "playwright-core";
import UPNG from "upng-js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, url } from "./browser.js";

let browser: Browser;
let seats: string;

beforeAll(async () => {
  browser = await openBrowser();
  const { shows } = (await (await fetch(`${url}/api/concerts/langit-karsa-tur-cakrawala`)).json()) as { shows: { id: string; sale: { status: string } }[] };
  seats = `${url}/shows/${shows.find(({ sale }) => sale.status === "on_sale")!.id}/seats`;
});
afterAll(() => browser.close());

/** The map as it is seen, once it has colours: the colours of its pixels, and the workers that were started. */
async function picture(prepare: (context: BrowserContext) => Promise<unknown>): Promise<{ pixels: Uint8Array; colours: number; workers: number }> {
  const context = await browser.newContext({ viewport: { width: 800, height: 700 }, locale: "id-ID", reducedMotion: "reduce", serviceWorkers: "block" });
  await prepare(context);
  const page = await context.newPage();
  let workers = 0;
  page.on("worker", () => (workers += 1));
  await page.goto(seats);
  const map = page.getByTestId("hall");
  await map.waitFor();
  await page.evaluate(() => document.fonts.ready);
  let seen = { pixels: new Uint8Array(), colours: 0 };
  let before = -1;
  while (seen.colours < 100 || before !== seen.colours) { // painted, and not about to change: fonts come late
    before = seen.colours;
    const pixels = new Uint8Array(UPNG.toRGBA8(UPNG.decode(await map.screenshot()))[0]!);
    const words = new Uint32Array(pixels.buffer);
    seen = { pixels, colours: new Set(words).size };
  }
  await context.close();
  return { ...seen, workers };
}

const different = (a: Uint8Array, b: Uint8Array) => a.reduce((count, value, i) => count + (Math.abs(value - b[i]!) > 24 ? 1 : 0), 0);

it("is the same picture whoever paints it", async () => {
  const byWorker = await picture(async () => undefined);
  const byPage = await picture((context) => context.addInitScript(() => Reflect.deleteProperty(HTMLCanvasElement.prototype, "transferControlToOffscreen")));
  const afterFailure = await picture((context) => context.route(/paint_worker/, (route) => route.abort()));
  expect(byWorker.workers).toBe(1);
  expect(byPage.workers).toBe(0);
  for (const other of [byPage, afterFailure]) expect(different(byWorker.pixels, other.pixels)).toBeLessThan(byWorker.pixels.length * 0.001);
});
