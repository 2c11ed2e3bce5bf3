// People who sell: one founds an organisation, another is invited, works there, and does so no more. A program's key, a gate's telephone.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withAuthenticator } from "./authenticator.js";
import { sideways, violations } from "./axe.js";
import { mailedLink, openBrowser, url } from "./browser.js";
import { fillRegistration, logIn, type Account } from "./fan.js";
import { foundOrganisation, foundWithPassword, logInStrongly } from "./organiser.js";

let browser: Browser;
const newAccount = (name: string): Account => ({ email: `${name}.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const tab = (page: Page, name: string) => page.locator("main nav").getByRole("link", { name, exact: true });

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function newPage(options: { bypassCSP?: boolean } = {}): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID", ...options })).newPage();
}

describe("an organisation", () => {
  const name = `Nada Raya ${randomUUID().slice(0, 6)}`;
  const owner = newAccount("pemilik");
  const bayu = newAccount("bayu");
  let hers: Page;
  let his: Page;
  let path: string;

  beforeAll(async () => {
    hers = await newPage();
    his = await newPage();
    path = await foundOrganisation(hers, owner, name);
  });

  it("shows nothing but the way to a second factor until its owner logged in with one", async () => {
    const page = await newPage();
    await foundWithPassword(page, newAccount("sandi"), "Panggung Lain");
    await page.getByText("Masuk dengan faktor kedua").first().waitFor();
    expect(await page.locator("main nav").count()).toBe(0);
    await page.getByRole("link", { name: "Ke Keamanan" }).click();
    await button(page, "Masuk lagi").click();
    await page.waitForURL(`${url}/login?next=%2Forganiser`);
  });

  it("is in its owner's menu, with all its sections", async () => {
    await button(hers, "Akun").click();
    await hers.locator("header").getByRole("link", { name: "Organisasiku" }).click();
    await hers.getByRole("link", { name }).click();
    await hers.getByRole("heading", { name: "Pertunjukan pertamamu" }).waitFor();
    for (const section of ["Tim", "Kunci", "Pintu"]) await tab(hers, section).waitFor();
  });

  it("invites somebody by mail, who registers, accepts, and sees what the role may", async () => {
    await tab(hers, "Tim").click();
    await hers.getByLabel("Email", { exact: true }).fill(bayu.email);
    await hers.getByLabel("Peran", { exact: true }).selectOption("gate");
    await button(hers, "Kirim undangan").click();
    await hers.getByText(`Undangan untuk ${bayu.email}`, { exact: false }).first().waitFor();
    await hers.getByRole("heading", { name: "Menunggu" }).waitFor();

    await withAuthenticator(his);
    await his.goto(await mailedLink(bayu.email, "invitation"));
    await his.locator("main").getByRole("link", { name: "Daftar" }).click();
    await fillRegistration(his, bayu);
    await his.getByRole("link", { name: "Masuk" }).last().click();
    await logIn(his, bayu);
    await button(his, "Terima").click();
    await his.getByText(`Sekarang kamu bekerja untuk ${name}`).waitFor();
    await his.getByText("Peranmu: Pintu.").waitFor();
    await logInStrongly(his, bayu, path);
    await tab(his, "Pertunjukan").waitFor();
    expect(await tab(his, "Tim").count()).toBe(0);
  });

  it("takes an invitation once, and says whose account it was", async () => {
    await his.goto(await mailedLink(bayu.email, "invitation"));
    await button(his, "Terima").click();
    await his.getByText("Undangan ini tidak berlaku").waitFor();
    await his.getByText(`kamu masuk sebagai ${bayu.email}`, { exact: false }).waitFor();
  });

  it("gives another role, whose pages open", async () => {
    await hers.reload();
    const row = hers.locator("li", { hasText: bayu.email });
    await row.getByLabel("Peran Ayu Lestari").selectOption("manager");
    await row.getByRole("button", { name: "Simpan" }).click();
    await row.getByRole("button", { name: "Simpan" }).waitFor({ state: "detached" });
    await his.goto(url + path);
    await tab(his, "Tim").click();
    await his.getByText(owner.email).waitFor();
    expect(await his.locator("li", { hasText: owner.email }).getByRole("button").count()).toBe(0);
  });

  it("has one owner at least", async () => {
    const row = hers.locator("li", { hasText: owner.email });
    await button(hers, "Berhenti").click();
    await button(hers, "Ya, berhenti").click();
    await hers.getByText("Harus ada pemiliknya").waitFor();
    await button(hers, "Batal").click();
    await row.waitFor();

    await hers.goto(`${url}/account`);
    await button(hers, "Hapus akun").click();
    await hers.getByLabel(/Untuk konfirmasi/).fill(owner.email);
    await button(hers, "Hapus selamanya").click();
    await hers.getByText("Harus ada pemiliknya").waitFor();
    await hers.goto(`${url}${path}?section=team`);
  });

  it("that removed somebody is gone from that person's pages", async () => {
    await hers.locator("li", { hasText: bayu.email }).getByRole("button", { name: "Keluarkan Ayu Lestari" }).click();
    await button(hers, "Keluarkan dari tim").click();
    await hers.getByText(bayu.email).waitFor({ state: "detached" });
    await his.goto(url + path);
    await his.getByText("Organisasi ini tidak ada").waitFor();
    await his.getByRole("link", { name: "Akun", exact: true }).waitFor(); // a link again, no menu
  });

  it("gives a program a key that is told once, opens, and is revoked", async () => {
    const tokenFor = async (key: string) => fetch(`${url}/api/access-tokens`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key }) });
    await tab(hers, "Kunci").click();
    await hers.getByLabel("Nama", { exact: true }).fill("Pembukuan");
    await hers.getByLabel("Berlaku berapa hari").fill("400");
    await button(hers, "Buat kunci").click();
    await hers.getByText("Angka bulat", { exact: false }).waitFor();
    await hers.getByLabel("Berlaku berapa hari").fill("7");
    await button(hers, "Buat kunci").click();
    const key = await hers.getByLabel("Kunci Pembukuan").innerText();
    await button(hers, "Sudah kusimpan").click();
    expect(await hers.getByText(key).count()).toBe(0);
    const { access_token } = (await (await tokenFor(key)).json()) as { access_token: string };
    const shows = await fetch(`${url}/api${path.replace("organiser", "organisations")}/shows`, { headers: { Authorization: `Bearer ${access_token}` } });
    expect([shows.status, ((await shows.json()) as { items: unknown[] }).items]).toEqual([200, []]);
    await button(hers, "Cabut Pembukuan").click();
    await button(hers, "Ya, cabut").click();
    await hers.getByText("Belum ada kunci.").waitFor();
    expect((await tokenFor(key)).status).toBe(401);
  });

  it("makes a telephone a gate device by a code that opens once", async () => {
    await tab(hers, "Pintu").click();
    await hers.getByLabel("Nama", { exact: true }).fill("Pintu utara 2");
    await button(hers, "Tampilkan kode").click();
    await hers.getByAltText("Kode ini sebagai kode QR").waitFor();
    const code = await hers.getByText(/^[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}$/).innerText();
    expect(await hers.getByAltText("Kode ini sebagai kode QR").evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);

    const phone = await newPage();
    await phone.setViewportSize({ width: 360, height: 740 });
    await phone.goto(`${url}/gate/enrol`);
    await phone.getByLabel("Kode sekali pakai").fill(code.toLowerCase().replaceAll("-", " "));
    await button(phone, "Daftarkan ponsel ini").click();
    await phone.getByRole("heading", { name: "Ponsel ini siap" }).waitFor();
    await phone.reload();
    await phone.getByText(name).waitFor();
    await phone.getByText("Pintu utara 2").waitFor();
    await button(hers, "Selesai").click();
    await button(hers, "Cabut Pintu utara 2").waitFor();

    const late = await newPage();
    await late.goto(`${url}/gate/enrol#${code}`);
    await button(late, "Daftarkan ponsel ini").click();
    await late.getByText("Kode ini tidak berlaku").waitFor();
  });
});

describe("the pages of accounts and organisations", () => {
  let page: Page;
  let path: string;
  beforeAll(async () => {
    page = await newPage({ bypassCSP: true });
    path = await foundOrganisation(page, newAccount("aksesibel"), "Panggung Kita");
  });

  const pages: [string, () => string, string][] = [
    ["account", () => "/account", "section li"],
    ["my organisations", () => "/organiser", "main li"],
    ["found one", () => "/organiser/new", "form"],
    ["shows", () => path, "main nav"],
    ["team", () => `${path}?section=team`, "main li"],
    ["keys", () => `${path}?section=keys`, "form"],
    ["gates", () => `${path}?section=gates`, "form"],
    ["invitation", () => "/invitation?token=x", "main button"],
  ];

  describe.each([["light", 1280], ["dark", 360]] as const)("%s at %i px", (theme, width) => {
    it.each(pages)("%s has nothing that axe complains of", async (_name, address, settled) => {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((chosen) => localStorage.setItem("gelora.theme", chosen), theme);
      await page.goto(url + address());
      await page.locator(settled).first().waitFor();
      await page.waitForTimeout(400);
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page), "no sideways scrolling").toBe(0);
    });
  });
});
