// P17: gates of one show, with a ticket each time, at one instance.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { each, inTurn, load } from './measure.mjs'

const TICKETS = 120_000 // more than are scanned in a round
const GATES = 64
const FIRST_ID = 5_000_000
const HOUSE = 77

/** Bookings of two tickets each, of people who paid. */
const soldTickets = (show) => `
  SET @now = UNIX_TIMESTAMP() * 1000000;
  UPDATE concerts SET organisation_id = ${HOUSE}; UPDATE shows SET revision = revision + 1;
  INSERT INTO holds (id, show_id, user_id, status, placement, created_at_us, expires_at_us, places, key_hash, body_hash)
    SELECT ${FIRST_ID} + seq, ${show}, 1000 + seq, 2, 0, @now, @now, UNHEX(CONCAT(LPAD(HEX(2 * seq), 8, '0'), LPAD(HEX(2 * seq + 1), 8, '0'))), UNHEX(MD5(seq)), UNHEX(MD5(seq)) FROM seq_0_to_${TICKETS / 2 - 1};
  INSERT INTO seat_claims (show_id, seat_no, hold_id, state) SELECT ${show}, seq, ${FIRST_ID} + (seq DIV 2), 2 FROM seq_0_to_${TICKETS - 1};
  INSERT INTO bookings (id, reference, show_id, user_id, hold_id, status, currency, fees_minor, discount_minor, total_minor, created_at_us, pay_by_us, payment_id, document, key_hash, body_hash)
    SELECT ${FIRST_ID} + seq, LPAD(seq, 8, '0'), ${show}, 1000 + seq, ${FIRST_ID} + seq, 2, 'IDR', 20000, 0, 320000, @now, @now, 1,
    CONCAT('{"lines":[{"seat_no":', 2 * seq, ',"label":"field","zone_id":"1","zone":"field","price_minor":150000},{"seat_no":', 2 * seq + 1,
      ',"label":"field","zone_id":"1","zone":"field","price_minor":150000}],"attendees":[]}'), UNHEX(MD5(seq)), UNHEX(MD5(seq)) FROM seq_0_to_${TICKETS / 2 - 1};
  INSERT INTO tickets (id, booking_id, show_id, user_id, seat_no, status, attendee)
    SELECT ${FIRST_ID} + seq, ${FIRST_ID} + (seq DIV 2), ${show}, 1000 + (seq DIV 2), seq, 1, CONCAT('Ayu Lestari ', seq) FROM seq_0_to_${TICKETS - 1};`

/** The codes of those tickets, as their holders have them (docs/ticket-format.md), one scan each. */
function scans(show, key) {
  return Array.from({ length: TICKETS }, (_, i) => {
    const payload = Buffer.alloc(21)
    payload[0] = 1
    payload.writeBigUInt64BE(BigInt(FIRST_ID + i), 1)
    payload.writeBigUInt64BE(BigInt(show), 9)
    payload.writeUInt32BE(i, 17)
    const code = `GT1.${Buffer.concat([payload, sign(null, payload, key)]).toString('base64url')}`
    return JSON.stringify({ code, gate: `Gate ${i % 16}`, scan_id: `bench-${i}` })
  })
}

/** An access token of somebody at a gate of the house. */
function gateToken(keyFile) {
  const key = createPrivateKey(readFileSync(keyFile))
  const { x, y } = createPublicKey(key).export({ format: 'jwk' })
  const kid = createHash('sha256').update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest('base64url')
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const iat = Math.floor(Date.now() / 1000)
  const claims = { iss: 'gelora', aud: 'gelora', sub: '2000000', sid: '1', iat, exp: iat + 600, roles: ['customer'], orgs: [{ id: String(HOUSE), role: 'gate' }] }
  const text = `${part({ alg: 'ES256', kid, typ: 'JWT' })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** Everybody is let in: a refusal, or a second time, would be another kind of work. */
async function allWereAdmitted(stage, samples) {
  const [[scanned, admitted]] = await stage.rows('SELECT COUNT(*), SUM(result = 1) FROM gelora_booking.scans')
  if (scanned !== admitted) throw new Error(`${scanned} scans, and ${admitted} let somebody in`)
  if (Number(scanned) !== samples.total) throw new Error(`${samples.total} answers, and ${scanned} scans: there were too few tickets`)
}

export async function atGates({ stage, rounds, seconds, tell }) {
  const show = stage.shows['bench-hot']
  const { GELORA_TICKET_KEY_FILE } = await stage.environmentOf('booking-service')
  const [bodies, tokens] = [stage.file('scans'), stage.file('gate-token')]
  tell('signing tickets')
  writeFileSync(bodies, scans(show, createPrivateKey(readFileSync(GELORA_TICKET_KEY_FILE))).join('\n') + '\n')
  const { ours } = await inTurn(rounds, tell, {
    ours: async () => {
      await stage.fresh(soldTickets(show))
      writeFileSync(tokens, gateToken(stage.file('secrets/access-token.key.pem')) + '\n')
      const sample = await load(stage, {
        url: `${stage.booking}/api/shows/${show}/check-ins`, bodies, tokens, expected: [200], pid: stage.pidOf('booking-service'), connections: GATES, seconds,
      })
      await allWereAdmitted(stage, sample)
      return sample
    },
  })
  const milliseconds = (name) => (Math.max(...ours.map(({ latency }) => latency[name])) / 1000).toFixed(1)
  return {
    unit: '/s', ours: each(ours, 'per_second'), cpu_us: each(ours, 'cpu_us'), sql: each(ours, 'sql'),
    notes: [`p50 ${milliseconds('p50_us')} ms, p99 ${milliseconds('p99_us')} ms with ${GATES} gates; published: alf.io 106/s`],
    checks: [{ what: 'check-ins', unit: '/s', values: each(ours, 'per_second'), least: 2000 }],
  }
}
