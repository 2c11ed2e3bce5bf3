// An organiser keeps seats, a fan's open map follows, a buyer is moved: the old code is dead, the new one opens the gate.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { newBuyer, sql } from "../service/buyers.js";
import { publishShow } from "../service/own_show.js";
import { choose, pay, until } from "../service/payer.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page, fan: Page;
let path: string, show: string;
let organiser: Client;
const account = { email: `panitia.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const button = (name: string | RegExp, within: Pick<Page, "getByRole"> = page) => within.getByRole("button", { name, exact: typeof name === "string" });
async function looksRight(at: Page): Promise<void> {
  expect(await violations(at)).toEqual([]);
  expect(await sideways(at)).toBe(0);
}
/** The first section of the list, opened; its free seats. */
async function openList(at: Page): Promise<void> {
  await button("Daftar", at).click();
  await at.getByTestId("seat-list").locator("summary").first().click();
}
/** Without what the list says besides: "(kursi roda)". */
const plain = (name: string) => name.replace(/ \(.*\)$/, "");
const seat = (at: Page, name: string) => at.getByTestId("seat-list").getByRole("button", { name, exact: true });

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID", bypassCSP: true })).newPage();
  path = await foundOrganisation(page, account, "Rumah Simpan");
  organiser = createClient(url);
  organiser.token = await page.evaluate(async () => ((await (await fetch("/api/sessions/refresh", { method: "POST" })).json()) as { access_token: string }).access_token);
  show = await publishShow(organiser, path.split("/").at(-1)!, `Simpanan ${randomUUID().slice(0, 6)}`);
  fan = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID", bypassCSP: true })).newPage();
  await fan.goto(`${url}/shows/${show}/seats`);
  await fan.getByTestId("hall").waitFor();
  await openList(fan);
}, 120_000);
afterAll(() => browser.close());

let four: string[];

it("four seats are kept, and the fan's open list has them no more", async () => {
  await page.goto(`${url}${path}/shows/${show}?section=house_seats`);
  await page.getByText("Belum ada kursi simpanan").waitFor();
  await looksRight(page);
  await button("Simpan kursi").click();
  await page.getByLabel("Untuk siapa").fill("Sponsor utama");
  await page.getByTestId("hall").waitFor();
  await looksRight(page);
  await openList(page);
  const free = page.getByTestId("seat-list").locator("details").first().getByRole("button");
  four = await Promise.all([0, 1, 2, 3].map(async (i) => (await free.nth(i).getAttribute("aria-label"))!));
  for (const name of four) await seat(page, name).click();
  await looksRight(page);
  await button("Simpan 4 tempat").click();
  await page.getByTestId("house-group").getByText("Sponsor utama").waitFor();
  await looksRight(page);
  for (const name of four) await seat(fan, name).waitFor({ state: "detached" });
});

it("two are let go, and are free in the fan's list at once", async () => {
  const group = page.getByTestId("house-group");
  await button("Lepas sebagian", group).click();
  for (const name of four.slice(0, 2)) await button(plain(name), group).click();
  await looksRight(page);
  await button("Lepas 2 tempat", group).click();
  await group.getByText("2 tempat", { exact: true }).waitFor();
  for (const name of four.slice(0, 2)) await seat(fan, name).waitFor();
  expect(await seat(fan, four[2]!).count()).toBe(0);
  await page.getByText(/^Dilepas dari Sponsor utama/).waitFor();
});

it("a buyer is moved to one of them and gets another name: the old code is dead, the new one opens the gate", async () => {
  const buyer = newBuyer();
  const held = (await buyer.post("/api/shows/{id}/holds", { params: { id: show }, body: { best_available: { quantity: 1 } } })).as(201);
  const booked = (await buyer.post("/api/bookings", { body: { hold_id: held.id, attendees: [{ seat_no: held.seats[0]!.seat_no!, name: "Ayu Lestari" }] } })).as(201);
  const payment = await pay(buyer, booked);
  await choose(payment.checkout_url, "pay");
  const booking = await until(buyer, booked.id, "confirmed");
  const scan = async (code: string) => (await organiser.post("/api/shows/{id}/check-ins", { params: { id: show }, body: { code, gate: "Utara", scan_id: randomUUID() } })).as(200);

  await page.goto(`${url}${path}/shows/${show}?section=bookings&booking=${booking.id}`);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Ayu Lestari").first().waitFor();
  await button(/^Ganti nama untuk/, dialog).click();
  await dialog.getByLabel(/^Nama untuk/).fill("Sari Wulandari");
  await button("Simpan nama", dialog).click();
  await dialog.getByText(/^Nama untuk .*: Sari Wulandari$/).waitFor();

  await button("Pindahkan ke kursi lain", dialog).click();
  await dialog.getByTestId("hall").waitFor();
  await looksRight(page);
  await button("Daftar", dialog).click();
  await dialog.getByTestId("seat-list").locator("summary").first().click();
  const to = dialog.getByTestId("seat-list").locator("details").first().getByRole("button").first();
  const name = (await to.getAttribute("aria-label"))!;
  await to.click();
  await button("Pindahkan 1 tiket", dialog).click();
  await dialog.getByText(/^Dipindahkan dari/).waitFor();
  await looksRight(page);

  const [ticket] = (await buyer.get("/api/bookings/{id}", { params: { id: booking.id } })).as(200).tickets!;
  expect(ticket).toMatchObject({ label: plain(name), status: "valid", attendee: "Sari Wulandari" });
  expect(await scan(booking.tickets![0]!.code)).toMatchObject({ result: "refused", reason: "void" });
  expect(await scan(ticket!.code)).toMatchObject({ result: "admitted", name: "Sari Wulandari" });
  await seat(fan, name).waitFor({ state: "detached" });
  expect(sql("gelora_booking", `SELECT COUNT(*), 0 FROM deeds WHERE show_id = ${show}`)[0]![0]).toBe("4");
});
