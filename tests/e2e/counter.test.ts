// At the counter: somebody holds two seats, sells them for cash, prints them; half of it goes back and is paid out; what is in the
// drawer is that.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createClient, type Client } from "../support/client.js";
import { eventually } from "../service/buyers.js";
import { publishShow } from "../service/own_show.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import { logIn } from "./fan.js";
import { withAuthenticator } from "./authenticator.js";
import { foundOrganisation, logInStrongly } from "./organiser.js";

let browser: Browser;
let page: Page, fan: Page;
let path: string, show: string;
let organiser: Client;
const account = { email: `loket.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const button = (name: string | RegExp, within: Pick<Page, "getByRole"> = page) => within.getByRole("button", { name, exact: typeof name === "string" });
async function looksRight(at = page): Promise<void> {
  expect(await violations(at)).toEqual([]);
  expect(await sideways(at)).toBe(0);
}
async function openList(at: Page): Promise<void> {
  await button("Daftar", at).click();
  await at.getByTestId("seat-list").locator("summary").first().click();
}
const seat = (at: Page, name: string) => at.getByTestId("seat-list").getByRole("button", { name, exact: true });

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 820, height: 1100 }, locale: "id-ID", bypassCSP: true })).newPage(); // a tablet at the door
  path = await foundOrganisation(page, account, "Loket Pintu");
  organiser = createClient(url);
  organiser.token = await page.evaluate(async () => ((await (await fetch("/api/sessions/refresh", { method: "POST" })).json()) as { access_token: string }).access_token);
  show = await publishShow(organiser, path.split("/").at(-1)!, `Loket ${randomUUID().slice(0, 6)}`);
  fan = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID" })).newPage();
  await fan.goto(`${url}/shows/${show}/seats`);
  await fan.getByTestId("hall").waitFor();
  await openList(fan);
}, 120_000);
afterAll(() => browser.close());

let two: string[], reference: string, paid: number;
const sales = async () => (await organiser.get("/api/shows/{id}/counter-sales", { params: { id: show } })).as(200).items;

it("two seats are held, and the fan's open list has them no more; a reload loses nothing", async () => {
  await page.goto(`${url}${path}/shows/${show}/counter`);
  await page.getByTestId("hall").waitFor();
  await looksRight();
  await openList(page);
  const free = page.getByTestId("seat-list").locator("details").first().getByRole("button");
  two = await Promise.all([0, 1].map(async (i) => (await free.nth(i).getAttribute("aria-label"))!));
  for (const name of two) await seat(page, name).click();
  await button("Tahan 2 tempat").click();
  await button("Tunai").or(page.getByLabel("Tunai")).first().waitFor();
  for (const name of two) await seat(fan, name).waitFor({ state: "detached" });
  await page.reload();
  await page.getByText("Harus dibayar").waitFor();
  await looksRight();
});

it("they are sold for cash once, however often the button is pressed, with the change told, and printed", async () => {
  await page.getByText("Tunai", { exact: true }).first().click();
  await page.getByLabel("Diterima").fill("500000");
  await page.getByText("Kembalian").waitFor();
  await looksRight();
  await button(/^Jual /).dblclick();
  await page.getByText("Terjual").first().waitFor();
  await button("Pembeli berikutnya").waitFor();
  const [sale, ...more] = await sales();
  expect(more).toEqual([]);
  [reference, paid] = [sale!.reference, sale!.total.amount_minor];
  await page.getByText(reference).first().waitFor();
  await looksRight();
  const [print] = await Promise.all([page.context().waitForEvent("page"), button(/^Cetak tiket/).first().click()]);
  await print.close();
  await button("Pembeli berikutnya").click();
  await page.getByTestId("hall").waitFor();
});

it("what goes back is paid out once, and the drawer adds up", async () => {
  const { payment_id } = (await organiser.get("/api/shows/{id}/bookings/{booking_id}", { params: { id: show, booking_id: (await sales())[0]!.id } })).as(200);
  const refund = () => organiser.post("/api/refunds", { body: { payment_id: payment_id!, amount_minor: 5_000, reason: "Salah harga" } });
  await eventually("the money is in the books", async () => ((await refund()).status === 201 ? true : undefined));
  await page.getByRole("tab", { name: "Hitung kas" }).or(page.getByRole("link", { name: "Hitung kas" })).first().click();
  await button(/sudah diserahkan$/).first().click();
  await looksRight();
  await button(/sudah diserahkan$/, page.getByRole("dialog")).click();
  await page.getByText("Tidak ada uang yang menunggu dikembalikan.").waitFor();
  const takings = (await organiser.call("get", `/api/counter-takings?show_id=${show}`)).body as { items: { method: string; taken_minor?: number; paid_out_minor?: number }[] };
  expect(JSON.stringify(takings)).toContain(String(paid));
  expect(JSON.stringify(takings)).toContain("5000");
  await looksRight();
});

it("it is in the list of what was sold here, and the seat's holder is told on the map", async () => {
  await page.getByRole("tab", { name: "Terjual" }).or(page.getByRole("link", { name: "Terjual" })).first().click();
  await page.getByText(reference).first().waitFor();
  await looksRight();
  await page.goto(`${url}${path}/shows/${show}?section=seats`);
  await page.getByTestId("hall").waitFor();
  await looksRight();
});

it("whoever works at a demo counter sells with that role alone", async () => {
  const at = await (await browser.newContext({ viewport: { width: 820, height: 1100 }, locale: "id-ID", bypassCSP: true })).newPage();
  const demo = { email: "counter@gelora.test", password: "Stadion-Penuh-2026" };
  await withAuthenticator(at); // where roles need a second factor, the demo's do as well
  await at.goto(`${url}/login?next=/account`);
  await logIn(at, demo);
  await at.waitForURL(({ pathname }) => pathname === "/account");
  await logInStrongly(at, demo, "/organiser");
  await at.getByRole("link", { name: /Nada Nusantara/ }).first().click();
  await at.getByRole("link", { name: /^Loket/ }).first().waitFor();
  expect(await at.getByRole("link", { name: /^Kelola/ }).count()).toBe(0);
  await at.getByRole("link", { name: /Langit Karsa|^Loket/ }).first().click();
  await at.getByTestId("hall").waitFor();
  await openList(at);
  await at.getByTestId("seat-list").locator("details").first().getByRole("button").first().click();
  await button(/^Tahan 1/, at).click();
  await at.getByText("Kartu", { exact: true }).first().click();
  await button(/^Jual /, at).click();
  await at.getByText("Terjual").first().waitFor();
  await looksRight(at);
});
