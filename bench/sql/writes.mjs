// What a key costs who writes: a primary key in the order of time against a random one, beyond the buffer pool; and one more index.
const BATCH = 128 // rows of a group commit
const SMALL_POOL_MB = 128
const PAYLOAD = "REPEAT('x', 300)"
const KEYS = {
  'time-ordered BIGINT': { type: 'BIGINT UNSIGNED', value: '(CAST(seq AS UNSIGNED) << 22)' },
  'random UUID': { type: 'CHAR(36) CHARACTER SET ascii', value: "INSERT(INSERT(INSERT(INSERT(MD5(seq), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-')" },
}

const batches = (count, from, insert) => Array.from({ length: count }, (_, n) => insert(from + n * BATCH, from + (n + 1) * BATCH - 1))
const rate = ({ ms }) => Math.round((ms.length * BATCH) / (ms.reduce((sum, one) => sum + one, 0) / 1000))

/** Two tables of four times the buffer pool, one a kind of key; then batches at their end, each a durable commit. */
export async function primaryKeys(database, { rows, count }, tell, percentile) {
  const [[pool]] = await database.rows('SELECT @@innodb_buffer_pool_size')
  const results = []
  await database.sql('CREATE DATABASE IF NOT EXISTS gelora_keys')
  for (const [name, { type, value }] of Object.entries(KEYS)) {
    tell(`primary key: ${name}`)
    const insert = (from, to, order = '') => `INSERT INTO orders (id, payload) SELECT ${value}, ${PAYLOAD} FROM seq_${from}_to_${to} ${order}`
    await database.sql(`DROP TABLE IF EXISTS orders; CREATE TABLE orders (id ${type} NOT NULL PRIMARY KEY, payload VARCHAR(300) NOT NULL) ENGINE=InnoDB;
      ${insert(1, rows, 'ORDER BY 1')}; SET GLOBAL innodb_buffer_pool_size = ${SMALL_POOL_MB << 20};`, 'gelora_keys')
    const found = await database.ask('gelora_keys', batches(count, rows + 1, insert))
    results.push({ name, rate: rate(found), p99: percentile(found.ms, 0.99), pages: found.pages })
    await database.sql(`SET GLOBAL innodb_buffer_pool_size = ${pool}`)
  }
  await database.sql('DROP DATABASE gelora_keys')
  return results
}

/** Bookings written with the indexes they have, and with one more by a column without order. */
export async function oneMoreIndex(database, world, count, tell, percentile) {
  const { insert } = world.tables().find(({ table }) => table === 'bookings')
  const write = async (name, from) => {
    tell(`writing bookings: ${name}`)
    const found = await database.ask('gelora_booking', batches(count, from, insert))
    return { name, rate: rate(found), p99: percentile(found.ms, 0.99), pages: found.pages }
  }
  const from = world.bookings
  await write('warming up', from)
  const before = await write('six keys, as they are', from + count * BATCH)
  tell('one more index')
  const begun = Date.now()
  await database.sql('ALTER TABLE bookings ADD INDEX one_more (user_id, created_at_us)', 'gelora_booking')
  const seconds = (Date.now() - begun) / 1000
  await write('warming up', from + 2 * count * BATCH)
  const after = await write('one more index, (user_id, created_at_us)', from + 3 * count * BATCH)
  await database.sql('ALTER TABLE bookings DROP INDEX one_more', 'gelora_booking')
  return { seconds, rows: [before, after] }
}
