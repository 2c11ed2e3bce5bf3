// What goes wrong while buying, and how the page gets a fan out of it: somebody was faster, the time is over, two tabs, the back
// button, a reload, a network that is gone for a moment.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, newBuyer, runStack, showsOnSale, sql } from "../service/buyers.js";
import { openBrowser, url } from "./browser.js";
import { goOn, logIn, pickTwoOnMap, register } from "./fan.js";

let browser: Browser;
let seated: string; // shows by what is tried with them
let standing: string;
let hasty: string; // holds of a few seconds
const holdS = 6;
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const account = () => ({ email: `apes.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" });

const newPage = async () => (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID", reducedMotion: "reduce" })).newPage();

async function newFan(): Promise<Page> {
  const page = await newPage();
  const who = account();
  await register(page, who);
  await page.goto(`${url}/login`);
  await logIn(page, who);
  await page.getByRole("heading", { name: "Tiketku" }).waitFor();
  return page;
}

async function openHall(page: Page, show: string): Promise<void> {
  await page.goto(`${url}/shows/${show}/seats`);
  await page.getByText("Langsung", { exact: true }).waitFor(); // the stream is there
}

const chosen = (page: Page): Promise<number[]> =>
  page.evaluate(() => Object.entries(sessionStorage).filter(([key]) => key.includes("selection.")).flatMap(([, value]) => (JSON.parse(String(value)) as { seats: number[] }).seats));

beforeAll(async () => {
  const shows = await showsOnSale();
  seated = shows.find(({ concert }) => concert.startsWith("dara-samodra"))!.id;
  standing = shows.find(({ concert }) => concert.startsWith("kucing-loteng"))!.id;
  hasty = shows.find(({ concert }) => concert.startsWith("layar-tancap"))!.id;
  sql("gelora_booking", `UPDATE shows SET hold_ttl_s = ${holdS} WHERE id = ${hasty}`);
  runStack("restart", "booking-service");
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  sql("gelora_booking", `UPDATE shows SET hold_ttl_s = 600 WHERE id = ${hasty}`);
  runStack("restart", "booking-service");
});

describe("somebody was faster", () => {
  it("while the fan was looking: the page says which seats, and offers the nearest equal ones in one tap", async () => {
    const page = await newPage();
    await openHall(page, seated);
    await pickTwoOnMap(page);
    const seats = await chosen(page);
    (await newBuyer().post("/api/shows/{id}/holds", { params: { id: seated }, body: { seat_nos: seats } })).as(201);
    await page.getByText("Keduluan orang lain").waitFor();
    await page.getByText("0 tempat dipilih").waitFor();
    await button(page, "Ambil yang ini").click();
    await page.getByText("2 tempat dipilih").waitFor();
    const now = await chosen(page);
    expect(now.filter((seat) => seats.includes(seat))).toEqual([]);
    await page.context().close();
  });

  it("when the fan goes on, with a page that had not heard of it", async () => {
    const page = await newFan();
    await page.goto(`${url}/shows/${seated}/seats`);
    await pickTwoOnMap(page);
    const seats = await chosen(page);
    await page.route(/\/api\/shows\/\d+\/availability/, (route) => route.abort()); // deaf from here on
    await page.reload();
    await page.getByText("2 tempat dipilih").waitFor();
    (await newBuyer().post("/api/shows/{id}/holds", { params: { id: seated }, body: { seat_nos: seats } })).as(201);
    await button(page, "Lanjut").click();
    await page.getByText("Keduluan orang lain").waitFor();
    expect(page.url()).toContain("/seats");
    await page.unroute(/\/api\/shows\/\d+\/availability/);
    await button(page, "Ambil yang ini").click();
    await goOn(page);
    await page.getByTestId("pay").waitFor();
    await page.context().close();
  });
});

describe("the time of a hold", () => {
  it("is over: the page says that nothing was charged, and the seats are free again", async () => {
    const page = await newFan();
    await openHall(page, hasty);
    await pickTwoOnMap(page);
    await goOn(page);
    const holdId = new URL(page.url()).pathname.split("/").at(-1)!;
    await page.getByRole("heading", { name: "Waktunya habis" }).waitFor({ timeout: (holdS + 20) * 1000 });
    await eventually("the hold ended", async () => (sql("gelora_booking", `SELECT COUNT(*) FROM holds WHERE id = ${holdId}`)[0]![0] === "0" || sql("gelora_booking", `SELECT status FROM holds WHERE id = ${holdId}`)[0]![0] !== "active" ? true : undefined));
    await page.getByRole("link", { name: "Pilih lagi" }).click();
    await page.getByTestId("hall").waitFor();
    await page.goBack(); // to a hold that is no more
    await page.getByRole("heading", { name: "Waktunya habis" }).waitFor();
    await page.context().close();
  });
});

describe("standing places, in two tabs and back", () => {
  it("are bought once", async () => {
    const page = await newFan();
    await page.goto(`${url}/shows/${standing}/seats`);
    const more = page.getByRole("region", { name: "Berdiri" }).getByRole("button", { name: /^Tambah/ }).first();
    await more.click();
    await more.click();
    await page.getByText("2 tempat dipilih").waitFor();
    await button(page, "Lanjut").click();
    await page.getByTestId("pay").waitFor();
    const checkout = page.url();

    // what was typed outlives a reload
    const names = page.locator("details", { hasText: "Nama di tiket" });
    await names.locator("summary").click();
    await names.getByRole("textbox").first().fill("x");
    await names.getByRole("textbox").first().fill("");
    await names.getByRole("textbox").first().fill("Citra <b>Dewi</b>");
    await page.reload();
    expect(await names.getByRole("textbox").first().inputValue()).toBe("Citra <b>Dewi</b>");

    const other = await page.context().newPage();
    await other.goto(checkout);
    await other.getByTestId("pay").waitFor();
    await page.getByTestId("pay").click();
    await page.waitForURL((address) => !address.href.startsWith(url));

    // the other tab pays for the same booking, not for another
    await other.getByTestId("pay").click();
    await other.waitForURL((address) => !address.href.startsWith(url));
    await other.close();

    // back from the bank without having paid: the same booking waits
    await page.goto(`${url}/tickets?tab=bookings`);
    await page.locator('a[href^="/bookings/"]').first().waitFor();
    expect(await page.locator('a[href^="/bookings/"]').count()).toBe(1);
    await page.goto(checkout);
    await page.getByTestId("pay").click();
    await page.waitForURL((address) => !address.href.startsWith(url));
    await page.locator("[name=outcome][value=pay], [data-testid=pay]").first().click();
    await page.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });

    // and the checkout that was left behind leads there
    await page.goto(checkout);
    await page.getByTestId("booking-confirmed").waitFor();
    await page.goto(`${url}/tickets`);
    await page.getByTestId("open-ticket").nth(1).waitFor();
    expect(await page.getByTestId("open-ticket").count()).toBe(2);
    expect(await page.locator("b", { hasText: "Dewi" }).count(), "a name is text").toBe(0);
    await page.context().close();
  });
});
