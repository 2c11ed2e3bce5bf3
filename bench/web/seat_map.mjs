// P15: what a frame of panning and zooming over 50,000 seats costs the browser's main thread, the processor slowed four times, against
// the same hall as SVG with one node a seat. From the browser's own trace: everything its main thread did between two frames.
import { createServer } from 'node:http'

const SLOWER = 4
const FRAMES = 90
const SIZE = { width: 390, height: 700 }

/** The same moves on both sides: a drag across, three notches in, a drag, three notches out, over and over. */
const moves = `(frames, pan, zoom) => new Promise((done) => {
  let frame = 0
  const step = () => {
    if (frame === frames) return done()
    const part = frame % 30
    if (part < 10) pan(part < 5 ? 9 : -9, part % 2 ? 7 : -7)
    else if (part < 20) zoom(1.12)
    else zoom(1 / 1.12)
    frame += 1
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
})`

/** Main thread time of each frame, in ms, from the events of a trace: of the thread itself, so that a busy machine lengthens none. */
export function frameTimes(events) {
  const named = new Map(events.filter(({ name }) => name === 'thread_name').map(({ pid, tid, args }) => [`${pid}.${tid}`, args.name]))
  const starts = events.filter(({ name, pid, tid }) => name === 'FireAnimationFrame' && named.get(`${pid}.${tid}`) === 'CrRendererMain')
  if (starts.length < 2) throw new Error('the trace has no frames')
  const busiest = Object.entries(Object.groupBy(starts, ({ pid, tid }) => `${pid}.${tid}`)).sort((a, b) => b[1].length - a[1].length)[0][0]
  const mine = (event) => `${event.pid}.${event.tid}` === busiest
  const callbacks = starts.filter(mine).map(({ ts }) => ts).sort((a, b) => a - b)
  const tasks = events.filter((event) => mine(event) && event.name.endsWith('RunTask') && event.ph === 'X' && event.tdur !== undefined).sort((a, b) => a.ts - b.ts || b.dur - a.dur)
  let end = 0
  const outermost = tasks.filter(({ ts, dur }) => ts >= end && (end = ts + dur)) // the scheduler tells of a task more than once
  const times = []
  let callback = 0
  for (const { ts, dur, tdur } of outermost) {
    const first = callback
    while (callback < callbacks.length && callbacks[callback] < ts + dur) callback += 1
    if (callback > first) times.push(0) // all callbacks of one frame are in one task; what follows it belongs to it
    if (times.length > 0) times[times.length - 1] += tdur / 1000
  }
  return times.slice(0, -1)
}

/** What workers drew meanwhile, in ms. */
function workerMs(events) {
  const workers = new Set(events.filter(({ name, args }) => name === 'thread_name' && /^DedicatedWorker/.test(args.name)).map(({ pid, tid }) => `${pid}.${tid}`))
  return events.filter(({ name, pid, tid, tdur }) => name === 'RunTask' && tdur !== undefined && workers.has(`${pid}.${tid}`)).reduce((sum, { tdur }) => sum + tdur / 1000, 0)
}

const rasterMs = (events) => events.filter(({ name, ph }) => ph === 'X' && /^(RasterTask|ImageDecodeTask)$/.test(name)).reduce((sum, { dur }) => sum + dur / 1000, 0)

async function traced(page, work) {
  const client = await page.context().newCDPSession(page)
  const events = []
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'] } })
  await work()
  const done = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve))
  await client.send('Tracing.end')
  await done
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await client.detach()
  const times = frameTimes(events)
  return { p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)], raster: rasterMs(events) / times.length, worker: workerMs(events) / times.length }
}

/** Panning by pointer and zooming by wheel, as a person does it, on the picker's own canvas. */
async function ours(page, url, show) {
  await page.goto(`${url}/shows/${show}/seats`)
  await page.getByTestId('hall').waitFor()
  await page.locator('[data-testid=hall] canvas').first().waitFor()
  await page.waitForTimeout(2000) // what comes with the page is not what is measured
  return traced(page, () => page.evaluate(`(async () => {
    const canvas = document.querySelector('[data-testid=hall]')
    const box = canvas.getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const pointer = (type, cx, cy) => canvas.dispatchEvent(new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1, clientX: cx, clientY: cy, bubbles: true }))
    canvas.setPointerCapture = () => undefined
    const pan = (dx, dy) => { pointer('pointerdown', x, y); pointer('pointermove', x + dx, y + dy); pointer('pointerup', x + dx, y + dy) }
    const zoom = (factor) => canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: -Math.log(factor) / 0.0018, clientX: x, clientY: y, bubbles: true, cancelable: true }))
    for (let i = 0; i < 14; i += 1) zoom(1.12)
    await (${moves})(${FRAMES}, pan, zoom)
  })()`))
}

const twinPage = (seating) => {
  const seats = seating.zones.flatMap(({ colour, sections = [] }) => sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="2.2" fill="${colour}"/>`))))
  return `<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>
<svg viewBox="0 0 ${seating.width} ${seating.height}"><g id="hall">${seats.join('')}</g></svg>`
}

async function theirs(page, url) {
  await page.goto(url)
  return traced(page, () => page.evaluate(`(async () => {
    const hall = document.getElementById('hall')
    let [x, y, k] = [0, 0, 1]
    const show = () => hall.setAttribute('transform', 'translate(' + x + ' ' + y + ') scale(' + k + ')')
    const pan = (dx, dy) => { x += dx; y += dy; show() }
    const zoom = (factor) => { k *= factor; show() }
    for (let i = 0; i < 14; i += 1) zoom(1.12)
    await (${moves})(${FRAMES}, pan, zoom)
  })()`))
}

export async function seatMap({ browser, url, rounds, tell }) {
  const { items } = await (await fetch(`${url}/api/concerts?limit=100`)).json()
  const shows = await Promise.all(items.map(async ({ slug }) => (await (await fetch(`${url}/api/concerts/${slug}`)).json()).shows.map(({ id }) => id)))
  const halls = await Promise.all(shows.flat().map(async (id) => ({ id, seating: await (await fetch(`${url}/api/shows/${id}/seating`)).json() })))
  const count = ({ seating }) => seating.zones.reduce((sum, { kind, capacity }) => sum + (kind === 'seated' ? capacity : 0), 0)
  const stadium = halls.sort((a, b) => count(b) - count(a))[0]
  const server = createServer((_request, answer) => answer.setHeader('Content-Type', 'text/html').end(twinPage(stadium.seating))).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const found = { ours: [], theirs: [] }
  try {
    for (let round = 1; round <= rounds; round += 1) {
      tell(`P15 round ${round} of ${rounds}`)
      for (const [side, measure] of [['ours', (page) => ours(page, url, stadium.id)], ['theirs', (page) => theirs(page, `http://127.0.0.1:${server.address().port}/`)]]) {
        const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 2, reducedMotion: 'reduce', serviceWorkers: 'block' })
        found[side].push(await measure(await context.newPage()))
        await context.close()
      }
    }
  } finally {
    server.close()
  }
  return { seats: count(stadium), ...found }
}
