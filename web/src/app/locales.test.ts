import { expect, it } from "vitest";
import en from "./locales/en.json";
import enMore from "./locales/en.more.json";
import id from "./locales/id.json";
import idMore from "./locales/id.more.json";

/** "problems.not-found.title", …; Indonesian has one form for every number, so that the ending is not part of the name. */
function names(words: object, at = ""): string[] {
  const all = Object.entries(words).flatMap(([name, value]) => (typeof value === "string" ? [at + name.replace(/_(one|other)$/, "")] : names(value as object, `${at}${name}.`)));
  return [...new Set(all)].sort();
}

it("says everything in both languages", () => {
  expect(names(id)).toEqual(names(en));
  expect(names(idMore)).toEqual(names(enMore));
});

it("keeps the words of the way to a ticket apart from the others", () => {
  expect(Object.keys(enMore).filter((part) => part in en)).toEqual([]);
});
