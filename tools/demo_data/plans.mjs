// The halls: nine seating plans, stage at the top. Sizes and shapes are believable, not surveyed.
import { band, centroid, curve, cuts, section, settle, straight } from './geometry.mjs'

const standing = (key, name, colour, capacity, shape) => ({ key, name, kind: 'standing', colour, capacity, shape })
const seated = (key, name, colour) => ({ key, name, kind: 'seated', colour })
const rectangle = (x0, y0, x1, y1) => [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]

/** A ring of sections; `zoneOf(phi)` says which price zone the middle of a section is in. */
function ring({ line, s, rows, depth, from, to, count, number, zoneOf, accessibleEvery = 3, ...rest }) {
  const angles = cuts(line, s + (rows * depth) / 2, from, to, count)
  return angles.slice(0, -1).map((start, i) => {
    const end = angles[i + 1]
    return section({ name: number(i), zone: zoneOf((start + end) / 2), line, s, rows, depth, from: start, to: end,
      accessible: i % accessibleEvery === 1 ? 2 : 0, ...rest })
  })
}

/** Best first within a zone: nearest to the middle of the stage's edge. */
function bestFirst(sections, [x, y]) {
  const distance = new Map(sections.map((part) => {
    const [cx, cy] = centroid(part.outline)
    return [part, Math.hypot(cx - x, cy - y)]
  }))
  return sections.sort((a, b) => distance.get(a) - distance.get(b))
}

function stadium() {
  const bowl = curve({ rx: 640, ry: 880, n: 2.25 })
  const lower = ring({ line: bowl, s: 0, rows: 30, depth: 9, from: -134, to: 134, count: 30, number: (i) => `Tribun ${101 + i}`, aisle: 8,
    zoneOf: (phi) => (Math.abs(phi) > 82 ? 'cat1' : Math.abs(phi) > 40 ? 'cat2' : 'cat3') })
  const upper = ring({ line: bowl, s: 345, rows: 33, depth: 9, from: -131, to: 131, count: 38, number: (i) => `Tribun ${201 + i}`, aisle: 8,
    zoneOf: (phi) => (Math.abs(phi) > 68 ? 'cat4' : 'cat5'), accessibleEvery: 4 })
  const fan = curve({ cy: -1500, rx: 960 })
  const vip = [0, 1, 2, 3, 4].map((i) =>
    section({ name: `VIP ${'ABCDE'[i]}`, zone: 'vip', line: fan, s: 5, rows: 24, depth: 11, from: -23 + i * 9.2, to: -13.8 + i * 9.2, spacing: 6, aisle: 10, accessible: 2 }))
  const end = [[480, 340], [455, 470], [390, 590], [290, 680], [150, 735], [0, 750]]
  return {
    key: 'gbk-utama', venue: 'gbk', name: 'Panggung ujung utara',
    stage: { label: 'Panggung', points: [[-330, -840], [330, -840], [330, -665], [120, -665], [80, -600], [-80, -600], [-120, -665], [-330, -665]] },
    zones: [seated('vip', 'VIP Lapangan', '#b3124e'), seated('cat1', 'CAT 1', '#e2571e'), seated('cat2', 'CAT 2', '#e0a100'),
      seated('cat3', 'CAT 3', '#2f9e62'), seated('cat4', 'CAT 4', '#2277b8'), seated('cat5', 'CAT 5', '#6c5bb5'),
      standing('fest-a', 'Festival A', '#0f8b8d', 4500, rectangle(-500, -190, -12, 310)), standing('fest-b', 'Festival B', '#c2437e', 4500, rectangle(12, -190, 500, 310)),
      standing('fest-c', 'Festival C', '#7a6a58', 4000, [...end, ...end.slice(0, -1).reverse().map(([x, y]) => [-x, y])])],
    sections: [...bestFirst(vip, [0, -650]), ...bestFirst(lower, [0, -650]), ...bestFirst(upper, [0, -650])],
  }
}

function istora() {
  const bowl = curve({ rx: 195, ry: 235, n: 3.2 })
  const lower = ring({ line: bowl, s: 0, rows: 12, depth: 9, from: -130, to: 130, count: 18, number: (i) => `Bawah ${i + 1}`,
    zoneOf: (phi) => (Math.abs(phi) > 60 ? 'cat1' : 'cat2') })
  const upper = ring({ line: bowl, s: 145, rows: 11, depth: 9, from: -122, to: 122, count: 22, number: (i) => `Atas ${i + 1}`,
    zoneOf: (phi) => (Math.abs(phi) > 60 ? 'cat2' : 'cat3') })
  const floor = straight(-105)
  const blocks = [[-150, -54], [-52, 52], [54, 150]].flatMap(([from, to], i) => [0, 1].map((half) =>
    section({ name: `Lantai ${'ABC'[i]}${half + 1}`, zone: half ? 'floor' : 'vip', line: floor, s: half * 145, rows: half ? 11 : 12, depth: 11, from, to, accessible: half ? 0 : 2 })))
  return {
    key: 'istora', venue: 'istora', name: 'Panggung utara',
    stage: { label: 'Panggung', points: [[-150, -235], [150, -235], [150, -130], [-150, -130]] },
    zones: [seated('vip', 'VIP Lantai', '#b3124e'), seated('floor', 'Lantai', '#e2571e'), seated('cat1', 'CAT 1', '#e0a100'),
      seated('cat2', 'CAT 2', '#2f9e62'), seated('cat3', 'CAT 3', '#2277b8')],
    sections: [...bestFirst(blocks, [0, -130]), ...bestFirst(lower, [0, -130]), ...bestFirst(upper, [0, -130])],
  }
}

function theatre() {
  const hall = curve({ cy: -260, rx: 300 })
  const level = (names, zone, s, rows, spread, bounds, firstRow = 0) => names.map((name, i) =>
    section({ name, zone, line: hall, s, rows, depth: 9.5, from: bounds[i] * spread, to: bounds[i + 1] * spread, aisle: 7, accessible: firstRow === 0 && i === 1 ? 2 : 0, firstRow }))
  const thirds = [-1, -0.36, 0.36, 1]
  return {
    key: 'teater-cikini', venue: 'teater-cikini', name: 'Prosenium',
    stage: { label: 'Panggung', points: [[-150, -70], [150, -70], [150, -19], ...band(hall, -27, -27, 28, -28, 12).slice(0, 13), [-150, -19]] },
    zones: [seated('stalls', 'Lantai Utama', '#b3124e'), seated('stalls-rear', 'Lantai Belakang', '#e2571e'), seated('balcony-1', 'Balkon 1', '#e0a100'), seated('balcony-2', 'Balkon 2', '#2277b8')],
    sections: [
      ...reorder(level(['Kiri', 'Tengah', 'Kanan'], 'stalls', 0, 8, 26, thirds)),
      ...reorder(level(['Belakang Kiri', 'Belakang Tengah', 'Belakang Kanan'], 'stalls-rear', 90, 6, 26, thirds, 8)),
      ...reorder(level(['Balkon 1 Kiri', 'Balkon 1 Tengah', 'Balkon 1 Kanan'], 'balcony-1', 180, 3, 28, thirds)),
      ...reorder(level(['Balkon 2 Kiri', 'Balkon 2 Tengah', 'Balkon 2 Kanan'], 'balcony-2', 240, 2, 28, thirds)),
    ],
  }
}
const reorder = ([left, middle, right]) => [middle, left, right]

function club() {
  return {
    key: 'klub-blok-m', venue: 'klub-blok-m', name: 'Lantai berdiri',
    stage: { label: 'Panggung', points: [[-60, 0], [60, 0], [60, 45], [-60, 45]] },
    zones: [standing('floor', 'Lantai', '#b3124e', 640, rectangle(-130, 65, 130, 245)),
      standing('mezzanine', 'Mezanin', '#e0a100', 160, rectangle(-150, 262, 150, 312))],
    sections: [],
  }
}

function amphitheatre({ key, venue, name, radius, rows, spread, count, lawn }) {
  const hill = curve({ rx: radius })
  const low = Math.round(rows * 0.45)
  const near = ring({ line: hill, s: 0, rows: low, depth: 10, from: -spread, to: spread, count, number: (i) => `Undak ${i + 1}`, zoneOf: (phi) => (Math.abs(phi) < spread * 0.55 ? 'front' : 'side') })
  const far = ring({ line: hill, s: low * 10 + 22, rows: rows - low, depth: 10, from: -spread, to: spread, count: count + 2, number: (i) => `Teras ${i + 1}`, zoneOf: () => 'terrace' })
  return {
    key, venue, name,
    stage: { label: 'Panggung', points: band(curve({ rx: radius * 0.5 }), 0, -radius * 0.5 + 1, -90, 90, 14).slice(0, 15).concat([[-radius * 0.5, -radius * 0.42], [radius * 0.5, -radius * 0.42]].reverse()) },
    zones: [seated('front', 'Undak Tengah', '#b3124e'), seated('side', 'Undak Samping', '#e0a100'), seated('terrace', 'Teras', '#2f9e62'),
      ...(lawn ? [standing('lawn', 'Rumput', '#4f7a28', lawn, band(hill, rows * 10 + 40, rows * 10 + 195, -38, 38, 18))] : [])],
    sections: [...bestFirst(near, [0, 0]), ...bestFirst(far, [0, 0])],
  }
}

function arena() {
  const bowl = curve({ rx: 230, ry: 300, n: 2.5 })
  const lower = ring({ line: bowl, s: 0, rows: 14, depth: 9, from: -136, to: 136, count: 18, number: (i) => `Blok ${i + 1}`, zoneOf: (phi) => (Math.abs(phi) > 55 ? 'cat1' : 'cat2') })
  const upper = ring({ line: bowl, s: 150, rows: 9, depth: 9, from: -118, to: 118, count: 18, number: (i) => `Balkon ${i + 1}`, zoneOf: () => 'cat3' })
  const pit = (side) => [[side * 8, -150], [side * 170, -150], [side * 190, -60], [side * 190, 120], [side * 150, 215], [side * 8, 235]]
  return {
    key: 'arena-kenjeran', venue: 'arena-kenjeran', name: 'Panggung ujung',
    stage: { label: 'Panggung', points: [[-165, -285], [165, -285], [165, -175], [-165, -175]] },
    zones: [standing('fest-a', 'Festival Kiri', '#b3124e', 1100, pit(-1)), standing('fest-b', 'Festival Kanan', '#c2437e', 1100, pit(1)),
      seated('cat1', 'CAT 1', '#e2571e'), seated('cat2', 'CAT 2', '#e0a100'), seated('cat3', 'Balkon', '#2277b8')],
    sections: [...bestFirst(lower, [0, -175]), ...bestFirst(upper, [0, -175])],
  }
}

function exhibitionHall() {
  const columns = [[-300, -105], [-100, 100], [105, 300]]
  const banks = [['Emas', 'gold', 0, 12, 0], ['Perak', 'silver', 145, 12, 12], ['Perunggu', 'bronze', 290, 13, 24]]
  const sections = banks.flatMap(([name, zone, s, rows, firstRow]) => [1, 0, 2].map((column) =>
    section({ name: `${name} ${['Kiri', 'Tengah', 'Kanan'][column]}`, zone, line: curve({ cy: -1200, rx: 1280 }), s, rows, depth: 10, firstRow,
      from: columns[column][0] / 23.5, to: columns[column][1] / 23.5, accessible: column === 1 ? 2 : 0 })))
  return {
    key: 'medan-polonia', venue: 'medan-polonia', name: 'Aula, duduk semua',
    stage: { label: 'Panggung', points: [[-210, -60], [210, -60], [210, 40], [-210, 40]] },
    zones: [seated('gold', 'Emas', '#b08a00'), seated('silver', 'Perak', '#6f7f8f'), seated('bronze', 'Perunggu', '#a65a2e')],
    sections,
  }
}

function recitalHall() {
  const hall = curve({ cy: -170, rx: 210 })
  const sections = [['Kiri', -31, -10.5], ['Tengah', -10.5, 10.5], ['Kanan', 10.5, 31]].map(([name, from, to]) =>
    section({ name, zone: name === 'Tengah' ? 'middle' : 'side', line: hall, s: 0, rows: 14, depth: 9.5, from, to, accessible: name === 'Tengah' ? 2 : 0 }))
  return {
    key: 'bandung-braga', venue: 'bandung-braga', name: 'Ruang resital',
    stage: { label: 'Panggung', points: [[-85, -45], [85, -45], [85, 5], [45, 18], [-45, 18], [-85, 5]] },
    zones: [seated('middle', 'Tengah', '#b3124e'), seated('side', 'Samping', '#2277b8')],
    sections: [sections[1], sections[0], sections[2]],
  }
}

export const venues = [
  { key: 'gbk', name: 'Gelora Bung Karno Main Stadium', city: 'Jakarta', timezone: 'Asia/Jakarta', address: 'Jl. Pintu Satu Senayan, Jakarta Pusat' },
  { key: 'istora', name: 'Istora Senayan', city: 'Jakarta', timezone: 'Asia/Jakarta', address: 'Kompleks Gelora Bung Karno, Jakarta Pusat' },
  { key: 'teater-cikini', name: 'Teater Cikini Raya', city: 'Jakarta', timezone: 'Asia/Jakarta', address: 'Jl. Cikini Raya, Jakarta Pusat' },
  { key: 'klub-blok-m', name: 'Ruang Bawah Blok M', city: 'Jakarta', timezone: 'Asia/Jakarta', address: 'Jl. Melawai, Jakarta Selatan' },
  { key: 'amfiteater-kaliurang', name: 'Amfiteater Kaliurang', city: 'Yogyakarta', timezone: 'Asia/Jakarta', address: 'Jl. Kaliurang, Sleman' },
  { key: 'arena-kenjeran', name: 'Arena Kenjeran', city: 'Surabaya', timezone: 'Asia/Jakarta', address: 'Jl. Pantai Kenjeran, Surabaya' },
  { key: 'bukit-ungasan', name: 'Panggung Bukit Ungasan', city: 'Denpasar', timezone: 'Asia/Makassar', address: 'Ungasan, Kuta Selatan, Badung' },
  { key: 'medan-polonia', name: 'Balai Polonia', city: 'Medan', timezone: 'Asia/Jakarta', address: 'Jl. Padang Golf, Medan' },
  { key: 'bandung-braga', name: 'Gedung Resital Braga', city: 'Bandung', timezone: 'Asia/Jakarta', address: 'Jl. Braga, Bandung' },
]

export const makePlans = () => [
  stadium(), istora(), theatre(), club(),
  amphitheatre({ key: 'amfiteater-kaliurang', venue: 'amfiteater-kaliurang', name: 'Undak dan rumput', radius: 150, rows: 24, spread: 84, count: 7, lawn: 1500 }),
  arena(),
  amphitheatre({ key: 'bukit-ungasan', venue: 'bukit-ungasan', name: 'Menghadap laut', radius: 110, rows: 18, spread: 100, count: 7 }),
  exhibitionHall(), recitalHall(),
].map((plan) => settle(plan))
