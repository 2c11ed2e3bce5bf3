// Seats along curves. A curve is a (super)ellipse around a centre; `s` is how far outside it a row lies; `phi` is the angle in
// degrees from straight down (away from a stage at the top), growing to the right. One unit is one decimetre.

const radians = (degrees) => (degrees * Math.PI) / 180
const power = (value, exponent) => Math.sign(value) * Math.abs(value) ** exponent

/** n = 2 is an ellipse; larger n is squarer. */
export const curve = ({ cx = 0, cy = 0, rx, ry = rx, n = 2 }) => ({
  at(s, phi) {
    const a = radians(phi)
    return [cx + (rx + s) * power(Math.sin(a), 2 / n), cy + (ry + s) * power(Math.cos(a), 2 / n)]
  },
})

/** A straight "curve": rows parallel to the stage; phi is the x position, s the distance below y0. */
export const straight = (y0) => ({ at: (s, x) => [x, y0 + s] })

/** Points from `from` to `to` at equal distances of `spacing` along the row, centred, `margin` free at both ends. */
export function along(line, s, from, to, spacing, margin) {
  const steps = 96
  const points = []
  const lengths = [0]
  for (let i = 0; i <= steps; i += 1) {
    points.push(line.at(s, from + ((to - from) * i) / steps))
    if (i) lengths.push(lengths[i - 1] + Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]))
  }
  const usable = lengths[steps] - 2 * margin
  const count = Math.floor(usable / spacing + 1e-9) + 1
  if (usable < 0 || count < 1) return []
  const start = margin + (usable - (count - 1) * spacing) / 2
  const seats = []
  let i = 1
  for (let k = 0; k < count; k += 1) {
    const target = start + k * spacing
    while (i < steps && lengths[i] < target) i += 1
    const part = (target - lengths[i - 1]) / (lengths[i] - lengths[i - 1] || 1)
    seats.push([
      points[i - 1][0] + (points[i][0] - points[i - 1][0]) * part,
      points[i - 1][1] + (points[i][1] - points[i - 1][1]) * part,
    ])
  }
  return seats
}

export function rowName(index) {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ' // no I and O: they read as 1 and 0
  return index < letters.length ? letters[index] : letters[Math.floor(index / letters.length) - 1] + letters[index % letters.length]
}

/**
 * A section between two angles: `rows` rows from `s`, `depth` apart. `accessible` marks places at both ends of the first row.
 */
export function section({ name, zone, line, s, rows, depth = 9, from, to, spacing = 5.5, aisle = 7, accessible = 0, firstRow = 0 }) {
  const made = []
  for (let r = 0; r < rows; r += 1) {
    const points = along(line, s + r * depth, from, to, spacing, aisle)
    if (points.length < 3) continue
    const isAccessible = (i) => r === 0 && (i < accessible || i >= points.length - accessible)
    made.push({
      name: rowName(firstRow + r),
      seats: points.map(([x, y], i) => (isAccessible(i) ? [String(i + 1), x, y, 'accessible'] : [String(i + 1), x, y])),
    })
  }
  return { name, zone, outline: outline({ line, s, rows, depth, from, to, aisle }), rows: made }
}

function outline({ line, s, rows, depth, from, to, aisle }) {
  const inner = s - depth * 0.55
  const outer = s + (rows - 1) * depth + depth * 0.55
  const edge = (at) => along(line, at, from, to, arcLength(line, at, from, to, aisle - 4) / 8.0001, aisle - 4)
  return [...edge(inner), ...edge(outer).reverse()]
}

function arcLength(line, s, from, to, margin) {
  let length = 0
  let [x0, y0] = line.at(s, from)
  for (let i = 1; i <= 96; i += 1) {
    const [x, y] = line.at(s, from + ((to - from) * i) / 96)
    length += Math.hypot(x - x0, y - y0)
    ;[x0, y0] = [x, y]
  }
  return Math.max(length - 2 * margin, 0.01)
}

/** Cuts `from`…`to` into `count` sections of equal length along the row at `s`; returns the angles between them. */
export function cuts(line, s, from, to, count) {
  const spacing = arcLength(line, s, from, to, 0) / count
  const fine = 2000
  const angles = [from]
  let length = 0
  let [x0, y0] = line.at(s, from)
  for (let i = 1; i < fine && angles.length < count; i += 1) {
    const phi = from + ((to - from) * i) / fine
    const [x, y] = line.at(s, phi)
    length += Math.hypot(x - x0, y - y0)
    ;[x0, y0] = [x, y]
    if (length >= spacing * angles.length) angles.push(phi)
  }
  return [...angles, to]
}

/** Polygon of a region between two rows of a curve. */
export function band(line, inner, outer, from, to, points = 16) {
  const edge = (s) => Array.from({ length: points + 1 }, (_, i) => line.at(s, from + ((to - from) * i) / points))
  return [...edge(inner), ...edge(outer).reverse()]
}

export const centroid = (points) => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
]

/** Moves everything so that it starts at `margin`, rounds to whole units, sets width and height. */
export function settle(plan, margin = 40) {
  const all = [...plan.stage.points]
  for (const zone of plan.zones) all.push(...(zone.shape ?? []))
  for (const part of plan.sections) {
    all.push(...part.outline)
    for (const row of part.rows) for (const seat of row.seats) all.push([seat[1], seat[2]])
  }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of all) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  const place = ([x, y]) => [Math.round(x - left + margin), Math.round(y - top + margin)]
  const placeSeat = ([label, x, y, ...rest]) => [label, ...place([x, y]), ...rest]
  const { key, venue, name } = plan
  return {
    key,
    venue,
    name,
    width: Math.round(right - left + 2 * margin),
    height: Math.round(bottom - top + 2 * margin),
    stage: { ...plan.stage, points: plan.stage.points.map(place) },
    zones: plan.zones.map((zone) => (zone.shape ? { ...zone, shape: zone.shape.map(place) } : zone)),
    sections: plan.sections.map((part) => ({
      ...part,
      outline: part.outline.map(place),
      rows: part.rows.map((row) => ({ ...row, seats: row.seats.map(placeSeat) })),
    })),
  }
}
