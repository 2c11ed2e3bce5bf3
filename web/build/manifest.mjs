// What was built, as Vite's manifest has it, for those who come after it.
import { readFileSync } from "node:fs";

export const dist = new URL("../dist/", import.meta.url);
export const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
export const keys = Object.keys(manifest);
export const entry = keys.find((key) => manifest[key].isEntry);

export const named = (name) => keys.find((key) => manifest[key].name === name) ?? (() => { throw new Error(`no chunk ${name}`); })();
export const wordsOf = (language, parts) => parts.map((part) => keys.find((key) => key.endsWith(`/${language}${part}.json`)));

/** A chunk and all that it imports at once. */
export function reach(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) reach(next, seen);
  return seen;
}

// Words beside those of every page, as app/Pages.tsx says.
const fanPages = { DiscoverPage: [], ConcertPage: [], PickSeatsPage: [".seats"], CheckoutPage: [".money"], PaymentResultPage: [".money", ".booking"], TicketsPage: [".tickets", ".transfer", ".wallet"] };

/** What a fan's first load of each page needs, in Indonesian: [page, files]. */
export const firstLoads = Object.entries(fanPages).map(([page, parts]) => {
  const chunks = [entry, named(page), ...wordsOf("id", ["", ...parts])].flatMap((key) => [...reach(key)]);
  return [page, [...new Set(["before-paint.js", ...chunks.map((key) => manifest[key].file)])]];
});
