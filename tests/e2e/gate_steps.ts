// What a gate does, step by step: devices, tickets, and a ticket held before a camera.
import { writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { encode } from "uqr";
import { eventually, newBuyer, showsOnSale, sql } from "../service/buyers.js";
import { newOrganisation, type Person } from "../service/organisers.js";
import { paid } from "../service/payer.js";
import { codeAt, stepNow } from "../support/totp.js";
import { url } from "./browser.js";

/** A one-time code for a new telephone. */
export async function deviceCode(house: { id: string; owner: Person }, name: string): Promise<{ id: string; code: string }> {
  return (await house.owner.client.post("/api/organisations/{id}/gate-devices", { params: { id: house.id }, body: { name, days: 1 } })).as(201);
}

/** A telephone at a gate, at the first page that it shows. */
export async function enrol(browser: Browser, code: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID", reducedMotion: "reduce", ...options })).newPage();
  await page.goto(`${url}/gate/enrol#${code}`);
  await page.getByRole("button", { name: "Daftarkan" }).click();
  await page.getByRole("link", { name: "Mulai memindai" }).click();
  return page;
}

/** Chooses the show by its artist, the gate by its name, and scans. */
export async function stand(page: Page, artist: string, gate: string): Promise<void> {
  await page.getByRole("button", { name: artist }).first().click();
  await page.getByLabel("Nama pintu").fill(gate);
  await page.getByRole("button", { name: "Mulai memindai" }).click();
  await page.getByTestId("scanner").waitFor();
}

export const listed = (page: Page) => page.locator("[data-testid=scanner][data-whole=true][data-link=online]").waitFor();

/** As a plugged-in scanner types it. Answers the word that is shown, and leaves it there. */
export async function wedge(page: Page, code: string): Promise<string> {
  const before = await page.evaluate(() => document.querySelector("[data-testid=result]")?.getAttribute("data-turn") ?? null);
  // it waits for no telephone that is busy: a pause between two keys would be a person's
  await Promise.all([...code, "Enter"].map((key) => page.keyboard.press(key)));
  const shown = page.locator(`[data-testid=result]${before === null ? "" : `:not([data-turn="${before}"])`}`);
  await shown.waitFor();
  return (await shown.getAttribute("data-word"))!;
}

/** A ticket of a stranger, paid. */
export async function ticketOf(show: string, quantity = 1) {
  const client = newBuyer();
  const { booking } = await paid(client, show, quantity);
  return { client, booking, ticket: booking.tickets![0]!, tickets: booking.tickets! };
}

/** A show, and all others of its concert, of this organisation from now on. */
function giveShow(show: string, organisation: string): void {
  sql("gelora_booking", `UPDATE concerts SET organisation_id = ${organisation} WHERE id = (SELECT concert_id FROM shows WHERE id = ${show})`);
  sql("gelora_booking", `UPDATE shows SET revision = revision + 1 WHERE concert_id = (SELECT concert_id FROM (SELECT concert_id FROM shows WHERE id = ${show}) AS the_show)`);
}

/** Who works for an organisation may do so only after a second factor. */
async function logInStrongly({ client, account }: Person): Promise<void> {
  const { secret } = (await client.post("/api/second-factor/totp", { body: { password: account.password } })).as(201);
  (await client.post("/api/second-factor/totp/confirm", { body: { code: codeAt(secret, stepNow() - 1) } })).as(200);
  client.token = (await client.post("/api/sessions", { body: { ...account, totp: codeAt(secret, stepNow()) } })).as(201).access_token;
}

/** An organisation that has this concert from now on, and a show of it. */
export async function newHouse(name: string, concert: string): Promise<{ id: string; owner: Person; show: string }> {
  const house = await newOrganisation(name);
  await logInStrongly(house.owner);
  const show = (await showsOnSale()).find((one) => one.concert.startsWith(concert))!.id;
  giveShow(show, house.id);
  await eventually("the show is the organisation's", async () => ((await house.owner.client.call("get", `/api/shows/${show}/rules`)).status === 200 ? true : undefined));
  return { ...house, show };
}

const width = 640, height = 480, dark = 40, light = 225, hand = 110, framesASecond = 5;

/** One after the other, for two seconds each, as Chromium's fake camera plays it: telephones that show these codes, a little away. */
export function film(file: string, codes: readonly string[]): void {
  const frames = codes.flatMap((code) => Array<Buffer>(2 * framesASecond).fill(frame(code)));
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesASecond}:1 Ip A1:1 C420jpeg\n`), ...frames]));
}

function frame(code: string): Buffer {
  const { data, size } = encode(code, { ecc: "M", border: 4 });
  const scale = Math.floor((height * 0.7) / size), left = (width - size * scale) >> 1, top = (height - size * scale) >> 1;
  const brightness = Buffer.alloc(width * height, hand);
  for (let y = 0; y < size * scale; y += 1) for (let x = 0; x < size * scale; x += 1) brightness[(top + y) * width + left + x] = data[Math.floor(y / scale)]![Math.floor(x / scale)] ? dark : light;
  const colour = Buffer.alloc((width * height) / 2, 128);
  return Buffer.concat([Buffer.from("FRAME\n"), brightness, colour]);
}

