// Fills the migrated tables with a world of bookings: rows in the order of their ids, then the indexes, each in one sorted pass.
import { secondaryIndexes } from './database.mjs'

const ROWS_AT_ONCE = 250_000
const SESSION = 'SET unique_checks = 0, foreign_key_checks = 0, sql_log_bin = 0;'

async function fillTable(database, { schema, table, from, to, insert }, tell) {
  for (let at = from; at <= to; at += ROWS_AT_ONCE) {
    await database.sql(`${SESSION} ${insert(at, Math.min(to, at + ROWS_AT_ONCE - 1))};`, schema)
    tell(`${schema}.${table} ${Math.round(((at - from) / (to - from + 1)) * 100)} %`)
  }
}

/** Two at a time: the large tables with what comes after them. */
export async function fill(database, world, tell) {
  const tables = world.tables()
  for (const { schema, table } of tables) await database.sql(`SET foreign_key_checks = 0; TRUNCATE ${table}`, schema)
  const large = world.bookings >= 1_000_000 ? ['bookings', 'tickets'] : []
  const job = async (mine) => {
    for (const one of mine) {
      const indexes = large.includes(one.table) ? await secondaryIndexes(database, one.schema, one.table) : null
      if (indexes) await database.sql(indexes.drop, one.schema)
      await fillTable(database, one, tell)
      if (!indexes) continue
      tell(`${one.table}: ${indexes.count} indexes`)
      await database.sql(`${SESSION} ${indexes.add};`, one.schema)
    }
  }
  await Promise.all([job(tables.filter(({ table }) => table === 'bookings')), job(tables.filter(({ table }) => table !== 'bookings'))])
  const bySchema = Map.groupBy(tables, ({ schema }) => schema)
  for (const [schema, those] of bySchema) await database.sql(`ANALYZE TABLE ${[...new Set(those.map(({ table }) => table))].join(', ')}`, schema)
}
