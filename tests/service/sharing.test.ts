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
  expect(robots).toMatch(/Sitemap: https?:\/\/\S+\/sitemap\.xml\n/);
});
