// Who changed what: an owner changes a price and somebody's rights, and finds both, with before and after; a filter is in the address, and
// the back button takes it back.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createClient } from "../support/client.js";
import { publishShow } from "../service/own_show.js";
import { newPerson } from "../service/organisers.js";
import { tokenIn, waitForMail } from "../service/users_steps.js";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import type { Account } from "./fan.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page;
let path: string; // of the organisation
let show: string;
const account: Account = { email: `activity.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const owner = createClient(url);
const entries = () => page.getByTestId("activity");
const entry = (words: RegExp) => entries().filter({ hasText: words });

async function looksRight(): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
}

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "id-ID", bypassCSP: true })).newPage();
  page.on("request", (request) => {
    const token = request.headers()["authorization"]?.replace("Bearer ", "");
    if (token) owner.token = token;
  });
  path = await foundOrganisation(page, account, "Rumah Jejak");
  await page.goto(`${url}${path}?section=team`);
  await page.waitForLoadState("networkidle");
  const organisation = path.split("/").at(-1)!;
  show = await publishShow(owner, organisation, "Malam Jejak");
  const { id, account: colleague, client } = await newPerson();
  const params = { id: organisation };
  (await owner.post("/api/organisations/{id}/invitations", { params, body: { email: colleague.email, role: "gate", shows: null } })).as(201);
  (await client.post("/api/invitations/acceptance", { body: { token: tokenIn(await waitForMail(colleague.email, /diundang/i), "invitation") } })).as(200);
  (await owner.patch("/api/organisations/{id}/members/{user_id}", { params: { ...params, user_id: id }, body: { role: "manager", shows: [show] } })).as(200);
  const { zones } = (await owner.get("/api/shows/{id}/rules", { params: { id: show } })).as(200);
  expect((await owner.call("patch", `/api/shows/${show}/rules`, { body: { zones: [{ id: zones[0]!.id, price_minor: 375_000 }] } })).status).toBe(200);
}, 180_000);
afterAll(() => browser.close());

it("tells both, newest first, and leads to what was changed", async () => {
  await page.goto(`${url}${path}`);
  await page.getByRole("link", { name: "Aktivitas" }).click();
  await page.getByRole("heading", { name: "Aktivitas" }).waitFor();
  await entry(/mengubah harga .*: Rp100\.\d{3} → Rp375\.000/).waitFor();
  await entry(/mengubah hak/).getByText("manajer, 1 pertunjukan").waitFor();
  const texts = await entries().allTextContents();
  expect(texts.findIndex((text) => /mengubah harga/.test(text))).toBeLessThan(texts.findIndex((text) => /menerbitkan pertunjukan/.test(text)));
  expect(texts.some((text) => /mendirikan organisasi/.test(text))).toBe(true);
  await looksRight();
  await entry(/menulis pertunjukan/).getByText(/rincian/).click();
  await looksRight();
});

it("is filtered; the address keeps it, back takes it back", async () => {
  await page.getByLabel("Apa", { exact: true }).selectOption("team");
  await entry(/mengubah harga/).waitFor({ state: "detached" });
  await entry(/mengubah hak/).waitFor();
  expect(new URL(page.url()).search).toBe("?kind=team");
  await page.reload();
  await entry(/mengubah hak/).waitFor();
  expect(await page.getByLabel("Apa", { exact: true }).inputValue()).toBe("team");
  await page.goBack();
  await entry(/mengubah harga/).waitFor();
  await page.getByLabel("Apa", { exact: true }).selectOption("webhooks");
  await page.getByText("Tidak ada yang cocok").waitFor();
  await looksRight();
  await page.getByRole("button", { name: "Hapus saringan" }).click();
  await entry(/mengubah harga/).waitFor();
});

it("is found from the show itself", async () => {
  await page.goto(`${url}${path}/shows/${show}`);
  await page.getByRole("link", { name: "Aktivitas" }).click();
  await entry(/mengubah harga/).waitFor();
  expect(new URL(page.url()).searchParams.get("show")).toBe(show);
  expect(await entry(/mengubah hak/).count()).toBe(0);
});
