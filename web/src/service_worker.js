// What the browser keeps so that the tickets open without a network: the shell of the app, the tickets page and its words. Pages come
// from the network while it answers in time; nothing of the API is ever kept here (lib/pocket.ts keeps the tickets themselves).
// build/service_worker.mjs puts the two constants before it. By hand: precaching one list is all, and no library for it is this small.
/* global RELEASE, SHELL */
const kept = `gelora-${RELEASE}`;
const patienceMs = 4000;

self.addEventListener("install", (event) => {
  const fill = async () => (await caches.open(kept)).addAll(SHELL.map((path) => new Request(path, { cache: path.startsWith("/assets/") ? "default" : "reload" })));
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => Promise.all((await caches.keys()).filter((name) => name.startsWith("gelora-") && name !== kept).map((name) => caches.delete(name)));
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function page(request) {
  const shell = () => caches.match("/index.html");
  const answer = fetch(request).catch(() => undefined);
  const first = await Promise.race([answer, later(patienceMs)]);
  if (first && first.status < 500) return first;
  return (await shell()) ?? (await answer) ?? Response.error();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (!/^\/(api|docs|\.well-known)(\/|$)/.test(pathname)) event.respondWith(page(request));
  } else if (SHELL.includes(pathname)) {
    event.respondWith(caches.match(pathname).then((hit) => hit ?? fetch(request)));
  }
});
