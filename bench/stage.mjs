// What is measured: a whole stack of its own (started by scripts/bench.sh), with the halls of the benchmark in it, and what can be
// asked of it: statements of its database, processor time of its services.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { catalogue } from './catalogue.mjs'
import { run } from './programs.mjs'

const BUYERS = 1000
const TOKEN_LIFE_S = 600
const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** Access tokens of 1,000 buyers, signed with the stack's own key; the services verify them as any other. */
function signTokens(keyFile) {
  const key = createPrivateKey(readFileSync(keyFile))
  const { x, y } = createPublicKey(key).export({ format: 'jwk' })
  const kid = createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest('base64url')
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const iat = Math.floor(Date.now() / 1000)
  return Array.from({ length: BUYERS }, (_, i) => {
    const claims = { iss: 'gelora', aud: 'gelora', sub: String(1_000_000 + i), sid: '1', iat, exp: iat + TOKEN_LIFE_S, roles: ['customer'], orgs: [] }
    const text = `${part({ alg: 'ES256', kid, typ: 'JWT' })}.${part(claims)}`
    return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
  })
}

export class Stage {
  #stack = process.env.GELORA_STACK
  #tokensAt = 0
  #dirty = false
  runDir = process.env.GELORA_RUN_DIR
  base = Number(process.env.GELORA_PORT)
  booking = `http://127.0.0.1:${this.base + 2}`
  payment = `http://127.0.0.1:${this.base + 3}`
  bank = `http://127.0.0.1:${this.base + 4}`
  edge = `http://127.0.0.1:${this.base}`
  /** Ports for servers to compare with, beside those of the stack. */
  spare = { epoll: this.base + 7, noop: this.base + 8, nginx: this.base + 9, gin: this.base + 10 }
  tokensFile = `${this.runDir}/tokens`

  async open() {
    const file = this.file('catalogue.json')
    writeFileSync(file, JSON.stringify(catalogue))
    await run(`${process.env.GELORA_BENCH_BIN}/booking-service`, ['import', file], { env: await this.environmentOf('booking-service') })
    this.shows = Object.fromEntries((await this.rows('SELECT slug, id FROM gelora_booking.shows')).map(([slug, id]) => [slug, id]))
    this.zones = Object.fromEntries((await this.rows(
      'SELECT CONCAT(s.slug, "/", z.zone_no), z.id FROM gelora_booking.show_zones z JOIN gelora_booking.shows s ON s.id = z.show_id')))
    await run(this.#stack, ['restart', 'booking-service'])
    await this.#untilServed()
    await this.#measureBackground()
  }

  file(name) { return `${this.runDir}/${name}` }
  log(name) { return this.file(`logs/bench-${name}.out`) }

  async environmentOf(service) {
    const lines = (await run(this.#stack, ['env', service])).trim().split('\n')
    return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
  }

  sql(text) { return run(this.#stack, ['sql', '--batch', '--skip-column-names'], { input: text }) }
  async rows(text) { return (await this.sql(text)).trim().split('\n').map((line) => line.split('\t')) }

  /** The file with tokens that are good for some minutes. */
  tokens() {
    if (Date.now() - this.#tokensAt > (TOKEN_LIFE_S / 3) * 1000) {
      writeFileSync(this.tokensFile, signTokens(this.file('secrets/access-token.key.pem')).join('\n') + '\n')
      this.#tokensAt = Date.now()
    }
    return this.tokensFile
  }

  /** Rows that sell call this: nothing of what rows before sold is left, in the database or in memory. */
  async fresh(seed) {
    if (this.#dirty || seed) {
      await run(this.#stack, ['stop', 'booking-service'])
      const tables = ['seat_claims', 'holds', 'bookings', 'tickets', 'journal', 'outbox', 'inbox', 'scans', 'admissions', 'gate_counts']
      await this.sql(`USE gelora_booking; ${tables.map((table) => `TRUNCATE ${table};`).join(' ')} UPDATE show_leases SET version = 0; ${seed ?? ''}`)
      truncateSync(this.file('logs/booking-service.log')) // a line for each hold
      await run(this.#stack, ['start', 'booking-service'])
      await this.#untilServed()
    }
    this.#dirty = true
  }

  /** Desks open and keys of tokens known. */
  async #untilServed() {
    const [token] = readFileSync(this.tokens(), 'utf8').split('\n')
    for (const end = Date.now() + 20_000; ; await pause(50)) {
      const answers = await Promise.all([
        ...Object.values(this.shows).map((id) => fetch(`${this.booking}/api/shows/${id}/availability`, { method: 'HEAD' })),
        fetch(`${this.booking}/api/tickets?limit=1`, { headers: { authorization: `Bearer ${token}` } }),
      ])
      if (answers.every(({ status }) => status === 200)) return
      if (Date.now() > end) throw new Error(`booking-service does not serve: ${answers.map(({ status }) => status).join(' ')}`)
    }
  }

  pidOf(service) { return Number(readFileSync(this.file(`pids/${service}.pid`), 'utf8')) }

  /** Statements the database has been asked so far: all, and those that read. */
  async statements() {
    const found = Object.fromEntries(await this.rows(`SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Com_select')`))
    return { all: Number(found.Questions), reads: Number(found.Com_select) }
  }

  /** What the database is asked while nobody asks us anything. */
  async #measureBackground() {
    await pause(500)
    const [first, second] = [await this.statements(), await this.statements()]
    const begun = Date.now()
    await pause(3000)
    const third = await this.statements()
    const seconds = (Date.now() - begun) / 1000
    this.asking = { all: second.all - first.all, reads: second.reads - first.reads } // by the question itself
    this.background = { all: (third.all - second.all - this.asking.all) / seconds, reads: (third.reads - second.reads - this.asking.reads) / seconds }
  }

  /** Runs `work` and adds what it cost: statements (all and reading) and seconds, microseconds of the processor in `pid`. */
  async watch(pid, work) {
    const before = await this.statements()
    const [begun, used] = [Date.now(), cpu_us(pid)]
    const result = await work()
    const [ended, used_after] = [Date.now(), cpu_us(pid)]
    const after = await this.statements()
    return {
      ...result, watched_s: (ended - begun) / 1000, cpu_us: used_after - used,
      statements: after.all - before.all - this.asking.all, reading: after.reads - before.reads - this.asking.reads,
    }
  }
}

/** Processor time of a process and all its threads. */
function cpu_us(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000 // ticks of 10 ms, as for every Linux program
}
