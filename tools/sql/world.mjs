// Years of sales as SQL: bookings with their tickets and what hangs on them. Everything follows from the booking's number i, in SQL
// and in JavaScript alike, so that any argument of a query can be made without asking the database.
import { crc32 } from 'node:zlib'

const YEARS_MS = 3 * 365 * 86_400_000
const SHOWS_AT_ONCE = 53 // of 64 slots the largest show has 8, the next 4, the next 2, the others one
const big = (value) => BigInt(value)

export class World {
  // numbers: a table with the column seq, from .. to; MariaDB has one of its own
  constructor(bookings, numbers = (from, to) => `seq_${from}_to_${to}`) {
    this.bookings = bookings
    this.numbers = numbers
    this.users = Math.max(1, Math.floor(bookings / 8))
    this.period = Math.min(320_000, Math.floor(bookings / 4 / 64) * 64) // bookings until the next shows are on sale
    this.step_ms = Math.max(1, Math.floor(YEARS_MS / bookings))
    this.shows = Math.ceil(bookings / this.period) * SHOWS_AT_ONCE
    this.recent = bookings - Math.floor(bookings / 20) // what only the newest have: holds, claims, journal
  }

  // Time-ordered as libs/base/ids.hpp makes them: milliseconds, instance, sequence.
  bookingId(i) { return (big(i) * big(this.step_ms) << 22n) | 4096n | (big(i) & 4095n) }
  ticketId(i) { return this.bookingId(i) + (1n << 22n) }
  showId(i) {
    const slot = i % 64
    const within = slot < 8 ? 0 : slot < 12 ? 1 : slot < 14 ? 2 : slot - 11
    return (big(Math.floor(i / this.period) * SHOWS_AT_ONCE + within + 1) << 22n) | 4096n
  }
  userId(i) { const c = big(crc32(String(i))); return 1_000_000n + ((c * c >> 32n) * big(this.users) >> 32n) }
  seatNo(i) { return (Math.floor((i % this.period) / 64) * 8 + (i % 8)) * 2 }
  version(i) { return (i % this.period) * 3 + 3 }
  reference(i) { return big(crc32(`r${i}`)).toString(32).toUpperCase().padStart(8, '0') }
  atUs(i) { return (1_704_067_200_000n + big(i) * big(this.step_ms)) * 1000n }
  organisationOf(i) { return this.showId(i) >> 22n & 255n }

  #sql() {
    const id = `((CAST(seq AS UNSIGNED) * ${this.step_ms} << 22) | 4096 | (seq & 4095))`
    const show = `(((seq DIV ${this.period} * ${SHOWS_AT_ONCE} + CASE WHEN seq % 64 < 8 THEN 0 WHEN seq % 64 < 12 THEN 1 WHEN seq % 64 < 14 THEN 2 ELSE seq % 64 - 11 END + 1) << 22) | 4096)`
    const user = `(1000000 + ((CRC32(seq) * CRC32(seq) >> 32) * ${this.users} >> 32))`
    const seat = `((seq % ${this.period} DIV 64 * 8 + seq % 8) * 2)`
    const name = `CONCAT(ELT(1 + CRC32(seq) % 10, 'Ayu', 'Budi', 'Citra', 'Dewi', 'Eko', 'Fitri', 'Gilang', 'Hana', 'Indra', 'Joko'), ' ',
      ELT(1 + CRC32(seq) DIV 10 % 12, 'Lestari', 'Santoso', 'Wijaya', 'Pratama', 'Saputra', 'Halim', 'Nugroho', 'Siregar', 'Utami', 'Kusuma', 'Hidayat', 'Putri'))`
    const at = `((1704067200000 + CAST(seq AS SIGNED) * ${this.step_ms}) * 1000)`
    const version = `(seq % ${this.period} * 3)`
    const places = `UNHEX(LPAD(HEX(${seat}), 8, '0'))`
    const key = (letter) => `UNHEX(CONCAT(REPEAT('0', 24), LPAD(HEX(CRC32(CONCAT('${letter}', seq))), 8, '0')))`
    return { id, show, user, seat, name, at, version, places, key }
  }

  /** What is to be filled: each table with the text that makes its rows of the bookings from…to (inclusive, from 0). */
  tables() {
    const { id, show, user, seat, name, at, version, places, key } = this.#sql()
    const from_numbers = (from, to) => `FROM ${this.numbers(from, to)}`
    const all = { from: 0, to: this.bookings - 1 }
    const newest = { from: this.recent, to: this.bookings - 1 }
    const some = { from: 0, to: Math.floor(this.bookings / 10) - 1 }
    const document = `CONCAT('{"lines":[{"seat_no":', ${seat}, ',"label":"', ${seat}, '","zone_id":"4198400","zone":"Tribune","price_minor":75000000,"fee_minor":1500000,"discount_minor":0,"tax_minor":0,"tax_included":true}],"attendees":[{"seat_no":', ${seat}, ',"name":"', ${name}, '"}]}')`
    const status = `CASE WHEN CRC32(seq) % 100 < 90 THEN 2 WHEN CRC32(seq) % 100 < 97 THEN 3 ELSE 6 END`
    const one = (schema, table, range, select) => ({ schema, table, ...range, insert: (from, to) => `INSERT INTO ${table} ${select} ${from_numbers(from, to)}` })
    return [
      one('gelora_booking', 'bookings', all, `(id, reference, show_id, user_id, hold_id, status, currency, fees_minor, discount_minor, total_minor, created_at_us, pay_by_us, payment_id, document, key_hash, body_hash)
        SELECT ${id}, LPAD(CONV(CRC32(CONCAT('r', seq)), 10, 32), 8, '0'), ${show}, ${user}, ${id} - 1, ${status}, 'IDR', 1500000, 0, 76500000, ${at}, ${at} + 900000000, ${id} + 2, ${document}, ${key('k')}, ${key('b')}`),
      one('gelora_booking', 'tickets', all, `(id, booking_id, show_id, user_id, seat_no, status, attendee, version, changed_at_us)
        SELECT ${id} + (1 << 22), ${id}, ${show}, ${user}, ${seat}, 1, ${name}, ${version} + 3, ${at}`),
      one('gelora_booking', 'holds', newest, `(id, show_id, user_id, status, placement, created_at_us, expires_at_us, places, key_hash, body_hash)
        SELECT ${id} - 1, ${show}, ${user}, 2, 1, ${at}, ${at} + 600000000, ${places}, ${key('h')}, ${key('b')}`),
      one('gelora_booking', 'seat_claims', newest, `(show_id, seat_no, hold_id, state) SELECT ${show}, ${seat}, ${id} - 1, 2`),
      ...[[1, 1], [2, 4], [3, 6]].map(([nth, kind]) => one('gelora_booking', 'journal', newest, `(show_id, version, at_us, kind, batch_id, hold_id, booking_id, user_id, places)
        SELECT ${show}, ${version} + ${nth}, ${at}, ${kind}, ${id}, ${id} - 1, ${id}, ${user}, ${places}`)),
      one('gelora_booking', 'receipts', some, `(id, booking_id, kind, detail, created_at_us, done_at_us) SELECT ${id} + 3, ${id}, 1, '{}', ${at}, IF(seq % 10000 = 0, NULL, ${at})`),
      one('gelora_booking', 'outbox', { from: 0, to: 1999 }, `(id, destination, type, body, created_at_us, next_attempt_us) SELECT ${id}, 'payment-service', 'booking.confirmed', '{}', ${at}, IF(seq % 4 = 0, 0, 9000000000000000000)`),
      one('gelora_booking', 'mail_outbox', { from: 0, to: 1999 }, `(id, recipient, subject, text_body, html_body, created_at_us, next_attempt_us) SELECT ${id}, 'ayu@gelora.test', 'Tickets', 'text', 'html', ${at}, IF(seq % 4 = 0, 0, 9000000000000000000)`),
      one('gelora_booking', 'admissions', some, `(ticket_id, show_id, first_at_us, gate, inside, entries) SELECT ${id} + (1 << 22), ${show}, ${at}, 'A', 1, 1`),
      one('gelora_booking', 'sales_slots', { from: 0, to: this.shows * 100 - 1 }, `(show_id, slot, zone_no, sold, sold_minor, returned, returned_minor) SELECT ((seq DIV 100 + 1) << 22) | 4096, 2840112 + seq % 100 DIV 4, seq % 4, 5, 375000000, 0, 0`),
      one('gelora_booking', 'sales_funnel', { from: 0, to: this.shows * 25 - 1 }, `(show_id, slot, held, booked, paid) SELECT ((seq DIV 25 + 1) << 22) | 4096, 2840112 + seq % 25, 20, 15, 12`),
      one('gelora_booking', 'catalogue_changes', some, `(id, at_us, topic, event, by_id, organisation_id, show_id, after_text) SELECT ${id} + 8, ${at}, 1 + seq % 7, 'rules_changed', 1000000 + seq % 5, ${show} >> 22 & 255, ${show}, '{}'`),
      one('gelora_booking', 'deeds', some, `(show_id, version, at_us, kind, by_id, hold_id, booking_id, about_id, detail, organisation_id) SELECT ${show}, ${version}, ${at}, 17 + seq % 3, 1000000 + seq % 5, ${id} - 1, ${id}, 0, '{}', ${show} >> 22 & 255`),
      one('gelora_user', 'members', { from: 0, to: 255 }, `(organisation_id, user_id, role, since_us) SELECT seq, 1000000, 'owner', ${at}`),
      one('gelora_user', 'audit_log', some, `(position, id, at_us, event, user_id, by_id, organisation_id, detail, hash) SELECT seq + 1, ${id}, ${at}, 'role_changed', 1000000 + seq, 1000000 + seq % 5, ${show} >> 22 & 255, '', SHA2(seq, 256)`),
      one('gelora_payment', 'payments', some, `(id, booking_id, user_id, provider, provider_ref, status, amount_minor, currency, description, created_at_us, pay_by_us, next_check_us, key_hash, body_hash, show_id, organisation_id)
        SELECT ${id} + 2, ${id}, ${user}, 'sandbox', CONCAT('cs_', seq), IF(seq % 5000 = 0, 1, 2), 76500000, 'IDR', 'Tickets', ${at}, ${at} + 900000000, IF(seq % 5000 = 0, 0, 9223372036854775807), CONCAT(REPEAT('0', 22), LPAD(seq, 10, '0')), REPEAT('0', 32), ${show}, ${show} >> 22 & 255`),
      one('gelora_payment', 'captures', some, `(id, payment_id, provider, provider_ref, amount_minor, currency, state, captured_at_us) SELECT ${id} + 5, ${id} + 2, 'sandbox', CONCAT('pi_', seq), 76500000, 'IDR', 1, ${at}`),
      one('gelora_payment', 'counter_sales', some, `(payment_id, booking_id, show_id, organisation_id, reference, method, amount_minor, currency, sold_by, sold_at_us)
        SELECT ${id} + 2, ${id}, ${show}, ${show} >> 22 & 255, LPAD(CONV(CRC32(CONCAT('r', seq)), 10, 32), 8, '0'), IF(seq % 3 = 0, 'card', 'cash'), 76500000, 'IDR', 1000000 + seq % 5, ${at}`),
      one('gelora_payment', 'refunds', some, `(id, payment_id, capture_id, amount_minor, currency, state, reason, ticket_ids, created_at_us) SELECT ${id} + 6, ${id} + 2, ${id} + 5, 76500000, 'IDR', IF(seq % 10 = 0, 2, 4), 'requested', '[]', ${at}`),
      one('gelora_payment', 'counter_payouts', some, `(refund_id, payment_id, booking_id, show_id, organisation_id, reference, method, amount_minor, currency, reason, due_at_us, paid_at_us, paid_by)
        SELECT ${id} + 6, ${id} + 2, ${id}, ${show}, ${show} >> 22 & 255, LPAD(CONV(CRC32(CONCAT('r', seq)), 10, 32), 8, '0'), IF(seq % 3 = 0, 'card', 'cash'), 76500000, 'IDR', 'requested', ${at}, IF(seq % 10 = 0, NULL, ${at}), IF(seq % 10 = 0, 0, 1000000 + seq % 5)`),
      one('gelora_user', 'users', some, `(id, email, email_key, name, locale, password_hash, created_at_us) SELECT 1000000 + seq, CONCAT('fan', seq, '@gelora.test'), CONCAT('fan', seq, '@gelora.test'), ${name}, 'id', REPEAT('x', 97), ${at}`),
      one('gelora_user', 'sessions', some, `(id, user_id, secret, generation, user_agent, created_at_us, rotated_at_us, expires_at_us) SELECT ${id} + 7, 1000000 + seq % ${Math.max(1, Math.floor(this.bookings / 40))}, SHA2(seq, 256), 1, 'Mozilla/5.0', ${at}, ${at}, ${at} + 1209600000000`),
    ]
  }
}
