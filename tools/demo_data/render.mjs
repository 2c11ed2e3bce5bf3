// Draws the plans as one SVG each, to be looked at: node render.mjs OUT_DIR
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePlans } from './plans.mjs'

const out = process.argv[2] ?? 'plans'
mkdirSync(out, { recursive: true })
const polygon = (points, style) => `<polygon points="${points.map((point) => point.join(',')).join(' ')}" ${style}/>`
for (const plan of makePlans()) {
  const colour = Object.fromEntries(plan.zones.map((zone) => [zone.key, zone.colour]))
  const middle = (points) => [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length)
  const label = (points, text, size, fill = '#222') => {
    const [x, y] = middle(points)
    return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle" dominant-baseline="middle" font-family="sans-serif" fill="${fill}">${text}</text>`
  }
  const size = plan.width / 70
  const parts = [polygon(plan.stage.points, 'fill="#222"'), label(plan.stage.points, plan.stage.label, size * 1.4, '#fff')]
  for (const zone of plan.zones) if (zone.shape) parts.push(polygon(zone.shape, `fill="${zone.colour}" opacity="0.35"`), label(zone.shape, `${zone.name} ${zone.capacity}`, size * 1.3))
  for (const part of plan.sections) {
    parts.push(polygon(part.outline, `fill="none" stroke="${colour[part.zone]}" stroke-width="1"`))
    for (const row of part.rows) for (const [, x, y, kind] of row.seats) parts.push(`<circle cx="${x}" cy="${y}" r="2.2" fill="${kind ? '#000' : colour[part.zone]}"/>`)
    parts.push(label(part.outline, part.name.replace(/^\D+(?=\d)/, ''), size))
  }
  writeFileSync(join(out, `${plan.key}.svg`), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${plan.width} ${plan.height}"><rect width="100%" height="100%" fill="#fff"/>${parts.join('')}</svg>`)
  const seats = plan.sections.reduce((sum, part) => sum + part.rows.reduce((n, row) => n + row.seats.length, 0), 0)
  console.log(plan.key, `${plan.width}x${plan.height}`, seats, 'seats', plan.sections.length, 'sections', plan.zones.map((zone) => zone.capacity ?? '').filter(Boolean).join('+'))
}
