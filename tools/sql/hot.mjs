// The statements that must stay cheap however much was sold: which index each lives on, and whether it may sort. The texts are those of the
// sources. Used by tests/service/plans.test.ts, which asks the database for each plan, and by ./gelora bench sql, which runs them.
import { sqlConstant } from './constants.mjs'

const END = 9223372036854775807n // no id is greater: the first page
const PAGE = 50
const quoted = (text) => `'${text.replaceAll("'", "''")}'`
const booking = 'services/booking/storage/', payment = 'services/payment/storage/', user = 'services/user/storage/'
const without = (what, change, many = 3) => ({ what, change, many })
const ignoring = (table, ...indexes) => (sql) => sql.replace(new RegExp(`\\bFROM ${table}\\b( FORCE INDEX \\(\\w+\\))?`, 'g'), `FROM ${table} IGNORE INDEX (${indexes.join(', ')})`)
const scan = (table, ...indexes) => without(`without ${indexes[0]}`, ignoring(table, ...indexes), 1)
const search = (w, i, { reference = '', name = '\x01', seats = [] }) => [
  quoted(reference), w.showId(i), 0, 0, w.showId(i), w.showId(i), quoted(''), w.showId(i), quoted(`%${name}%`), w.showId(i),
  ...Array.from({ length: 8 }, (_, n) => seats[n] ?? 4294967295), w.showId(i), END, 0, 0, PAGE]

/**
 * args(world, i): for one of the world's bookings. index: all that the plan may use; the first is what the row is about. sorts: it may sort or collect, because
 * its rows are bounded by what the note says. range: of which bookings i may be, from the world ('all' if absent).
 */
const TRAIL = [END, END, END]
const who = (i) => 1_000_000 + i % 5

const list = [
  { id: 'my bookings, a page', file: `${booking}bookings.cpp`, name: 'select_bookings', args: (w, i) => [w.userId(i), w.bookingId(i) + 1n, 20], index: ['bookings_of_a_user'],
    against: scan('bookings', 'bookings_of_a_user') },
  { id: 'a booking of mine', file: `${booking}bookings.cpp`, name: 'select_booking', args: (w, i) => [w.bookingId(i), w.userId(i)], index: ['PRIMARY'],
    against: without('WHERE CONCAT(id) = …', (sql) => ignoring('bookings', 'bookings_of_a_user')(sql).replace('WHERE id =', 'WHERE CONCAT(id) ='), 1) },
  { id: 'tickets of a booking', file: `${booking}bookings.cpp`, name: 'select_tickets_of_booking', args: (w, i) => [w.bookingId(i)], index: ['tickets_of_a_booking'],
    against: scan('tickets', 'tickets_of_a_booking') },
  { id: 'my tickets, a page', file: `${booking}bookings.cpp`, name: 'select_tickets', args: (w, i) => [w.userId(i), w.ticketId(i) + 1n, 20], index: ['tickets_of_a_user'],
    against: scan('tickets', 'tickets_of_a_user') },
  { id: 'bookings of a show, newest', file: `${booking}bookings.cpp`, name: 'select_of_show', args: (w, i) => [w.showId(i), END, PAGE], index: ['bookings_of_a_show'],
    against: scan('bookings', 'bookings_of_a_show', 'bookings_by_status') },
  { id: 'bookings of a show, refunded', file: `${booking}bookings.cpp`, name: 'select_of_show_by_status', args: (w, i) => [w.showId(i), 6, END, PAGE], index: ['bookings_by_status'],
    against: without('without bookings_by_status', ignoring('bookings', 'bookings_by_status')) },
  { id: 'bookings of a show, by reference', file: `${booking}bookings.cpp`, name: 'search_in_show', args: (w, i) => search(w, i, { reference: w.reference(i) }), sorts: 'what was found',
    index: ['bookings_by_reference', 'PRIMARY', 'bookings_of_a_user', 'tickets_by_name', 'tickets_of_a_seat'], against: scan('bookings', 'bookings_by_reference', 'bookings_of_a_show', 'bookings_by_status', 'bookings_of_a_user') },
  { id: 'bookings of a show, by name', file: `${booking}bookings.cpp`, name: 'search_in_show', args: (w, i) => search(w, i, { name: 'Gilang Siregar' }), sorts: 'what was found in one show',
    index: ['tickets_by_name', 'bookings_by_reference', 'PRIMARY', 'bookings_of_a_user', 'tickets_of_a_seat'],
    against: without("LIKE '%…%' over all shows", () => "SELECT booking_id FROM tickets WHERE attendee LIKE '%Gilang Siregar%' ORDER BY booking_id DESC LIMIT 50", 1) },
  { id: 'bookings of a show, by seat', file: `${booking}bookings.cpp`, name: 'search_in_show', args: (w, i) => search(w, i, { seats: [w.seatNo(i)] }), sorts: 'what was found',
    index: ['tickets_of_a_seat', 'tickets_by_name', 'bookings_by_reference', 'PRIMARY', 'bookings_of_a_user'],
    against: without('SELECT … WHERE seat_no = … without the show', (sql) => `SELECT booking_id FROM tickets IGNORE INDEX (tickets_of_a_seat) WHERE seat_no = ${/seat_no IN \((\d+)/.exec(sql)[1]} LIMIT 50`, 1) },
  { id: 'a guest at the gate, by name', file: `${booking}gates.cpp`, name: 'select_attendees', args: (w, i) => [w.showId(i), quoted('%Gilang Siregar%'), END, w.showId(i), ...Array(8).fill(4294967295), END, quoted(''), w.showId(i), END, PAGE], sorts: 'what was found in one show',
    index: ['tickets_by_name', 'tickets_of_a_seat', 'bookings_by_reference', 'tickets_of_a_booking', 'PRIMARY'] },
  { id: "a gate's list, what is newer", file: `${booking}gates.cpp`, name: 'select_list', args: (w, i) => [w.showId(i), w.version(i), w.version(i), 0, 500], index: ['tickets_by_version', 'PRIMARY'],
    against: without('without tickets_by_version', ignoring('tickets t', 'tickets_by_version')) },
  { id: "a gate's newest version", file: `${booking}gates.cpp`, name: 'select_last_change', args: (w, i) => [w.showId(i)], index: ['tickets_by_version'],
    against: without('without tickets_by_version', ignoring('tickets', 'tickets_by_version')) },
  { id: 'tail of a journal', file: `${booking}seat_log.cpp`, name: 'select_changes', args: (w, i) => [w.showId(i), w.version(i), w.version(i) + 100, 500], index: ['PRIMARY'], range: 'recent',
    against: without('without the clustered key', ignoring('journal', 'PRIMARY')) },
  { id: 'places of a show (claims)', file: `${booking}seat_log.cpp`, name: 'select_claims', args: (w, i) => [w.showId(i)], index: ['PRIMARY'], range: 'recent',
    against: without('without the clustered key', ignoring('seat_claims', 'PRIMARY')) },
  { id: 'a desk opens: its holds', file: `${booking}mysql_store.cpp`, name: 'load_holds', args: (w, i) => [w.showId(i), w.atUs(i), w.showId(i)], index: ['PRIMARY', 'holds_of_a_show_by_time'], range: 'recent', sorts: 'the holds of one show, once',
    many: 5 },
  { id: 'a desk opens: its bookings', file: `${booking}mysql_store.cpp`, name: 'load_bookings', args: (w, i) => [w.showId(i)], index: ['bookings_of_a_show', 'bookings_by_status'], range: 'recent', many: 5 },
  { id: 'a desk opens: its tickets', file: `${booking}mysql_store.cpp`, name: 'load_tickets', args: (w, i) => [w.showId(i)], index: ['tickets_of_a_seat', 'tickets_by_version', 'tickets_by_name', 'one_live_transfer_per_ticket'], range: 'recent', many: 5 },
  { id: 'sales of a show by zone', file: `${booking}sales.cpp`, name: 'select_zones', args: (w, i) => [w.showId(i)], index: ['PRIMARY'], sorts: 'the slots of one show',
    against: without('COUNT and SUM over its bookings', (sql) => `SELECT COUNT(*), SUM(total_minor) FROM bookings WHERE ${/show_id = \d+/.exec(sql)[0]} AND status = 2`) },
  { id: 'sales of a show by time', file: `${booking}sales.cpp`, name: 'select_timeline', args: (w, i) => [0, 1, w.showId(i)], index: ['PRIMARY'], sorts: 'the slots of one show' },
  { id: 'how far buyers came', file: `${booking}sales.cpp`, name: 'select_steps', args: (w, i) => [w.showId(i)], index: ['PRIMARY'] },
  { id: 'what an organisation changed, a page', file: `${booking}trail.cpp`, name: 'select_changes', args: (w, i) => [w.organisationOf(i), ...TRAIL, 0, 0, 0, 0, 0, PAGE], index: ['changes_by_time', 'PRIMARY'], range: 'some',
    against: without('without changes_by_time', (sql) => sql.replace('FORCE INDEX (changes_by_time)', 'IGNORE INDEX (changes_by_time, changes_by_topic, changes_by_person, changes_by_show)'), 1) },
  { id: 'what it changed of a topic', file: `${booking}trail.cpp`, name: 'select_changes_of_topic', args: (w, i) => [w.organisationOf(i), 2, ...TRAIL, 0, 2, 2, 0, 0, PAGE], index: ['changes_by_topic', 'PRIMARY'], range: 'some' },
  { id: 'what somebody changed for it', file: `${booking}trail.cpp`, name: 'select_changes_by', args: (w, i) => [w.organisationOf(i), who(i), ...TRAIL, 0, 0, 0, who(i), who(i), PAGE], index: ['changes_by_person', 'PRIMARY'], range: 'some' },
  { id: 'what was changed of a show', file: `${booking}trail.cpp`, name: 'select_changes_of_show', args: (w, i) => [w.organisationOf(i), w.showId(i), ...TRAIL, 0, 0, 0, 0, 0, PAGE], index: ['changes_by_show', 'PRIMARY'], range: 'some' },
  { id: 'what was done to places, a page', file: `${booking}trail.cpp`, name: 'select_deeds', args: (w, i) => [w.organisationOf(i), END, END, END, END, END, 0, 0, 0, PAGE], index: ['deeds_by_time', 'PRIMARY'], range: 'some',
    against: without('without deeds_by_time', (sql) => sql.replace('FORCE INDEX (deeds_by_time)', 'IGNORE INDEX (deeds_by_time, deeds_by_person, deeds_by_show)'), 1) },
  { id: 'what somebody did to places', file: `${booking}trail.cpp`, name: 'select_deeds_by', args: (w, i) => [w.organisationOf(i), who(i), END, END, END, END, END, 0, who(i), who(i), PAGE], index: ['deeds_by_person', 'PRIMARY'], range: 'some' },
  { id: 'what was done to places of a show', file: `${booking}trail.cpp`, name: 'select_deeds_of_show', args: (w, i) => [w.organisationOf(i), w.showId(i), END, END, END, END, END, 0, 0, 0, PAGE], index: ['deeds_by_show', 'PRIMARY'], range: 'some' },
  { id: 'a plan that somebody draws on', file: `${booking}catalogue_changes.cpp`, name: 'select_last_of_plan', args: (w, i) => [w.organisationOf(i), 4, END / 2n, quoted('7')], index: ['changes_by_topic'], range: 'some' },
  { id: "what became of an organisation's people", schema: 'gelora_user', file: `${user}audit.cpp`, name: 'select_team', args: (w, i) => [1_000_000, w.organisationOf(i), END, 0, 0, 0, END, PAGE], index: ['audit_log_of_an_organisation', 'PRIMARY', 'members_by_user'], range: 'some' },
  { id: 'events that are due', file: 'libs/outbox/outbox.cpp', name: 'select_due', args: () => [1n], index: ['outbox_by_next_attempt'],
    against: without('without outbox_by_next_attempt', ignoring('outbox', 'outbox_by_next_attempt')) },
  { id: 'mails that are due', file: 'libs/mail/mail_outbox.cpp', name: 'select_due', args: () => [1n], index: ['mail_outbox_by_next_attempt'] },
  { id: 'receipts that are due', file: `${booking}receipts.cpp`, name: 'select_due', args: () => [1n, 50], index: ['receipts_to_do', 'receipts_of_a_booking', 'PRIMARY'],
    against: without('without receipts_to_do', ignoring('receipts r', 'receipts_to_do'), 1) },
  { id: 'my payments, a page', schema: 'gelora_payment', file: `${payment}payments.cpp`, name: 'select_of_person', args: (w, i) => [w.userId(i), END, 20], index: ['payments_of_a_user'], range: 'some',
    against: scan('payments p', 'payments_of_a_user') },
  { id: 'payments of an organisation', schema: 'gelora_payment', file: `${payment}payments.cpp`, name: 'select_managed_list', args: (w, i) => [w.organisationOf(i), 0, 0, 0, 0, END, PAGE], index: ['payments_of_an_organisation', 'captures_of_a_payment'], range: 'some',
    against: scan('payments p', 'payments_of_an_organisation') },
  { id: 'payment of a webhook', schema: 'gelora_payment', file: `${payment}mysql_books.cpp`, name: 'select_by_ref', args: (w, i) => [quoted('sandbox'), quoted(`cs_${i}`)], index: ['one_payment_per_session'], range: 'some' },
  { id: 'payments to look after', schema: 'gelora_payment', file: `${payment}mysql_books.cpp`, name: 'select_due', args: () => [quoted('sandbox'), 1n, 50], index: ['payments_of_a_provider_to_check'], range: 'some' },
  { id: 'whose show it is', schema: 'gelora_payment', file: `${payment}counter.cpp`, name: 'select_organisation', args: (w, i) => [w.showId(i), 1, quoted(''), quoted('')], index: ['payments_of_a_show'], range: 'some' },
  { id: 'payouts that wait, a page', schema: 'gelora_payment', file: `${payment}counter.cpp`, name: 'select_waiting', args: (w, i) => [w.showId(i), w.organisationOf(i), 0, PAGE], index: ['counter_payouts_that_wait'], range: 'some',
    against: scan('counter_payouts', 'counter_payouts_that_wait', 'counter_payouts_of_a_show', 'counter_payouts_by_reference') },
  { id: 'a payout, by its reference', schema: 'gelora_payment', file: `${payment}counter.cpp`, name: 'search_waiting', args: (w, i) => [w.showId(i), w.organisationOf(i), 0, quoted(`${w.reference(i)}%`), PAGE], index: ['counter_payouts_by_reference'], range: 'some',
    sorts: 'what was found' },
  { id: 'sales at the counter, summed up', schema: 'gelora_payment', file: `${payment}counter.cpp`, name: 'sum_sales', args: (w, i) => [w.showId(i), w.organisationOf(i), 0, END, 0, 0], index: ['counter_sales_of_a_show'], range: 'some',
    sorts: 'the sums of one show', against: scan('counter_sales', 'counter_sales_of_a_show') },
  { id: 'payouts at the counter, summed up', schema: 'gelora_payment', file: `${payment}counter.cpp`, name: 'sum_payouts', args: (w, i) => [w.showId(i), w.organisationOf(i), 0, END, 0, 0], index: ['counter_payouts_of_a_show'], range: 'some',
    sorts: 'the sums of one show', against: scan('counter_payouts', 'counter_payouts_of_a_show', 'counter_payouts_that_wait', 'counter_payouts_by_reference') },
  { id: 'a session, by its token', schema: 'gelora_user', file: `${user}sessions.cpp`, name: 'select_session', args: (w, i) => [w.bookingId(i) + 7n], index: ['PRIMARY'], range: 'some' },
  { id: 'my devices', schema: 'gelora_user', file: `${user}sessions.cpp`, name: 'select_devices', args: (w, i) => [1_000_000 + i % Math.max(1, Math.floor(w.bookings / 40)), 1n], index: ['sessions_of_a_user'], range: 'some',
    against: scan('sessions', 'sessions_of_a_user') },
  { id: 'an account, by its address', schema: 'gelora_user', file: `${user}accounts.cpp`, name: 'select_account_by_email', args: (w, i) => [quoted(`fan${i}@gelora.test`)], index: ['one_account_per_address', 'PRIMARY', 'members_by_user'], range: 'some',
    against: without('WHERE LOWER(email) = …', (sql) => sql.replace('WHERE email_key =', 'WHERE LOWER(email) ='), 1) },
]

export const hot = list.map((one) => ({ schema: 'gelora_booking', range: 'all', many: 300, ...one, sql: sqlConstant(one.file, one.name) }))

/** The statement with its arguments in it. */
export function filled(one, world, i) {
  const args = one.args(world, i)
  const parts = one.sql.split('?')
  if (parts.length !== args.length + 1) throw new Error(`${one.id}: ${parts.length - 1} parameters, ${args.length} arguments`)
  return parts.map((part, n) => part + (args[n] ?? '')).join('')
}

/** A booking of the range that a statement is about, from a number of [0, 1). */
export function bookingFor(one, world, at) {
  const [from, to] = { all: [0, world.bookings], recent: [world.recent, world.bookings], some: [0, Math.floor(world.bookings / 10)] }[one.range]
  return from + Math.floor(at * (to - from))
}
