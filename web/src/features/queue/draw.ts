// The draw, done again: the seed was committed to before anybody came, and everything else follows from it and from who was there. Pure
// but for the browser's SHA-256, which it has on secure pages only.
import type { Draw } from "./api.ts";

export interface Checked {
  /** What does not fit; none: all does. */
  wrong: "commitment" | "root" | "number" | undefined;
  entries: number;
  /** Of the entry that was asked for; undefined when it came after the draw. */
  number: number | undefined;
}

export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const atOnce = 2000;

/** By what each entry is put in order: SHA-256(seed ‖ root ‖ entry). Lower-case hex sorts as its bytes do. */
async function ranksOf(entries: readonly string[], seedAndRoot: Uint8Array): Promise<string[]> {
  const ranks: string[] = [];
  for (let at = 0; at < entries.length; at += atOnce) {
    const part = entries.slice(at, at + atOnce);
    ranks.push(...(await Promise.all(part.map((entry) => hash(join(seedAndRoot, bytesOf(entry)))))));
  }
  return ranks;
}

/** `commitment` is the one that was published before the draw; `mine` is my entry with the number that I was given, if I have one. */
export async function checkDraw({ seed, root, entries }: Draw, commitment: string, mine?: { entry: string; number: number }): Promise<Checked> {
  const seedBytes = bytesOf(seed);
  if ((await hash(seedBytes)) !== commitment) return { wrong: "commitment", entries: entries.length, number: undefined };
  const ownRoot = await hash(join(...entries.map(bytesOf)));
  if (ownRoot !== root) return { wrong: "root", entries: entries.length, number: undefined };
  const ranks = await ranksOf(entries, join(seedBytes, bytesOf(ownRoot)));
  const at = mine ? entries.indexOf(mine.entry) : -1;
  const number = at < 0 ? undefined : 1 + ranks.filter((rank) => rank < ranks[at]!).length;
  // Who took part has the number that was drawn; who came later has one behind all of those.
  const fits = !mine || (number === undefined ? mine.number > entries.length : mine.number === number);
  return { wrong: fits ? undefined : "number", entries: entries.length, number };
}
