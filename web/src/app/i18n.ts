// The words of one language at a time: the other language's file is not loaded until somebody asks for it.
import i18next from "i18next";
import type words from "./locales/en.json";

export type Language = "id" | "en";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof words };
  }
}

const load: Record<Language, () => Promise<{ default: unknown }>> = {
  id: () => import("./locales/id.json"),
  en: () => import("./locales/en.json"),
};

async function ensure(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "translation")) return;
  i18next.addResourceBundle(language, "translation", (await load[language]()).default);
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
