// A ticket goes from its buyer to somebody who has no account yet, by the link in a mail: the new code opens the gate, the old
// ticket is listed quietly.
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTicketCode, type TicketKey } from "../support/ticket_code.js";
import { sideways, violations } from "./axe.js";
import { mailedLink, openBrowser, url } from "./browser.js";
import { fillRegistration, goOn, logIn, openSeats, payAtSandbox, pickTwoOnMap, register, type Account } from "./fan.js";

let browser: Browser;
const newAccount = (name: string): Account => ({ email: `${name}.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" });
const newPage = async (width: number) => (await browser.newContext({ viewport: { width, height: 800 }, locale: "id-ID", bypassCSP: true })).newPage();
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const checked = async (page: Page) => expect([await violations(page), await sideways(page)]).toEqual([[], 0]);
const firstTicket = async (page: Page) => {
  await page.goto(`${url}/tickets`);
  await page.getByTestId("open-ticket").first().click();
  await page.getByTestId("qr").waitFor();
};
const scan = async (page: Page) => {
  const path = join(mkdtempSync(join(tmpdir(), "gelora-transfer-")), "qr.png");
  await page.getByTestId("qr").screenshot({ path });
  return execFileSync("zbarimg", ["--raw", "-q", "-Sdisable", "-Sqrcode.enable", path], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
};

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("a ticket that is given away", () => {
  const ayu = newAccount("ayu");
  const bima = newAccount("bima");
  let hers: Page;
  let his: Page;
  let before: string;

  beforeAll(async () => {
    hers = await newPage(1280);
    his = await newPage(1280);
    await register(hers, ayu);
    await hers.goto(`${url}/login`);
    await logIn(hers, ayu);
    await hers.waitForURL((address) => !address.pathname.startsWith("/login"));
    await openSeats(hers);
    await pickTwoOnMap(hers);
    await goOn(hers);
    await payAtSandbox(hers);
    await hers.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
    await hers.setViewportSize({ width: 360, height: 800 });
  }, 90_000);

  it("is offered by its owner, for whom it works until somebody takes it", async () => {
    await firstTicket(hers);
    before = await scan(hers);
    await button(hers, "Ubah nama").click();
    await hers.getByLabel("Nama di tiket").fill("Ayu Lestari Dewi");
    await checked(hers);
    await button(hers, "Simpan nama").click();
    await hers.getByRole("dialog").getByText("Ayu Lestari Dewi").waitFor();
    expect(await scan(hers)).toBe(before);
    await button(hers, "Pindahkan").click();
    await hers.getByLabel("Email penerima").waitFor();
    await checked(hers);
    await hers.getByLabel("Email penerima").fill(ayu.email);
    await button(hers, "Kirim tawaran").click();
    await hers.getByText("Ini alamatmu sendiri.").waitFor();
    await hers.getByLabel("Email penerima").fill(bima.email);
    await hers.getByLabel("Nama di tiket (boleh kosong)").fill("Bima Sakti");
    await button(hers, "Kirim tawaran").click();
    await button(hers, "Tarik kembali").waitFor();
    await checked(hers);
    expect(await scan(hers)).toBe(before);
  });

  it("is shown to whoever opens the link, who registers and takes it", async () => {
    await his.goto(await mailedLink(bima.email, "transfer"));
    await his.getByText("Ayu memberimu tiket ini.", { exact: false }).waitFor();
    await checked(his);
    expect(await his.locator("main").textContent()).not.toContain("Lestari");
    await his.locator("main").getByRole("link", { name: "Daftar" }).click();
    await fillRegistration(his, bima);
    await his.getByRole("link", { name: "Masuk" }).last().click();
    await logIn(his, bima);
    await button(his, "Ambil tiketnya").click();
    await his.getByText("Tiketnya milikmu").waitFor();
    await checked(his);
    await his.getByRole("link", { name: "Buka tiketnya" }).click();
    await his.getByTestId("qr").waitFor();
    await checked(his);
  });

  it("has a new code that verifies", async () => {
    const code = await scan(his);
    const { keys } = (await (await fetch(`${url}/.well-known/gelora-ticket-keys.json`)).json()) as { keys: TicketKey[] };
    const [old, fresh] = [readTicketCode(before, keys), readTicketCode(code, keys)];
    expect(fresh).toMatchObject({ show_id: old!.show_id, seat_no: old!.seat_no });
    expect(fresh!.ticket_id).not.toBe(old!.ticket_id);
  });

  it("is gone for who gave it, listed quietly with to whom; the link is dead", async () => {
    await hers.goto(`${url}/tickets`);
    await hers.getByTestId("given-ticket").waitFor();
    expect(await hers.getByTestId("given-ticket").textContent()).toContain(`Dipindahkan ke ${bima.email}`);
    expect(await hers.getByTestId("open-ticket").count()).toBe(1);
    await checked(hers);
    await his.goto(await mailedLink(bima.email, "transfer"));
    await his.getByText("Tawaran ini sudah tidak terbuka").waitFor();
    await checked(his);
  });

  it("can be taken back before", async () => {
    await firstTicket(hers);
    await button(hers, "Pindahkan").click();
    await hers.getByLabel("Email penerima").fill(newAccount("citra").email);
    await button(hers, "Kirim tawaran").click();
    await button(hers, "Tarik kembali").click();
    await button(hers, "Pindahkan").waitFor();
  });
});
