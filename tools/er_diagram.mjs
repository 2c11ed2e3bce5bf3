// The ER diagrams of docs/answers/1-sql-and-indexes.md and its translation, from the migrations: `node tools/er_diagram.mjs` writes them,
// `--check` only looks. Tables with their keys; arrows are the foreign keys, and what the ids of other tables say (same service only).
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const DOCUMENTS = ['docs/answers/1-sql-and-indexes.md', 'docs/answers/1-sql-and-indexes.id.md']
// What is in each service's diagram: the tables that grow with what is sold, and what they hang on.
const SHOWN = {
  user: ['users', 'user_roles', 'sessions', 'passkeys', 'totp', 'organisations', 'members', 'machines', 'audit_log'],
  booking: ['venues', 'seating_plans', 'concerts', 'shows', 'show_zones', 'show_leases', 'holds', 'seat_claims', 'bookings', 'tickets', 'ticket_transfers', 'admissions', 'journal', 'receipts', 'invoices', 'sales_slots'],
  payment: ['payments', 'captures', 'refunds', 'disputes', 'ledger_entries'],
}
// ids without a FOREIGN KEY: checking one would lock the parent's row with every child written.
const NAMED = { show_id: 'shows', booking_id: 'bookings', hold_id: 'holds', ticket_id: 'tickets', user_id: 'users', organisation_id: 'organisations', payment_id: 'payments', capture_id: 'captures' }

const listOf = (text) => text.split(',').map((name) => name.trim())

/** Tables by name: columns, primary key, other unique and plain indexes, foreign keys. */
export function tablesOf(sources) {
  const tables = new Map()
  const clean = sources.join('\n').replaceAll(/--.*$/gm, '')
  for (const [, create, alter, body] of clean.matchAll(/(?:CREATE TABLE (\w+) \(|ALTER TABLE (\w+)\s)([\s\S]*?);/g)) {
    if (create) tables.set(create, { columns: new Map(), primary: [], unique: [], indexes: [], references: [] })
    const table = tables.get(create ?? alter)
    for (const line of body.split('\n').map((one) => one.trim().replace(/^ADD (COLUMN )?/, ''))) {
      const key = /^(PRIMARY KEY|CONSTRAINT (\w+) UNIQUE|CONSTRAINT (\w+) FOREIGN KEY|INDEX (\w+)) \(([^)]*)\)(?: REFERENCES (\w+))?/.exec(line)
      const column = /^([a-z]\w*)\s+([A-Z]+)/.exec(line)
      if (key?.[1] === 'PRIMARY KEY') table.primary = listOf(key[5])
      else if (key?.[2]) table.unique.push(listOf(key[5]))
      else if (key?.[3]) table.references.push({ column: key[5], table: key[6] })
      else if (key?.[4]) table.indexes.push(listOf(key[5]))
      else if (column && !table.columns.has(column[1])) {
        table.columns.set(column[1], column[2].toLowerCase())
        if (/PRIMARY KEY/.test(line)) table.primary = [column[1]]
      }
    }
  }
  return tables
}

function diagram(service) {
  const tables = tablesOf(globSync(`services/${service}/migrations/*.sql`, { cwd: root }).sort().map((file) => readFileSync(`${root}/${file}`, 'utf8')))
  const lines = ['```mermaid', 'erDiagram']
  const shown = SHOWN[service]
  for (const name of shown) {
    const table = tables.get(name)
    if (!table) throw new Error(`${service} has no table ${name}`)
    const fixed = new Map(table.references.map((one) => [one.column, one.table]))
    for (const column of table.columns.keys()) {
      const parent = fixed.get(column) ?? NAMED[column]
      if (!parent || parent === name || !shown.includes(parent)) continue
      const one = table.unique.some((key) => key.length === 1 && key[0] === column) || (table.primary.length === 1 && table.primary[0] === column)
      lines.push(`  ${parent} ||${fixed.has(column) ? '--' : '..'}${one ? 'o|' : 'o{'} ${name} : ${column}`)
    }
  }
  for (const name of shown) {
    const { columns, primary, unique, indexes } = tables.get(name)
    const keyed = new Set([...primary, ...unique.flat(), ...indexes.flat()])
    lines.push(`  ${name} {`)
    for (const [column, type] of columns) {
      if (!keyed.has(column) && !/_minor$|^status$|^state$/.test(column)) continue
      const mark = primary.includes(column) ? ' PK' : unique.some((key) => key.includes(column)) ? ' UK' : ''
      lines.push(`    ${type} ${column}${mark}`)
    }
    lines.push('  }')
  }
  return [...lines, '```'].join('\n')
}

const withDiagrams = (text) =>
  text.replaceAll(/(<!-- er:(\w+) -->\n)[\s\S]*?(<!-- \/er -->)/g, (_, begin, service, end) => `${begin}${diagram(service)}\n${end}`)
const lacks = (text) => Object.keys(SHOWN).filter((service) => !text.includes(`<!-- er:${service} -->`))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const old = DOCUMENTS.filter((file) => readFileSync(`${root}/${file}`, 'utf8') !== withDiagrams(readFileSync(`${root}/${file}`, 'utf8')) || lacks(readFileSync(`${root}/${file}`, 'utf8')).length > 0)
  if (process.argv.includes('--check')) {
    if (old.length > 0) console.error(`not as the migrations: ${old.join(', ')}`)
    process.exitCode = old.length > 0 ? 1 : 0
  } else for (const file of old) writeFileSync(`${root}/${file}`, withDiagrams(readFileSync(`${root}/${file}`, 'utf8')))
}
