// Adds to dist/before-paint.js what the pages that people come to first will ask for anyway: their code, their words and their data. All
// of it is then on its way while the code that would ask for it is. Pages and words as in src/app/Pages.tsx.
import { appendFileSync, readFileSync } from "node:fs";

const pages = [
  { at: "^/$", code: ["DiscoverPage"], words: [""], data: ["/api/concerts?limit=100"] },
  { at: "^/concerts/([\\w-]+)$", code: ["ConcertPage"], words: [""], data: ["/api/concerts/$1"] },
  { at: "^/shows/(\\d+)/seats$", code: ["PickSeatsPage", "Picker"], words: ["", ".seats"], data: ["/api/shows/$1", "/api/shows/$1/seating/rows", "/api/shows/$1/availability"] },
];

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const keys = Object.keys(manifest);

/** A chunk and all that it imports at once. */
function reach(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) reach(next, seen);
  return seen;
}

const always = reach(keys.find((key) => manifest[key].isEntry)); // index.html names these
const filesOf = (found) => [...new Set(found.flatMap((key) => [...reach(key)]))].filter((key) => !always.has(key)).map((key) => `/${manifest[key].file}`);
const named = (name) => keys.find((key) => manifest[key].name === name) ?? (() => { throw new Error(`no chunk ${name}`); })();
const wordsOf = (language, parts) => parts.map((part) => keys.find((key) => key.endsWith(`/${language}${part}.json`)));

const table = pages.map(({ at, code, words, data }) => [at, filesOf(code.map(named)), { id: filesOf(wordsOf("id", words)), en: filesOf(wordsOf("en", words)) }, data]);
appendFileSync(new URL("before-paint.js", dist), `
(function (pages) {
  pages.forEach(function (page) {
    var match = new RegExp(page[0]).exec(location.pathname);
    if (!match || location.search) return;
    function soon(rel, href) {
      var link = document.createElement("link");
      link.rel = rel;
      link.href = href;
      if (rel === "preload") link.as = "fetch";
      link.crossOrigin = "anonymous";
      document.head.append(link);
    }
    page[1].concat(page[2][document.documentElement.lang]).forEach(function (file) { soon("modulepreload", file); });
    page[3].forEach(function (path) { soon("preload", path.replace("$1", match[1])); });
  });
})(${JSON.stringify(table)});
`);
console.log(`wrote dist/before-paint.js: ${pages.length} pages are asked for early`);
