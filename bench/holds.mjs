// P4–P8 and P13: holds, one place each on a standing show of 10 million places, by 1,000 buyers.
import { existsSync, readFileSync } from 'node:fs'
import { STANDING_PLACES } from './catalogue.mjs'
import { compared, each, inTurn, load } from './measure.mjs'
import { measureWith, startServer } from './programs.mjs'
import { ratios, summary } from './statistics.mjs'

const BUYERS_AT_ONCE = 256
const GIN_CONNECTIONS = 64 // to the database: 8, 32 and 128 gave the same

const onePlace = (stage, show) => `{"standing":[{"zone_id":"${stage.zones[`${show}/0`]}","quantity":1}]}`

export async function hold(stage, seconds, more = {}) {
  return load(stage, {
    url: `${stage.booking}/api/shows/${stage.shows['bench-hot']}/holds`, body: onePlace(stage, 'bench-hot'), expected: [201],
    pid: stage.pidOf('booking-service'), connections: BUYERS_AT_ONCE, seconds, ...more,
  })
}

async function startNoop(stage) {
  const { spare } = stage
  const env = { ...(await stage.environmentOf('booking-service')), GELORA_LISTEN: `127.0.0.1:${spare.noop}` }
  return startServer({ command: `${process.env.GELORA_BENCH_BIN}/bench-noop-server`, env, port: spare.noop, log: stage.log('noop') })
}

const postNoop = (stage, noop, seconds) => load(stage, {
  url: `http://127.0.0.1:${noop.port}/noop`, body: onePlace(stage, 'bench-hot'), expected: [201], pid: noop.pid, connections: BUYERS_AT_ONCE, seconds,
})

async function startGin(stage) {
  const env = await stage.environmentOf('booking-service')
  const password = readFileSync(env.GELORA_DB_PASSWORD_FILE, 'utf8').trim()
  const dsn = `${env.GELORA_DB_USER}:${password}@unix(${env.GELORA_DB_SOCKET})/${env.GELORA_DB_NAME}`
  const args = [`127.0.0.1:${stage.spare.gin}`, dsn, stage.shows['bench-gin'], 0, STANDING_PLACES, GIN_CONNECTIONS].map(String)
  return startServer({ command: `${process.env.GELORA_BENCH_BIN}/bench-baseline-gin`, args, port: stage.spare.gin, log: stage.log('gin') })
}

const milliseconds = (us) => `${(us / 1000).toFixed(1)} ms`
const tail = (samples) => milliseconds(Math.max(...samples.map(({ latency }) => latency.p99_us)))

export async function againstGin({ stage, rounds, seconds, tell }) {
  await stage.fresh()
  if (!existsSync(`${process.env.GELORA_BENCH_BIN}/bench-baseline-gin`)) {
    const { ours } = await inTurn(rounds, tell, { ours: () => hold(stage, seconds) })
    return {
      unit: '/s', ours: each(ours, 'per_second'), cpu_us: each(ours, 'cpu_us'), sql: each(ours, 'sql'), checks: [],
      notes: [`p99 ${tail(ours)}; not compared: the Go baseline is not built (packages golang-go, golang-github-gin-gonic-gin-dev, golang-github-go-sql-driver-mysql-dev)`],
    }
  }
  const gin = await startGin(stage)
  try {
    const theirs = () => load(stage, {
      url: `http://127.0.0.1:${gin.port}/holds`, body: onePlace(stage, 'bench-gin'), expected: [201], pid: gin.pid, connections: BUYERS_AT_ONCE, seconds,
    })
    const found = await inTurn(rounds, tell, { ours: () => hold(stage, seconds), theirs })
    return compared(found, { least: 30, notes: [`p99 ${tail(found.ours)} against ${tail(found.theirs)}`] })
  } finally {
    await gin.stop()
  }
}

export async function againstNoop({ stage, rounds, seconds, tell }) {
  await stage.fresh()
  const noop = await startNoop(stage)
  try {
    const found = await inTurn(rounds, tell, { ours: () => hold(stage, seconds), theirs: () => postNoop(stage, noop, seconds) })
    return compared(found, { least: 0.25, notes: [`p99 ${tail(found.ours)} against ${tail(found.theirs)}`] })
  } finally {
    await noop.stop()
  }
}

/** Everybody wants seat 0, which somebody has. */
export async function refusals({ stage, rounds, seconds, tell }) {
  await stage.fresh()
  const noop = await startNoop(stage)
  try {
    const wanted = {
      url: `${stage.booking}/api/shows/${stage.shows['bench-arena']}/holds`, body: '{"seat_nos":[0]}', expected: [409],
      pid: stage.pidOf('booking-service'), connections: BUYERS_AT_ONCE,
    }
    await load(stage, { ...wanted, expected: [201, 409], connections: 1, seconds: 0.2, warmup: 0, rate: 20 })
    const found = await inTurn(rounds, tell, { ours: () => load(stage, { ...wanted, seconds }), theirs: () => postNoop(stage, noop, seconds) })
    return compared(found, { least: 0.9, checks: [{ what: 'SQL per 100,000', values: each(found.ours, 'sql'), most: 0 }] })
  } finally {
    await noop.stop()
  }
}

export async function manyBuyers({ stage, rounds, seconds, tell }) {
  await stage.fresh()
  const found = await inTurn(rounds, tell, { ours: () => hold(stage, seconds, { connections: 512 }), theirs: () => hold(stage, seconds, { connections: 64 }) })
  return compared(found, { least: 1.2, notes: [`p99 ${tail(found.ours)} at 512, ${tail(found.theirs)} at 64`] })
}

const peak = async (stage, seconds, tell) => {
  tell('peak')
  return (await hold(stage, seconds)).per_second
}

/** Both sides by their p99: the same disk has the same bad moments for both. */
export async function latencyAtHalf({ stage, rounds, seconds, tell }) {
  await stage.fresh()
  const rate = (await peak(stage, seconds, tell)) / 2
  await stage.sql(`CREATE DATABASE IF NOT EXISTS gelora_bench; CREATE TABLE IF NOT EXISTS gelora_bench.commits
    (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, at_us BIGINT NOT NULL) ENGINE=InnoDB;
    GRANT INSERT ON gelora_bench.commits TO gelora_booking@localhost;`)
  const env = await stage.environmentOf('booking-service')
  const found = await inTurn(rounds, tell, {
    ours: () => hold(stage, seconds, { rate, connections: 1024 }),
    theirs: () => measureWith('bench-commits', { seconds }, env),
  })
  const [ours, theirs] = [found.ours.map(({ latency }) => latency.p99_us), each(found.theirs, 'p99_us')]
  return {
    unit: 'µs p99', ours, theirs, cpu_us: each(found.ours, 'cpu_us'), sql: each(found.ours, 'sql'),
    checks: [{ what: 'ratio', unit: '×', values: ratios(ours, theirs), most: 4 }],
    notes: [`${Math.round(rate)} holds/s offered; ${(summary(ours).median / summary(each(found.theirs, 'p50_us')).median).toFixed(1)} × the median commit; medians ${milliseconds(Math.max(...found.ours.map(({ latency }) => latency.p50_us)))} against ${milliseconds(Math.max(...each(found.theirs, 'p50_us')))}`],
  }
}

/** Five times as many buyers as can be served; one who finds none of 4,096 connections free gives up. */
export async function overload({ stage, rounds, seconds, tell }) {
  await stage.fresh()
  let peak_now = 0
  const found = await inTurn(rounds, tell, {
    theirs: async () => {
      const sample = await hold(stage, seconds)
      peak_now = sample.per_second
      return sample
    },
    ours: () => hold(stage, seconds, { rate: 5 * peak_now, connections: 4096, overflow: 'drop', expected: [201, 503] }),
  })
  const refused = found.ours.map(({ answers }) => answers[503]).filter(Boolean)
  const checks = [{ what: 'p99 of the accepted', unit: 'ms', values: found.ours.map(({ latency }) => latency.p99_us / 1000), most: 1000 }]
  if (refused.length > 0) checks.push({ what: 'p99 of the 503s', unit: 'ms', values: refused.map(({ latency }) => latency.p99_us / 1000), most: 100 })
  return compared(found, { least: 0.8, checks, notes: [`${found.ours.map(({ dropped }) => dropped).join(', ')} buyers found no connection; ${refused.length > 0 ? 'some' : 'none'} got a 503`] })
}
