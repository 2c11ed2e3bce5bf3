// The words of one language at a time, and at first only those that every fan meets: the other language's files, and the words
// of single pages, are not loaded until somebody asks for a page that has them.
import i18next from "i18next";
import type activity from "./locales/en.activity.json";
import type booking from "./locales/en.booking.json";
import type concerts from "./locales/en.concerts.json";
import type counter from "./locales/en.counter.json";
import type doors from "./locales/en.doors.json";
import type gate from "./locales/en.gate.json";
import type house from "./locales/en.house.json";
import type words from "./locales/en.json";
import type hooks from "./locales/en.hooks.json";
import type messages from "./locales/en.messages.json";
import type money from "./locales/en.money.json";
import type more from "./locales/en.more.json";
import type plans from "./locales/en.plans.json";
import type queue from "./locales/en.queue.json";
import type rehearsal from "./locales/en.rehearsal.json";
import type sales from "./locales/en.sales.json";
import type seats from "./locales/en.seats.json";
import type tickets from "./locales/en.tickets.json";
import type transfer from "./locales/en.transfer.json";
import type waiting from "./locales/en.waiting.json";
import type wallet from "./locales/en.wallet.json";

export type Language = "id" | "en";
/** "words" are those of every page. */
type Part = "words" | "activity" | "money" | "booking" | "concerts" | "counter" | "doors" | "gate" | "hooks" | "house" | "messages" | "more" | "plans" | "queue" | "rehearsal" | "sales" | "seats" | "tickets" | "transfer" | "waiting" | "wallet";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof words & typeof activity & typeof concerts & typeof counter & typeof doors & typeof money & typeof booking & typeof gate & typeof hooks & typeof house & typeof messages & typeof more & typeof plans & typeof queue & typeof rehearsal & typeof sales & typeof seats & typeof tickets & typeof transfer & typeof waiting & typeof wallet };
  }
}

const files = import.meta.glob<{ default: unknown }>("./locales/*.json");
const load = (language: Language, part: Part) => files[`./locales/${language}${part === "words" ? "" : `.${part}`}.json`]!();
const wanted = new Set<Part>(["words"]);

async function ensure(language: Language): Promise<void> {
  const parts = [...wanted].map(async (part) => i18next.addResourceBundle(language, "translation", (await load(language, part)).default, true));
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
