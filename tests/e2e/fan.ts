// What a fan does, step by step, by the words and roles that the page shows. Indonesian, as a new visitor sees it.
import type { Page } from "playwright-core";
import { mailedLink, url } from "./browser.js";

export interface Account {
  email: string;
  password: string;
}

export async function register(page: Page, account: Account): Promise<void> {
  await page.goto(`${url}/register`);
  await fillRegistration(page, account);
}

/** On the page that is there already. */
export async function fillRegistration(page: Page, account: Account): Promise<void> {
  await page.getByLabel("Nama", { exact: true }).fill("Ayu Lestari");
  await page.getByLabel("Email", { exact: true }).fill(account.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Daftar" }).click();
  await page.getByRole("heading", { name: "Periksa email" }).waitFor();
  await page.goto(await mailedLink(account.email, "verify"));
  await page.getByRole("heading", { name: "Akunmu siap" }).waitFor();
}

export async function logIn(page: Page, account: Account): Promise<void> {
  await page.getByLabel("Email", { exact: true }).fill(account.email);
  await page.getByLabel("Kata sandi", { exact: true }).fill(account.password);
  await page.locator("main").getByRole("button", { name: "Masuk", exact: true }).click();
}

/** By way of the search to the seats of the first night on sale of this artist; the demo's stadium where none is named. */
export async function openSeats(page: Page, artist = "Langit Karsa"): Promise<void> {
  await page.goto(url);
  await page.getByRole("searchbox").fill(artist);
  await page.getByText("1 konser", { exact: true }).waitFor();
  await page.locator('a[href^="/concerts/"]', { hasText: artist }).click();
  await page.getByRole("link", { name: "Pilih kursi" }).first().click();
  await page.getByTestId("hall").waitFor();
}

/** Two free seats of the list view. */
export async function pickTwoFromList(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Daftar", exact: true }).click();
  const list = page.getByTestId("seat-list");
  const section = list.locator("details", { has: page.getByText(/sisa (\d{2,}|[2-9])$/) }).first();
  await section.locator("summary").click();
  await section.getByRole("button").nth(0).click();
  await section.getByRole("button").nth(1).click();
  await page.getByText("2 tempat dipilih").waitFor();
}

/** Two neighbours, found by the page and shown on the map. */
export async function pickTwoOnMap(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Carikan kursi terbaik" }).click();
  await page.getByText("2 tempat dipilih").waitFor();
}

/** On from the picker; where the choice would leave a seat alone, with the seats that are offered instead. */
export async function goOn(page: Page): Promise<void> {
  const go = page.getByRole("button", { name: "Lanjut", exact: true });
  const offer = page.getByRole("button", { name: "Ambil yang ini" });
  await go.click();
  await Promise.race([page.waitForURL((address) => !address.pathname.endsWith("/seats")), offer.waitFor()]);
  if (!page.url().endsWith("/seats")) return;
  await offer.click();
  await go.click();
}

export async function payAtSandbox(page: Page, outcome = "pay"): Promise<void> {
  await page.getByTestId("pay").click();
  await page.waitForURL((address) => !address.href.startsWith(`${url}/checkout`), { timeout: 20_000 });
  await page.locator(`[name=outcome][value=${outcome}], [data-testid=${outcome}]`).first().click();
}
