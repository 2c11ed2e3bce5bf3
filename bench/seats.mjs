// P10–P12, best available: the seats of a big hall: what they weigh on the wire, how fast a desk is back, how fast everybody hears of a change.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { STADIUM_SEATS } from './catalogue.mjs'
import { each, inTurn, load } from './measure.mjs'
import { measureWith } from './programs.mjs'
import { rawAnswer } from './reads.mjs'
import { ratios } from './statistics.mjs'

const FIRST_ID = 1_000_000
const HOLD = '(id, show_id, user_id, status, placement, created_at_us, expires_at_us, places, key_hash, body_hash)'
const BOOKING = `(id, reference, show_id, user_id, hold_id, status, currency, fees_minor, discount_minor, total_minor, created_at_us, pay_by_us,
    payment_id, document, key_hash, body_hash)`

/** Half of the seats sold, without any pattern: the hardest case for compression. */
const halfSold = (show) => `
  INSERT INTO holds ${HOLD} SELECT ${FIRST_ID} + seq, ${show}, 1, 2, 0, 0, 0, UNHEX(LPAD(HEX(seq), 8, '0')), '', '' FROM seq_0_to_${STADIUM_SEATS - 1} WHERE MD5(seq) < '8';
  INSERT INTO seat_claims (show_id, seat_no, hold_id, state) SELECT show_id, id - ${FIRST_ID}, id, 2 FROM holds WHERE show_id = ${show};`

/** All seats sold, two a booking. */
const soldOut = (show) => `
  SET @now = UNIX_TIMESTAMP() * 1000000;
  INSERT INTO holds ${HOLD} SELECT ${FIRST_ID} + seq, ${show}, 1, 2, 0, @now, @now, UNHEX(CONCAT(LPAD(HEX(2 * seq), 8, '0'), LPAD(HEX(2 * seq + 1), 8, '0'))), UNHEX(MD5(seq)), UNHEX(MD5(seq))
    FROM seq_0_to_${STADIUM_SEATS / 2 - 1};
  INSERT INTO seat_claims (show_id, seat_no, hold_id, state) SELECT ${show}, seq, ${FIRST_ID} + (seq DIV 2), 2 FROM seq_0_to_${STADIUM_SEATS - 1};
  INSERT INTO bookings ${BOOKING} SELECT ${FIRST_ID} + seq, LPAD(seq, 8, '0'), ${show}, 1, ${FIRST_ID} + seq, 2, 'IDR', 20000, 0, 320000, @now, @now, 1,
    CONCAT('{"lines":[{"seat_no":', 2 * seq, ',"label":"1-1","zone_id":"1","zone":"bowl","price_minor":150000},{"seat_no":', 2 * seq + 1,
      ',"label":"1-2","zone_id":"1","zone":"bowl","price_minor":150000}],"attendees":[]}'), UNHEX(MD5(seq)), UNHEX(MD5(seq)) FROM seq_0_to_${STADIUM_SEATS / 2 - 1};`

const STATES = ['available', 'held', 'sold', 'blocked']

/** What the same would be as everybody writes it. */
function plainJson(data) {
  const bits = Buffer.from(data, 'base64')
  return JSON.stringify(Array.from({ length: STADIUM_SEATS }, (_, i) => ({ seat_no: i + 1, state: STATES[(bits[i >> 2] >> ((i & 3) * 2)) & 3] })))
}

/** The first delta of the show's event stream after `change` was made, with the bytes of its frame. */
async function nextDelta(url, change) {
  const stop = new AbortController()
  const stream = await fetch(url, { signal: stop.signal })
  let text = '', changed
  for await (const part of stream.body.pipeThrough(new TextDecoderStream())) {
    text += part
    changed ??= change()
    const delta = /id: \d+\nevent: delta\n.*\n\n/.exec(text)
    if (delta) break
  }
  await changed
  stop.abort()
  return /id: \d+\nevent: delta\n.*\n\n/.exec(text)[0]
}

export async function wire({ stage, rounds, tell }) {
  const show = stage.shows['bench-stadium']
  await stage.fresh(halfSold(show))
  const url = `${stage.booking}/api/shows/${show}`
  const holdOne = async () => load(stage, {
    url: `${url}/holds`, body: '{"best_available":{"quantity":1}}', expected: [201], pid: stage.pidOf('booking-service'), connections: 1, seconds: 0.1, warmup: 0, rate: 10,
  })
  const { ours } = await inTurn(rounds, tell, {
    ours: async () => {
      const { bytes, body } = await rawAnswer(`${url}/availability`, 'Accept-Encoding: gzip\r\n')
      const json = plainJson(JSON.parse(gunzipSync(body)).seats.data).length
      const delta = await nextDelta(`${url}/availability/stream`, holdOne)
      return { snapshot: bytes.length, delta: delta.length, json }
    },
  })
  const json = each(ours, 'json')
  return {
    unit: 'bytes', ours: each(ours, 'snapshot'), theirs: json,
    checks: [
      { what: 'smaller by', unit: '×', values: ratios(json, each(ours, 'snapshot')), least: 50 },
      { what: 'one delta, smaller by', unit: '×', values: ratios(json, each(ours, 'delta')), least: 1000 },
    ],
    notes: [`half sold without a pattern; one delta ${Math.max(...each(ours, 'delta'))} bytes`],
  }
}

/** The lease is raised behind the desk's back: the next hold meets the fence, the desk is rebuilt from the database, the hold is answered. */
export async function rebuild({ stage, rounds, tell }) {
  const show = stage.shows['bench-stadium']
  await stage.fresh(soldOut(show))
  const stand = {
    url: `${stage.booking}/api/shows/${show}/holds`, body: `{"standing":[{"zone_id":"${stage.zones['bench-stadium/1']}","quantity":1}]}`,
    expected: [201], pid: stage.pidOf('booking-service'), connections: 1, warmup: 0, seconds: 0.05, rate: 20,
  }
  const { ours } = await inTurn(rounds, tell, {
    ours: async () => {
      await stage.sql(`UPDATE gelora_booking.show_leases SET epoch = epoch + 1 WHERE show_id = ${show}`)
      return (await load(stage, stand)).latency.max_us / 1000
    },
  })
  return { unit: 'ms', ours, checks: [{ what: 'time', unit: 'ms', values: ours, most: 1000 }], notes: ['from a hold that meets a lost lease to its answer; 25,000 bookings in the show'] }
}

/** A hall is sold out to parties of one to six, each to the best seats that are left; every look-up counts in processor time. */
export async function bestAvailable({ rounds, tell }) {
  let seed = 0
  const { ours } = await inTurn(rounds, tell, { ours: () => measureWith('bench-best-available', { seed: ++seed }) })
  const slowest = ours.map(({ latency }) => latency.p99_us)
  return {
    unit: 'µs p99', ours: slowest, checks: [{ what: 'p99', unit: 'µs', values: slowest, most: 1000 }],
    notes: [`${ours[0].latency.count} parties of one to six, from the empty hall to the last seats; median ${ours[0].latency.p50_us} µs`],
  }
}

/** Memory of a process in KB, its kernel's part for its sockets not counted. */
const residentKb = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])

/** What `work` gives, with the most memory that the process took more meanwhile. */
async function growing(pid, work) {
  const before = residentKb(pid)
  let most = before
  const watch = setInterval(() => (most = Math.max(most, residentKb(pid))), 100)
  const found = await work().finally(() => clearInterval(watch))
  return { ...found, grown_kb: most - before }
}

export async function listeners({ stage, rounds, short, tell }) {
  await stage.fresh()
  const show = `${stage.booking}/api/shows/${stage.shows['bench-arena']}`
  const count = short ? 500 : 10_000
  const hear = () => growing(stage.pidOf('booking-service'), () => measureWith('bench-listeners', {
    url: `${show}/availability/stream`, holds: `${show}/holds`, body: '{"best_available":{"quantity":1}}', tokens: stage.tokens(),
    listeners: count, count: short ? 5 : 30, pause: 0.05,
  }))
  const { ours } = await inTurn(rounds, tell, { ours: hear })
  const last = ours.map((sample) => sample.last.p99_us / 1000)
  return {
    unit: 'ms p99', ours: last, checks: [{ what: 'last listener', unit: 'ms', values: last, most: 250 }, { what: 'memory a listener', unit: 'KB', values: [ours[0].grown_kb / count], most: 10 }],
    notes: [`${count} listeners; median listener ${Math.max(...ours.map((sample) => sample.each.p50_us / 1000)).toFixed(0)} ms; counted from before the COMMIT`],
  }
}
