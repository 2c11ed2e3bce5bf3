// Bars as SVG, for the README: no script, readable on light and dark pages. Pure but for drawCharts.
import { writeFileSync } from 'node:fs'
import { number } from './report.mjs'

const WIDTH = 720, LABEL = 230, BAR = 26, GAP = 12, TOP = 56, VALUE = 110
const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Horizontal bars from {label, value, ours?}; values of one unit, from zero. */
export function bars(title, subtitle, unit, values) {
  const longest = Math.max(...values.map(({ value }) => value))
  const height = TOP + values.length * (BAR + GAP)
  const lines = values.map(({ label, value, ours }, i) => {
    const y = TOP + i * (BAR + GAP), width = Math.max(2, ((WIDTH - LABEL - VALUE) * value) / longest)
    return `<text class="label" x="${LABEL - 12}" y="${y + 18}" text-anchor="end">${escaped(label)}</text>
<rect class="${ours ? 'ours' : 'theirs'}" x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="3"/>
<text class="value" x="${(LABEL + width + 8).toFixed(1)}" y="${y + 18}">${number(value)}${unit}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(title)}">
<style>
text { font: 14px system-ui, sans-serif; fill: #1f2328 } .title { font-weight: 600; font-size: 16px } .subtitle, .label { fill: #59636e }
.ours { fill: #b3124e } .theirs { fill: #8c959f }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .subtitle, .label { fill: #9198a1 } .ours { fill: #ff5c93 } .theirs { fill: #6e7681 } }
</style>
<text class="title" x="0" y="16">${escaped(title)}</text>
<text class="subtitle" x="0" y="38">${escaped(subtitle)}</text>
${lines.join('\n')}
</svg>
`
}

/** The charts for which the report has the rows. */
export function drawCharts(report, folder) {
  const row = (id) => report.rows.find((one) => one.id === id)
  const where = `${report.machine.processors} cores with load generator, services and database together; ${report.at.slice(0, 10)}`
  const [P1, P2, P4] = ['P1', 'P2', 'P4'].map(row)
  if (P1 && P2) {
    writeFileSync(`${folder}reads.svg`, bars('Reads of a show’s seats, 1 KB, a second', where, '/s', [
      { label: 'Gelora', value: P1.ours.median, ours: true }, { label: 'nginx, static file', value: P1.theirs.median },
      // measured in another minute than nginx: its distance to us is what counts
      { label: 'bare epoll loop', value: (P1.ours.median * P2.theirs.median) / P2.ours.median },
    ]))
  }
  if (P4?.theirs) {
    writeFileSync(`${folder}holds.svg`, bars('Durable holds on one hot show, a second', where, '/s', [
      { label: 'Gelora', value: P4.ours.median, ours: true }, { label: 'Go + Gin + MySQL row lock', value: P4.theirs.median },
    ]))
  }
}
