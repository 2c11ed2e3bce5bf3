// Writes a .gz beside every text file of dist that gains by it; the edge serves it as it is (gzip_static).
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
for (const name of readdirSync(dist, { recursive: true })) {
  if (!/\.(js|css|svg|json|html|webmanifest)$/.test(name)) continue;
  const text = readFileSync(dist + name);
  const packed = gzipSync(text, { level: 9 });
  if (packed.length < text.length * 0.9) writeFileSync(`${dist}${name}.gz`, packed);
}
