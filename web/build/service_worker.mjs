// Writes dist/sw.js: src/service_worker.js with the lists of files that the tickets and the gate need, and a name that changes with any of them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

/** The files of a chunk and of all it imports at once. */
function filesOf(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) filesOf(next, seen);
  return seen;
}

/** The same, with all that it may ask for later; the entry, which may ask for everything, is the shell's. */
function reach(key, seen = new Set()) {
  if (seen.has(key) || manifest[key].isEntry) return seen;
  seen.add(key);
  for (const next of [...(manifest[key].imports ?? []), ...(manifest[key].dynamicImports ?? [])]) reach(next, seen);
  return seen;
}

const keys = Object.keys(manifest);
const filesIn = (chunks) => [...chunks].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? []), ...(manifest[key].assets ?? [])]);
const wanted = keys.filter((key) => manifest[key].isEntry || /(TicketsPage|TicketDialog)\.tsx$|locales\/(id|en)(\.(tickets|transfer|wallet))?\.json$/.test(key));
const chunks = new Set(wanted.flatMap((key) => [...filesOf(key)]));
const shell = [...new Set(["index.html", "before-paint.js", "icon.svg", "manifest.webmanifest", ...filesIn(chunks)])].map((file) => `/${file}`);
const gatePage = keys.find((key) => manifest[key].name === "GatePage");
const gateChunks = new Set([...reach(gatePage), ...keys.filter((key) => /locales\/(id|en)\.gate\.json$/.test(key)).flatMap((key) => [...filesOf(key)])]);
const workers = readdirSync(new URL("assets/", dist)).filter((name) => /^(qr_worker-.*\.js|zxing_reader-.*\.wasm)$/.test(name)).map((name) => `assets/${name}`);
const gate = [...new Set([...filesIn(gateChunks), ...workers, "gate.webmanifest"])].map((file) => `/${file}`).filter((path) => !shell.includes(path));
const hash = createHash("sha256");
for (const path of [...shell, ...gate]) hash.update(path).update(readFileSync(new URL(`.${path}`, dist)));
const release = hash.digest("hex").slice(0, 12);
const code = readFileSync(new URL("../src/service_worker.js", import.meta.url), "utf8");
writeFileSync(new URL("sw.js", dist), `const RELEASE = ${JSON.stringify(release)};\nconst SHELL = ${JSON.stringify(shell, null, 2)};\nconst GATE = ${JSON.stringify(gate, null, 2)};\n${code}`);
console.log(`wrote dist/sw.js: ${shell.length} files, and ${gate.length} of the gate`);
