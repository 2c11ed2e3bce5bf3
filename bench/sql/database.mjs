// The database of the bench: the stack's own, with the project's migrations in it, taken over from its supervisor so that it can be filled
// fast (large memory, nothing durable) and measured as it is delivered.
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { run } from '../programs.mjs'

const SERVICES = ['booking-service', 'payment-service', 'user-service', 'sandbox-bank', 'edge', 'mailbox', 'redis', 'mariadb']
const FOR_FILLING = ['--innodb-buffer-pool-size=3G', '--innodb-log-file-size=2G', '--innodb-flush-log-at-trx-commit=0', '--skip-innodb-doublewrite', '--innodb-sort-buffer-size=64M']
export const POOL_MB = 512

export class Database {
  #stack = process.env.GELORA_STACK
  #runDir = process.env.GELORA_RUN_DIR
  #server
  #ended

  async takeOver() {
    this.env = Object.fromEntries((await run(this.#stack, ['env', 'booking-service'])).split('\n').filter((line) => /^GELORA_DB_/.test(line)).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
    for (const service of SERVICES) await run(this.#stack, ['stop', service])
  }

  async start({ filling }) {
    const log = openSync(`${this.#runDir}/logs/bench-mariadb.out`, 'a')
    const options = filling ? FOR_FILLING : [`--innodb-buffer-pool-size=${POOL_MB}M`, '--innodb-buffer-pool-load-at-startup=0']
    this.#server = spawn('mariadbd', [`--defaults-file=${this.#runDir}/mysql.cnf`, '--innodb-buffer-pool-dump-at-shutdown=0', ...options], { stdio: ['ignore', log, log] })
    let gone = false
    this.#ended = new Promise((done) => this.#server.on('exit', done)).then(() => (gone = true))
    for (const end = Date.now() + 60_000; ; await new Promise((done) => setTimeout(done, 100))) {
      if (await this.sql('SELECT 1').then(() => true, () => false)) return
      if (gone || Date.now() > end) throw new Error('the database does not start')
    }
  }

  async stop() {
    this.#server?.kill('SIGTERM')
    await this.#ended
  }

  /** Statements as the database's root. */
  sql(text, schema = '') { return run(this.#stack, ['sql', '--batch', '--skip-column-names', schema].filter(Boolean), { input: text }) }
  async rows(text, schema) { return (await this.sql(text, schema)).split('\n').filter(Boolean).map((line) => line.split('\t')) }

  /** The statements one by one on one connection: {ms: [each], rows and pages a statement, ended: how many were stopped}. */
  async ask(schema, statements) {
    const env = { ...process.env, ...this.env, GELORA_DB_NAME: schema, GELORA_DB_USER: 'root', GELORA_DB_PASSWORD_FILE: `${this.#runDir}/secrets/mariadb-root.password` }
    return JSON.parse(await run(`${process.env.GELORA_BENCH_BIN}/bench-queries`, [], { env, input: statements.map((text) => text.replaceAll(/\s*\n\s*/g, ' ')).join('\n') + '\n' }))
  }

  /** Bytes of each table's rows and of each index. */
  async sizes() {
    const found = await this.rows(`SELECT database_name, table_name, index_name, stat_value * @@innodb_page_size FROM mysql.innodb_index_stats
      WHERE stat_name = 'size' AND database_name LIKE 'gelora_%' ORDER BY stat_value DESC`)
    return found.map(([schema, table, index, bytes]) => ({ schema, table, index, mb: Math.round(Number(bytes) / 2 ** 20) }))
  }

  async diskMb() { return Math.round(Number((await run('du', ['-sk', `${this.#runDir}/mysql`])).split('\t')[0]) / 1024) }
}

/** Of a table's secondary indexes: the text that drops them and the text that makes them again. */
export async function secondaryIndexes(database, schema, table) {
  const found = await database.rows(`SELECT INDEX_NAME, MAX(NON_UNIQUE), GROUP_CONCAT('\`', COLUMN_NAME, '\`' ORDER BY SEQ_IN_INDEX) FROM information_schema.STATISTICS
    WHERE TABLE_SCHEMA = '${schema}' AND TABLE_NAME = '${table}' AND INDEX_NAME <> 'PRIMARY' GROUP BY INDEX_NAME`)
  return {
    drop: `ALTER TABLE ${table} ${found.map(([name]) => `DROP INDEX ${name}`).join(', ')}`,
    add: `ALTER TABLE ${table} ${found.map(([name, many, columns]) => `ADD ${many === '1' ? '' : 'UNIQUE '}INDEX ${name} (${columns})`).join(', ')}`,
    count: found.length,
  }
}
