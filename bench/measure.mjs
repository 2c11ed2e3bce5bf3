// How a row measures: load on a URL, expected answers only, and rounds of both sides in turn.
import { measureWith } from './programs.mjs'
import { ratios, statementsPer100k, summary } from './statistics.mjs'

/**
 * Load on `url`; throws when an answer has another status than the `expected`. Gives the first expected status as `per_second` and
 * `latency`, all of them as `answers`, and what it cost: `cpu_us` a request in process `pid`, `sql` statements per 100,000.
 */
export async function load(stage, { url, pid, expected, body, bodies, tokens, people = body !== undefined, connections, seconds, warmup = seconds / 3, rate, overflow }) {
  const callers = tokens ?? (people ? stage.tokens() : undefined)
  const work = () => measureWith('bench-load', { url, body, bodies, tokens: callers, connections, seconds, warmup, rate, overflow })
  const found = await stage.watch(pid, work)
  const wrong = Object.entries(found.answers).filter(([status]) => !expected.includes(Number(status)))
  const lost = found.closed + found.unanswered
  if (wrong.length > 0 || lost > 0) {
    throw new Error(`unexpected answers from ${url}: ${wrong.map(([status, { latency }]) => `${latency.count} × ${status}`).join(', ')} (${lost} lost)`)
  }
  const main = found.answers[expected[0]]
  if (!(main?.latency.count > 0)) throw new Error(`no answer ${expected[0]} from ${url}`)
  return {
    ...main, answers: found.answers, dropped: found.dropped, cpu_us: found.cpu_us / found.total, total: found.total,
    sql: statementsPer100k({ statements: found.statements, seconds: found.watched_s, requests: found.total }, stage.background.all),
    sql_reads: statementsPer100k({ statements: found.reading, seconds: found.watched_s, requests: found.total }, stage.background.reads),
  }
}

/** Runs the sides in turn, `rounds` times: {ours: [...], theirs: [...]} for {ours: fn, theirs: fn}. */
export async function inTurn(rounds, tell, sides) {
  const found = Object.fromEntries(Object.keys(sides).map((name) => [name, []]))
  for (let round = 1; round <= rounds; ++round) {
    for (const [name, side] of Object.entries(sides)) {
      tell(`round ${round} of ${rounds}: ${name}`)
      found[name].push(await side(round))
    }
  }
  return found
}

export const each = (samples, name) => samples.map((sample) => sample[name])

/** How busy the server was, in processors: well below 1, something else was the limit (generator, database, other programs). */
const busy = (samples) => summary(samples.map(({ cpu_us, per_second }) => (cpu_us * per_second) / 1e6)).median.toFixed(2)

/** The usual result of a row: requests a second of both sides, their ratio with its floor, cost of ours. */
export function compared(found, { least, notes = [], checks = [] }) {
  const [ours, theirs] = [each(found.ours, 'per_second'), each(found.theirs, 'per_second')]
  return {
    unit: '/s', ours, theirs, cpu_us: each(found.ours, 'cpu_us'), their_cpu_us: each(found.theirs, 'cpu_us'), sql: each(found.ours, 'sql'),
    checks: [{ what: 'ratio', unit: '×', values: ratios(ours, theirs), least }, ...checks],
    notes: [`processors busy: ${busy(found.ours)} against ${busy(found.theirs)}`, ...notes],
  }
}
