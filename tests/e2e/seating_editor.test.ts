// A new organisation draws its hall by mouse and by keys, publishes it, makes a show in it, and a fan reaches its seats. Two people draw
// the same plan. A broken file is told its faults.
import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sideways, violations } from "./axe.js";
import { openBrowser, url } from "./browser.js";
import type { Account } from "./fan.js";
import { foundOrganisation } from "./organiser.js";

let browser: Browser;
let page: Page;
let path: string; // of the organisation
const name = `Aula ${randomUUID().slice(0, 6)}`;
const account: Account = { email: `juru.gambar.${randomUUID().slice(0, 8)}@example.com`, password: "lautan-biru-tenang-27" };
const button = (label: string) => page.getByRole("button", { name: label, exact: true });
const tool = (label: string) => page.getByRole("toolbar").getByRole("button", { name: label, exact: true });
const tab = (label: string) => page.getByRole("tab", { name: new RegExp(`^${label}`) });
const saved = () => page.getByTestId("saving").getByText("Tersimpan", { exact: true }).waitFor();
const soon = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T19:30`;

/** A hundred blocks of twenty rows. */
function stadium(): object {
  const sections = Array.from({ length: 100 }, (_, i) => {
    const [left, top] = [100 + (i % 10) * 280, 100 + Math.floor(i / 10) * 240];
    const outline = [[left - 8, top - 8], [left + 158, top - 8], [left + 158, top + 190], [left - 8, top + 190]];
    return { name: `Blok ${i + 1}`, zone: `z${i % 5}`, outline, rows: Array.from({ length: 20 }, (__, r) => ({ name: String(r + 1), seats: Array.from({ length: 25 }, (___, s) => [String(s + 1), left + s * 6, top + r * 9]) })) };
  });
  const zones = ["#b3124e", "#1d4e89", "#5b3f9e", "#c05a00", "#2f6f3e"].map((colour, i) => ({ key: `z${i}`, name: `Zona ${i}`, kind: "seated", colour }));
  return { name: "Stadion", width: 3000, height: 2600, stage: { label: "Panggung", points: [[1400, 20], [1600, 20], [1600, 60], [1400, 60]] }, zones, sections };
}

/** Draws with the tool in hand, by parts of the board. */
async function drag(from: [number, number], to: [number, number]): Promise<void> {
  const box = (await page.getByTestId("board").boundingBox())!;
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}
const outline = async (): Promise<string[]> => {
  await tab("Daftar").click();
  return page.getByTestId("outline").getByRole("button").allInnerTexts();
};
async function looksRight(): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);
}

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID", bypassCSP: true })).newPage();
  path = await foundOrganisation(page, account, "Rumah Denah");
}, 120_000);
afterAll(() => browser.close());

it("begins with a plan for a venue of its own", async () => {
  await page.locator("main nav").getByRole("link", { name: "Denah kursi", exact: true }).click();
  await page.getByText("Belum ada denah sendiri").waitFor();
  await page.getByLabel("Nama denah").fill(name);
  await page.getByLabel("Tempat", { exact: true }).first().selectOption({ label: "Tempat baru …" });
  await page.getByLabel("Nama tempat").fill("Aula Barat");
  await page.getByLabel("Kota").fill("Bandung");
  await page.getByLabel("Alamat", { exact: true }).fill("Jl. Ganesa 10");
  await looksRight();
  await button("Mulai menggambar").click();
  await page.getByTestId("board").waitFor();
  await page.getByRole("heading", { name }).waitFor();
});

it("draws two blocks and a standing zone by mouse, and changes them by keys and forms", async () => {
  await tool("Blok").click();
  await drag([0.2, 0.35], [0.4, 0.5]);
  await page.getByLabel("Nama", { exact: true }).fill("Kiri");
  await page.getByLabel("Baris", { exact: true }).fill("6");
  await page.getByLabel("Kursi sebaris").fill("12");
  await tool("Blok").click();
  await drag([0.6, 0.35], [0.8, 0.5]);
  await page.getByLabel("Nama", { exact: true }).fill("Kanan");
  await page.getByLabel("Baris", { exact: true }).fill("6");
  await page.getByLabel("Kursi sebaris").fill("12");
  await page.getByLabel("Lengkung°").fill("20");
  await page.getByLabel("Nomor kursi").selectOption("odd_even");
  await page.getByLabel("Tandai kursi").fill("A-1 a-2");
  await button("Pendamping").click();
  await page.getByText("Pendamping: A-1, A-2").waitFor();
  await tool("Berdiri").click();
  await drag([0.35, 0.65], [0.65, 0.85]);
  await page.getByLabel("Orang").fill("150");
  await drag([0.35, 0.65], [0.3, 0.6]); // its corner
  await page.getByText("Sudut", { exact: true }).click();
  const left = async (corner: number) => Number(await page.getByLabel(`Sudut ${corner}, x`).inputValue());
  expect(await left(1)).toBeLessThan(await left(4));
  expect((await outline()).map((each) => each.split("\n")[0])).toEqual(["Panggung", "Kiri", "Kanan", "Berdiri 1"]);
  await saved();
  await looksRight();

  await page.getByTestId("outline").getByRole("button", { name: /^Kiri/ }).click();
  const x = async () => Number(await page.getByLabel("X", { exact: true }).inputValue());
  const before = await x();
  await page.getByTestId("board").focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(x).toBe(before - 11);
  await page.keyboard.press("Control+z");
  await expect.poll(x).toBe(before);
  await page.keyboard.press("Control+y");
  await expect.poll(x).toBe(before - 11);
  await page.keyboard.press("Control+d");
  expect((await outline()).length).toBe(5);
  await page.getByTestId("board").focus();
  await page.keyboard.press("Delete");
  expect((await outline()).length).toBe(4);
  await page.getByTestId("board").focus();
  await page.keyboard.press("Control+a");
  await tab("Sifat").click();
  await page.getByText("4 benda dipilih").waitFor();
  await page.getByTestId("board").focus();
  await page.keyboard.press("Escape");
  await page.getByLabel("Nama denah").waitFor();
  await saved();
});

it("says what is wrong and leads there, and publishes when nothing is", async () => {
  await tab("Daftar").click();
  await page.getByTestId("outline").getByRole("button", { name: /^Kanan/ }).click();
  await page.getByLabel("Nama", { exact: true }).fill("Kiri");
  await saved();
  await button("Terbitkan versi 1").click();
  const faults = page.getByTestId("faults").getByRole("button");
  await faults.first().waitFor();
  expect(await faults.first().innerText()).toContain("Dua kursi punya nama ini.");
  await looksRight();
  await faults.first().click();
  await tab("Sifat").click();
  await page.getByLabel("Nama", { exact: true }).fill("Kanan");
  await button("Terbitkan versi 1").click();
  await button("Versi 1 sudah terbit").waitFor();
  await button("Seperti dilihat penonton").click();
  await page.getByRole("dialog").getByTestId("hall").waitFor();
  await button("Tutup").click();
});

it("looks right in the dark, in English, and on a tablet", async () => {
  const other = await page.context().newPage();
  for (const [width, theme, language] of [[768, "dark", "id"], [1280, "dark", "en"], [768, "light", "en"]] as const) {
    await other.setViewportSize({ width, height: 1000 });
    await other.goto(page.url());
    await other.evaluate(([look, words]) => {
      localStorage.setItem("gelora.theme", look!);
      localStorage.setItem("gelora.language", words!);
    }, [theme, language]);
    await other.reload();
    await other.getByTestId("board").waitFor();
    for (const panel of await other.getByRole("tab").all()) {
      await panel.click();
      expect(await violations(other), `${width} ${theme} ${language}`).toEqual([]);
      expect(await sideways(other)).toBe(0);
    }
  }
  await other.evaluate(() => {
    localStorage.setItem("gelora.theme", "light");
    localStorage.setItem("gelora.language", "id");
  });
  await other.close();
});

it("is drawn by two people: the second keeps what they drew as a copy", async () => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByTestId("board").waitFor();
  await other.getByLabel("Lebar", { exact: true }).fill("650");
  await other.getByTestId("saving").getByText("Tersimpan", { exact: true }).waitFor();
  await expect.poll(() => other.getByRole("button", { name: "Terbitkan versi 2", exact: true }).isVisible()).toBe(true);
  await tab("Daftar").click();
  await button("Teks").last().click();
  const dialog = page.getByRole("dialog", { name: "Ada yang menyimpan denah ini" });
  await dialog.waitFor();
  await page.keyboard.press("Escape"); // decides nothing
  await page.getByRole("link", { name: "Semua denah kursi" }).click(); // and nobody leaves without deciding
  await dialog.waitFor();
  await dialog.getByRole("button", { name: "Simpan punyaku sebagai salinan" }).click();
  await page.getByRole("heading", { name: `${name} (salinan)` }).waitFor();
  expect((await outline()).map((each) => each.split("\n")[0])).toContain("Teks");
  await other.reload();
  await other.getByTestId("board").waitFor();
  expect(await other.getByLabel("Lebar", { exact: true }).inputValue()).toBe("650");
  await other.close();
});

it("stays fluid with 50,000 seats", async () => {
  const token = await page.evaluate(async () => ((await (await fetch("/api/sessions/refresh", { method: "POST" })).json()) as { access_token: string }).access_token);
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const at = `${url}/api${path.replace("/organiser/", "/organisations/")}`;
  const { items } = (await (await fetch(`${at}/venues`, { headers })).json()) as { items: { id: string }[] };
  const made = await fetch(`${at}/plan-imports?venue_id=${items[0]!.id}`, { method: "POST", headers, body: JSON.stringify(stadium()) });
  expect(made.status).toBe(201);
  const { id } = (await made.json()) as { id: string };
  await page.goto(`${url}${path}/plans/${id}`);
  await page.getByTestId("board").waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const busy = async () => (await devtools.send("Performance.getMetrics")).metrics.find(({ name: each }) => each === "TaskDuration")!.value * 1000;
  /** Main-thread milliseconds a frame while the pointer is dragged about. */
  const frames = async (from: [number, number]): Promise<number> => {
    const box = (await page.getByTestId("board").boundingBox())!;
    const [x, y] = [box.x + from[0] * box.width, box.y + from[1] * box.height];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y); // the first of it makes paths
    await page.evaluate(() => {
      const count = (window as unknown as { frames: number });
      count.frames = 0;
      const next = () => requestAnimationFrame(() => { count.frames += 1; next(); });
      next();
    });
    const before = await busy();
    for (let step = 0; step < 60; step += 1) await page.mouse.move(x + 20 + Math.sin(step / 5) * 60, y + step);
    const [after, count] = [await busy(), await page.evaluate(() => (window as unknown as { frames: number }).frames)];
    await page.mouse.up();
    return (after - before) / count;
  };
  for (const zoom of [0, 4]) {
    await button("Tampilkan semua").click();
    for (let press = 0; press < zoom; press += 1) await button("Perbesar").click();
    await tool("Pilih").click();
    const dragged = await frames([0.512, 0.52]);
    await button("Batalkan").click(); // a block was moved
    await tool("Geser").click();
    const panned = await frames([0.5, 0.5]);
    console.log(`50,000 seats, CPU 4 times slower, zoomed ${zoom} times: ${panned.toFixed(1)} ms a frame while panning, ${dragged.toFixed(1)} ms while dragging`);
    expect(Math.max(panned, dragged)).toBeLessThan(100);
  }
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
}, 120_000);

it("imports a file, or tells all that is wrong with it", async () => {
  await page.goto(`${url}${path}/plans`);
  const send = async (document: object) => {
    await page.getByLabel("Berkas").setInputFiles({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) });
    await button("Impor berkas").click();
  };
  const seat = (seat_guid: string, seat_number: string, x: number) => ({ seat_guid, seat_number, category: "Depan", position: { x, y: 0 } });
  const plan = (...seats: object[]) => ({ name: "Teater", categories: [{ name: "Depan", color: "#b3124e" }], zones: [{ name: "Utama", position: { x: 100, y: 100 }, rows: [{ row_number: "1", position: { x: 0, y: 0 }, seats }] }] });
  await send(plan(seat("a", "1", 0), seat("a", "2", 25), seat("c", "3", 27)));
  await page.getByText("2 kesalahan. Tidak ada yang disimpan.").waitFor();
  await page.getByText("/zones/0/rows/0/seats/1/seat_guid").waitFor();
  await button("Gandakan Stadion").click();
  await page.getByRole("link", { name: "Stadion (salinan)" }).waitFor();
  await looksRight();
  await send(plan(seat("a", "1", 0), seat("b", "2", 25)));
  await page.getByRole("heading", { name: "Teater" }).waitFor();
});

it("is what a show is made in, and a fan reaches its seats", async () => {
  await page.goto(`${url}${path}/concerts/new`);
  await page.getByLabel("Artis", { exact: true }).fill(name);
  await page.getByLabel("Judul konser").fill("Malam Denah");
  await page.getByLabel("Genre").fill("Folk");
  await page.getByLabel("Deskripsi bahasa Indonesia").fill("Malam.");
  await page.getByLabel("Deskripsi bahasa Inggris").fill("A night.");
  await button("Buat draf").click();
  await page.getByRole("link", { name: "Pertunjukan baru" }).click();
  const choice = page.locator("select[name=plan_id]");
  const option = (await choice.locator("option").allInnerTexts()).find((each) => each.includes(name))!;
  await choice.selectOption({ label: option });
  await page.getByLabel("Mulai (WIB)").fill(soon(40));
  for (const price of await page.getByLabel("Harga (IDR)").all()) await price.fill("350.000");
  await button("Buat 1 draf").click();
  await button("Terbitkan").click();
  await button("Kembalikan ke draf").waitFor();
  const show = /shows\/(\d+)/.exec(page.url())![1]!;
  for (const what of ["", "/seating/rows", "/availability"]) await expect.poll(async () => (await fetch(`${url}/api/shows/${show}${what}`)).status, { timeout: 10_000 }).toBe(200);
  const fan = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "id-ID" })).newPage();
  await fan.goto(`${url}/shows/${show}/seats`);
  await fan.getByTestId("hall").waitFor();
  await fan.getByRole("button", { name: "Daftar", exact: true }).click();
  await fan.getByTestId("seat-list").getByText("Kanan").first().waitFor();
  await fan.getByText("Berdiri 1").first().waitFor();
});
