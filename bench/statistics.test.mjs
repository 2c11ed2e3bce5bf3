import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge, ratios, statementsPer100k, summary } from './statistics.mjs'

test('the median is the middle one, or between the middle two, and knows that 10 is more than 9', () => {
  assert.deepEqual(summary([10, 9, 100]), { median: 10, min: 9, max: 100 })
  assert.deepEqual(summary([4, 1, 3, 2]), { median: 2.5, min: 1, max: 4 })
  assert.deepEqual(summary([7]), { median: 7, min: 7, max: 7 })
})

test('what is no number is no result', () => {
  for (const bad of [[], [NaN], [1, undefined], [Infinity]]) assert.throws(() => summary(bad), /not numbers/)
})

test('ratios compare neighbours in time, not sorted values', () => {
  assert.deepEqual(ratios([10, 20], [5, 40]), [2, 0.5])
  assert.throws(() => ratios([1, 2], [1]), /2 rounds against 1/)
  assert.throws(() => ratios([1], [0]), /nothing to compare/)
})

test('a floor is kept by the median, and its own value keeps it', () => {
  assert.equal(judge({ what: 'x', values: [1, 1.3, 9], least: 1.3 }).ok, true)
  assert.equal(judge({ what: 'x', values: [9, 1.29, 1], least: 1.3 }).ok, false)
  assert.equal(judge({ what: 'x', values: [0], most: 0 }).ok, true)
  assert.equal(judge({ what: 'x', values: [0.1], most: 0 }).ok, false)
  assert.throws(() => judge({ what: 'x', values: [1] }), /one floor/)
  assert.throws(() => judge({ what: 'x', values: [1], least: 1, most: 2 }), /one floor/)
})

test('statements of the background are not those of the requests, all others are', () => {
  assert.equal(statementsPer100k({ statements: 30, seconds: 3, requests: 200_000 }, 10), 0)
  assert.equal(statementsPer100k({ statements: 33, seconds: 3, requests: 200_000 }, 10), 0)
  assert.equal(statementsPer100k({ statements: 0, seconds: 3, requests: 200_000 }, 10), 0)
  assert.equal(statementsPer100k({ statements: 1030, seconds: 3, requests: 200_000 }, 10), 500)
})
