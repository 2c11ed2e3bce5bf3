// Lighthouse on the pages of a fan, as a mid-range phone on a slow network sees them: scores and the times people feel.
import { createServer } from 'node:net'
import { chromium } from 'playwright-core'
import lighthouse from 'lighthouse'

const RUNS = 3

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)) })
})

/** A browser that Lighthouse can reach. */
async function withBrowser(launch, work) {
  const port = await freePort()
  const browser = await chromium.launch({ ...launch, args: [...launch.args, `--remote-debugging-port=${port}`] })
  try {
    return await work(browser, port)
  } finally {
    await browser.close()
  }
}

async function logIn(port, url, { email, password }) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = await browser.contexts()[0].newPage()
  await page.goto(`${url}/login`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((at) => !at.pathname.startsWith('/login'))
  await page.close()
}

const score = ({ categories }, name) => Math.round((categories[name]?.score ?? 0) * 100)
const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** One run. The browser loses the start of a trace now and then (NO_NAVSTART): such a run measured nothing and is made again. */
async function once(page, flags) {
  for (let attempt = 1; ; attempt += 1) {
    const { lhr } = await lighthouse(page, flags)
    if (!lhr.runtimeError) return lhr
    if (attempt === 3) throw new Error(`${page}: ${lhr.runtimeError.message}`)
  }
}

/**
 * One page in `RUNS` runs: the middle of each figure, and what the last one found wanting. The scores are of Lighthouse's model of a
 * slow phone, made from a load at full speed; the largest paint also of a browser that is really held to that phone and network.
 */
async function audited(url, port, { name, path, isPublic, ofFan }, tell) {
  const flags = { port, output: 'json', logLevel: 'error', disableStorageReset: ofFan }
  const [runs, held] = [[], []]
  for (let run = 1; run <= RUNS; run += 1) {
    tell(`Lighthouse ${name}, run ${run} of ${RUNS}`)
    runs.push(await once(url + path, { ...flags, onlyCategories: ['performance', 'accessibility', 'best-practices', ...(isPublic ? ['seo'] : [])] }))
    held.push(await once(url + path, { ...flags, onlyAudits: ['largest-contentful-paint'], throttlingMethod: 'devtools' }))
  }
  const of = (read, from = runs) => Math.round(middle(from.map(read)) * 1000) / 1000
  const lcp = ({ audits }) => Math.round(audits['largest-contentful-paint'].numericValue)
  const failed = Object.values(runs.at(-1).audits).filter(({ score: each, scoreDisplayMode }) => each !== null && each < 0.9 && ['binary', 'numeric', 'metricSavings'].includes(scoreDisplayMode))
  return {
    name,
    performance: of((run) => score(run, 'performance')), accessibility: of((run) => score(run, 'accessibility')), best_practices: of((run) => score(run, 'best-practices')),
    seo: isPublic ? of((run) => score(run, 'seo')) : undefined,
    lcp_ms: of(lcp, held), lcp_modelled_ms: of(lcp), cls: of(({ audits }) => audits['cumulative-layout-shift'].numericValue),
    tbt_ms: Math.round(of(({ audits }) => audits['total-blocking-time'].numericValue)),
    failed: failed.map(({ id, displayValue }) => (displayValue ? `${id} (${displayValue})` : id)),
  }
}

/** What everybody may see is loaded cold, by a browser that was never here; what is a fan's own by one that is logged in and stays so. */
export async function lighthousePages({ launch, url, account, pages, tell }) {
  const found = []
  for (const ofFan of [false, true])
    await withBrowser(launch, async (_browser, port) => {
      if (ofFan) await logIn(port, url, account)
      for (const page of pages.filter((each) => Boolean(each.ofFan) === ofFan)) found.push(await audited(url, port, { ...page, ofFan }, tell))
    })
  return found
}
