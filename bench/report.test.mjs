import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bars } from './charts.mjs'
import { conclude, number, table } from './report.mjs'
import { chosen, rows } from './rows.mjs'

test('numbers keep their size', () => {
  const shown = { 1234567.8: '1,234,568', 1000: '1,000', 999.6: '1000', 12.345: '12.35', 3: '3', 0.5: '0.50', 0.00012: '0.00012', 0: '0' }
  for (const [value, text] of Object.entries(shown)) assert.equal(number(Number(value)), text)
})

test('rows are found by number and name, in the order of the table', () => {
  assert.equal(chosen([]).length, 17)
  assert.deepEqual(chosen(['refusals', 'p4']).map(({ id }) => id), ['P4', 'P6'])
  assert.throws(() => chosen(['P14']), /no row 'P14'/)
  assert.equal(new Set(rows.flatMap(({ id, name }) => [id, name])).size, 34)
})

test('a broken floor is told, a row without judgement too', () => {
  const row = { id: 'P0', name: 'x', measure: 'things', against: 'others' }
  const result = { unit: '/s', ours: [200, 220, 190], theirs: [100, 100, 100], checks: [{ what: 'ratio', unit: '×', values: [2, 2.2, 1.9], least: 3 }], notes: ['a note'] }
  const told = table([conclude(row, result)], { judged: true, failed: [{ id: 'P9', fault: 'why' }] })
  assert.match(told, /P0 {2}things {3}200 \/s.*2× \(1\.90–2\.20\) +≥ 3× +BROKEN/)
  assert.match(told, /P0: a note/)
  assert.match(told, /P9 FAILED: why/)
  assert.match(table([conclude(row, result)], { judged: false }), /not judged/)
})

test('bars are as long as their values', () => {
  const widths = [...bars('t', 's', '/s', [{ label: 'a & b', value: 100, ours: true }, { label: 'c', value: 25 }]).matchAll(/<rect [^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width))
  assert.equal(widths[0], 4 * widths[1])
})
