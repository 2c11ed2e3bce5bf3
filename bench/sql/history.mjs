// What it costs that history moves away and that a year of it goes: see services/booking/app/retention.cpp. And why what people look at
// is not partitioned.
const AT_ONCE = 2000 // entries of a step, as booking-service has it
const MOST = 1_500_000
const YEARS = 12

const seconds = async (work) => {
  const begun = Date.now()
  await work()
  return (Date.now() - begun) / 1000
}

/** Moves the entries of one show in steps, and tells how many a second. */
async function move(database, rows) {
  const [[show]] = await database.rows('SELECT show_id FROM journal GROUP BY show_id ORDER BY COUNT(*) DESC LIMIT 1', 'gelora_booking')
  const columns = 'show_id, version, at_us, kind, batch_id, hold_id, booking_id, user_id, places'
  await database.sql(`CREATE OR REPLACE TABLE leaving LIKE journal; INSERT INTO leaving SELECT * FROM journal WHERE show_id = ${show} ORDER BY version LIMIT ${rows}`, 'gelora_booking')
  const [[from, to]] = await database.rows('SELECT MIN(version), MAX(version) FROM leaving', 'gelora_booking')
  const steps = []
  for (let at = Number(from); at <= Number(to); at += AT_ONCE) {
    const these = `FROM leaving WHERE show_id = ${show} AND version < ${at + AT_ONCE}`
    steps.push('START TRANSACTION', `INSERT INTO journal_history (${columns}) SELECT ${columns} ${these}`, `DELETE ${these}`, 'COMMIT')
  }
  const found = await database.ask('gelora_booking', steps)
  const total = found.ms.reduce((sum, ms) => sum + ms, 0) / 1000
  return { rows, rate: Math.round(rows / total), step_ms: (1000 * total) / (steps.length / 4) }
}

/** A year leaves: its partition is dropped, or its rows are deleted from a table that has none. */
async function drop(database, rows) {
  const table = (name, partitions) => `CREATE OR REPLACE TABLE ${name} (show_id BIGINT UNSIGNED NOT NULL, version BIGINT UNSIGNED NOT NULL, places BLOB NOT NULL, PRIMARY KEY (show_id, version)) ENGINE=InnoDB ${partitions};
    INSERT INTO ${name} SELECT seq DIV 10000, seq, REPEAT('x', 40) FROM seq_1_to_${rows};`
  const half = Math.floor(rows / 20000)
  await database.sql(table('with_years', `PARTITION BY RANGE (show_id) (PARTITION first_year VALUES LESS THAN (${half}), PARTITION later VALUES LESS THAN MAXVALUE)`) + table('without', ''), 'gelora_booking')
  const dropped = await seconds(() => database.sql('ALTER TABLE with_years DROP PARTITION first_year', 'gelora_booking'))
  const found = await database.ask('gelora_booking', Array(Math.ceil((half * 10000) / 1000)).fill(`DELETE FROM without WHERE show_id < ${half} LIMIT 1000`))
  await database.sql('DROP TABLE with_years, without, leaving', 'gelora_booking')
  return { rows: half * 10000, dropped, deleted: found.ms.reduce((sum, ms) => sum + ms, 0) / 1000 }
}

/** "My bookings" of a table in one piece and of one in yearly pieces: each piece has an index of its own to look into. */
async function askPieces(database, rows, percentile) {
  const step = Math.ceil(rows / YEARS)
  const pieces = Array.from({ length: YEARS - 1 }, (_, n) => `PARTITION y${n} VALUES LESS THAN (${(n + 1) * step})`)
  const results = []
  for (const [name, partitions] of [['one piece', ''], [`${YEARS} years`, `PARTITION BY RANGE (id) (${pieces.join(', ')}, PARTITION later VALUES LESS THAN MAXVALUE)`]]) {
    await database.sql(`CREATE OR REPLACE TABLE pieces (id BIGINT UNSIGNED NOT NULL PRIMARY KEY, user_id BIGINT UNSIGNED NOT NULL, document CHAR(100) NOT NULL, INDEX of_a_user (user_id, id)) ENGINE=InnoDB ${partitions};
      INSERT INTO pieces SELECT seq, seq * 48271 % ${Math.ceil(rows / 8)}, REPEAT('x', 100) FROM seq_1_to_${rows}; ANALYZE TABLE pieces`, 'gelora_booking')
    const asked = Array.from({ length: 300 }, (_, n) => `SELECT * FROM pieces FORCE INDEX (of_a_user) WHERE user_id = ${(n * 7919) % Math.ceil(rows / 8)} ORDER BY id DESC LIMIT 20`)
    await database.ask('gelora_booking', asked)
    const { ms } = await database.ask('gelora_booking', asked)
    results.push({ name, p50: percentile(ms, 0.5), p99: percentile(ms, 0.99) })
  }
  await database.sql('DROP TABLE pieces', 'gelora_booking')
  return results
}

export async function history(database, bookings, tell, percentile) {
  const rows = Math.min(MOST, bookings)
  tell('history: moving')
  const moved = await move(database, Math.min(200_000, Math.floor(bookings / 8)))
  tell('history: a year leaves')
  const left = await drop(database, rows)
  tell('history: pieces')
  return { moved, left, pieces: await askPieces(database, rows, percentile) }
}
