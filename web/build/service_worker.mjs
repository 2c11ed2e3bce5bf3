// Writes dist/sw.js: src/service_worker.js with the list of files that the tickets need, and a name that changes with any of them.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

/** The files of a chunk and of all it imports at once. */
function filesOf(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) filesOf(next, seen);
  return seen;
}

const keys = Object.keys(manifest);
const wanted = keys.filter((key) => manifest[key].isEntry || /(TicketsPage|TicketDialog)\.tsx$|locales\/(id|en)(\.(tickets|transfer|wallet))?\.json$/.test(key));
const chunks = new Set(wanted.flatMap((key) => [...filesOf(key)]));
const assets = [...chunks].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? []), ...(manifest[key].assets ?? [])]);
const shell = [...new Set(["index.html", "before-paint.js", "icon.svg", "manifest.webmanifest", ...assets])].map((file) => `/${file}`);
const hash = createHash("sha256");
for (const path of shell) hash.update(path).update(readFileSync(new URL(`.${path}`, dist)));
const release = hash.digest("hex").slice(0, 12);
const code = readFileSync(new URL("../src/service_worker.js", import.meta.url), "utf8");
writeFileSync(new URL("sw.js", dist), `const RELEASE = ${JSON.stringify(release)};\nconst SHELL = ${JSON.stringify(shell, null, 2)};\n${code}`);
console.log(`wrote dist/sw.js: ${shell.length} files`);
