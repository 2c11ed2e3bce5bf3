// Writes dist/sw.js: src/service_worker.js with the lists of files that the tickets and the gate need, and a name that changes with any of them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dist, keys, manifest, named, reach } from "./manifest.mjs";

/** A chunk with all that it imports, and all that it may ask for later; the entry, which may ask for everything, is the shell's. */
function everything(key, seen = new Set()) {
  if (seen.has(key) || manifest[key].isEntry) return seen;
  seen.add(key);
  for (const next of [...(manifest[key].imports ?? []), ...(manifest[key].dynamicImports ?? [])]) everything(next, seen);
  return seen;
}

const filesIn = (chunks) => [...chunks].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? []), ...(manifest[key].assets ?? [])]);
const wanted = keys.filter((key) => manifest[key].isEntry || /(TicketsPage|TicketDialog)\.tsx$|locales\/(id|en)(\.(tickets|transfer|wallet))?\.json$/.test(key));
const chunks = new Set(wanted.flatMap((key) => [...reach(key)]));
const shell = [...new Set(["index.html", "before-paint.js", "icon.svg", "manifest.webmanifest", ...filesIn(chunks)])].map((file) => `/${file}`);
const gateChunks = new Set([...everything(named("GatePage")), ...keys.filter((key) => /locales\/(id|en)\.gate\.json$/.test(key)).flatMap((key) => [...reach(key)])]);
const workers = readdirSync(new URL("assets/", dist)).filter((name) => /^(qr_worker-.*\.js|zxing_reader-.*\.wasm)$/.test(name)).map((name) => `assets/${name}`);
const gate = [...new Set([...filesIn(gateChunks), ...workers, "gate.webmanifest"])].map((file) => `/${file}`).filter((path) => !shell.includes(path));
const hash = createHash("sha256");
for (const path of [...shell, ...gate]) hash.update(path).update(readFileSync(new URL(`.${path}`, dist)));
const release = hash.digest("hex").slice(0, 12);
const code = readFileSync(new URL("../src/service_worker.js", import.meta.url), "utf8");
writeFileSync(new URL("sw.js", dist), `const RELEASE = ${JSON.stringify(release)};\nconst SHELL = ${JSON.stringify(shell, null, 2)};\nconst GATE = ${JSON.stringify(gate, null, 2)};\n${code}`);
console.log(`wrote dist/sw.js: ${shell.length} files, and ${gate.length} of the gate`);
