#!/usr/bin/env node
// ./gelora verify-draw FILE|ADDRESS [ENTRY]: reckons the draw of a waiting room anew. See docs/waiting-room.md.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest();

/** The faults of a draw (none: it is as it should be), and the entries in their drawn order. Entries, seed, root and commitment are hex. */
export function verify({ commitment, seed, root, entries }) {
  const faults = [];
  const seed_bytes = Buffer.from(seed, "hex");
  const marks = entries.map((entry) => Buffer.from(entry, "hex"));
  if (marks.some((mark) => mark.length !== 16)) faults.push("an entry is not of 16 bytes");
  if (new Set(entries).size !== entries.length) faults.push("an entry stands there twice");
  if (sha256(seed_bytes).toString("hex") !== commitment) faults.push("the seed is not the one that was committed to");
  const real_root = sha256(Buffer.concat(marks));
  if (real_root.toString("hex") !== root) faults.push("the root is of other entries, or of another order");
  const keyed = marks.map((mark, at) => ({ at, key: sha256(Buffer.concat([seed_bytes, real_root, mark])) }));
  keyed.sort((a, b) => Buffer.compare(a.key, b.key) || a.at - b.at);
  return { faults, order: keyed.map(({ at }) => entries[at]) };
}

async function read(from) {
  if (!/^https?:/.test(from)) return JSON.parse(await readFile(from, "utf8"));
  const answer = await fetch(from);
  if (!answer.ok) throw new Error(answer.status === 404 ? "there is no draw at this address, or not yet" : `${from} answers ${answer.status}`);
  return answer.json();
}

async function main([from, entry]) {
  if (!from) throw new Error("which? ./gelora verify-draw FILE|ADDRESS [ENTRY]");
  const draw = await read(from);
  const { faults, order } = verify(draw);
  for (const fault of faults) console.log(`wrong: ${fault}`);
  if (faults.length > 0) return 1;
  console.log(`${order.length} entries; the seed is the one that was committed to, and the root is of these entries`);
  if (entry === undefined) return 0;
  const number = order.indexOf(entry.toLowerCase()) + 1;
  if (number === 0) console.log(`${entry} took no part in the draw`);
  else console.log(`${entry} is number ${number}`);
  return number === 0 ? 1 : 0;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  process.exitCode = await main(process.argv.slice(2)).catch((fault) => {
    console.error(`verify-draw: ${fault.message}`);
    return 2;
  });
}
