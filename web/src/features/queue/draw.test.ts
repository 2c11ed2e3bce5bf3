import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { checkDraw } from "./draw.ts";

const sha = (...parts: Uint8Array[]): Buffer => createHash("sha256").update(Buffer.concat(parts)).digest();
const seed = Buffer.from("9b1f8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e5f2c8d0e", "hex");
const entries = Array.from({ length: 4500 }, (_, i) => sha(Buffer.from(`entry ${i}`)).subarray(0, 16));
const root = sha(...entries);
const order = [...entries].sort((a, b) => Buffer.compare(sha(seed, root, a), sha(seed, root, b)));
const commitment = sha(seed).toString("hex");
const hex = (bytes: Buffer) => bytes.toString("hex");
const draw = { show_id: "7", commitment, seed: hex(seed), root: hex(root), entries: entries.map(hex) };
const numbered = (entry: Buffer) => ({ entry: hex(entry), number: 1 + order.indexOf(entry) });

it("finds the number of an entry as another program does", async () => {
  for (const entry of [order[0]!, entries[0]!, entries[2100]!, order.at(-1)!]) expect(await checkDraw(draw, commitment, numbered(entry))).toEqual({ wrong: undefined, entries: 4500, number: numbered(entry).number });
});

it("has the answer that was written down", async () => {
  const three = [1, 2, 3].map((last) => String(last).padStart(32, "0"));
  const small = { ...draw, entries: three, root: "0b64f478d99c825f63acfab02a6523dbba36e29e629cbfa5f98925c7b1756077" };
  const committed = "9cebcced52a22192d024ecbbb8ec251196755006ce96c7bd419afe73d5b88fdb";
  const numbers = await Promise.all(three.map(async (entry) => (await checkDraw(small, committed, { entry, number: 0 })).number));
  expect(numbers).toEqual([1, 3, 2]);
});

it("holds also without an entry, and for who came after it", async () => {
  expect(await checkDraw(draw, commitment)).toEqual({ wrong: undefined, entries: 4500, number: undefined });
  const late = "0".repeat(32);
  expect(await checkDraw(draw, commitment, { entry: late, number: 4501 })).toMatchObject({ wrong: undefined });
  expect(await checkDraw(draw, commitment, { entry: late, number: 12 })).toMatchObject({ wrong: "number" });
});

it("says what does not fit", async () => {
  const mine = numbered(entries[5]!);
  const other = hex(sha(Buffer.from("another seed")));
  expect((await checkDraw({ ...draw, seed: other, commitment: hex(sha(Buffer.from(other, "hex"))) }, commitment, mine)).wrong).toBe("commitment");
  expect((await checkDraw({ ...draw, entries: draw.entries.slice(1) }, commitment, mine)).wrong).toBe("root");
  const swapped = [draw.entries[1]!, draw.entries[0]!, ...draw.entries.slice(2)];
  expect((await checkDraw({ ...draw, entries: swapped }, commitment, mine)).wrong).toBe("root");
  expect((await checkDraw(draw, commitment, { ...mine, number: mine.number + 1 })).wrong).toBe("number");
});
