// The halls and shows of the benchmark, as `booking-service import` reads them (docs/seating-plan.md).

export const STADIUM_SEATS = 50_000
export const STANDING_PLACES = 10_000_000

const square = (x, y, size) => [[x, y], [x + size, y], [x + size, y + size], [x, y + size]]

function plan(key, zones, sections) {
  return {
    key, venue: 'bench', name: key, width: 10_000, height: 10_000, stage: { label: 'Panggung', points: square(0, 0, 100) },
    zones: zones.map((zone) => ({ colour: '#2277b8', name: zone.key, ...zone, ...(zone.kind === 'standing' ? { shape: square(0, 200, 100) } : {}) })),
    sections,
  }
}

/** `count` equal sections of a zone, `rows` rows of `seats` each. */
function sections(zone, count, rows, seats) {
  return Array.from({ length: count }, (_, i) => ({
    name: `${zone} ${i + 1}`, zone, outline: square(i * 100, 300, 90),
    rows: Array.from({ length: rows }, (_, row) => ({
      name: String(row + 1), seats: Array.from({ length: seats }, (_, seat) => [String(seat + 1), i * 100 + seat, 300 + row]),
    })),
  }))
}

const plans = [
  plan('bench-standing', [{ key: 'field', kind: 'standing', capacity: STANDING_PLACES }], []),
  // its availability is an answer of about 1 KB
  plan('bench-arena', ['a', 'b', 'c'].map((key) => ({ key, kind: 'seated' })), ['a', 'b', 'c'].flatMap((zone) => sections(zone, 2, 18, 25))),
  plan('bench-stadium', [{ key: 'bowl', kind: 'seated' }, { key: 'pit', kind: 'standing', capacity: 1000 }], sections('bowl', 50, 20, STADIUM_SEATS / 50 / 20)),
]

const show = (key, of) => {
  const { zones } = plans.find((one) => one.key === of)
  return {
    key, plan: of, starts_in_days: 60, starts_at_local: '19:30', opens_in_days: -14, closes_before_start_h: 2, currency: 'IDR',
    max_tickets_per_user: 6, prices: Object.fromEntries(zones.map((zone) => [zone.key, { price_minor: 150_000, fee_minor: 10_000 }])),
  }
}

export const catalogue = {
  venues: [{ key: 'bench', name: 'Bench', city: 'Jakarta', timezone: 'Asia/Jakarta', address: 'Jl. Ukur 1' }],
  plans,
  concerts: [{
    slug: 'bench', title: 'Bench', artist: 'Bench', city: 'Jakarta', genre: 'Bench', description: { id: 'Bench.', en: 'Bench.' },
    colours: ['#111111', '#222222', '#333333'], poster_seed: 1,
    shows: [
      show('bench-hot', 'bench-standing'), // holds
      show('bench-gin', 'bench-standing'), // the Go baseline's own
      show('bench-arena', 'bench-arena'), // hot reads, refused holds, listeners
      show('bench-stadium', 'bench-stadium'), // 50,000 seats
    ],
  }],
}
