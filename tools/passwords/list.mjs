// The pure half of generate.mjs: which texts the list keeps, and its bytes. The rules are those of services/user/domain/password.cpp.
import { createHash } from 'node:crypto'

export const fewest = 12

/** Lower case; letters and digits of ASCII and whole characters beyond it. "Pass-Word 1234" is "password1234". */
export const folded = (text) => text.normalize('NFKC').replace(/[A-Z]/g, (c) => c.toLowerCase()).replace(/[\0-/:-`{-\x7f]/g, '')
export const core = (text) => text.replace(/^[0-9]+|[0-9]+$/g, '')

/** The first `most` texts that are not refused already, because of what is left without the digits around them. */
export function kept(texts, most) {
  const bare = (text) => [...text].length >= 4 && core(text) === text
  const list = new Set()
  for (const text of texts) {
    if (list.size === most) break
    if (bare(text)) list.add(text)
    else if ([...core(text)].length >= 4 && !list.has(core(text))) list.add(text)
  }
  // a bare text that came after its longer form makes that one needless; what this leaves free is not filled again
  for (const text of list) if (core(text) !== text && list.has(core(text))) list.delete(text)
  return list
}

/** 256 ends, then the records: what C++ and the browser read (README.md). */
export function packed(texts) {
  const hashes = [...texts].map((text) => createHash('sha256').update(text).digest().subarray(0, 5)).sort(Buffer.compare)
  const records = hashes.filter((hash, i) => i === 0 || !hash.equals(hashes[i - 1]))
  const ends = Buffer.alloc(256 * 4)
  for (let first = 0, end = 0; first < 256; first += 1) {
    while (end < records.length && records[end][0] === first) end += 1
    ends.writeUInt32BE(end, first * 4)
  }
  return Buffer.concat([ends, ...records.map((record) => record.subarray(1))])
}
