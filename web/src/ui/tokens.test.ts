import { describe, expect, it } from "vitest";
import { contrast } from "../lib/colour.ts";
import css from "./tokens.css?raw";

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`));
  return Object.fromEntries([...block.slice(0, block.indexOf("}")).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}
const light = tokens(":root");
const themes = { light, dark: { ...light, ...tokens(':root[data-theme="dark"]') } };

// what stands on what; WCAG 2.2: 4.5 for text, 3 for what only has to be told apart
const texts: [string, string][] = [
  ...["paper", "card", "sunk"].flatMap((ground): [string, string][] => [["ink", ground], ["ink-soft", ground]]),
  ...["good", "warn", "bad"].flatMap((tone): [string, string][] => [[tone, `${tone}-soft`], [tone, "paper"], [tone, "card"]]),
  ["on-signal", "signal"], ["on-spark", "spark"], ["signal", "paper"], ["paper", "ink"],
];
const marks: [string, string][] = [["focus", "paper"], ["focus", "card"], ["rule", "paper"], ["signal", "card"]];

describe.each(Object.entries(themes))("%s", (name, of) => {
  it.each(texts)("%s can be read on %s", (front, back) => {
    expect(contrast(of[front]!, of[back]!)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(marks.filter(([front]) => name === "light" || front !== "rule"))("%s can be told from %s", (front, back) => {
    expect(contrast(of[front]!, of[back]!)).toBeGreaterThanOrEqual(3);
  });
});
