import { expect, it } from "vitest";

const files = import.meta.glob<object>("./locales/*.json", { eager: true, import: "default" });
const parts = Object.keys(files).filter((file) => file.startsWith("./locales/en")).map((file) => file.slice("./locales/en".length));

/** "problems.not-found.title", …; Indonesian has one form for every number, so that the ending is not part of the name. */
function names(words: object, at = ""): string[] {
  const all = Object.entries(words).flatMap(([name, value]) => (typeof value === "string" ? [at + name.replace(/_(one|other)$/, "")] : names(value as object, `${at}${name}.`)));
  return [...new Set(all)].sort();
}

it.each(parts)("says everything of %s in both languages", (part) => {
  expect(names(files[`./locales/id${part}`]!)).toEqual(names(files[`./locales/en${part}`]!));
});

it("says each thing in one part only", () => {
  const all = parts.flatMap((part) => names(files[`./locales/en${part}`]!));
  expect(all.length).toBeGreaterThan(300);
  expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
});
