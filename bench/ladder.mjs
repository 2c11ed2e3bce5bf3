// P18: what a hit costs the database, layer by layer: a read that asks it each time, the same behind a cache of one second, a prepared answer.
import { readFileSync, writeFileSync } from 'node:fs'
import { compared, each, inTurn, load } from './measure.mjs'
import { CONNECTIONS, hotUrl, rawAnswer, readOurs, startNginx } from './reads.mjs'
import { summary } from './statistics.mjs'

const PATH = '/api/tickets?limit=20'

/** The cache that one would put there first: a second long, and whoever finds it empty asks for all who wait. */
const startCache = (stage) => startNginx(stage,
  `location /api/ { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_cache second; proxy_cache_valid 200 1s;
    proxy_cache_lock on; proxy_cache_use_stale updating; proxy_ignore_headers Cache-Control; }`,
  `proxy_cache_path ${stage.file('bench-nginx')}/cache keys_zone=second:1m; upstream service { server 127.0.0.1:${stage.base + 2}; keepalive 16; }`)

export async function layers({ stage, rounds, seconds, tell }) {
  const one = stage.file('one-token')
  const sides = {
    ours: () => readOurs(stage, seconds),
    theirs: () => load(stage, { url: `${stage.booking}${PATH}`, pid: stage.pidOf('booking-service'), expected: [200], tokens: stage.tokens(), connections: CONNECTIONS, seconds }),
    cached: () => {
      writeFileSync(one, readFileSync(stage.tokens(), 'utf8').split('\n')[0] + '\n')
      return load(stage, { url: `http://127.0.0.1:${stage.spare.nginx}${PATH}`, pid: stage.pidOf('booking-service'), expected: [200], tokens: one, connections: CONNECTIONS, seconds })
    },
  }
  const whole = await rawAnswer(hotUrl(stage))
  const tag = /ETag: (\S+)/.exec(whole.bytes.toString())[1]
  const same = await fetch(hotUrl(stage), { headers: { 'If-None-Match': tag } })
  if (same.status !== 304) throw new Error(`with the ETag it has, a reader is answered ${same.status}`)
  const nginx = await startCache(stage)
  try {
    const found = await inTurn(rounds, tell, sides)
    const median = (side, name) => summary(each(found[side], name)).median
    const layer = (side) => `${Math.round(median(side, 'per_second')).toLocaleString('en')}/s, ${Math.round(median(side, 'sql')).toLocaleString('en')} statements per 100,000`
    return compared(found, {
      least: 3, checks: [{ what: 'SQL per 100,000', values: each(found.ours, 'sql'), most: 0 }],
      notes: [`asked each time: ${layer('theirs')}; behind a cache of a second: ${layer('cached')}; prepared: ${layer('ours')}`,
        `an answer is ${whole.bytes.length} bytes, ${whole.body.length} of them body; who has it already gets a 304 without`],
    })
  } finally {
    await nginx.stop()
  }
}
