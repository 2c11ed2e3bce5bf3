// P19: what it costs to be watched. The same process, started with everything on and with everything that can be off off.
import { createServer } from 'node:http'
import { hold } from './holds.mjs'
import { compared, inTurn } from './measure.mjs'
import { readOurs } from './reads.mjs'
import { ratios } from './statistics.mjs'

async function startCollector() {
  let requests = 0
  const server = createServer((request, response) => {
    ++requests
    request.resume().on('end', () => response.end('{}'))
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return { url: `http://127.0.0.1:${server.address().port}`, requests: () => requests, stop: () => server.close() }
}

/** Request log and traces of one request in a hundred, against neither; metrics are on in both, an increment a request. */
export async function watched({ stage, rounds, seconds, tell }) {
  const collector = await startCollector()
  const side = (env) => async () => {
    Object.assign(process.env, env)
    await stage.fresh()
    const holds = await hold(stage, seconds)
    const reads = await readOurs(stage, seconds / 2)
    return { ...holds, reads: reads.per_second }
  }
  try {
    await stage.fresh()
    const found = await inTurn(rounds, tell, {
      ours: side({ GELORA_LOG_LEVEL: 'info', GELORA_TRACE_ENDPOINT: collector.url, GELORA_TRACE_RATIO: '0.01' }),
      theirs: side({ GELORA_LOG_LEVEL: 'error', GELORA_TRACE_ENDPOINT: '', GELORA_TRACE_RATIO: '' }),
    })
    const reads = { what: 'reads', unit: '×', least: 0.97, values: ratios(found.ours.map((one) => one.reads), found.theirs.map((one) => one.reads)) }
    return compared(found, { least: 0.97, checks: [reads], notes: [`${collector.requests()} requests to the collector`] })
  } finally {
    collector.stop()
    for (const name of ['GELORA_LOG_LEVEL', 'GELORA_TRACE_ENDPOINT', 'GELORA_TRACE_RATIO']) delete process.env[name]
  }
}
