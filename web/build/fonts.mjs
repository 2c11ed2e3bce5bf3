// Writes src/ui/fonts: the two typefaces with the letters of Indonesian, English and their neighbours, and only as narrow, wide and heavy
// as tokens.css sets them. That is 74 KB instead of 117. To be run again (`npm run fonts`) when tokens.css asks for more.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subset from "subset-font";

const typefaces = [
  ["archivo", "archivo-latin-wdth-normal", { wdth: { min: 68, max: 118, default: 100 }, wght: { min: 700, max: 900, default: 700 } }],
  ["plus-jakarta-sans", "plus-jakarta-sans-latin-wght-normal", { wght: { min: 400, max: 800, default: 400 } }],
];
const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
const letters = `${range(0x20, 0x7e)}${range(0xa0, 0x17f)}–—‘’“”‚„†•…‹›€™−←↑→↓`;

const folder = new URL("../src/ui/fonts/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [typeface, file, variationAxes] of typefaces) {
  const whole = readFileSync(fileURLToPath(import.meta.resolve(`@fontsource-variable/${typeface}/files/${file}.woff2`)));
  const part = await subset(whole, letters, { targetFormat: "woff2", variationAxes });
  writeFileSync(new URL(`${typeface}.woff2`, folder), part);
  console.log(`${typeface}: ${whole.length} → ${part.length} bytes`);
}
