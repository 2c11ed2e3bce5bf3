// ./gelora bench sql: the hot statements of the services on the project's own schema with 20 million bookings in it; see docs/benchmark.md.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { bookingFor, filled, hot } from '../../tools/sql/hot.mjs'
import { World } from '../../tools/sql/world.mjs'
import { Database, POOL_MB } from './database.mjs'
import { fill } from './fill.mjs'
import { history } from './history.mjs'
import { pageTable, queryTable, sizeTable, writeTable } from './report.mjs'
import { oneMoreIndex, primaryKeys } from './writes.mjs'

const RESULTS = new URL('../results/', import.meta.url).pathname
const SMALL = 20_000
const MOST_ROWS = 20_000_000 // about 21 GB
const LIMIT_S = 8 // of a statement without its index
const SLOW_MS = 500
const COMPARED = ['my bookings, a page', 'bookings of a show, newest']
const FEW = 'gelora_few' // the schema of the few bookings beside the many, so that both are asked in turn
const ROUNDS = 7
const MOST_RATIO = 1.5

const HELP = `./gelora bench sql [--rows N] [--keep]
Fills a MariaDB of its own, with the project's migrations, with N bookings and what hangs on them (20,000,000: about 21 GB, 20 minutes; on two
busy cores 5,000,000 take 10 minutes; --rows 200000 is the short form, a minute), and runs every hot statement of the services for random arguments: rows and pages it
touches, p50 and p99, first with a cold cache, then again; and without its index, for ${LIMIT_S} s at most. P14: the pages of lists at N
bookings against ${SMALL.toLocaleString('en')}. Then: what keys cost who writes. All is removed afterwards.

  --keep   also writes bench/results/sql-<date>.json`

// Numbers of [0, 1) that are the same in every run.
function sequence(seed) {
  let state = seed
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32)
}

const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
const times = ({ ms }) => ({ p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) })

async function measure(database, world, one) {
  const next = sequence(7)
  let statements = Array.from({ length: one.many }, () => filled(one, world, bookingFor(one, world, next())))
  const tried = times(await database.ask(one.schema, statements.slice(0, 3)))
  if (tried.p50 > SLOW_MS) statements = statements.slice(0, 5) // it has lost its plan: the table will say so
  const first = await database.ask(one.schema, statements)
  const again = await database.ask(one.schema, statements)
  return { id: one.id, index: one.index[0], rows: first.rows, pages: first.pages, first: times(first), again: times(again), statements }
}

async function measureOtherwise(database, one, statements) {
  const { what, change, many } = one.against
  const found = await database.ask(one.schema, statements.slice(0, many).map((text) => `SET STATEMENT max_statement_time = ${LIMIT_S} FOR ${change(text)}`))
  return { what, rows: found.rows, ...(found.ended > 0 ? { limited: LIMIT_S * 1000 } : times(found)) }
}

/** What booking-service's schema has now, as a schema of its own. */
async function keepAsFew(database) {
  const tables = (await database.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'gelora_booking' AND table_type = 'BASE TABLE'")).flat()
  const copies = tables.map((table) => `CREATE TABLE ${table} LIKE gelora_booking.${table}; INSERT INTO ${table} SELECT * FROM gelora_booking.${table}; ANALYZE TABLE ${table};`)
  await database.sql(`CREATE OR REPLACE DATABASE ${FEW}; USE ${FEW}; ${copies.join(' ')}`)
}

/** P14: p99 of a page with few and with many bookings, in turn, pages in memory; medians of the rounds. */
async function inTurn(database, one, small, world) {
  const next = sequence(11)
  const sides = [[FEW, small], [one.schema, world]].map(([schema, of]) => ({ schema, statements: Array.from({ length: one.many }, () => filled(one, of, bookingFor(one, of, next()))), p50: [], p99: [] }))
  for (let round = 0; round <= ROUNDS; ++round) {
    for (const side of sides) {
      const found = times(await database.ask(side.schema, side.statements))
      if (round === 0) continue // pages come into memory
      side.p50.push(found.p50)
      side.p99.push(found.p99)
    }
  }
  const [few, many] = sides.map(({ p50, p99 }) => ({ p50: percentile(p50, 0.5), p99: percentile(p99, 0.5), spread: [Math.min(...p99), Math.max(...p99)] }))
  return { id: one.id, few, many }
}

/** The same page of the one who has bought most, found by a key and by counting. */
async function pages(database, world) {
  const [[user, bookings]] = await database.rows('SELECT user_id, COUNT(*) FROM bookings GROUP BY user_id ORDER BY 2 DESC LIMIT 1', 'gelora_booking')
  const depth = Math.floor(Number(bookings) * 0.9)
  const one = hot.find(({ id }) => id === COMPARED[0])
  const [[key]] = await database.rows(`SELECT id FROM bookings WHERE user_id = ${user} ORDER BY id DESC LIMIT 1 OFFSET ${depth - 1}`, 'gelora_booking')
  const text = (args) => one.sql.split('?').map((part, n) => part + (args[n] ?? '')).join('')
  const keyset = text([user, key, 20])
  const results = []
  for (const [name, sql] of [['id < key LIMIT 20', keyset], [`LIMIT 20 OFFSET ${depth.toLocaleString('en')}`, text([user, 9223372036854775807n, `20 OFFSET ${depth}`])]]) {
    await database.ask('gelora_booking', [sql])
    const found = await database.ask('gelora_booking', Array(9).fill(sql))
    results.push({ name, rows: found.rows, ...times(found) })
  }
  return results
}

function readWish() {
  const { values } = parseArgs({ options: { rows: { type: 'string' }, keep: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, 'only-check': { type: 'boolean' } } })
  const rows = Number(values.rows ?? MOST_ROWS)
  if (!Number.isInteger(rows) || rows < 100_000 || rows > MOST_ROWS) throw new Error(`--rows is a number from 100000 to ${MOST_ROWS}`)
  return { ...values, rows }
}

const begun = Date.now()
const say = (text) => console.log(`  ${String(Math.round((Date.now() - begun) / 1000)).padStart(4)} s  ${text}`)
let told = 0
function tell(text) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K  … ${text}`)
  else if (Date.now() - told > 15_000) { told = Date.now(); say(text) }
}
const clear = () => { if (process.stdout.isTTY) process.stdout.write('\r\x1b[K') }

async function run(database, wish) {
  await database.takeOver()
  await database.start({ filling: true })
  const small = new World(SMALL)
  await fill(database, small, tell)
  await keepAsFew(database)
  const world = new World(wish.rows)
  await fill(database, world, tell)
  const filled_s = Math.round((Date.now() - begun) / 1000)
  await database.stop()
  await database.start({ filling: false }) // as delivered, with nothing in its cache
  const disk_mb = await database.diskMb()
  clear()
  say(`${wish.rows.toLocaleString('en')} bookings of ${world.users.toLocaleString('en')} people in ${world.shows.toLocaleString('en')} shows; ${disk_mb.toLocaleString('en')} MB on disk, buffer pool ${POOL_MB} MB`)
  const queries = []
  for (const one of hot) {
    tell(one.id)
    queries.push({ ...(await measure(database, world, one)), one })
  }
  for (const query of queries) {
    tell(`${query.id}, otherwise`)
    if (query.one.against) query.against = await measureOtherwise(database, query.one, query.statements)
  }
  const p14 = []
  for (const one of hot.filter(({ id }) => COMPARED.includes(id))) p14.push(await inTurn(database, one, small, world))
  tell('pages')
  const paged = await pages(database, world)
  const sizes = (await database.sizes()).filter(({ mb }) => mb > wish.rows / 1_000_000)
  const more = await oneMoreIndex(database, world, wish.rows > 1_000_000 ? 150 : 40, tell, percentile)
  const keys = await primaryKeys(database, wish.rows > 1_000_000 ? { rows: 1_500_000, count: 150 } : { rows: 100_000, count: 40 }, tell, percentile)
  const past = await history(database, wish.rows, tell, percentile)
  clear()
  return { rows: wish.rows, history: past, disk_mb, filled_s, p14, queries: queries.map(({ one, statements, ...rest }) => rest), pages: paged, sizes, more, keys }
}

function print(found) {
  console.log(`\nEach statement for random arguments: rows read by the server, pages from disk, the first time and again\n${queryTable(found.queries)}`)
  console.log(`\nP14: p99 of a page at ${found.rows.toLocaleString('en')} bookings ÷ at ${SMALL.toLocaleString('en')}, in turn, pages in memory; median of ${ROUNDS} rounds (spread)`)
  const told = ({ p99, spread, p50 }) => `${p99.toFixed(2)} ms (${spread.map((ms) => ms.toFixed(2)).join('–')}; p50 ${p50.toFixed(2)})`
  for (const { id, few, many } of found.p14) console.log(`  ${id}: ${told(many)} ÷ ${told(few)} = ${(many.p99 / few.p99).toFixed(2)}×, at most ${MOST_RATIO}×`)
  console.log(`\nA page deep in the list of who has bought most\n${pageTable(found.pages)}`)
  console.log(`\nSizes\n${sizeTable(found.sizes)}`)
  console.log(`\nWriting bookings; one more index took ${found.more.seconds.toFixed(1)} s to build\n${writeTable(found.more.rows)}`)
  console.log(`\nThe primary key, beyond the buffer pool\n${writeTable(found.keys)}`)
  const { moved, left, pieces } = found.history
  console.log(`\nHistory\n  ${moved.rows.toLocaleString('en')} entries of a journal moved: ${moved.rate.toLocaleString('en')} a second, ${moved.step_ms.toFixed(0)} ms a step`)
  console.log(`  a year of ${left.rows.toLocaleString('en')} entries leaves: ${left.dropped.toFixed(2)} s as a partition, ${left.deleted.toFixed(1)} s row by row`)
  console.log(`  my bookings, a page: ${pieces.map(({ name, p50, p99 }) => `${name} ${p50.toFixed(2)} ms (p99 ${p99.toFixed(2)})`).join(', ')}\n`)
}

async function main() {
  const wish = readWish()
  if (wish.help) console.log(HELP)
  if (wish.help || wish['only-check']) return 0
  const database = new Database()
  const load = loadavg()[0]
  try {
    const found = await run(database, wish)
    const at = new Date().toISOString()
    mkdirSync(RESULTS, { recursive: true })
    writeFileSync(`${RESULTS}sql-latest.json`, JSON.stringify({ at, machine: { processors: cpus().length, model: cpus()[0].model, load_at_start: load }, ...found }, null, 1) + '\n')
    if (wish.keep) copyFileSync(`${RESULTS}sql-latest.json`, `${RESULTS}sql-${at.slice(0, 10)}.json`)
    print(found)
    say(`done; filled after ${found.filled_s} s`)
    return found.p14.every(({ few, many }) => many.p99 <= MOST_RATIO * few.p99) ? 0 : 3
  } finally {
    await database.stop()
  }
}

main().then((status) => process.exit(status), (fault) => {
  console.error(`bench: ${fault.message}`)
  process.exit(1)
})
