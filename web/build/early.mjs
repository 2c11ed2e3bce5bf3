// Adds to dist/before-paint.js what the pages that people come to first will ask for anyway: their code, their words and their data. All
// of it is then on its way while the code that would ask for it is. Pages and words as in src/app/Pages.tsx. After that the first look
// (src/app/first_look), which needs its data only.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { dist, entry, keys, manifest, named, reach, wordsOf } from "./manifest.mjs";

const pages = [
  { at: "^/$", code: ["DiscoverPage"], words: [""], data: ["/api/concerts?limit=100"] },
  { at: "^/concerts/([\\w-]+)$", code: ["ConcertPage"], words: [""], data: ["/api/concerts/$1"] },
  { at: "^/shows/(\\d+)/seats$", code: ["PickSeatsPage", "Picker"], words: ["", ".seats"], data: ["/api/shows/$1", "/api/shows/$1/seating/rows", "/api/shows/$1/availability"] },
];

const always = reach(entry); // index.html names these
const filesOf = (found) => [...new Set(found.flatMap((key) => [...reach(key)]))].filter((key) => !always.has(key)).map((key) => `/${manifest[key].file}`);

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
      else link.fetchPriority = "low";
      link.crossOrigin = "anonymous";
      document.head.append(link);
    }
    page[3].forEach(function (path) { soon("preload", path.replace("$1", match[1])); });
    page[1].concat(page[2][document.documentElement.lang]).forEach(function (file) { soon("modulepreload", file); });
  });
})(${JSON.stringify(table)});
`);

const input = fileURLToPath(new URL("../src/app/first_look/index.ts", import.meta.url));
const { output } = await build({ configFile: false, logLevel: "warn", build: { write: false, target: "es2022", minify: "terser", modulePreload: false, rollupOptions: { input, output: { format: "iife" } } } });
appendFileSync(new URL("before-paint.js", dist), output[0].code);

// On a slow line what is looked at comes before what is run: the letters and styles first, so that nothing moves when the letters come,
// and the code when they and the data have had their turn.
const index = new URL("index.html", dist);
const html = readFileSync(index, "utf8");
const [styles] = /^ *<link rel="stylesheet".*\n/m.exec(html);
const letters = keys.filter((key) => key.endsWith(".woff2")).map((key) => `    <link rel="preload" as="font" type="font/woff2" crossorigin href="/${manifest[key].file}">\n`).join("");
const code = /<(script type="module"|link rel="modulepreload")/g;
writeFileSync(index, html.replace(styles, "").replace(/^ *<script type="module"/m, (first) => letters + styles + first).replace(code, '$& fetchpriority="low"'));
console.log(`wrote dist/before-paint.js: ${pages.length} pages are asked for early`);
