// Money in a real browser, from both sides: a promo code and QRIS, a card that is declined, money that comes late, tickets given back,
// one ticket refunded by the organiser, a show that is called off. Each state is looked at by axe, light and dark, phone and desktop.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eventually, newBuyer, runStack, showsOnSale, sql } from "../service/buyers.js";
import { withAuthenticator } from "./authenticator.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import { logIn, pickTwoOnMap, register } from "./fan.js";
import { logInStrongly } from "./organiser.js";

let browser: Browser;
let seller: Page; // owns the demo's shows
let fan: Page;
let organisation: string;
let show: string; // with much room
let small: string; // a few seconds to pay
let off: string; // to be called off
const organiser = { email: "organiser@gelora.test", password: "Stadion-Penuh-2026" };
const pictures = process.env["GELORA_PICTURES"];
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const rupiah = (text: string | null) => Number((text ?? "").replace(/\D/g, ""));

async function newPage(): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID", bypassCSP: true, reducedMotion: "reduce" })).newPage();
}

async function newFan(): Promise<Page> {
  const page = await newPage();
  const account = { email: `uang.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
  await register(page, account);
  await page.goto(`${url}/login`);
  await logIn(page, account);
  await page.getByRole("heading", { name: "Tiketku" }).waitFor();
  return page;
}

/** Nothing for axe to complain of, and nothing wider than the window. Pictures go to GELORA_PICTURES, if that is set. */
async function accessible(page: Page, name: string): Promise<void> {
  for (const [theme, width] of [["dark", 360], ["light", 1280]] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(async (chosen) => {
      document.documentElement.dataset["theme"] = chosen;
      // a colour that is inherited begins to change when its parent's has
      for (let quiet = 0; quiet < 5; quiet = document.getAnimations().some(({ playState }) => playState === "running") ? 0 : quiet + 1) await new Promise(requestAnimationFrame);
    }, theme);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}-${theme}.png`, fullPage: true });
    expect(await violations(page), `${page.url()} ${theme} ${width}`).toEqual([]);
    expect(await sideways(page), `${page.url()} at ${width}`).toBe(0);
  }
}

async function checkout(page: Page, of: string): Promise<void> {
  await page.goto(`${url}/shows/${of}/seats`);
  await pickTwoOnMap(page);
  await button(page, "Lanjut").click();
  await page.getByRole("radio").first().waitFor();
}

/** To the bank, and there to the way's own page where it has one. */
async function toBank(page: Page, way: "qris" | "virtual_account" | "ewallet" | "card" | "bank"): Promise<void> {
  await page.locator(`[name=way][value=${way}]`).check();
  await page.getByTestId("pay").click();
  await page.waitForURL((address) => !address.href.startsWith(url));
  if (way !== "bank") await page.getByTestId(`method-${way}`).click();
}
const atBank = (page: Page, outcome: string) => page.getByTestId(outcome).click();
const booking = (page: Page, status: string, timeout = 30_000) => page.getByTestId(`booking-${status}`).waitFor({ timeout });
const total = async (page: Page) => rupiah(await page.getByTestId("total").filter({ visible: true }).first().textContent());

async function bought(page: Page): Promise<{ id: string; reference: string }> {
  await checkout(page, show);
  await toBank(page, "qris");
  await atBank(page, "pay");
  await booking(page, "confirmed");
  return { id: new URL(page.url()).pathname.split("/").at(-1)!, reference: (await page.getByTestId("reference").textContent())! };
}

async function manage(of: string, section: string): Promise<void> {
  await seller.goto(`${url}/organiser/${organisation}/shows/${of}?section=${section}`);
}

beforeAll(async () => {
  const shows = await showsOnSale();
  show = shows.find(({ venue }) => /Kenjeran/.test(venue))!.id;
  small = shows.find(({ venue }) => /Amfiteater|Kaliurang/.test(venue))!.id;
  off = shows.find(({ venue }) => /Polonia/.test(venue))!.id;
  sql("gelora_booking", `UPDATE shows SET pay_ttl_s = 3 WHERE id = ${small}`);
  sql("gelora_booking", `UPDATE shows SET max_tickets = 100 WHERE id IN (${show}, ${small}, ${off})`); // one fan buys again and again
  runStack("restart", "booking-service");
  browser = await openBrowser();
  seller = await newPage();
  await withAuthenticator(seller);
  await seller.goto(`${url}/login?next=/account`);
  await logIn(seller, organiser);
  await seller.getByRole("heading", { name: "Akun", exact: true }).waitFor();
  await logInStrongly(seller, organiser, "/organiser");
  const card = seller.locator("main a[href^='/organiser/']", { hasText: "Nada Nusantara" });
  organisation = (await card.getAttribute("href"))!.split("/").at(-1)!;
  fan = await newFan();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  for (const page of [seller, fan]) await page.setViewportSize({ width: 1280, height: 900 });
});

describe("a promo code", () => {
  const code = `HEMAT${randomUUID().slice(0, 4).toUpperCase()}`;

  it("is made by the organiser, who is told every fault first", async () => {
    await manage(show, "promo_codes");
    await seller.getByLabel("Kode", { exact: true }).fill("a b");
    await seller.getByLabel("Persen", { exact: true }).fill("120");
    await button(seller, "Buat kode").click();
    await seller.getByText("3 sampai 40 huruf", { exact: false }).waitFor();
    await seller.getByText("Dari 0,01 sampai 100.").waitFor();
    await accessible(seller, "promo-errors");
    await seller.getByLabel("Kode", { exact: true }).fill(code);
    await seller.getByLabel("Persen", { exact: true }).fill("12,5");
    await button(seller, "Buat kode").click();
    await seller.getByText(`${code} berlaku.`).waitFor();
    await seller.getByTestId("promo").filter({ hasText: code }).getByText("−12,5%").waitFor();
    await accessible(seller, "promo-codes");
  });

  it("saves its part before anything is booked, says why another does not work, and outlives a reload; paid by QRIS", async () => {
    await checkout(fan, show);
    const before = await total(fan);
    const tickets = rupiah(await fan.getByTestId("price-tickets").filter({ visible: true }).textContent());
    await fan.getByText("Punya kode promo?").click();
    await fan.getByLabel("Kode promo").fill("salah");
    await button(fan, "Pakai").click();
    await fan.locator("p", { hasText: "Tidak ada kode seperti ini" }).first().waitFor();
    await accessible(fan, "checkout-wrong-code");
    await fan.getByLabel("Kode promo").fill(code.toLowerCase());
    await button(fan, "Pakai").click();
    await fan.getByTestId("promo-applied").waitFor();
    expect(await total(fan)).toBe(before - Math.floor(tickets / 8));
    await fan.reload();
    await fan.getByTestId("promo-applied").waitFor();
    const shown = await total(fan);
    expect(shown).toBe(before - Math.floor(tickets / 8));
    await accessible(fan, "checkout-promo");

    await toBank(fan, "qris");
    await fan.locator(".qr svg").waitFor();
    expect(rupiah(await fan.locator(".amount").textContent())).toBe(shown);
    await atBank(fan, "pay");
    await booking(fan, "confirmed");
    expect(await total(fan)).toBe(shown);
    const [pdf] = await Promise.all([fan.waitForEvent("download"), fan.getByRole("button", { name: /^PDF untuk/ }).first().click()]);
    expect(pdf.suggestedFilename()).toMatch(/^gelora-\d+\.pdf$/);
    await button(fan, "Kirim ulang email").click();
    await fan.getByText("Emailnya sedang di jalan.").waitFor();
    await accessible(fan, "confirmed");
    await manage(show, "promo_codes");
    await seller.getByTestId("promo").filter({ hasText: code }).getByText("Dipakai 1 kali", { exact: false }).waitFor();
  });

  it("ends, and then says so", async () => {
    await button(seller, `Akhiri ${code}`).click();
    await button(seller, "Ya, akhiri").click();
    await seller.getByTestId("promo").filter({ hasText: code }).getByText("Berakhir").waitFor();
    await checkout(fan, show);
    await fan.getByText("Punya kode promo?").click();
    await fan.getByLabel("Kode promo").fill(code);
    await button(fan, "Pakai").click();
    await fan.locator("p", { hasText: "Kode ini sudah tidak berlaku." }).first().waitFor();
  });
});

describe("a bank that says no", () => {
  it("is no end: another way to pay, for the same booking and price", async () => {
    await checkout(fan, show);
    const before = await total(fan);
    await toBank(fan, "card");
    await atBank(fan, "decline");
    await fan.getByText("Pembayaran ditolak.", { exact: false }).waitFor();
    await fan.goto(`${url}/tickets?tab=bookings`);
    await fan.locator('a[href^="/bookings/"]').first().click();
    await fan.getByRole("heading", { name: "Ditolak bank" }).waitFor();
    await accessible(fan, "declined");
    const id = new URL(fan.url()).pathname;
    await fan.getByRole("link", { name: "Bayar cara lain" }).click();
    await fan.getByRole("radio").first().waitFor();
    expect(await total(fan)).toBe(before);
    await accessible(fan, "checkout-again");
    await toBank(fan, "virtual_account");
    await fan.locator(".number").waitFor();
    await fan.goBack();
    await fan.goBack();
    await fan.getByRole("radio").first().waitFor(); // the browser's own way back leads to the choice as well
    await toBank(fan, "ewallet");
    await atBank(fan, "pay");
    await booking(fan, "confirmed");
    expect(new URL(fan.url()).pathname).toBe(id);
  });
});

describe("money that comes late", () => {
  it("gives other seats, said plainly, which may be declined for all the money", async () => {
    await checkout(fan, small);
    const before = await total(fan);
    await toBank(fan, "bank");
    const bank = fan.url();
    await fan.goto(`${url}/tickets?tab=bookings`);
    await fan.locator('a[href^="/bookings/"]').first().click();
    await fan.getByRole("heading", { name: "Waktu bayar habis" }).waitFor({ timeout: 90_000 });
    await accessible(fan, "expired");
    const [answer] = await Promise.all([fan.waitForResponse((one) => one.url().includes("/api/bookings/")), fan.reload()]);
    const seats = ((await answer.json()) as { lines: { seat_no: number }[] }).lines.map(({ seat_no }) => seat_no);
    const faster = newBuyer();
    (await faster.post("/api/shows/{id}/holds", { params: { id: small }, body: { seat_nos: seats } })).as(201);

    const late = await fan.context().newPage();
    await late.goto(bank);
    await late.locator("summary").click();
    await atBank(late, "pay_late");
    await late.close();
    await booking(fan, "substituted", 60_000);
    await fan.getByRole("heading", { name: "Kursinya berganti" }).waitFor();
    const seatsOf = (term: string) => fan.locator("dl > div", { hasText: term }).locator("dd").textContent();
    expect(await seatsOf("Sebagai ganti")).not.toBe(await seatsOf("Sekarang milikmu"));
    await accessible(fan, "substituted");
    await button(fan, "Tolak kursi ini").click();
    await accessible(fan, "decline-dialog");
    await button(fan, "Tolak, uang kembali").click();
    await booking(fan, "refunded", 60_000);
    expect(rupiah(await fan.getByTestId("refunded").textContent())).toBe(before);
    expect(await fan.getByTestId("ticket-void").count()).toBe(2);
    await accessible(fan, "declined-refunded");
  });
});

describe("tickets given back", () => {
  it("by the organiser's rule, which says what comes back before it is done", async () => {
    await manage(show, "rules");
    await seller.getByLabel("Pembeli boleh mengembalikan tiket").selectOption("until");
    await seller.getByLabel("Jam sebelum pertunjukan").fill("x");
    const save = seller.locator("form").filter({ has: seller.getByLabel("Jam sebelum pertunjukan") }).getByRole("button", { name: "Simpan", exact: true });
    await save.click();
    await seller.getByText("Angka bulat dalam jam", { exact: false }).waitFor();
    await accessible(seller, "rules-errors");
    await seller.getByLabel("Jam sebelum pertunjukan").fill("24");
    await seller.getByLabel("Biaya layanan tetap pada kami").check();
    await save.click();
    await seller.getByText("Tersimpan.", { exact: false }).waitFor();
    await eventually("the rule is in force", async () => (((await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).refund_rule?.keeps_fees === true) ? true : undefined));

    await bought(fan);
    const paid = await total(fan);
    const fees = rupiah(await fan.getByTestId("price-fees").textContent());
    await button(fan, "Kembalikan tiket").click();
    await fan.getByText("tetap untuk penyelenggara", { exact: false }).waitFor();
    await accessible(fan, "give-back-dialog");
    await button(fan, "Kembalikan, uang kembali").click();
    await booking(fan, "refunded", 60_000);
    expect(rupiah(await fan.getByTestId("refunded").textContent())).toBe(paid - fees);
    await fan.goto(`${url}/tickets?tab=bookings`);
    await fan.getByText("sudah kembali", { exact: false }).first().waitFor();
    await accessible(fan, "bookings");
  });
});

describe("an organiser who refunds", () => {
  it("one ticket of two: the buyer sees which one, and the money", async () => {
    const { id, reference } = await bought(fan);
    await fan.getByRole("link", { name: "Lihat tiket" }).click();
    await fan.getByTestId("qr").locator("svg").waitFor();
    await accessible(fan, "ticket-dialog");
    const ticket = new URL(fan.url()).searchParams.get("ticket")!;

    await manage(show, "payments");
    await seller.getByLabel("Nomor atau id pesanan").fill(reference.toLowerCase());
    await seller.getByTestId("payment").first().waitFor();
    expect(await seller.getByTestId("payment").count()).toBe(1);
    await accessible(seller, "payments");
    await seller.getByRole("button", { name: /^Kembalikan uang/ }).click();
    await seller.getByLabel("Beberapa tiket, yang jadi tidak berlaku").check();
    await button(seller, "Kembalikan sekarang").click();
    await seller.getByText("Nomor tiket hanya angka", { exact: false }).waitFor();
    await seller.getByText("Tulis alasannya.").waitFor();
    await accessible(seller, "refund-dialog");
    await seller.getByLabel("Nomor tiketnya").fill("123456");
    await seller.getByLabel("Alasan", { exact: true }).fill("Pindah kursi");
    await button(seller, "Kembalikan sekarang").click();
    await seller.getByText("Tidak semua nomor ini tiket dari pesanan itu.").waitFor();
    await seller.getByLabel("Nomor tiketnya").fill(ticket);
    await button(seller, "Kembalikan sekarang").click();
    await seller.getByTestId("refund-succeeded").waitFor({ timeout: 30_000 });
    await button(seller, "Tutup").click();
    await seller.getByText("kembali: Rp", { exact: false }).waitFor();

    await fan.goto(`${url}/bookings/${id}`);
    await booking(fan, "partially_refunded");
    await fan.getByTestId("ticket-void").waitFor();
    expect([await fan.getByTestId("ticket-void").count(), await fan.getByTestId("ticket-valid").count()]).toEqual([1, 1]);
    await fan.getByRole("heading", { name: "Pengembalian" }).waitFor();
    await accessible(fan, "partially-refunded");
    await fan.goto(`${url}/tickets`);
    await fan.getByTestId("void-ticket").first().waitFor();
    await accessible(fan, "tickets-void");
  });

  it("takes the movements of the show home as CSV", async () => {
    const [csv] = await Promise.all([seller.waitForEvent("download"), button(seller, "Rekap uang (CSV)").click()]);
    expect(csv.suggestedFilename()).toBe(`gelora-settlement-${show}.csv`);
  });
});

describe("a show that is called off", () => {
  it("is named by hand first, and is followed until all the money is back", async () => {
    await checkout(fan, off);
    await toBank(fan, "qris");
    await atBank(fan, "pay");
    await booking(fan, "confirmed");
    const address = fan.url();
    await manage(off, "call_off");
    await seller.getByLabel("Alasan", { exact: true }).fill("Artis sakit");
    await button(seller, "Batalkan pertunjukan").click();
    await seller.getByText("Ini bukan nama pertunjukannya.").waitFor();
    await accessible(seller, "call-off");
    const name = (await seller.getByRole("heading", { level: 1 }).textContent())!;
    await seller.getByLabel(/^Untuk konfirmasi/).fill(name);
    await button(seller, "Batalkan pertunjukan").click();
    await seller.getByTestId("call-off-over").waitFor({ timeout: 60_000 });
    await accessible(seller, "called-off");
    await fan.goto(address);
    await booking(fan, "refunded", 60_000);
  });
});
