// The first looks, as ui/Poster.tsx and features/ (concert/ConcertHead.tsx, discover/Featured.tsx, pick-seats/PickerHead.tsx) have them. That
// the name stays where it is when those take over is seen to by tests/e2e/first_paint.test.ts.
import type { components } from "../../contract/booking.ts";
import { shelve } from "../../features/discover/shelves.ts";
import { readableOn } from "../../lib/colour.ts";
import { dateParts } from "../../lib/time.ts";
import { loudness } from "../../ui/loudness.ts";
import { artHeight, artWidth, paint } from "../../ui/poster_art.ts";
import { drawing, element } from "./element.ts";

type Concert = components["schemas"]["Concert"];
type ConcertCard = components["schemas"]["ConcertCard"];
type Show = components["schemas"]["Show"];
type Painted = Pick<Concert, "poster_seed" | "poster_url" | "colours">;

/** Its own picture comes with the app, which knows in what size. */
function poster({ poster_seed, poster_url, colours }: Painted): Element | undefined {
  if (poster_url) return undefined;
  const { background, shapes } = paint(poster_seed, colours);
  return drawing("svg", { viewBox: `0 0 ${artWidth} ${artHeight}`, preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true", class: "block size-full" },
    drawing("rect", { width: artWidth, height: artHeight, fill: background }),
    ...shapes.map(({ d, fill, stroke, width }) => drawing("path", { d, fill: fill ?? "none", stroke, "stroke-width": width, "stroke-linecap": "round" })));
}

function coloured(className: string, { colours }: Painted, ...children: Element[]): HTMLElement {
  const band = element("div", className, ...children);
  band.style.background = colours[0] ?? "#17130e";
  band.style.color = readableOn(colours[0] ?? "#17130e");
  return band;
}

function loud(tag: string, className: string, artist: string, size: string): HTMLElement {
  const name = element(tag, className, artist);
  name.style.fontSize = size;
  return name;
}

const space = "\u00a0"; // where a word of the reader's language will stand
const fact = (value: string) => element("div", "", element("dt", "wide", space), element("dd", "font-bold", value));

export const concertLook = (concert: Concert): HTMLElement =>
  coloured("", concert,
    element("div", "page grid gap-6 py-6 md:grid-cols-[minmax(0,1fr)_22rem] md:items-end md:gap-12 md:py-12",
      element("div", "aspect-[16/10] overflow-hidden rounded-lg md:order-last md:aspect-[3/4]", poster(concert)),
      element("div", "@container min-w-0",
        element("p", "wide", concert.genre),
        loud("h1", "shout mt-3", concert.artist, `min(8.5rem, ${loudness(concert.artist, 24, 96)}cqw)`),
        element("p", "mt-4 text-xl font-bold sm:text-2xl", concert.title),
        element("p", "mt-4 max-w-2xl leading-relaxed", concert.description[document.documentElement.lang === "en" ? "en" : "id"]),
        element("dl", "mt-6 flex flex-wrap gap-x-10 gap-y-3", fact([...new Set(concert.shows.map(({ venue }) => `${venue.name}, ${venue.city}`))].join(" · ")), fact(space.repeat(16))))));

const field = (span: string) => element("div", `min-h-12 rounded-md border-[1.5px] border-rule bg-card ${span}`);

const featured = (concert: ConcertCard): HTMLElement =>
  coloured("grid overflow-hidden rounded-lg md:grid-cols-[1.15fr_1fr]", concert,
    element("div", "flex flex-col justify-between gap-8 p-5 sm:p-8 md:order-none md:min-h-[26rem] md:p-10",
      element("p", "wide", space),
      element("div", "@container",
        loud("h2", "shout [overflow-wrap:normal]", concert.artist, `${loudness(concert.artist, 23, 96)}cqw`),
        element("p", "mt-3 text-lg font-bold sm:text-xl", concert.title)),
      element("div", "min-h-12")),
    element("div", "order-first aspect-[16/10] md:order-none md:aspect-auto", element("div", "size-full md:h-0 md:min-h-full", poster(concert))));

export function homeLook({ items }: { items: ConcertCard[] }): HTMLElement | undefined {
  const shown = shelve(items).featured;
  return shown && element("div", "page py-6 sm:py-8",
    element("div", "grid grid-cols-2 gap-2.5 md:grid-cols-[1fr_12rem_10.5rem_10.5rem]", field("col-span-2 md:col-span-1"), field("col-span-2 md:col-span-1"), field(""), field("")),
    element("div", "mt-6", featured(shown)));
}

/** The hall fills the screen: it has a head of its own. */
export function pickerLook({ concert, starts_at, venue }: Show): HTMLElement {
  document.querySelector("#root > header")?.remove();
  const { weekday, day, month, time } = dateParts(starts_at, document.documentElement.lang, venue.timezone);
  return element("header", "flex items-center gap-2 border-b-[1.5px] border-rule bg-paper px-2 py-2 sm:px-4",
    element("div", "size-11 shrink-0"),
    element("div", "min-w-0 flex-1 leading-tight",
      element("h1", "shout truncate pb-0.5 text-xl leading-none sm:text-2xl", concert.artist),
      element("p", "truncate text-xs text-soft sm:text-sm", `${weekday}, ${day} ${month} · ${time} · ${venue.name}`)));
}
