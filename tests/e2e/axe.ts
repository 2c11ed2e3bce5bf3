// axe-core in the page. Its context has to be opened with bypassCSP: the page's own policy lets no foreign script in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** A colour half-way from one state to the next is nobody's choice: what comes to an end is waited for. */
const standingStill = async (): Promise<void> => {
  const ending = document.getAnimations().filter(({ effect, playState }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
};

export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  await page.evaluate(standingStill);
  const found = (await page.evaluate("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(({ violations }) => violations)")) as Found[];
  return found.flatMap(({ id, impact, nodes }) => nodes.map(({ target, failureSummary }) => `${impact} ${id} at ${target.join(" ")}: ${failureSummary}`));
}

/** Of a page that is wider than its window. */
export const sideways = (page: Page): Promise<number> => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
