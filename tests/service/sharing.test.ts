// What those read who run no script: the head of a concert's page, the map of the site.
import { afterAll, beforeAll, expect, test } from "vitest";
import { runStack, sql } from "./buyers.js";
import { url } from "./users_steps.js";

const slug = "trio-hujan-sore-resital";
const hostile = `Trio "Hujan" <script>alert(1)</script> & مطر`;
const page = async (path: string) => (await fetch(url + path)).text();
let before: string;

beforeAll(() => {
  before = sql("gelora_booking", `SELECT artist FROM concerts WHERE slug = '${slug}'`)[0]![0]!;
  sql("gelora_booking", `UPDATE concerts SET artist = '${hostile}' WHERE slug = '${slug}'`);
  runStack("restart", "booking-service");
});
afterAll(() => {
  sql("gelora_booking", `UPDATE concerts SET artist = '${before}' WHERE slug = '${slug}'`);
  runStack("restart", "booking-service");
});

test("a concert's page has its name for link previews, whatever is in it", async () => {
  const html = await page(`/concerts/${slug}`);
  expect(html.match(/<title>[^<]*<\/title>/)![0]).toContain("Trio &quot;Hujan&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; مطر");
  expect(html).not.toContain("<script>alert");
  expect(html).toMatch(/<meta property="og:title" content="Trio &quot;Hujan/);
  expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]+/concerts/${slug}">`));
  expect(html.match(/<meta name="description" content="([^"]*)"/)![1]).toContain("Bandung");
  expect(html.indexOf("<title>")).toBeLessThan(html.indexOf("</head>"));
});

const cardOf = (at: string, headers: Record<string, string> = {}) => fetch(`${url}/api/concerts/${at}/card.png`, { headers });

test("a link to a concert has its picture: of the size that it says, kept by its version, whatever is in its name", async () => {
  const html = await page(`/concerts/${slug}`);
  const meta = (name: string) => html.match(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`))![1]!;
  const [address, version] = meta("og:image").split("?v=");
  expect(address).toBe(`${new URL(meta("og:url")).origin}/api/concerts/${slug}/card.png`);
  expect([meta("og:image:width"), meta("og:image:height"), meta("twitter:card")]).toEqual(["1200", "630", "summary_large_image"]);
  expect(meta("og:image:alt")).toContain("&lt;script&gt;");

  const card = await cardOf(slug);
  const png = Buffer.from(await card.arrayBuffer());
  expect([card.status, card.headers.get("content-type"), card.headers.get("cache-control"), card.headers.get("etag")]).toEqual([200, "image/png", "public, max-age=3600", `"${version}"`]);
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect((await cardOf(slug, { "If-None-Match": card.headers.get("etag")! })).status).toBe(304);
  expect((await cardOf("no-such-concert")).status).toBe(404);
});

test("the pictures are there for all who ask for them at once", async () => {
  const { items } = (await (await fetch(`${url}/api/concerts?limit=100`)).json()) as { items: { id: string; slug: string }[] };
  const answers = await Promise.all(items.flatMap(({ id, slug: at }) => [...Array<string>(10).fill(id), at]).map(async (at) => [(await cardOf(at)).status, at]));
  expect(answers.filter(([status]) => status !== 200)).toEqual([]);
});

test("a concert that is not there is the page as always", async () => {
  const html = await page("/concerts/no-such-concert");
  expect(html).toContain("<title>Gelora</title>");
  expect(html).not.toContain("og:title");
});

test("search engines find every concert, and where not to look", async () => {
  const { items } = (await (await fetch(`${url}/api/concerts?limit=100`)).json()) as { items: { slug: string }[] };
  const map = await page("/sitemap.xml");
  for (const one of items) expect(map).toContain(`/concerts/${one.slug}</loc>`);
  const robots = await page("/robots.txt");
  expect(robots).toMatch(/^User-agent: \*\n/);
  expect(robots).toContain("Allow: /api/concerts/*/card.png\n"); // what previews load
  expect(robots).toMatch(/Sitemap: https?:\/\/\S+\/sitemap\.xml\n/);
});
