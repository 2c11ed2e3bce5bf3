// Fails the build when a fan's first load grows past its budget: everything the entry and the page import at once, and their words, gzipped.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budgetKb = 130;
const pages = ["DiscoverPage", "ConcertPage", "PickSeatsPage", "CheckoutPage", "PaymentResultPage", "TicketsPage"];
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

const gzipKb = (file) => gzipSync(readFileSync(new URL(file, dist))).length / 1024;

function reach(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) reach(next, seen);
  return seen;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const words = (part) => Object.keys(manifest).find((key) => key.endsWith(`locales/id${part}.json`));
const moreWords = { PickSeatsPage: [".seats"], TicketsPage: [".tickets", ".transfer", ".wallet"], CheckoutPage: [".money"], PaymentResultPage: [".money", ".booking"] }; // as app/Pages.tsx says
let tooBig = false;
for (const page of pages) {
  const key = Object.keys(manifest).find((each) => manifest[each].name === page);
  const keys = new Set([...reach(entry), ...reach(key), ...["", ...(moreWords[page] ?? [])].flatMap((part) => [...reach(words(part))])]);
  const size = [...keys].reduce((sum, each) => sum + gzipKb(manifest[each].file), 0);
  tooBig ||= size > budgetKb;
  console.log(`${size.toFixed(1).padStart(7)} KB gzip of ${budgetKb}  ${page}`);
}
if (tooBig) {
  console.error("A fan page is over its first-load budget.");
  process.exit(1);
}
