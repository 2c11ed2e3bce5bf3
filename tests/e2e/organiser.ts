// What somebody does who sells, step by step. Indonesian, as in fan.ts.
import type { Page } from "playwright-core";
import { addPasskey, logInByPasskey, logOut, withAuthenticator } from "./authenticator.js";
import { url } from "./browser.js";
import { logIn, register, type Account } from "./fan.js";

/** The new organisation's page. Its roles are withheld: the password alone is not enough for them. */
export async function foundWithPassword(page: Page, account: Account, name: string): Promise<string> {
  await register(page, account);
  await page.goto(`${url}/login?next=/account`);
  await logIn(page, account);
  await page.getByRole("link", { name: "Dirikan organisasi" }).click();
  await page.getByLabel("Nama organisasi").fill(name);
  await page.getByRole("button", { name: "Dirikan", exact: true }).click();
  await page.getByRole("heading", { name }).waitFor();
  return new URL(page.url()).pathname;
}

/** Makes a passkey, and logs in with it. */
export async function logInStrongly(page: Page, account: Account, next: string): Promise<void> {
  await page.goto(`${url}/account`);
  await addPasskey(page, account);
  await logOut(page);
  await logInByPasskey(page, next);
}

export async function foundOrganisation(page: Page, account: Account, name: string): Promise<string> {
  await withAuthenticator(page);
  const path = await foundWithPassword(page, account, name);
  await logInStrongly(page, account, path);
  await page.getByRole("heading", { name }).waitFor();
  return path;
}
