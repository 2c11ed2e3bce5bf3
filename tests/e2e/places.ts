// The pages of a fan, each in a state that is worth looking at: for axe, for a screen of 320 pixels, for an API that does not answer,
// for pictures.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { openBrowser, url } from "./browser.js";
import { eventually, newBuyer, sql } from "../service/buyers.js";
import { publishShow } from "../service/own_show.js";
import { deviceCode, enrol, listed, newHouse, stand, ticketOf, wedge } from "./gate_steps.js";
import { goOn, logIn, openSeats, payAtSandbox, pickTwoOnMap, register } from "./fan.js";

let browser: Browser;
let stranger: Page;
let phone: Page; // of a gate
let fan: Page; // with two tickets, a booking to be paid, and seats on hold
const at: Record<string, string> = {};

const newPage = async () => (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "id-ID", bypassCSP: true, reducedMotion: "reduce" })).newPage();

async function hold(page: Page, artist?: string): Promise<string> {
  await openSeats(page, artist);
  await pickTwoOnMap(page);
  await goOn(page);
  await page.getByTestId("pay").waitFor();
  return page.url();
}

/** A browser with a stranger and a fan who has tickets, a booking to be paid and seats on hold. Takes half a minute. */
export async function openPlaces(): Promise<Browser> {
  browser = await openBrowser();
  const { items } = (await (await fetch(`${url}/api/concerts?limit=100`)).json()) as { items: { slug: string; status: string }[] };
  for (const [name, wanted] of [["concert", "on_sale"], ["upcoming", "upcoming"], ["sold_out", "sold_out"]] as const) at[name] = `/concerts/${items.find(({ status }) => status === wanted)!.slug}`;
  const { shows } = (await (await fetch(`${url}/api/concerts/langit-karsa-tur-cakrawala`)).json()) as { shows: { id: string; sale: { status: string } }[] };
  at["seats"] = `/shows/${shows.find(({ sale }) => sale.status === "on_sale")!.id}/seats`;
  stranger = await newPage();
  fan = await newPage();
  const account = { email: `mata.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
  await register(fan, account);
  await fan.goto(`${url}/login`);
  await logIn(fan, account);
  await fan.getByRole("heading", { name: "Tiketku" }).waitFor();
  await hold(fan);
  await payAtSandbox(fan);
  await fan.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
  at["paid"] = new URL(fan.url()).pathname;
  await hold(fan);
  await fan.getByTestId("pay").click();
  await fan.waitForURL((address) => !address.href.startsWith(url));
  await fan.goto(`${url}/tickets?tab=bookings`);
  await fan.locator('a[href^="/bookings/"]').first().waitFor();
  const paths = await fan.locator('a[href^="/bookings/"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")!));
  at["unpaid"] = paths.find((path) => path !== at["paid"])!;
  await fan.goto(url + at["upcoming"]!);
  await fan.getByRole("button", { name: "Kabari saat dibuka" }).first().click();
  await fan.getByText("Kami kabari lewat email", { exact: false }).waitFor();
  at["checkout"] = new URL(await hold(fan, "Gajah Origami")).pathname; // of the first show they have as many as one person may;
  await stranger.goto(url);
  await openGate();
  return browser;
}

/** A night whose one turn somebody else has; the fan is next. */
async function openRoom({ id, owner }: Awaited<ReturnType<typeof newHouse>>): Promise<void> {
  const show = await publishShow(owner.client, id, "Ruang Tunggu");
  await owner.client.call("put", `/api/shows/${show}/waiting-room`, { body: { shoppers: 1, turn_s: 3600 } });
  const other = newBuyer();
  await eventually("the room is in force", async () => (await other.call("post", `/api/shows/${show}/queue`)).status < 300 || undefined);
  const turn = async () => ((await other.call("get", `/api/shows/${show}/queue/me`)).body as { state: string }).state === "admitted" || undefined;
  await eventually("somebody else has the turn, and came for it", turn);
  at["room"] = `/shows/${show}/queue`;
  at["room, seats"] = `/shows/${show}/seats`;
}

const artist = "Rimba Neon";

/** A telephone that stands at a gate of a show of its organisation, to which somebody has come. */
async function openGate(): Promise<void> {
  const house = await newHouse("Garis Bujur", "rimba-neon"); // whose nights no other test needs
  await openRoom(house);
  const { ticket, tickets } = await ticketOf(house.show, 2);
  at["code"] = ticket.code;
  sql("gelora_booking", `UPDATE tickets SET attendee = 'Ayu Lestari' WHERE id = ${tickets[1]!.id}`);
  phone = await enrol(browser, (await deviceCode(house, "Pintu utara 2")).code, { bypassCSP: true });
  await stand(phone, artist, "Pintu utara 2");
  await listed(phone);
  await wedge(phone, at["code"]);
}

/** From wherever it is. */
async function toScanner(page: Page): Promise<void> {
  const scanner = page.getByTestId("scanner");
  const shows = page.locator("main li button");
  await scanner.or(shows.first()).first().waitFor();
  if (await scanner.isVisible()) return;
  await shows.filter({ hasText: artist }).first().click();
  await page.locator("form button[type=submit]").click();
  await scanner.waitFor();
}

async function toShows(page: Page): Promise<void> {
  await toScanner(page);
  await page.getByRole("button", { name: /^(Pintu atau pertunjukan lain|Other gate or show)$/ }).click();
  await page.locator("main li button").first().waitFor();
}

export interface Place {
  who: () => Page;
  path: () => string;
  settled: string;
  then?: (page: Page) => Promise<void>;
}
const anybody = (path: () => string, settled: string, then?: Place["then"]): Place => ({ who: () => stranger, path, settled, ...(then && { then }) });
const thePhone = (then: Place["then"]): Place => ({ who: () => phone, path: () => "/gate", settled: "main", ...(then && { then }) });
const theFan = (path: () => string, settled: string, then?: Place["then"]): Place => ({ who: () => fan, path, settled, ...(then && { then }) });

export const places: Record<string, Place> = {
  home: anybody(() => "/", "a[href^='/concerts/']"),
  "home, nothing found": anybody(() => "/?q=zzzz", "main h2"),
  concert: anybody(() => at["concert"]!, "article"),
  "seat map": anybody(() => at["seats"]!, "[data-testid=hall]"),
  "list of seats": anybody(() => at["seats"]!, "[data-testid=hall]", async (page) => {
    await page.getByRole("button", { name: /^(Daftar|List)$/ }).click();
    await page.getByTestId("seat-list").locator("summary").first().click();
  }),
  "waiting room, of a guest": anybody(() => at["room"]!, "[data-phase=guest]"),
  "seats behind a waiting room": anybody(() => at["room, seats"]!, "[data-testid=no-turn]"),
  login: anybody(() => "/login", "form"),
  register: anybody(() => "/register", "form"),
  "forgotten password": anybody(() => "/forgot", "form"),
  invitation: anybody(() => "/invitation?token=x", "main a[href^='/register']"),
  "gate enrolment": anybody(() => "/gate/enrol", "form"),
  "gate, which show": thePhone(toShows),
  "gate, which gate": thePhone(async (page) => {
    await toShows(page);
    await page.locator("main li button", { hasText: artist }).first().click();
    await page.locator("form").waitFor();
  }),
  "gate scanner": thePhone(async (page) => {
    await toScanner(page);
    await listed(page);
  }),
  "gate, somebody came before": thePhone(async (page) => {
    await toScanner(page);
    await listed(page);
    await wedge(page, at["code"]!);
  }),
  "gate, no ticket": thePhone(async (page) => {
    await toScanner(page);
    await listed(page);
    await wedge(page, "https://example.com");
  }),
  "gate search": thePhone(async (page) => {
    await toScanner(page);
    await page.getByRole("button", { name: /^(Cari|Search)$/ }).click();
    await page.locator("dialog[open] input").fill("lestari");
    await page.keyboard.press("Enter");
    await page.getByTestId("person").first().waitFor();
  }),
  "not found": anybody(() => "/no/such/page", "h1"),
  checkout: theFan(() => at["checkout"]!, "[data-testid=pay]"),
  "booking to be paid": theFan(() => at["unpaid"]!, "main h1"),
  "booking paid": theFan(() => at["paid"]!, "[data-testid=booking-confirmed]"),
  tickets: theFan(() => "/tickets", "[data-testid=open-ticket]"),
  "a ticket": theFan(() => "/tickets", "[data-testid=open-ticket]", async (page) => {
    await page.getByTestId("open-ticket").first().click();
    await page.getByTestId("qr").waitFor();
  }),
  bookings: theFan(() => "/tickets?tab=bookings", "a[href^='/bookings/']"),
  "waiting room": theFan(() => at["room"]!, "[data-phase=waiting]", async (page) => {
    await page.locator("[data-testid=room] summary").click();
  }),
  waiting: theFan(() => "/tickets?tab=waiting", "main button[aria-pressed=true]"),
  "a night to be waited for": theFan(() => at["upcoming"]!, "article button"),
  "a night that is sold out": anybody(() => at["sold_out"]!, "article button"),
  account: theFan(() => "/account", "main form"),
};

/** The page in this look, once it has settled. */
export async function openPlace(name: string, width: number, theme: string, language: string): Promise<Page> {
  const { who, path, settled, then } = places[name]!;
  const page = who();
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(([look, words]) => {
    localStorage.setItem("gelora.theme", look!);
    localStorage.setItem("gelora.language", words!);
  }, [theme, language]).catch(() => undefined); // before its first page
  await page.goto(url + path());
  // looked for in every frame; a locator looks twice a second
  await page.waitForFunction((selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility({ visibilityProperty: true })), settled);
  await then?.(page);
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 5; quiet = document.getAnimations().some(({ playState }) => playState === "running") ? 0 : quiet + 1) await new Promise(requestAnimationFrame);
  });
  return page;
}
