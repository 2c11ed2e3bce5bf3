// P1–P3: hot reads. The answer of booking-service is taken as it is and given to the others to serve: same bytes on all sides.
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { compared, each, inTurn, load } from './measure.mjs'
import { startServer } from './programs.mjs'
import { summary } from './statistics.mjs'

export const CONNECTIONS = 64

/** One whole answer, head and body, as it comes over the wire. */
export function rawAnswer(url, headers = '') {
  const { hostname, port, pathname, host } = new URL(url)
  return new Promise((done, fail) => {
    let bytes = Buffer.alloc(0)
    const socket = connect(Number(port), hostname, () => socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n`))
    socket.on('error', fail)
    socket.on('data', (data) => {
      bytes = Buffer.concat([bytes, data])
      const end = bytes.indexOf('\r\n\r\n')
      const length = /\r\nContent-Length: (\d+)/.exec(bytes.subarray(0, Math.max(end, 0)).toString())
      if (!length || bytes.length < end + 4 + Number(length[1])) return
      socket.destroy()
      done({ bytes, body: bytes.subarray(end + 4) })
    })
  })
}

export const hotUrl = (stage, origin = stage.booking) => `${origin}/api/shows/${stage.shows['bench-arena']}/availability`

export async function readOurs(stage, seconds, url = hotUrl(stage)) {
  return load(stage, { url, pid: stage.pidOf('booking-service'), expected: [200], connections: CONNECTIONS, seconds })
}

/** nginx with as many workers as booking-service has loops: one. No log, files kept open: as fast as it goes. (Without a
 * master it also keeps our user, who may read the folder.) `lines` are those of its server. */
export function startNginx(stage, lines, before = '') {
  const folder = stage.file('bench-nginx')
  mkdirSync(`${folder}/root`, { recursive: true })
  writeFileSync(`${folder}/nginx.conf`, `
daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log stderr;
events { worker_connections 4096; }
http {
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000; default_type application/json;
  open_file_cache max=100 inactive=1h; open_file_cache_valid 1h;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  ${before}
  server { listen 127.0.0.1:${stage.spare.nginx} backlog=4096; root ${folder}/root; ${lines} }
}`)
  return startServer({ command: 'nginx', args: ['-p', folder, '-c', `${folder}/nginx.conf`, '-e', 'stderr'], port: stage.spare.nginx, log: stage.log('nginx') })
}

export async function againstNginx({ stage, rounds, seconds, tell }) {
  const { body } = await rawAnswer(hotUrl(stage))
  const nginx = await startNginx(stage, '')
  writeFileSync(stage.file('bench-nginx/root/availability'), body)
  try {
    const theirs = () => load(stage, { url: `http://127.0.0.1:${nginx.port}/availability`, pid: nginx.pid, expected: [200], connections: CONNECTIONS, seconds })
    const found = await inTurn(rounds, tell, { ours: () => readOurs(stage, seconds), theirs, edge: () => readOurs(stage, seconds, hotUrl(stage, stage.edge)) })
    return compared(found, {
      least: 1.3,
      notes: [`${body.length} bytes of body; through the edge ${Math.round(summary(each(found.edge, 'per_second')).median)}/s (nginx in front, for information)`],
    })
  } finally {
    await nginx.stop()
  }
}

export async function againstEpollLoop({ stage, rounds, seconds, tell }) {
  const file = stage.file('answer.http')
  writeFileSync(file, (await rawAnswer(hotUrl(stage))).bytes)
  const server = await startServer({
    command: `${process.env.GELORA_BENCH_BIN}/bench-epoll-loop`, args: ['--port', stage.spare.epoll, '--answer', file].map(String),
    port: stage.spare.epoll, log: stage.log('epoll-loop'),
  })
  try {
    const theirs = () => load(stage, { url: `http://127.0.0.1:${server.port}/`, pid: server.pid, expected: [200], connections: CONNECTIONS, seconds })
    return compared(await inTurn(rounds, tell, { ours: () => readOurs(stage, seconds), theirs }), { least: 0.9 })
  } finally {
    await server.stop()
  }
}

/** Holds go on at a steady rate meanwhile. They write and never select, so every SELECT would be a read's. */
export async function statementsOfReads({ stage, rounds, seconds, tell }) {
  await stage.fresh()
  const holds = {
    url: `${stage.booking}/api/shows/${stage.shows['bench-arena']}/holds`, body: '{"best_available":{"quantity":1}}', connections: 16,
    rate: Math.min(100, 1500 / (rounds * seconds)), // the hall has 2,700 seats
    pid: stage.pidOf('booking-service'), expected: [201],
  }
  const both = async () => {
    const [reads] = await Promise.all([readOurs(stage, seconds), load(stage, { ...holds, seconds })])
    return reads
  }
  const { ours } = await inTurn(rounds, tell, { ours: both })
  return {
    unit: '/s', ours: each(ours, 'per_second'), cpu_us: each(ours, 'cpu_us'), sql: each(ours, 'sql_reads'), notes: [],
    checks: [{ what: 'SQL per 100,000', values: each(ours, 'sql_reads'), most: 0 }],
  }
}
