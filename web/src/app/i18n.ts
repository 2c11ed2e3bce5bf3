// The words of one language at a time, and at first only those that every fan meets: the other language's files, and the words
// of paying, of bookings, of accounts and of selling, are not loaded until somebody asks for a page that has them.
import i18next from "i18next";
import type booking from "./locales/en.booking.json";
import type words from "./locales/en.json";
import type money from "./locales/en.money.json";
import type more from "./locales/en.more.json";
import type sales from "./locales/en.sales.json";

export type Language = "id" | "en";
type Part = "words" | "money" | "booking" | "more" | "sales";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof words & typeof money & typeof booking & typeof more & typeof sales };
  }
}

const load: Record<Part, Record<Language, () => Promise<{ default: unknown }>>> = {
  words: { id: () => import("./locales/id.json"), en: () => import("./locales/en.json") },
  money: { id: () => import("./locales/id.money.json"), en: () => import("./locales/en.money.json") },
  booking: { id: () => import("./locales/id.booking.json"), en: () => import("./locales/en.booking.json") },
  more: { id: () => import("./locales/id.more.json"), en: () => import("./locales/en.more.json") },
  sales: { id: () => import("./locales/id.sales.json"), en: () => import("./locales/en.sales.json") },
};
const wanted = new Set<Part>(["words"]);

async function ensure(language: Language): Promise<void> {
  const parts = [...wanted].map(async (part) => i18next.addResourceBundle(language, "translation", (await load[part][language]()).default, true));
  await Promise.all(parts);
}

export async function startLanguage(): Promise<void> {
  const language: Language = document.documentElement.lang === "en" ? "en" : "id";
  await i18next.init({ lng: language, resources: {}, interpolation: { escapeValue: false }, showSupportNotice: false });
  await ensure(language);
}

export async function changeLanguage(language: Language): Promise<void> {
  await ensure(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem("gelora.language", language);
}

/** The code of a page together with the words that only it and a few others have. */
export async function withWords<T>(page: Promise<T>, ...parts: Part[]): Promise<T> {
  for (const part of parts) wanted.add(part);
  const [code] = await Promise.all([page, ensure(i18next.language === "en" ? "en" : "id")]);
  return code;
}
