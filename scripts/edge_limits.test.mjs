// The edge's limits an address. The tests choose who they are by the PROXY protocol, which the edge itself does not listen to.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { sendBytes, startEdge, until } from './edge_testbed.mjs'

const told = (address) => `PROXY TCP${address.includes(':') ? `6 ${address} ::1` : `4 ${address} 127.0.0.1`} 1000 2000\r\n`
const bytesOf = (line, headers = '', body = '') => `${line} HTTP/1.1\r\nHost: localhost\r\n${headers}${body ? `Content-Length: ${body.length}\r\n` : ''}\r\n${body}`
const spoofed = () => {
  const address = [...randomBytes(4)].join('.')
  return `X-Forwarded-For: ${address}\r\nX-Real-IP: ${address}\r\nForwarded: for=${address}\r\n`
}

/** The answers to `count` times `line`, sent one after the other on one connection as fast as it takes them. */
async function send(edge, from, line, count = 1, { body = line.startsWith('POST') ? '{}' : '', headers = spoofed } = {}) {
  const requests = Array.from({ length: count }, (_, i) => bytesOf(line, headers() + (i === count - 1 ? 'Connection: close\r\n' : ''), body))
  const { text, closed } = await sendBytes(told(from) + requests.join(''), { port: edge.port, patience_ms: 15_000 })
  assert(closed)
  const answers = text.split(/(?=HTTP\/1\.1 \d)/)
  assert.equal(answers.length, count)
  return answers.map((answer) => ({ status: Number(answer.slice(9, 12)), text: answer }))
}
const passed = (answers) => answers.filter(({ status }) => status === 200).length

function assertRateLimited({ status, text }) {
  assert.equal(status, 429)
  assert.match(text, /\r\nRetry-After: 1\r\n/)
  assert.match(text, /\r\nContent-Type: application\/problem\+json\r\n/)
  assert.match(text, /"type":"https:\/\/gelora\.dev\/problems\/rate-limited"/)
}

const listenToTests = (text) =>
  text.replace(/listen 127\.0\.0\.1:\d+ backlog=4096/, '$& proxy_protocol').replace('server_name _;', '$&\n        set_real_ip_from 127.0.0.1; real_ip_header proxy_protocol;')
/** Smaller numbers: with ours the test would be a benchmark. */
function scaleDown(text) {
  let out = listenToTests(text)
  for (const [ours, small] of [['zone=requests:16m rate=2000r/s;', 'zone=requests:16m rate=1r/s;'], ['limit_conn connections 2000;', 'limit_conn connections 5;'],
    ['limit_req zone=requests burst=4000 nodelay;', 'limit_req zone=requests burst=20 nodelay;']]) {
    assert(out.includes(ours), ours)
    out = out.replace(ours, small)
  }
  return out
}
const alive = async ({ port }) => (await sendBytes(`${told('192.0.2.99')}${bytesOf('GET /edge-health', 'Connection: close\r\n')}`, { port })).status === 200

let edge, small
before(async () => {
  edge = await startEdge({ edit: listenToTests, ready: alive })
  small = await startEdge({ edit: scaleDown, ready: alive })
})
after(() => Promise.all([edge?.stop(), small?.stop()]))

test('log-ins of one address: 200 at once and 50 a second, then 429 with Retry-After; a made-up X-Forwarded-For changes nothing', async () => {
  const begun = Date.now()
  const answers = await send(edge, '192.0.2.1', 'POST /api/sessions', 600)
  const elapsed_s = (Date.now() - begun) / 1_000
  assert(passed(answers) >= 201 && passed(answers) <= 202 + 50 * elapsed_s, `${passed(answers)} passed in ${elapsed_s} s`)
  answers.filter(({ status }) => status !== 200).forEach(assertRateLimited)
  assert.equal(edge.seen.filter(({ path }) => path === '/api/sessions').length, passed(answers))
  // registrations and resets are of the same bucket; what costs little, and other addresses, go on
  for (const path of ['/api/users', '/api/password-resets']) assert(passed(await send(edge, '192.0.2.1', `POST ${path}`, 20)) < 20, path)
  for (const line of ['GET /api/users/me', 'POST /api/sessions/refresh', 'GET /']) assert.equal(passed(await send(edge, '192.0.2.1', line)), 1, line)
  assert.equal(passed(await send(edge, '192.0.2.2', 'POST /api/sessions', 100)), 100)
})

test('everything else of one address has a bucket too: pages, reads, holds', async () => {
  for (const [from, line] of [['192.0.2.11', 'GET /'], ['192.0.2.12', 'GET /api/shows/1/availability'], ['192.0.2.13', 'POST /api/shows/1/holds']]) {
    const answers = await send(small, from, line, 60)
    assert(passed(answers) >= 21 && passed(answers) < 40, `${line}: ${passed(answers)}`)
    answers.filter(({ status }) => status !== 200).forEach(assertRateLimited)
  }
  assert.equal(passed(await send(small, '192.0.2.14', 'GET /')), 1)
})

test('an IPv6 address is its /64', async () => {
  // bytes that a pattern might stumble over: line ends, zeros, capital letters
  for (const network of ['2001:db8:0:1', '2001:db8:a0a:d0a', '2001:db8:4141:5a00']) {
    const answers = []
    for (let i = 1; i <= 60; i += 1) answers.push(...await send(small, `${network}:${i.toString(16)}:a0a:0:${(i * 7).toString(16)}`, 'GET /'))
    assert(passed(answers) < 40, `${network}: ${passed(answers)}`)
  }
  assert.equal(passed(await send(small, '2001:db8:0:2::1', 'GET /')), 1)
})

test('connections of one address that wait for an answer are counted, and free again when they end', async () => {
  const open = () => {
    const socket = connect(small.port, '127.0.0.1')
    socket.write(told('192.0.2.21') + bytesOf('GET /api/shows/1/availability/stream', spoofed()))
    return new Promise((done, fail) => socket.once('data', (chunk) => done({ socket, text: chunk.toString() })).once('error', fail))
  }
  const streams = []
  try {
    for (let i = 0; i < 5; i += 1) streams.push(await open())
    for (const { text } of streams) assert.match(text, /^HTTP\/1\.1 200/)
    const [sixth] = await send(small, '192.0.2.21', 'GET /')
    assertRateLimited(sixth)
    assert.equal(passed(await send(small, '192.0.2.22', 'GET /')), 1)
    streams[0].socket.destroy()
    await until(async () => passed(await send(small, '192.0.2.21', 'GET /')) === 1)
  } finally {
    for (const { socket } of streams) socket.destroy()
  }
})

test('GELORA_LIMITS=off switches them off', async () => {
  let config = ''
  const free = await startEdge({ options: ['--limits', 'off'], edit: (text) => (config = text) })
  try {
    assert.doesNotMatch(config, /limit_(req|conn)/)
  } finally {
    await free.stop()
  }
})
