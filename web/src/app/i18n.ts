// The words of one language at a time, and at first only those of the way to a ticket: the other language's files, and the
// words of accounts and organisers, are not loaded until somebody asks for them.
import i18next from "i18next";
import type words from "./locales/en.json";
import type more from "./locales/en.more.json";

export type Language = "id" | "en";
type Part = "words" | "more";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof words & typeof more };
  }
}

const load: Record<Part, Record<Language, () => Promise<{ default: unknown }>>> = {
  words: { id: () => import("./locales/id.json"), en: () => import("./locales/en.json") },
  more: { id: () => import("./locales/id.more.json"), en: () => import("./locales/en.more.json") },
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

/** The code of a page off the way to a ticket, together with its words. */
export async function withMoreWords<T>(page: Promise<T>): Promise<T> {
  wanted.add("more");
  const [code] = await Promise.all([page, ensure(i18next.language === "en" ? "en" : "id")]);
  return code;
}
