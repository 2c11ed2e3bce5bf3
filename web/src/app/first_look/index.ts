// What a fan sees of a concert, or of the home page, or in the head of its hall, while the app's code is still on its way: some hundred
// bytes of data are enough for a poster and a name. build/early.mjs makes it a part of before-paint.js; it asks early, and main.tsx goes on from here.
import "../../lib/early.ts";
import { dateParts } from "../../lib/time.ts";
import { concertLook, homeLook, pickerLook } from "./looks.ts";

const looks: readonly (readonly [at: RegExp, data: (match: RegExpExecArray) => string, look: (data: never) => HTMLElement | undefined])[] = [
  [/^\/$/, () => "/api/concerts?limit=100", homeLook],
  [/^\/concerts\/([\w-]+)$/, ([, slug]) => `/api/concerts/${slug}`, concertLook],
  [/^\/shows\/(\d+)\/seats$/, ([, id]) => `/api/shows/${id}`, pickerLook],
];

async function show(early: Promise<Response>, look: (data: never) => HTMLElement | undefined): Promise<void> {
  const response = await early;
  if (!response.ok) return;
  const data = (await response.clone().json()) as never;
  if (document.readyState === "loading") await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));
  const place = document.getElementById("first-look");
  const made = place && look(data); // else the app was faster
  if (made) place.append(made);
}

for (const [at, data, look] of looks) {
  const match = location.search ? null : at.exec(location.pathname);
  if (!match) continue;
  const path = data(match);
  const response = fetch(path);
  window.gelora_early = { path, sent_at: Date.now(), response };
  show(response, look).catch(() => undefined); // the app asks, and says what is wrong
}

// The first date that a browser writes costs a phone a tenth of a second: here it falls into the time in which styles and data are on
// their way, and nothing is on the screen yet that would stand still.
dateParts("2026-01-01T00:00:00Z", document.documentElement.lang);
