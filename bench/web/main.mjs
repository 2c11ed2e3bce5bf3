// ./gelora bench web: the pages as a fan's phone meets them, on the stack with demo data that scripts/bench.sh has started.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

const FLOOR_BROKEN = 3
const HELP = `./gelora bench web [map] [lighthouse] [size]
  map         P15: what a frame of panning and zooming over the stadium's seats costs, against SVG with one node a seat
  lighthouse  home, concert, picker and my tickets, as a mid-range phone on slow 4G
  size        P16: first load of JavaScript, by page
All of them when none is named. Ends with 0 when all floors hold, 3 when one is broken.`
if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(HELP)
  process.exit(0)
}
// after the help, which needs none of them
const { chromium } = await import('playwright-core')
const { lighthousePages } = await import('./lighthouse.mjs')
const { ensureTickets } = await import('./purchase.mjs')
const { seatMap } = await import('./seat_map.mjs')
const url = process.env.GELORA_URL
const status = JSON.parse(execFileSync(process.env.GELORA_STACK, ['status', '--json'], { encoding: 'utf8' }))
const fan = status.demo_accounts.find(({ roles }) => roles.length === 1 && roles[0] === 'customer')
const launch = {
  executablePath: process.env.GELORA_CHROMIUM || '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
}
const tell = (text) => process.stdout.isTTY && process.stdout.write(`\r\x1b[K  … ${text}`)
const clear = () => process.stdout.isTTY && process.stdout.write('\r\x1b[K')
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const fixed = (value) => (value < 10 ? value.toFixed(1) : String(Math.round(value)))
const spread = (values) => `${fixed(median(values))} (${fixed(Math.min(...values))}–${fixed(Math.max(...values))})`
const only = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const wants = (name) => only.length === 0 || only.includes(name)

const broken = []
const report = { at: new Date().toISOString(), processors: cpus().length, load_at_start: loadavg()[0] }
if (loadavg()[0] > cpus().length / 2) console.log(`  this machine is busy (load ${loadavg()[0].toFixed(1)}): ratios bear it better than numbers`)

if (wants('map')) {
  const browser = await chromium.launch(launch)
  const { seats, ours, theirs } = await seatMap({ browser, url, rounds: 5, tell })
  await browser.close()
  clear()
  const [mine, svg] = [ours.map(({ p95 }) => p95), theirs.map(({ p95 }) => p95)]
  const ratio = mine.map((each, i) => svg[i] / each)
  report.map = { seats, ours, theirs }
  console.log(`P15  seat map, ${seats.toLocaleString('en')} seats, processor 4 × slower: main thread of a frame, p95`)
  console.log(`       ours ${spread(mine)} ms (floor ≤ 16.7), drawn by a worker meanwhile: ${spread(ours.map(({ worker }) => worker))} ms a frame`)
  console.log(`       SVG, one node a seat ${spread(svg)} ms; that is ${spread(ratio)} × ours (floor ≥ 20)`)
  if (median(mine) > 16.7) broken.push('P15: a frame takes longer than 16.7 ms')
  if (median(ratio) < 20) broken.push('P15: less than 20 × below SVG')
}

if (wants('lighthouse')) {
  const read = async (path) => (await fetch(url + path)).json()
  /** The first show on sale that has seats: the picker is what a fan waits for there. */
  const seatedShow = async () => {
    for (const concert of (await read('/api/concerts?limit=100')).items.filter(({ status }) => status === 'on_sale')) {
      const open = (await read(`/api/concerts/${concert.slug}`)).shows.filter(({ sale }) => sale.status === 'on_sale')
      for (const { id } of open) if ((await read(`/api/shows/${id}/seating`)).zones.some(({ kind }) => kind === 'seated')) return { concert, show: id }
    }
    throw new Error('no show with seats is on sale')
  }
  const { concert, show } = await seatedShow()
  await ensureTickets(url, fan, show)
  const pages = [
    { name: 'home', path: '/', isPublic: true }, { name: 'concert', path: `/concerts/${concert.slug}`, isPublic: true },
    { name: 'picker', path: `/shows/${show}/seats` }, { name: 'my tickets', path: '/tickets', ofFan: true },
  ]
  report.lighthouse = await lighthousePages({ launch, url, account: fan, pages, tell })
  clear()
  console.log('Lighthouse, mid-range phone on slow 4G, median of three runs (floors: 95; LCP 2,500 ms; CLS 0.1)')
  console.log(`       ${'page'.padEnd(12)}performance  accessibility  best practices  SEO  LCP ms  modelled    CLS  TBT ms`)
  for (const page of report.lighthouse) {
    const { name, performance, accessibility, best_practices, seo, lcp_ms, lcp_modelled_ms, cls, tbt_ms, failed } = page
    console.log(`       ${name.padEnd(12)}${String(performance).padStart(11)}${String(accessibility).padStart(15)}${String(best_practices).padStart(16)}${String(seo ?? '–').padStart(5)}${String(lcp_ms).padStart(8)}${String(lcp_modelled_ms).padStart(10)}${String(cls).padStart(7)}${String(tbt_ms).padStart(8)}`)
    if (failed.length > 0) console.log(`         could be better: ${failed.join(', ')}`)
    for (const [what, value] of Object.entries({ performance, accessibility, best_practices, ...(seo !== undefined && { seo }) })) if (value < 95) broken.push(`${name}: ${what} ${value}`)
    if (lcp_ms > 2500) broken.push(`${name}: LCP ${lcp_ms} ms`)
    if (cls > 0.1) broken.push(`${name}: CLS ${cls}`)
  }
}

if (wants('size')) {
  console.log('P16  first load of JavaScript')
  console.log(execFileSync(process.execPath, [new URL('../../web/build/budget.mjs', import.meta.url).pathname], { encoding: 'utf8' }).trimEnd())
}

const results = new URL('../results/', import.meta.url)
mkdirSync(results, { recursive: true })
writeFileSync(new URL('web-latest.json', results), JSON.stringify(report, null, 1) + '\n')
if (broken.length > 0) console.log(`\nfloors not reached:\n${broken.map((line) => `  ${line}`).join('\n')}`)
process.exitCode = broken.length > 0 ? FLOOR_BROKEN : 0
