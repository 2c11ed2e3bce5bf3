import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { makeConcerts } from './concerts.mjs'
import { makePlans, venues } from './plans.mjs'

const plans = makePlans()
const concerts = makeConcerts()
const planOf = Object.fromEntries(plans.map((plan) => [plan.key, plan]))
const seatsOf = (plan) => plan.sections.flatMap((part) => part.rows.flatMap((row) => row.seats))
const inside = ([x, y], polygon) => {
  let within = false
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i, i += 1) {
    const [[x1, y1], [x2, y2]] = [polygon[i], polygon[j]]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within
  }
  return within
}

for (const plan of plans) {
  test(`${plan.key}: no two seats overlap, none stands on the stage or in a standing zone`, () => {
    const cell = 8
    const grid = new Map()
    const blocked = [plan.stage.points, ...plan.zones.filter((zone) => zone.shape).map((zone) => zone.shape)]
    for (const [label, x, y] of seatsOf(plan)) {
      assert.ok(Number.isInteger(x) && Number.isInteger(y) && x > 0 && y > 0 && x < plan.width && y < plan.height)
      for (let i = -1; i <= 1; i += 1) {
        for (let j = -1; j <= 1; j += 1) {
          for (const [ox, oy] of grid.get(`${Math.floor(x / cell) + i} ${Math.floor(y / cell) + j}`) ?? []) {
            assert.ok(Math.hypot(ox - x, oy - y) >= 4, `seat ${label} at ${x},${y} is too near ${ox},${oy}`)
          }
        }
      }
      const key = `${Math.floor(x / cell)} ${Math.floor(y / cell)}`
      grid.set(key, [...(grid.get(key) ?? []), [x, y]])
      assert.ok(!blocked.some((polygon) => inside([x, y], polygon)), `seat ${label} at ${x},${y} stands in the way`)
    }
  })

  test(`${plan.key}: names are unique, zones are known, rows go on in order`, () => {
    const zones = new Set(plan.zones.map((zone) => zone.key))
    assert.equal(new Set(plan.sections.map((part) => part.name)).size, plan.sections.length)
    for (const part of plan.sections) {
      assert.ok(zones.has(part.zone))
      assert.equal(new Set(part.rows.map((row) => row.name)).size, part.rows.length)
      for (const row of part.rows) assert.deepEqual(row.seats.map(([label]) => Number(label)), row.seats.map((_, i) => i + 1))
      for (const row of part.rows) {
        for (let i = 1; i < row.seats.length; i += 1) {
          const step = Math.hypot(row.seats[i][1] - row.seats[i - 1][1], row.seats[i][2] - row.seats[i - 1][2])
          assert.ok(step < 9, `${part.name} ${row.name}: a gap of ${step}`)
        }
      }
    }
    for (const zone of plan.zones.filter((one) => one.kind === 'standing')) assert.ok(zone.capacity > 0 && zone.shape.length >= 4)
  })
}

test('the halls have the sizes they are known for', () => {
  const size = (key) => seatsOf(planOf[key]).length
  assert.ok(size('gbk-utama') >= 50_000)
  assert.ok(Math.abs(size('istora') - 7000) < 400, `Istora has ${size('istora')}`)
  assert.ok(Math.abs(size('teater-cikini') - 1200) < 100, `the theatre has ${size('teater-cikini')}`)
  assert.equal(planOf['klub-blok-m'].zones.reduce((sum, zone) => sum + zone.capacity, 0), 800)
})

test('every show has a plan and a price for each of its zones', () => {
  const venueKeys = new Set(venues.map((venue) => venue.key))
  assert.ok(concerts.length >= 14 && new Set(concerts.map((concert) => concert.city)).size >= 5)
  assert.equal(new Set(concerts.map((concert) => concert.slug)).size, concerts.length)
  for (const concert of concerts) {
    assert.ok(concert.colours.length >= 3 && concert.colours.every((colour) => /^#[0-9a-f]{6}$/.test(colour)))
    for (const show of concert.shows) {
      const plan = planOf[show.plan]
      assert.ok(venueKeys.has(plan.venue))
      assert.equal(venues.find((venue) => venue.key === plan.venue).city, concert.city)
      assert.deepEqual(Object.keys(show.prices).sort(), plan.zones.map((zone) => zone.key).sort())
      for (const { price_minor, fee_minor } of Object.values(show.prices)) assert.ok(Number.isInteger(price_minor) && Number.isInteger(fee_minor))
    }
  }
})

test('one show is sold out, one nearly, one opens in some days, one is closed', () => {
  const shows = concerts.flatMap((concert) => concert.shows)
  assert.ok(shows.some((show) => show.sold_fraction === 1))
  assert.ok(shows.some((show) => show.sold_fraction > 0.95 && show.sold_fraction < 1))
  assert.ok(shows.some((show) => show.opens_in_days > 1))
  assert.ok(shows.some((show) => show.closes_in_days < 0))
})

test('the demo accounts are enough of each kind', () => {
  const { accounts } = JSON.parse(readFileSync(new URL('accounts.json', import.meta.url), 'utf8'))
  const withRoles = (roles) => accounts.filter((account) => account.roles.join() === roles)
  assert.ok(withRoles('customer').length >= 8)
  for (const kind of ['organiser', 'box_office', 'gate', 'admin']) assert.ok(withRoles(`customer,${kind}`).length >= 1)
})
