// The words of the product in the reader's language, for components. i18next holds them; the app loads them.
import i18next, { type i18n, type TFunction } from "i18next";
import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  i18next.on("languageChanged", listener);
  return () => i18next.off("languageChanged", listener);
}

const language = () => i18next.language;

/** Renders again when the language changes. */
export function useTranslation(): { t: TFunction; i18n: i18n } {
  useSyncExternalStore(subscribe, language, language);
  return { t: i18next.t, i18n: i18next };
}

/** "id" or "en", for dates and money. */
export const useLanguage = (): string => useTranslation().i18n.language;
