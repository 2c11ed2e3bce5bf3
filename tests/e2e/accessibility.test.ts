// axe-core over the pages of a fan, in both themes and both languages, phone and desktop; and that nothing is wider than a screen of
// 320 pixels, which is what 400 % zoom leaves of a desktop (WCAG 2.2, 1.4.10). Organisers' pages: organisation and money tests.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sideways, violations } from "./axe.js";
import { openPlace, openPlaces, places } from "./places.js";

let browser: Browser;
beforeAll(async () => {
  browser = await openPlaces();
}, 120_000);
afterAll(() => browser.close());

describe.each([["light", "id", 1280], ["dark", "en", 1280], ["light", "en", 360], ["dark", "id", 360]] as const)("%s, %s, at %i px", (theme, language, width) => {
  it.each(Object.keys(places))("%s: nothing that axe complains of", async (name) => {
    const page = await openPlace(name, width, theme, language);
    expect(await page.evaluate(() => [document.documentElement.dataset["theme"], document.documentElement.lang])).toEqual([theme, language]);
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page), "no sideways scrolling").toBeLessThanOrEqual(0);
  });
});

it.each(Object.keys(places))("%s fits into 320 pixels", async (name) => {
  const page = await openPlace(name, 320, "light", "id");
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});
