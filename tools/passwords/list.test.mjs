import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { core, folded, kept, packed } from './list.mjs'

const file = readFileSync(new URL('../../services/user/domain/common_passwords.bin', import.meta.url))
const extra = readFileSync(new URL('extra.txt', import.meta.url), 'utf8').trim().split('\n')

function has(list, text) {
  const hash = createHash('sha256').update(text).digest()
  const begin = hash[0] === 0 ? 0 : list.readUInt32BE((hash[0] - 1) * 4)
  for (let i = begin; i < list.readUInt32BE(hash[0] * 4); i += 1) if (list.readUInt32BE(1024 + i * 4) === hash.readUInt32BE(1)) return true
  return false
}

test('an entry is kept unless another one, or a rule, refuses it already', () => {
  assert.deepEqual([...kept(['dragon', 'dragon12', '12345678', 'abc123', '1q2w3e4r', 'monkey7', 'monkey'], 9)], ['dragon', '1q2w3e4r', 'monkey'])
  assert.equal(folded('Ｐass-Word 12\u0301'), 'password12\u0301')
})

test('a packed list has its texts and no others', () => {
  const texts = Array.from({ length: 2000 }, (_, i) => `text${i}x`)
  const list = packed([...texts, ...texts])
  assert.equal(list.length, 1024 + 2000 * 4)
  assert.ok(texts.every((text) => has(list, text)))
  assert.ok(texts.every((text) => !has(list, `${text}x`)))
})

test('the file is whole and sorted, has more than 100,000 entries, and refuses the words of our own', () => {
  const count = file.readUInt32BE(255 * 4)
  assert.ok(count > 100_000)
  assert.equal(file.length, 1024 + count * 4)
  for (let first = 0, begin = 0; first < 256; first += 1) {
    const end = file.readUInt32BE(first * 4)
    assert.ok(end >= begin)
    for (let i = begin + 1; i < end; i += 1) assert.ok(file.readUInt32BE(1020 + i * 4) < file.readUInt32BE(1024 + i * 4))
    begin = end
  }
  const refused = (word) => has(file, word) || has(file, core(word)) || core(word).length < 4
  assert.deepEqual(extra.filter((word) => word !== folded(word) || !refused(word)), [])
})
