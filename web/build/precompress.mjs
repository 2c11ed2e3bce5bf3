// Writes a .gz beside every text file of dist that gains by it; the edge serves it as it is (gzip_static). Zopfli packs three per cent
// better for a hundred times the work: it is for what every fan loads first.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import zopfli from "@gfx/zopfli";
import { dist, firstLoads, manifest } from "./manifest.mjs";

const folder = fileURLToPath(dist);
const first = new Set([...firstLoads.flatMap(([, files]) => files), ...Object.values(manifest).flatMap(({ css = [] }) => css)]);
for (const name of readdirSync(folder, { recursive: true })) {
  if (!/\.(js|css|svg|json|html|webmanifest)$/.test(name)) continue;
  const text = readFileSync(folder + name);
  const packed = first.has(name) ? await zopfli.gzipAsync(text, { numiterations: 5 }) : gzipSync(text, { level: 9 });
  if (packed.length < text.length * 0.9) writeFileSync(`${folder}${name}.gz`, packed);
}
