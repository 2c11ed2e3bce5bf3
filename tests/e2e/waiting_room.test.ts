// A night that is sold through a waiting room: its organiser switches it on, fans enter, are let in one after the other by themselves, and
// choose; who is not in it is led there. A draw that anybody can do again.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, newBuyer, sql } from "../service/buyers.js";
import { publishShow } from "../service/own_show.js";
import { newAccount } from "../service/users_steps.js";
import { createClient, type Client } from "../support/client.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import { goOn, logIn, payAtSandbox, pickTwoFromList } from "./fan.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let organisation: string;
let organiser: Client;
let page: Page; // the organiser's
let ayu: Page, bima: Page, citra: Page;
const button = (at: Page, name: string) => at.getByRole("button", { name, exact: true });
const phase = (at: Page, name: string) => at.locator(`[data-testid=room][data-phase=${name}]`);
const rules = (show: string) => `${url}${organisation}/shows/${show}?section=rules`;
const queue = (show: string) => `${url}/shows/${show}/queue`;
const seats = (show: string) => `${url}/shows/${show}/seats`;

/** In both widths, and back in the page's own. */
async function looksRight(at: Page): Promise<void> {
  const size = at.viewportSize()!;
  for (const width of [360, 1280]) {
    await at.setViewportSize({ ...size, width });
    expect([await violations(at), await sideways(at)]).toEqual([[], 0]);
  }
  await at.setViewportSize(size);
}

async function newFan(width: number): Promise<Page> {
  const at = await (await browser.newContext({ viewport: { width, height: 800 }, locale: "id-ID", bypassCSP: true, reducedMotion: "reduce" })).newPage();
  await at.goto(`${url}/login`);
  await logIn(at, await newAccount());
  await at.getByRole("heading", { name: "Tiketku" }).waitFor();
  return at;
}

/** Whether the page is looked at, or another tab is. */
const seen = (at: Page, is: boolean) =>
  at.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, !is);

const newShow = () => publishShow(organiser, organisation.split("/").at(-1)!, `Antrean ${randomUUID().slice(0, 6)}`);

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID", bypassCSP: true, reducedMotion: "reduce" })).newPage();
  organisation = await foundOrganisation(page, { email: `loket.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" }, "Rumah Antre");
  organiser = createClient(url);
  organiser.token = await page.evaluate(async () => ((await (await fetch("/api/sessions/refresh", { method: "POST" })).json()) as { access_token: string }).access_token);
  [ayu, bima, citra] = [await newFan(360), await newFan(1280), await newFan(360)];
}, 180_000);
afterAll(() => browser.close());

describe("one chooses at a time", () => {
  let show: string;
  const card = () => page.getByTestId("waiting-room");
  const figure = (name: string) => card().getByTestId(`room-${name}`);
  beforeAll(async () => {
    show = await newShow();
  }, 60_000);

  it("its organiser switches it on", async () => {
    await page.goto(rules(show));
    await card().getByText("Mati: saat penjualan dibuka", { exact: false }).waitFor();
    await card().getByLabel("Berapa orang memilih bersamaan").fill("1");
    await looksRight(page);
    await button(page, "Aktifkan").click();
    await card().getByText("Tersimpan.").waitFor();
    await card().getByText("Aktif", { exact: true }).waitFor();
    expect(await figure("arrived").textContent()).toBe("0");
    await looksRight(page);
    await eventually("everybody is told", async () => (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).waiting_room ?? undefined);
  });

  it("who comes first is let in at once, and has time to choose", async () => {
    await ayu.goto(queue(show));
    await ayu.waitForURL(seats(show));
    expect(await ayu.getByTestId("turn").textContent()).toMatch(/Giliranmu: (9:\d\d|10:00) tersisa/);
    await ayu.getByTestId("hall").waitFor();
    await looksRight(ayu);
    await pickTwoFromList(ayu);
    await goOn(ayu);
    await ayu.getByTestId("pay").waitFor();
  });

  it("who comes next keeps their place: reloaded, in another tab, away and back", async () => {
    await bima.goto(queue(show));
    await bima.getByRole("heading", { name: "Kamu berikutnya" }).waitFor();
    await bima.getByText("Nomormu 2", { exact: true }).waitFor();
    await looksRight(bima);
    const tab = await bima.context().newPage();
    await tab.goto(queue(show));
    for (const at of [tab, bima]) {
      await at.reload();
      await at.getByText("Nomormu 2", { exact: true }).waitFor();
      expect(await at.title()).toContain("Kamu berikutnya · Penguji");
    }
    await tab.close();
  });

  it("who goes past it to the seats is led to it, and back to what they chose", async () => {
    await citra.goto(seats(show));
    await citra.getByTestId("no-turn").getByText("Malam ini dijual lewat ruang tunggu.").waitFor();
    await looksRight(citra);
    await pickTwoFromList(citra);
    await button(citra, "Lanjut").click();
    await citra.waitForURL(queue(show));
    await citra.getByText("Nomormu 3", { exact: true }).waitFor();
    expect(await citra.getByTestId("ahead").textContent()).toBe("1");
    await looksRight(citra);
    await citra.goBack();
    await citra.getByText("2 tempat dipilih").waitFor();
    await citra.getByTestId("no-turn").getByText("1 di depanmu di ruang tunggu.").waitFor();
    await citra.getByRole("link", { name: "Ke ruang tunggu" }).click();
    await citra.getByText("Nomormu 3", { exact: true }).waitFor();
  });

  it("its organiser sees them", async () => {
    for (const [name, number] of [["arrived", "3"], ["waiting", "2"], ["admitted", "1"]] as const) await figure(name).getByText(number, { exact: true }).waitFor();
  });

  it("when one has booked the next is let in, and led to the seats by the page itself", async () => {
    await payAtSandbox(ayu);
    await ayu.getByTestId("booking-confirmed").waitFor({ timeout: 30_000 });
    await bima.waitForURL(seats(show), { timeout: 30_000 });
    await bima.getByTestId("turn").waitFor();
    await citra.getByRole("heading", { name: "Kamu berikutnya" }).waitFor({ timeout: 30_000 });
    await ayu.goto(queue(show));
    await ayu.getByRole("heading", { name: "Malam ini sudah kamu pesan" }).waitFor();
    await looksRight(ayu);
  });

  it("whose turn it is sees it at once, and says it to those who listen", async () => {
    const token = await bima.evaluate(async () => ((await (await fetch("/api/sessions/refresh", { method: "POST" })).json()) as { access_token: string }).access_token);
    const left = await fetch(`${url}/api/shows/${show}/queue/me`, { method: "DELETE", headers: { Authorization: `Bearer ${token}` } });
    expect(left.status).toBe(204);
    await phase(citra, "turn").waitFor({ timeout: 30_000 });
    await seen(citra, false); // a page that nobody sees does not go on
    expect(await citra.getByTestId("spoken").textContent()).toBe("Sekarang giliranmu");
    expect(await citra.title()).toContain("Giliranmu!");
    await looksRight(citra);
    await seen(citra, true);
    await citra.waitForURL(seats(show));
    await citra.getByText("2 tempat dipilih").waitFor(); // as before
    await goOn(citra);
    await citra.getByTestId("pay").waitFor();
  });

  it("its organiser switches it off, and nobody waits any more", async () => {
    await button(page, "Matikan").click();
    const dialog = page.getByRole("dialog", { name: "Jual tanpa ruang tunggu?" });
    await looksRight(page);
    await button(page, "Matikan").last().click();
    await dialog.waitFor({ state: "hidden" });
    await card().getByText("Mati: saat penjualan dibuka", { exact: false }).waitFor();
    await eventually("everybody is told", async () => ((await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200).waiting_room ? undefined : true));
    await bima.goto(seats(show));
    await bima.getByTestId("hall").waitFor();
    expect(await bima.getByTestId("no-turn").count()).toBe(0);
    await pickTwoFromList(bima);
    await goOn(bima);
    await bima.getByTestId("pay").waitFor();
  });
});

describe("a sale that opens", () => {
  let show: string;
  let concert: string;
  const opens = (inSeconds: number) => {
    sql("gelora_booking", `UPDATE shows SET opens_at_us = ${(Math.floor(Date.now() / 1000) + inSeconds) * 1_000_000}, revision = revision + 1 WHERE id = ${show}`);
  };
  beforeAll(async () => {
    show = await newShow();
    opens(3600);
    const settings = { shoppers: 1, turn_s: 600, gathers_s: 7200 };
    expect((await organiser.call("put", `/api/shows/${show}/waiting-room`, { body: settings })).status).toBe(200);
    const shown = async () => (await newBuyer().get("/api/shows/{id}", { params: { id: show } })).as(200);
    concert = (await eventually("it is upcoming, with a room", async () => ((one) => (one.waiting_room && one.sale.status === "upcoming" ? one : undefined))(await shown()))).concert.slug;
  }, 60_000);

  it("has a room that one enters from the concert's page, also as a guest who logs in on the way", async () => {
    const guest = await (await browser.newContext({ viewport: { width: 360, height: 800 }, locale: "id-ID", bypassCSP: true, reducedMotion: "reduce" })).newPage();
    await guest.goto(`${url}/concerts/${concert}`);
    await guest.getByRole("link", { name: "Masuk ruang tunggu" }).click();
    await phase(guest, "guest").waitFor();
    await looksRight(guest);
    await guest.locator("main").getByRole("link", { name: "Masuk", exact: true }).click();
    await logIn(guest, await newAccount());
    await guest.waitForURL(queue(show));
    await guest.getByRole("heading", { name: "Kamu sudah di dalam" }).waitFor();
    await looksRight(guest);
    await button(guest, "Keluar dari antrean").click();
    await button(guest, "Keluar dari antrean").last().click();
    await guest.getByRole("heading", { name: "Kamu keluar dari antrean" }).waitFor();
    await looksRight(guest);
    await guest.context().close();
  });

  it("draws everybody who is there, which each of them can do again", async () => {
    const fans = [ayu, bima, citra];
    for (const fan of fans) {
      await fan.goto(queue(show));
      await phase(fan, "gathering").waitFor();
    }
    opens(5);
    // one of them is let in and goes to the seats, two wait
    await expect.poll(() => fans.filter((fan) => fan.url() === seats(show)).length, { timeout: 60_000 }).toBe(1);
    const waiting = fans.filter((fan) => fan.url() === queue(show));
    for (const fan of waiting) {
      const number = /\d$/.exec((await fan.getByText(/^Nomormu \d$/).textContent())!)![0];
      await fan.getByText("Bagaimana cara mengundinya?").click();
      await button(fan, "Periksa sendiri").click();
      await fan.getByText(`Benar: 4 peserta, nomormu ${number}.`).waitFor(); // with the place of who left
      await looksRight(fan);
    }
  });
});
