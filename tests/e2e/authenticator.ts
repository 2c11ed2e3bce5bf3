// Chromium's virtual authenticator in place of a finger on a telephone, and what people do with it. Indonesian, as in fan.ts.
import type { Page } from "playwright-core";
import { url } from "./browser.js";
import type { Account } from "./fan.js";

export interface Authenticator {
  /** Whether the browser offers passkeys in its list of saved log-ins. The virtual one picks there at once, so that it is off at first. */
  listIsThere: (is: boolean) => Promise<void>;
  /** Whether its owner is there: without, every ceremony ends as a cancelled one. */
  ownerIsThere: (is: boolean) => Promise<void>;
}

export async function withAuthenticator(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(localStorage.getItem("test.list") === "true");
  });
  return {
    listIsThere: async (is) => void (await page.evaluate((on) => localStorage.setItem("test.list", String(on)), is)),
    ownerIsThere: async (is) => void (await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: is })),
  };
}

/** On the account page. */
export async function addPasskey(page: Page, account: Account): Promise<void> {
  await page.getByRole("button", { name: "Tambah passkey" }).click();
  const form = page.locator("form", { has: page.getByRole("button", { name: "Buat passkey" }) });
  await form.getByLabel("Kata sandi sekarang").fill(account.password);
  await form.getByRole("button", { name: "Buat passkey" }).click();
  await page.getByText("Mulai sekarang passkey ini membuka akunmu.").waitFor();
}

/** On the account page. */
export async function logOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Keluar", exact: true }).click();
  await page.waitForURL(`${url}/`);
}

export async function logInByPasskey(page: Page, next: string): Promise<void> {
  await page.goto(`${url}/login?next=${encodeURIComponent(next)}`);
  await page.getByRole("button", { name: "Masuk dengan passkey" }).click();
  await page.waitForURL(url + next);
}
