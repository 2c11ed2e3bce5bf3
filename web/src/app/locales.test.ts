import { expect, it } from "vitest";
import enBooking from "./locales/en.booking.json";
import en from "./locales/en.json";
import enMoney from "./locales/en.money.json";
import enMore from "./locales/en.more.json";
import enSales from "./locales/en.sales.json";
import idBooking from "./locales/id.booking.json";
import id from "./locales/id.json";
import idMoney from "./locales/id.money.json";
import idMore from "./locales/id.more.json";
import idSales from "./locales/id.sales.json";

/** "problems.not-found.title", …; Indonesian has one form for every number, so that the ending is not part of the name. */
function names(words: object, at = ""): string[] {
  const all = Object.entries(words).flatMap(([name, value]) => (typeof value === "string" ? [at + name.replace(/_(one|other)$/, "")] : names(value as object, `${at}${name}.`)));
  return [...new Set(all)].sort();
}

it.each([["first", id, en], ["money", idMoney, enMoney], ["booking", idBooking, enBooking], ["more", idMore, enMore], ["sales", idSales, enSales]])("says everything of %s in both languages", (_part, indonesian, english) => {
  expect(names(indonesian)).toEqual(names(english));
});

it("says each thing in one part only", () => {
  const all = [en, enMoney, enBooking, enMore, enSales].flatMap((part) => names(part));
  expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
});
