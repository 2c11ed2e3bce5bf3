// What two readers might cut differently ends at the edge: raw bytes over HTTP/1.1, plain and TLS, and raw frames of HTTP/2.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { connect } from 'node:tls'
import { sendBytes, startEdge, startTlsEdge } from './edge_testbed.mjs'

let plain, tls
before(async () => {
  plain = await startEdge()
  tls = await startTlsEdge()
})
after(() => Promise.all([plain?.stop(), tls?.stop()]))

const head = (...lines) => `POST /api/concerts HTTP/1.1\r\nHost: x\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`
const chunked = (body) => head('Transfer-Encoding: chunked') + body
// what a smuggler would have a service take for a request; the edge may read it as the next one where the first has no body
const NEXT = 'GET /api/concerts?next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'

const REFUSED = {
  'length and coding': head('Content-Length: 5', 'Transfer-Encoding: chunked') + '0\r\n\r\n',
  'coding and length': head('Transfer-Encoding: chunked', 'Content-Length: 5') + '0\r\n\r\n',
  'two lengths': head('Content-Length: 5', 'Content-Length: 6') + 'hello!',
  'the same length twice': head('Content-Length: 5', 'Content-Length: 5') + 'hello',
  'a list of lengths': head('Content-Length: 5, 5') + 'hello',
  'a length with a sign': head('Content-Length: +5') + 'hello',
  'a negative length': head('Content-Length: -1') + 'hello',
  'a length in hex': head('Content-Length: 0x5') + 'hello',
  'a length of two numbers': head('Content-Length: 5 5') + 'hello',
  'an empty length': head('Content-Length: ') + 'hello',
  'a length of more than 64 bits': head('Content-Length: 18446744073709551621') + 'hello',
  'a length after a vertical tab': head('Content-Length:\x0b5') + 'hello',
  'a space before the colon of a length': head('Content-Length : 5') + 'hello',
  'a space before the colon of a coding': head('Transfer-Encoding : chunked') + '0\r\n\r\n',
  'a CR before the colon': head('Transfer-Encoding\r: chunked') + '0\r\n\r\n',
  'a coding that nobody knows': head('Transfer-Encoding: xchunked') + '0\r\n\r\n',
  'identity': head('Transfer-Encoding: identity') + '0\r\n\r\n',
  'chunked, then identity': head('Transfer-Encoding: chunked, identity') + '0\r\n\r\n',
  'gzip, then chunked': head('Transfer-Encoding: gzip, chunked') + '0\r\n\r\n',
  'chunked with a comma': head('Transfer-Encoding: chunked,') + '0\r\n\r\n',
  'chunked after a vertical tab': head('Transfer-Encoding: \x0bchunked') + '0\r\n\r\n',
  'chunked in quotes': head('Transfer-Encoding: "chunked"') + '0\r\n\r\n',
  'an empty coding': head('Transfer-Encoding:') + '0\r\n\r\n',
  'two codings': head('Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + '0\r\n\r\n',
  'a coding on a folded line': head('Transfer-Encoding:', ' chunked') + '0\r\n\r\n',
  'a coding of HTTP/1.0': 'POST /api/concerts HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'a folded line': head('X-A: b', ' c'),
  'a first line that is folded': head(' Transfer-Encoding: chunked'),
  'a bare CR': head('X-A: b\rX-B: c'),
  'NUL in a value': head('X-A: b\0c'),
  'NUL in a name': head('X\0A: b'),
  'NUL in the path': 'GET /api/con\0certs HTTP/1.1\r\nHost: x\r\n\r\n',
  'a space in the path': 'GET /api/concerts x HTTP/1.1\r\nHost: x\r\n\r\n',
  'no host': 'GET /api/concerts HTTP/1.1\r\n\r\n',
  'two hosts': 'GET /api/concerts HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n',
  'a host with a path': 'GET /api/concerts HTTP/1.1\r\nHost: a/b\r\n\r\n',
  'HTTP/2.0 in text': 'GET /api/concerts HTTP/2.0\r\nHost: x\r\n\r\n',
  'the preface of HTTP/2 in text': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'http in small letters': 'GET /api/concerts http/1.1\r\nHost: x\r\n\r\n',
  'a chunk in 0x form': chunked('0x5\r\nhello\r\n0\r\n\r\n'),
  'a chunk with a sign': chunked('+5\r\nhello\r\n0\r\n\r\n'),
  'a negative chunk': chunked('-5\r\nhello\r\n0\r\n\r\n'),
  'a chunk of more than 64 bits': chunked('ffffffffffffffff5\r\nhello\r\n0\r\n\r\n'),
  'a chunk longer than it says': chunked('5\r\nhelloGET\r\n0\r\n\r\n'),
  'a chunk without a size': chunked('\r\nhello\r\n0\r\n\r\n'),
}
// Understood in one way, or refused (a later nginx is stricter): the body that the service has to see, and only that.
const ONE_WAY = {
  'a length': [head('Content-Length: 5') + 'hello', 'hello'],
  'a length with a space behind it': [head('Content-Length: 5 ') + 'hello', 'hello'],
  'chunks': [chunked('2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n'), 'hello'],
  'chunked in capital letters': [head('Transfer-Encoding: CHUNKED') + '0\r\n\r\n', ''],
  'chunks with extensions': [chunked('5;a=b\r\nhello\r\n0;c\r\n\r\n'), 'hello'],
  'chunks with bare LF': [chunked('5\nhello\n0\n\n'), 'hello'],
  'an extension that ends with a bare LF': [chunked('5;a\nhello\r\n0\r\n\r\n'), 'hello'],
  'a chunk with a space behind its size': [chunked('5 \r\nhello\r\n0\r\n\r\n'), 'hello'],
  'a chunk size with many zeros': [chunked('00000000000000000000005\r\nhello\r\n0\r\n\r\n'), 'hello'],
  'a length in the trailer': [chunked('5\r\nhello\r\n0\r\nContent-Length: 9\r\n\r\n'), 'hello'],
  'an underscore in a name that frames': [head('Transfer_Encoding: chunked', 'Content-Length: 5') + 'hello', 'hello'],
  'bare LF after each line': ['POST /api/concerts HTTP/1.1\nHost: x\nContent-Length: 5\n\nhello', 'hello'],
  'bare LF between two headers': [head('X-A: b\nX-B: c'), ''],
  'a line without a colon': [head('X-A'), ''],
  'the form of a proxy, another host': ['POST http://evil.example/api/concerts HTTP/1.1\r\nHost: x\r\n\r\n', ''],
  'a request as the body of another': [`GET /api/concerts HTTP/1.1\r\nHost: x\r\nContent-Length: ${NEXT.length}\r\n\r\n${NEXT}`, NEXT],
  'hop-by-hop names that would take the address away': [head('Connection: X-Forwarded-For, keep-alive', 'X-Forwarded-For: 6.6.6.6'), ''],
  'an upgrade to h2c': [head('Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'), ''],
}

/** What a service saw is framed in one way, by a length, and tells the caller as the edge sees it. */
function assertClean({ path, rawHeaders, body }, what) {
  const values = (name) => rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1].toLowerCase() === name)
  assert.match(path, /^\/api\/concerts/, what)
  assert.deepEqual(values('transfer-encoding'), [], what)
  assert.deepEqual(values('content-length'), body ? [String(body.length)] : values('content-length').filter((one) => one === '0').slice(0, 1), what)
  assert.equal(values('host').length, 1, what)
  assert.deepEqual(values('x-forwarded-for'), ['127.0.0.1'], what)
  assert.deepEqual(values('upgrade'), [], what)
}

for (const kind of ['plain', 'TLS']) {
  const edge = () => (kind === 'TLS' ? tls : plain)
  const send = async (bytes) => {
    const before = edge().seen.length
    const answer = await sendBytes(bytes, { port: edge().port, tls: kind === 'TLS' })
    return { ...answer, seen: edge().seen.slice(before) }
  }

  test(`framing that two readers might read differently is refused, and the connection ends (${kind})`, async () => {
    for (const [what, bytes] of Object.entries(REFUSED)) {
      const { status, closed, text, seen } = await send(bytes + NEXT)
      assert.equal(status, 400, what)
      assert(closed, what)
      assert.equal(text.match(/HTTP\/1\.1 /g).length, 1, what)
      assert.match(text, /"type":"https:\/\/gelora\.dev\/problems\/malformed-request"/, what)
      assert.deepEqual(seen, [], what)
    }
  })

  test(`what is accepted reaches a service framed in one way (${kind})`, async () => {
    let accepted = 0
    for (const [what, [bytes, body]] of Object.entries(ONE_WAY)) {
      const { status, closed, seen } = await send(bytes + NEXT)
      assert(closed, what)
      if (status === 400) {
        assert.deepEqual(seen, [], what)
        continue
      }
      accepted += 1
      assert.equal(status, 200, what)
      assert.deepEqual(seen.map(({ path, body }) => [path, body]), [['/api/concerts', body], ['/api/concerts?next', '']], what)
      seen.forEach((one) => assertClean(one, what))
    }
    assert(accepted > 8)
  })

  test(`HTTP/0.9 and other ways to ask for no head are refused (${kind})`, async () => {
    for (const bytes of ['GET /api/concerts\r\n', 'GET /\r\n', 'GET /internal/x\r\n', 'GET http://evil.example/api/concerts\r\n']) {
      const { text, closed, seen } = await send(bytes + NEXT)
      assert(closed)
      assert.match(text, /^\{"type":"https:\/\/gelora\.dev\/problems\/malformed-request"/, bytes) // an answer without a head, as it was asked for
      assert.deepEqual(seen, [])
    }
  })
}

// ---- HTTP/2: what would become framing when it is written as HTTP/1.1 for a service ----
const frame = (type, flags, stream, payload) => {
  const first = Buffer.alloc(9)
  first.writeUIntBE(payload.length, 0, 3)
  first.set([type, flags], 3)
  first.writeUInt32BE(stream, 5)
  return Buffer.concat([first, payload])
}
const text = (value) => Buffer.concat([Buffer.from([value.length]), Buffer.from(value, 'latin1')])
const literal = ([name, value]) => Buffer.concat([Buffer.from([0]), text(name), text(value)]) // HPACK, not indexed, not compressed
const [DATA, HEADERS, RST_STREAM, SETTINGS, GOAWAY, END_STREAM, END_HEADERS] = [0, 1, 3, 4, 7, 1, 4]

/** Sends one request in frames; 'refused' when its stream or connection was reset, else the status (200, 400 and 404 have one byte in HPACK). */
function sendFrames(fields, body) {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port: tls.port, rejectUnauthorized: false, ALPNProtocols: ['h2'] }, () =>
      socket.write(Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), frame(SETTINGS, 0, 0, Buffer.alloc(0)),
        frame(HEADERS, END_HEADERS, 1, Buffer.concat(fields.map(literal))), frame(DATA, END_STREAM, 1, Buffer.from(body))])))
    let got = Buffer.alloc(0)
    const end = (outcome) => (socket.destroy(), done(outcome))
    socket.setTimeout(3_000, () => end('silence'))
    socket.on('error', () => end('refused'))
    socket.on('close', () => end('refused'))
    socket.on('data', (chunk) => {
      got = Buffer.concat([got, chunk])
      while (got.length >= 9 && got.length >= 9 + got.readUIntBE(0, 3)) {
        const [type, payload] = [got[3], got.subarray(9, 9 + got.readUIntBE(0, 3))]
        got = got.subarray(9 + payload.length)
        if (type === RST_STREAM || type === GOAWAY) return end('refused')
        if (type === HEADERS) return end({ 0x88: 200, 0x8c: 400, 0x8d: 404 }[payload[0]] ?? payload.toString('hex'))
      }
    })
  })
}

test('HTTP/2 that would be other HTTP/1.1 behind the edge is refused, or reaches a service framed in one way', async () => {
  const start = [[':method', 'POST'], [':scheme', 'https'], [':path', '/api/concerts'], [':authority', 'x']]
  const more = (...fields) => [...start, ...fields]
  const instead = (name, value) => start.map(([one, own]) => [one, one === name ? value : own])
  const smuggled = '0\r\n\r\nGET /internal/x HTTP/1.1\r\n\r\n'
  const refused = {
    'a length that is too short': [more(['content-length', '0']), smuggled],
    'a length that is too long': [more(['content-length', '9'])],
    'two lengths': [more(['content-length', '5'], ['content-length', '6'])],
    'a length with a sign': [more(['content-length', '+5'])],
    'a coding and a length': [more(['transfer-encoding', 'chunked'], ['content-length', '5'])],
    'identity': [more(['transfer-encoding', 'identity'])],
    'line ends in a value': [more(['x-a', 'b\r\ntransfer-encoding: chunked'])],
    'LF in a value': [more(['x-a', 'b\nx-b: c'])],
    'NUL in a value': [more(['x-a', 'b\0c'])],
    'line ends in a name': [more(['x-a: b\r\nx-b', 'c'])],
    'a colon in a name': [more(['x-a:', 'c'])],
    'a space in a name': [more(['x a', 'c'])],
    'a capital letter in a name': [more(['X-A', 'c'])],
    'line ends in the path': [instead(':path', '/api/concerts HTTP/1.1\r\nx-a: b')],
    'a space in the path': [instead(':path', '/api/concerts x')],
    'a path without a slash': [instead(':path', 'internal/x')],
    'an empty path': [instead(':path', '')],
    'a whole address as the path': [instead(':path', 'http://evil.example/api/concerts')],
    'line ends in the method': [instead(':method', 'GET /internal/x HTTP/1.1\r\nx-a:')],
    'a space in the method': [instead(':method', 'GET /internal/x')],
    'line ends in the host': [instead(':authority', 'x\r\nx-a: b')],
    'a path in the host': [instead(':authority', 'x/y')],
    'no path': [start.filter(([name]) => name !== ':path')],
    'two paths': [more([':path', '/internal/x'])],
    'an unknown pseudo-header': [more([':x', 'y'])],
    'dots in the path': [instead(':path', '/internal/../api/concerts'), 'hello', 404],
  }
  for (const [what, [fields, body = 'hello', status = 400]] of Object.entries(refused)) {
    const before = tls.seen.length
    const outcome = await sendFrames(fields, body)
    assert(outcome === 'refused' || outcome === status, `${what}: ${outcome}`)
    assert.deepEqual(tls.seen.slice(before), [], what)
  }
  const oneWay = {
    'no length': [start],
    'a length': [more(['content-length', '5'])],
    'chunked, which HTTP/2 does not have': [more(['transfer-encoding', 'chunked']), smuggled],
    'hop-by-hop names': [more(['connection', 'close, x-forwarded-for'], ['upgrade', 'h2c'], ['x-forwarded-for', '6.6.6.6'])],
  }
  for (const [what, [fields, body = 'hello']] of Object.entries(oneWay)) {
    const before = tls.seen.length
    const outcome = await sendFrames(fields, body)
    const seen = tls.seen.slice(before)
    if (outcome === 'refused' || outcome === 400) {
      assert.deepEqual(seen, [], what)
      continue
    }
    assert.equal(outcome, 200, what)
    assert.deepEqual(seen.map((one) => one.body), [body], what)
    assertClean(seen[0], what)
  }
})
