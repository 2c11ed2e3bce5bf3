// What the browser keeps so that the tickets open without a network: the shell of the app, the tickets page and its words. Pages come
// from the network while it answers in time; nothing of the API is ever kept here (lib/pocket.ts keeps the tickets themselves).
// A device of a gate keeps the gate's files as well, from when its page asks for it; the reader of codes in
// WebAssembly only where the browser has none. Its page is kept by its own address: it comes with other permissions. build/service_worker.mjs puts the constants before it. By hand: precaching two
// lists is all, and no library for it is this small.
/* global RELEASE, SHELL, GATE */
const kept = `gelora-${RELEASE}`;
const patienceMs = 4000;
const isGate = (path) => /^\/gate(\/|$)/.test(path);
const isReader = (path) => path.endsWith(".wasm");
const gateFiles = (reader) => ["/gate", ...GATE.filter((path) => reader || !isReader(path))];

const fill = async (paths) => (await caches.open(kept)).addAll(paths.map((path) => new Request(path, { cache: path.startsWith("/assets/") ? "default" : "reload" })));

self.addEventListener("install", (event) => {
  const begin = async () => {
    const isDevice = await caches.match("/gate"); // it stays one with a new release
    await fill([...SHELL, ...(isDevice ? gateFiles(true) : [])]);
  };
  event.waitUntil(begin().then(() => self.skipWaiting()));
});

self.addEventListener("message", (event) => {
  if (event.data?.keep === "gate") event.waitUntil(fill(gateFiles(event.data.reader)).catch(() => undefined));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => Promise.all((await caches.keys()).filter((name) => name.startsWith("gelora-") && name !== kept).map((name) => caches.delete(name)));
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function page(request) {
  const shell = async () => (isGate(new URL(request.url).pathname) && (await caches.match("/gate"))) || caches.match("/index.html");
  const answer = fetch(request).catch(() => undefined);
  const first = await Promise.race([answer, later(patienceMs)]);
  if (first && first.status < 500) return first;
  return (await shell()) ?? (await answer) ?? Response.error();
}

/** From what is kept; what is not yet, is from now on. */
async function file(request, path) {
  const hit = await caches.match(path);
  if (hit) return hit;
  const answer = await fetch(request);
  if (GATE.includes(path) && answer.ok) await (await caches.open(kept)).put(path, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (!/^\/(api|docs|\.well-known)(\/|$)/.test(pathname)) event.respondWith(page(request));
  } else if (SHELL.includes(pathname) || GATE.includes(pathname)) event.respondWith(file(request, pathname));
});
