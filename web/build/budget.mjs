// Fails the build when a fan's first load of JavaScript and words grows past its budget, as the edge sends it.
import { existsSync, statSync } from "node:fs";
import { dist, firstLoads } from "./manifest.mjs";

const budgetKb = 130;
const at = (file) => new URL(file, dist);
const sentKb = (file) => statSync(at(existsSync(at(`${file}.gz`)) ? `${file}.gz` : file)).size / 1024;

const sizes = firstLoads.map(([page, files]) => [page, files.reduce((sum, file) => sum + sentKb(file), 0)]);
for (const [page, size] of sizes) console.log(`${size.toFixed(1).padStart(7)} KB gzip of ${budgetKb}  ${page}`);
if (sizes.some(([, size]) => size > budgetKb)) {
  console.error("A fan page is over its first-load budget.");
  process.exit(1);
}
