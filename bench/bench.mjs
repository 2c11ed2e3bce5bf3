// ./gelora bench: runs the rows of rows.mjs on the stack that scripts/bench.sh has started, and reports.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release } from 'node:os'
import { parseArgs } from 'node:util'
import { drawCharts } from './charts.mjs'
import { conclude, table } from './report.mjs'
import { chosen, rows } from './rows.mjs'
import { Stage } from './stage.mjs'

const RESULTS = new URL('results/', import.meta.url).pathname
const FLOOR_BROKEN = 3

const HELP = `./gelora bench [ROW]... [--rounds N] [--short] [--keep]
Measures this build against baselines that run in turn with it on this machine, and says which floors hold. It builds and starts
all it needs on ports and data of its own, beside an \`up\`, and removes it again. The numbers of one machine are not those of
another: read the ratios. More: docs/benchmark.md.

  --rounds N   rounds of each row (5)
  --short      a minute for all: shows that every row still measures; judges no floor
  --keep       also writes bench/results/<date>.json and the charts of the README

Rows:
${rows.map(({ id, name, measure, against }) => `  ${id.padEnd(4)} ${name.padEnd(11)} ${measure}${against ? `, against ${against}` : ''}`).join('\n')}

./gelora bench sql [--rows N]: P14, the hot statements of the services on 20 million bookings; --help says more.
./gelora bench web [map] [lighthouse] [size]: the pages instead: P15 (a frame of the seat map), P16 (first load), Lighthouse.

Ends with 0 when all floors hold, ${FLOOR_BROKEN} when one is broken, 1 when a row could not be measured.`

function readWish() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string' }, short: { type: 'boolean' }, keep: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, 'only-check': { type: 'boolean' } },
  })
  const rounds = Number(values.rounds ?? (values.short ? 1 : 5))
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100) throw new Error('--rounds is a number from 1 to 100')
  if (values.keep && values.short) throw new Error('--short measures nothing worth keeping')
  return { ...values, rounds, rows: chosen(positionals), seconds: values.short ? 0.6 : 3 }
}

function progress() {
  if (!process.stdout.isTTY) return { tell() {}, clear() {} }
  return { tell: (text) => process.stdout.write(`\r\x1b[K  … ${text}`), clear: () => process.stdout.write('\r\x1b[K') }
}

async function runRow(row, stage, wish) {
  const { tell, clear } = progress()
  const begun = Date.now()
  const took = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`
  try {
    const result = conclude(row, await row.run({ stage, rounds: wish.rounds, seconds: wish.seconds, short: wish.short, tell: (what) => tell(`${row.id} ${row.measure}: ${what}`) }))
    clear()
    const broken = !wish.short && result.checks.some(({ ok }) => !ok)
    console.log(`  ${broken ? '✗' : '✓'} ${row.id.padEnd(4)} ${row.measure.padEnd(44)} ${took()}`)
    return { result }
  } catch (fault) {
    clear()
    console.log(`  ✗ ${row.id.padEnd(4)} ${row.measure.padEnd(44)} ${took()}  ${fault.message}`)
    return { failed: { id: row.id, fault: fault.message } }
  }
}

async function main() {
  const wish = readWish()
  if (wish.help) {
    console.log(HELP)
    return 0
  }
  if (wish['only-check']) return 0 // scripts/bench.sh asks so before it builds
  const [busy] = loadavg()
  if (busy > cpus().length / 2) console.log(`  this machine is busy (load ${busy.toFixed(1)} on ${cpus().length} processors): ratios bear it better than numbers, but not for ever`)
  const stage = new Stage()
  await stage.open()
  const results = [], failed = []
  for (const row of wish.rows) {
    const one = await runRow(row, stage, wish)
    if (one.result) results.push(one.result)
    else failed.push(one.failed)
  }
  const at = new Date().toISOString()
  const report = { at, machine: { processors: cpus().length, model: cpus()[0].model, kernel: release(), load_at_start: busy }, short: wish.short ?? false, rounds: wish.rounds, seconds: wish.seconds, rows: results, failed }
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(`${RESULTS}latest.json`, JSON.stringify(report, null, 1) + '\n')
  if (wish.keep) {
    copyFileSync(`${RESULTS}latest.json`, `${RESULTS}${at.slice(0, 10)}.json`)
    drawCharts(report, RESULTS)
  }
  console.log(`\n${table(results, { judged: !wish.short, failed })}\n`)
  if (failed.length > 0) return 1
  return !wish.short && results.some(({ checks }) => checks.some(({ ok }) => !ok)) ? FLOOR_BROKEN : 0
}

main().then((status) => process.exit(status), (fault) => {
  console.error(`bench: ${fault.message}`)
  process.exit(1)
})
