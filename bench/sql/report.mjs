// The tables that ./gelora bench sql prints.
const ms = (value) => (value === undefined ? '–' : value >= 1000 ? `${(value / 1000).toFixed(1)} s` : value >= 10 ? `${Math.round(value)} ms` : `${value.toFixed(2)} ms`)
const whole = (value) => Math.round(value).toLocaleString('en')
const few = (value) => (value >= 10 ? whole(value) : value.toFixed(1))

export function grid(lines, right = []) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => String(line[column]).length)))
  return lines.map((line) => '  ' + line.map((cell, column) => (right.includes(column) ? String(cell).padStart(widths[column]) : String(cell).padEnd(widths[column]))).join('   ').trimEnd()).join('\n')
}

const against = ({ what, p50, rows, limited }) => `${what}: ${limited ? `stopped after ${ms(limited)}` : ms(p50)}, ${whole(rows)} rows`

export function queryTable(results) {
  return grid([
    ['query', 'index', 'rows', 'pages read', 'first p50', 'p99', 'again p50', 'p99', 'otherwise'],
    ...results.map((one) => [one.id, one.index, whole(one.rows), few(one.pages), ms(one.first.p50), ms(one.first.p99), ms(one.again.p50), ms(one.again.p99), one.against ? against(one.against) : '']),
  ], [2, 3, 4, 5, 6, 7])
}

export const pageTable = (results) => grid([['page', 'rows', 'time'], ...results.map(({ name, rows, p50 }) => [name, whole(rows), ms(p50)])], [1, 2])
export const writeTable = (results) => grid([['batches of 128 rows, each a durable commit', 'rows/s', 'p99 of a batch', 'pages read a batch'], ...results.map(({ name, rate, p99, pages }) => [name, whole(rate), ms(p99), few(pages)])], [1, 2, 3])
export const sizeTable = (sizes) => grid([['table', 'index', 'MB'], ...sizes.map(({ table, index, mb }) => [table, index === 'PRIMARY' ? 'PRIMARY (the rows)' : index, whole(mb)])], [2])
