// Numbers as people read them: one table, and the same as a JSON object.
import { judge, summary } from './statistics.mjs'

/** A row's result with medians, spreads and verdicts. */
export function conclude(row, result) {
  return {
    id: row.id, name: row.name, measure: row.measure, against: row.against, unit: result.unit,
    ours: summary(result.ours), theirs: result.theirs && summary(result.theirs),
    checks: result.checks.map(judge), notes: result.notes,
    sql_per_100k: result.sql && summary(result.sql).median, cpu_us: result.cpu_us && summary(result.cpu_us).median,
    their_cpu_us: result.their_cpu_us && summary(result.their_cpu_us).median,
    rounds: result.ours.length,
  }
}

export function number(value) {
  if (value === undefined) return ''
  const size = Math.abs(value)
  if (size >= 1000) return Math.round(value).toLocaleString('en')
  if (size >= 100 || Number.isInteger(value)) return String(Math.round(value))
  return size >= 0.1 ? value.toFixed(2) : value.toPrecision(2)
}

const floor = ({ least, most, unit }) => (least === undefined ? `≤ ${number(most)}${unit}` : `≥ ${number(least)}${unit}`)

const HEAD = ['', 'measure', 'ours', 'against', '', 'median (min–max)', 'floor', '', 'SQL/100k', 'CPU µs (: theirs)']

function lines(row, judged) {
  const first = [row.id, row.measure, `${number(row.ours.median)} ${row.unit}`, row.theirs ? number(row.theirs.median) : '–']
  const costs = [number(row.sql_per_100k), number(row.cpu_us) + (row.their_cpu_us === undefined ? '' : ` : ${number(row.their_cpu_us)}`)]
  if (row.checks.length === 0) return [[...first, '', '', '', 'not judged', ...costs]]
  return row.checks.map((check, i) => [
    ...(i === 0 ? first : ['', '', '', '']), check.what, `${number(check.median)}${check.unit} (${number(check.min)}–${number(check.max)})`,
    floor(check), judged ? (check.ok ? 'ok' : 'BROKEN') : 'not judged', ...(i === 0 ? costs : ['', '']),
  ])
}

/** The table as text; `failed` rows are named below it. */
export function table(rows, { judged, failed = [] }) {
  const cells = [HEAD, ...rows.flatMap((row) => lines(row, judged))]
  const widths = HEAD.map((_, i) => Math.max(...cells.map((line) => line[i].length)))
  const text = cells.map((line) => line.map((cell, i) => (i > 7 ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ').trimEnd())
  const notes = rows.flatMap((row) => [row.against && `${row.id}: against ${row.against}`, ...row.notes.map((note) => `${row.id}: ${note}`)].filter(Boolean))
  const faults = failed.map(({ id, fault }) => `${id} FAILED: ${fault}`)
  return [...text, '', ...notes, ...(faults.length > 0 ? ['', ...faults] : [])].join('\n')
}
