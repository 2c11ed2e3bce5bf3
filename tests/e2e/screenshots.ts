// ./gelora screenshots: pictures of the main pages into docs/screenshots/, small enough for a repository. Two demo customers buy, so that
// there is something to show; pictures of accounts and organisers are of a new account, which is verified by mail and has a passkey.
// GELORA_SCREENSHOTS="home seats" takes only these.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import UPNG from "upng-js";
import { expect, it } from "vitest";
import { eventually, newBuyer, sql } from "../service/buyers.js";
import { ownShow } from "../service/own_show.js";
import { openBrowser, url } from "./browser.js";
import { payAtSandbox } from "./fan.js";
import { makePlans } from "../../tools/demo_data/plans.mjs";
import { deviceCode, enrol, listed, newHouse, stand, ticketOf, wedge } from "./gate_steps.js";
import { foundOrganisation } from "./organiser.js";

const out = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const only = (process.env["GELORA_SCREENSHOTS"] ?? "").split(" ").filter(Boolean);
const { demo_accounts } = JSON.parse(readFileSync(process.env["GELORA_STATUS_FILE"]!, "utf8")) as { demo_accounts: { email: string; password: string; roles: string[] }[] };
const [fan, buyer] = demo_accounts.filter(({ roles }) => roles.join() === "customer").map(({ email }) => email) as [string, string];
let taken = 0;
const colours = 128;
const stadium = "langit-karsa-tur-cakrawala";

interface Look {
  width: number;
  theme: "light" | "dark";
  language: "id" | "en";
}
const looks: Look[] = [
  { width: 1280, theme: "light", language: "id" },
  { width: 1280, theme: "dark", language: "en" },
  { width: 360, theme: "light", language: "en" },
  { width: 360, theme: "dark", language: "id" },
];
const words = {
  id: { find: "Carikan kursi", best: "Carikan kursi terbaik", go: "Lanjut" },
  en: { find: "Find seats for me", best: "Find the best seats", go: "Continue" },
};

function small(png: Buffer): Buffer {
  const picture = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, colours));
}

async function open(browser: Browser, { width, theme, language }: Look): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: width === 360 ? 740 : 800 }, hasTouch: width === 360, reducedMotion: "reduce", colorScheme: theme, locale: language });
  await context.addInitScript(([t, l]) => {
    localStorage.setItem("gelora.theme", t!);
    localStorage.setItem("gelora.language", l!);
  }, [theme, language]);
  return context;
}

async function shoot(page: Page, name: string, { width, theme, language }: Look): Promise<void> {
  if (only.length > 0 && !only.includes(name)) return;
  await page.waitForTimeout(600);
  const file = `${name}-${width}-${theme}-${language}.png`;
  const picture = small(await page.screenshot());
  writeFileSync(out + file, picture);
  taken += 1;
}

async function logIn(page: Page, email: string, next = "/tickets"): Promise<void> {
  await page.goto(`${url}/login?next=${next}`);
  await page.locator("[autocomplete^=username]").fill(email);
  await page.locator("[autocomplete=current-password]").fill(demo_accounts[0]!.password);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(url + next);
}

interface Shown {
  slug: string;
  status: string;
}

async function findShow(slug: string): Promise<string> {
  const { shows } = (await (await fetch(`${url}/api/concerts/${slug}`)).json()) as { shows: { id: string; sale: { status: string } }[] };
  return shows.find(({ sale }) => sale.status === "on_sale")!.id;
}

async function pickTwo(page: Page, show: string, look: Look): Promise<void> {
  const say = words[look.language];
  await page.goto(`${url}/shows/${show}/seats`);
  await page.getByTestId("hall").waitFor();
  await page.waitForTimeout(1200);
  if (look.width === 360) await page.getByRole("button", { name: say.find, exact: true }).click();
  await page.getByRole("button", { name: say.best }).click();
  await page.waitForTimeout(700);
}

async function walk(browser: Browser, look: Look, concert: string, show: string, soldOut: string): Promise<void> {
  const context = await open(browser, look);
  const page = await context.newPage();
  await page.goto(url);
  await page.locator("a[href^='/concerts/']").first().waitFor();
  await shoot(page, "home", look);
  await page.goto(`${url}/concerts/${concert}`);
  await page.locator("article").first().waitFor();
  await shoot(page, "concert", look);
  await page.goto(`${url}/shows/${show}/seats`);
  await page.getByTestId("hall").waitFor();
  await page.waitForTimeout(1200);
  await shoot(page, "hall", look);
  await page.goto(`${url}/register`);
  await page.locator("form").waitFor();
  await shoot(page, "register", look);
  await page.goto(`${url}/login`);
  await page.locator("form").waitFor();
  await shoot(page, "login", look);
  await logIn(page, fan);
  await pickTwo(page, show, look);
  await shoot(page, "seats", look);
  await page.getByRole("button", { name: words[look.language].go, exact: true }).click();
  await page.getByRole("radio").first().waitFor();
  await shoot(page, "checkout", look);
  if (look === looks[0]) {
    await payAtSandbox(page);
    await page.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
    await shoot(page, "result", look);
  } else await release(page);
  await page.goto(`${url}/tickets`);
  await page.getByTestId("open-ticket").first().waitFor();
  await shoot(page, "tickets", look);
  await page.getByTestId("open-ticket").first().click();
  await page.getByTestId("qr").locator("svg").waitFor();
  await shoot(page, "qr", look);
  await page.getByRole("button", { name: /^(Pindahkan|Transfer)$/ }).click();
  await page.locator("dialog[open] form").waitFor();
  await page.locator("dialog[open] form").scrollIntoViewIfNeeded();
  await shoot(page, "transfer", look);
  await page.goto(`${url}/concerts/${soldOut}`);
  await page.getByRole("button", { name: /^(Masuk daftar tunggu|Join the waitlist)$/ }).first().click();
  await page.locator("dialog[open] form").waitFor();
  await shoot(page, "waitlist", look);
  await context.close();
}

/** The theatre of the demo, in a hall of this organisation: its address. */
async function importedPlan(page: Page, plans: string): Promise<string> {
  await page.goto(url + plans);
  await page.getByLabel("Nama denah").fill("Aula");
  await page.getByLabel("Tempat", { exact: true }).first().selectOption({ label: "Tempat baru …" });
  await page.getByLabel("Nama tempat").fill("Teater Barat");
  await page.getByLabel("Kota").fill("Bandung");
  await page.getByLabel("Alamat", { exact: true }).fill("Jl. Ganesa 10");
  await page.getByRole("button", { name: "Mulai menggambar" }).click();
  await page.getByTestId("board").waitFor();
  await page.goto(url + plans);
  const theatre = makePlans().find(({ key }) => key === "amfiteater-kaliurang");
  await page.getByLabel("Berkas").setInputFiles({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(theatre)) });
  await page.getByRole("button", { name: "Impor berkas" }).click();
  await page.getByTestId("board").waitFor();
  return page.url();
}

/** One browser for all looks: a virtual authenticator belongs to its page. */
async function staff(browser: Browser): Promise<void> {
  if (only.length > 0 && !only.some((name) => ["security", "team", "gates", "plan"].includes(name))) return;
  const page = await (await browser.newContext({ reducedMotion: "reduce", locale: "id-ID" })).newPage();
  const path = await foundOrganisation(page, { email: `ayu.${Date.now() % 100_000}@example.com`, password: "lautan-biru-tenang-27" }, "Nada Raya");
  await page.goto(`${url}${path}?section=team`);
  for (const [email, role] of [["bayu.pratama@example.com", "gate"], ["citra@example.com", "manager"]] as const) {
    await page.getByLabel("Email", { exact: true }).fill(email);
    await page.getByLabel("Peran", { exact: true }).selectOption(role);
    await page.getByRole("button", { name: "Kirim undangan" }).click();
    await page.locator("li", { hasText: email }).waitFor();
  }
  const plan = await importedPlan(page, `${path}/plans`);
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: look.width === 360 ? 740 : 800 });
    await page.evaluate(([t, l]) => {
      localStorage.setItem("gelora.theme", t!);
      localStorage.setItem("gelora.language", l!);
    }, [look.theme, look.language]);
    if (look.width === 1280) {
      await page.goto(plan);
      await page.getByTestId("board").waitFor();
      await shoot(page, "plan", look);
    }
    await page.goto(`${url}/account#security`);
    await page.locator("#security li").first().waitFor();
    await page.locator("#security").evaluate((section) => section.scrollIntoView());
    await shoot(page, "security", look);
    await page.goto(`${url}${path}?section=team`);
    await page.locator("main section li").first().waitFor();
    await shoot(page, "team", look);
    await page.goto(`${url}${path}?section=gates`);
    await page.locator("form [name=name]").fill(look.language === "id" ? "Pintu utara 2" : "North gate 2");
    await page.locator("form button[type=submit]").click();
    await page.locator("main section img").waitFor();
    await shoot(page, "gates", look);
  }
  await page.context().close();
}

/** A night with many ahead, and few of them in the hall: who waits, and who has the turn. */
async function room(browser: Browser): Promise<void> {
  if (only.length > 0 && !only.some((name) => ofRoom.includes(name))) return;
  const { show, house } = await ownShow("Malam Undian");
  expect((await house.owner.client.call("put", `/api/shows/${show}/waiting-room`, { body: { shoppers: 1 } })).status).toBe(200);
  await eventually("the room is in force", async () => (await newBuyer().call("post", `/api/shows/${show}/queue`)).status < 300 || undefined);
  for (let ahead = 0; ahead < 400; ahead += 50) await Promise.all(Array.from({ length: 50 }, () => newBuyer().call("post", `/api/shows/${show}/queue`)));
  for (const look of looks) {
    const context = await open(browser, look);
    const page = await context.newPage();
    await logIn(page, fan, `/shows/${show}/queue`);
    await page.locator("[data-phase=waiting]").waitFor();
    await shoot(page, "waiting-room", look);
    await context.close();
  }
}

const ofRoom = ["waiting-room"];
const ofGates = ["gate-in", "gate-again"];

/** Somebody comes, and comes again. */
async function doors(browser: Browser): Promise<void> {
  if (only.length > 0 && !only.some((name) => ofGates.includes(name))) return;
  const house = await newHouse("Nada Raya", "sora-meridian");
  for (const look of looks) {
    const { ticket } = await ticketOf(house.show);
    sql("gelora_booking", `UPDATE tickets SET attendee = 'Ayu Lestari' WHERE id = ${ticket.id}`);
    const page = await enrol(browser, (await deviceCode(house, look.language === "id" ? "Pintu utara 2" : "North gate 2")).code);
    await stand(page, "Sora Meridian", look.language === "id" ? "Pintu utara 2" : "North gate 2");
    await page.setViewportSize({ width: look.width, height: look.width === 360 ? 740 : 800 });
    await page.evaluate(([t, l]) => {
      localStorage.setItem("gelora.theme", t!);
      localStorage.setItem("gelora.language", l!);
    }, [look.theme, look.language]);
    await page.reload();
    await listed(page);
    await wedge(page, ticket.code);
    await shoot(page, "gate-in", look);
    await page.getByTestId("result").waitFor({ state: "detached" });
    await wedge(page, ticket.code);
    await shoot(page, "gate-again", look);
    await page.context().close();
  }
}

const ways = ["qris", "virtual_account", "ewallet", "card"] as const;
const ofMoney = ["waiting", "refunded", "payments", "promo-codes", "sales", "bookings", "booking", ...ways.map((way) => `bank-${way}`), "capacities", "activity", "rehearsal"];

/** From the checkout to the bank, back to the booking, paid, and given back by the show's rule. */
async function pay(page: Page, show: string, look: Look): Promise<void> {
  await logIn(page, buyer);
  await pickTwo(page, show, look);
  await page.getByRole("button", { name: words[look.language].go, exact: true }).click();
  for (const way of ways) {
    await page.locator(`[name=way][value=${way}]`).check();
    await page.getByTestId("pay").click();
    await page.getByTestId(`method-${way}`).click();
    await page.locator("main form").first().waitFor();
    if (look.width === 360) await shoot(page, `bank-${way}`, look);
    if (way === "card") break;
    await page.goBack();
    await page.goBack();
    await page.getByRole("radio").first().waitFor();
  }
  const bank = page.url();
  await page.goto(`${url}/tickets?tab=bookings`);
  await page.locator("main a[href^='/bookings/']").first().click();
  await page.locator("a[href*='/pay/']").waitFor();
  await shoot(page, "waiting", look);
  const booking = page.url();
  await page.goto(bank);
  await page.locator("[name=outcome][value=pay]").first().click();
  await page.goto(booking);
  await page.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
  await page.getByRole("button", { name: /^(Kembalikan tiket|Give the tickets back)$/ }).click();
  await page.locator("dialog[open] button").first().click();
  await page.getByTestId("booking-refunded").waitFor({ timeout: 60_000 });
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, "refunded", look);
}

async function money(browser: Browser, show: string): Promise<void> {
  if (only.length > 0 && !only.some((name) => ofMoney.includes(name))) return;
  for (const look of looks) {
    const fan = await open(browser, look);
    await pay(await fan.newPage(), show, look);
    await fan.close();
    const seller = await open(browser, look);
    const page = await seller.newPage();
    await logIn(page, "organiser@gelora.test", "/organiser");
    const organisation = await page.locator("main li a[href^='/organiser/']").first().getAttribute("href");
    await page.goto(`${url}${organisation}/shows/${show}?section=promo_codes`);
    await page.locator("[name=code]").fill(`HEMAT${look.width}${look.language.toUpperCase()}`);
    await page.locator("[name=percent_bp]").fill("10");
    await page.locator("[name=max_uses]").fill("500");
    await page.locator("form button[type=submit]").click();
    await page.getByTestId("promo").first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await shoot(page, "promo-codes", look);
    await page.goto(`${url}${organisation}/shows/${show}?section=payments`);
    await page.getByTestId("payment").first().waitFor();
    await shoot(page, "payments", look);
    await page.goto(`${url}${organisation}/shows/${show}`);
    await page.locator("canvas").waitFor();
    await shoot(page, "sales", look);
    await page.goto(`${url}${organisation}/shows/${show}?section=rules`);
    await page.getByTestId("capacities").scrollIntoViewIfNeeded();
    await shoot(page, "capacities", look);
    await page.goto(`${url}${organisation}/activity`);
    await page.locator("main ol li").first().waitFor();
    await shoot(page, "activity", look);
    await page.goto(`${url}${organisation}/shows/${show}?section=rehearsal`);
    await page.locator("form button[type=submit]").click();
    await page.getByTestId("rehearsal-headline").scrollIntoViewIfNeeded({ timeout: 60_000 });
    await page.evaluate(() => document.querySelector("[data-testid=rehearsal-headline]")!.scrollIntoView());
    await page.getByRole("figure").locator("canvas").waitFor();
    await shoot(page, "rehearsal", look);
    await page.goto(`${url}${organisation}/shows/${show}?section=bookings`);
    await page.getByTestId("booking").first().waitFor();
    await shoot(page, "bookings", look);
    await page.getByTestId("booking").first().click();
    await page.locator("dialog[open] ol").waitFor();
    await shoot(page, "booking", look);
    await seller.close();
  }
}

/** Back from the checkout the picker offers to give the places back; the next look wants them. */
async function release(page: Page): Promise<void> {
  await page.locator("a[href$='/seats']").click();
  const button = page.getByRole("button", { name: /^(Lepas|Release)$/ });
  await button.click();
  await button.waitFor({ state: "detached" });
}

it("takes the pictures", async () => {
  mkdirSync(out, { recursive: true });
  const browser = await openBrowser();
  const { items } = (await (await fetch(`${url}/api/concerts?limit=100`)).json()) as { items: Shown[] };
  const onSale = items.filter(({ status }) => status === "on_sale").map(({ slug }) => slug);
  const concert = onSale.find((slug) => slug === stadium) ?? onSale[0]!;
  const show = await findShow(concert);
  const soldOut = items.find(({ status }) => status === "sold_out")!.slug;
  const others = only.length === 0 || only.some((name) => ![...ofMoney, ...ofGates, ...ofRoom].includes(name));
  if (others) for (const look of looks) await walk(browser, look, concert, show, soldOut);
  await money(browser, show);
  await staff(browser);
  await doors(browser);
  await room(browser);
  await browser.close();
  expect(taken).toBeGreaterThan(0);
  console.log(`${taken} pictures in docs/screenshots/`);
}, 1_200_000);
