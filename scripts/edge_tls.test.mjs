// The edge with TLS: versions, HTTP/2, headers, and plain HTTP refused; the settings of stack.sh that switch it on.
import assert from 'node:assert/strict'
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect as connectHttp2 } from 'node:http2'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { connect } from 'node:tls'
import { assertProblem, assertSecurityHeaders, ask, freePort, sendBytes, startEdge, startNginx, startTlsEdge, withStack } from './edge_testbed.mjs'

let edge
before(async () => { edge = await startTlsEdge() })
after(() => edge?.stop())

const get = (path, options) => ask(path, { port: edge.port, tls: true, ...options })
const getPlain = (path, options) => ask(path, { port: edge.httpPort, ...options })

/** The connection's facts, or why there is none. */
const handshake = (options) =>
  new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port: edge.port, rejectUnauthorized: false, ...options }, () => {
      done({ protocol: socket.getProtocol(), alpn: socket.alpnProtocol, cipher: socket.getCipher().name, ticket: socket.getTLSTicket() })
      socket.destroy()
    })
    socket.on('error', (error) => done({ refused: error.code }))
  })

test('TLS 1.2 and 1.3 are spoken, 1.1 and 1.0 are refused', async () => {
  assert.equal((await handshake({})).protocol, 'TLSv1.3')
  assert.equal((await handshake({ maxVersion: 'TLSv1.2' })).protocol, 'TLSv1.2')
  // SECLEVEL=0: our side would speak them; it is the edge that says no
  for (const version of ['TLSv1.1', 'TLSv1']) {
    const old = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }
    assert.equal((await handshake(old)).refused, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', version)
  }
})

test('TLS 1.2 has forward secrecy: old ciphers are refused, and no ticket is given', async () => {
  for (const ciphers of ['AES128-SHA', 'AES128-GCM-SHA256', 'ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384']) {
    assert.match((await handshake({ maxVersion: 'TLSv1.2', ciphers })).refused ?? '', /HANDSHAKE_FAILURE/, ciphers)
  }
  const { cipher, ticket } = await handshake({ maxVersion: 'TLSv1.2' })
  assert.match(cipher, /^ECDHE-.*(GCM|POLY1305)/)
  assert.equal(ticket, undefined)
})

test('HTTP/2 for who offers it, HTTP/1.1 for who does not', async () => {
  assert.equal((await handshake({ ALPNProtocols: ['h2', 'http/1.1'] })).alpn, 'h2')
  assert.equal((await handshake({ ALPNProtocols: ['http/1.1'] })).alpn, 'http/1.1')
  const session = connectHttp2(`https://127.0.0.1:${edge.port}`, { rejectUnauthorized: false })
  try {
    const stream = session.request({ ':path': '/api/concerts?h2' })
    const headers = await new Promise((done, fail) => stream.once('response', done).once('error', fail))
    let text = ''
    for await (const chunk of stream) text += chunk
    assert.equal(headers[':status'], 200)
    assert.equal(headers['strict-transport-security'], 'max-age=63072000; includeSubDomains')
    const seen = JSON.parse(text)
    assert.equal(seen.path, '/api/concerts?h2')
    assert.equal(seen.headers['x-forwarded-proto'], 'https')
  } finally {
    session.close()
  }
})

test('every kind of answer has HSTS and the security headers, each once', async () => {
  const answers = [
    ['/', 200], ['/concerts/some', 200], ['/', 200, { method: 'HEAD' }], ['/assets/app-abc123.js', 200], ['/docs/', 200], ['/docs', 301], ['/edge-health', 200],
    ['/assets/app-abc123.js', 200, { headers: { Range: 'bytes=0-9' } }], ['/assets/app-abc123.js', 200, { headers: { Range: 'bytes=99999-' } }],
    ['/', 304, { headers: { 'If-None-Match': (await get('/')).headers.etag } }],
    ['/', 412, { headers: { 'If-Unmodified-Since': new Date(0).toUTCString() } }],
    ['/assets/none.js', 404], ['/docs/none.js', 404], ['/docs/folder/', 404], ['/api/concerts', 200], ['/api/concerts', 200, { method: 'OPTIONS' }],
    ['/api/nope', 404], ['/internal/x', 404], ['//api/concerts', 404], ['/', 405, { method: 'POST' }], ['/', 405, { method: 'TRACE' }],
    ['/api/users', 413, { method: 'POST', headers: { 'Content-Length': 65537 } }], [`/${'a'.repeat(9_000)}`, 414], ['/', 431, { headers: { 'X-A': 'a'.repeat(9_000) } }],
    ['/', 400, { headers: { Host: 'a/b' } }], ['/api/payments/1', 503],
  ]
  for (const [path, status, options] of answers) {
    const answer = await get(path, options)
    const what = `${options?.method ?? 'GET'} ${path.slice(0, 40)} ${status}`
    assert.equal(answer.status, status, what)
    assertSecurityHeaders(answer, what, { hsts: true })
  }
})

test('the API is refused on plain HTTP, not redirected', async () => {
  const before = edge.seen.length
  for (const path of ['/api/concerts', '/api/users', '/api', '/api/nope', '/.well-known/jwks.json', '/docs', '/docs/', '/internal/x', '/%61pi/users', '//api/users', '/x/../api/users']) {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const answer = await getPlain(path, { method })
      assertProblem(answer, 403, 'https-required')
      assert.equal(answer.headers.location, undefined)
      assertSecurityHeaders(answer, path)
    }
  }
  assert.equal(edge.seen.length, before)
})

test('pages are sent from plain HTTP to the configured address, whatever Host says', async () => {
  for (const path of ['/', '/concerts/some?day=1&q=a%20b', '/api-guide']) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await getPlain(path, { method, headers: { Host: 'evil.example' } })
      assert.equal(answer.status, 308)
      assert.equal(answer.headers.location, `https://tickets.example${path}`)
      assertSecurityHeaders(answer, path) // without HSTS: over plain HTTP it must not be sent (RFC 6797)
    }
  }
  assertProblem(await getPlain('/', { method: 'POST' }), 403, 'https-required')
  const { text } = await sendBytes('GET http://evil.example/a HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', { port: edge.httpPort })
  assert.match(text, /\r\nLocation: https:\/\/tickets\.example\/a\r\n/)
})

test('plain HTTP spoken to the port of TLS is refused as a problem, and the connection ends', async () => {
  const before = edge.seen.length
  for (const [path, options] of [['/'], ['/api/concerts'], ['/api/users', { method: 'POST', body: '{}' }]]) {
    const answer = await ask(path, { port: edge.port, ...options })
    assertProblem(answer, 403, 'https-required')
    assert.equal(answer.headers.connection, 'close')
    assertSecurityHeaders(answer, path)
  }
  assert.equal(edge.seen.length, before)
})

test('GELORA_TLS=self-signed makes a certificate once, and the edge of stack.sh is healthy with it', async () => {
  const [port, httpPort] = [String(await freePort()), String(await freePort())]
  const settings = { GELORA_PORT: port, GELORA_HTTP_PORT: Math.abs(port - httpPort) > 9 ? httpPort : String(Number(port) + 20), GELORA_TLS: 'self-signed' }
  const made = withStack(edge.folder, settings, 'write_edge_config && printf "%s %s %s" "$URL" "$EDGE_CERT" "$EDGE_KEY"')
  assert.equal(made.status, 0, made.stderr)
  const [url, certFile, keyFile] = made.stdout.split(' ')
  assert.equal(url, `https://localhost:${port}`)
  assert.equal(statSync(keyFile).mode & 0o777, 0o600)
  const run = join(edge.folder, 'run')
  const healthy = () => withStack(edge.folder, settings, 'is_ready edge').status === 0
  assert(!healthy())
  const stop = await startNginx(join(run, 'nginx'), healthy, join(run, 'nginx/nginx.conf'))
  try {
    for (const servername of ['localhost', '127.0.0.1']) { // both names are in it
      const trusting = new Promise((done, fail) => {
        const socket = connect({ host: servername, port, ca: readFileSync(certFile) }, () => done(socket.destroy())).on('error', fail)
      })
      await trusting
    }
  } finally {
    await stop()
  }
  const first = readFileSync(certFile, 'utf8')
  const again = withStack(edge.folder, settings, 'write_edge_config; printf "%s" "$EDGE_CHANGED"; touch -d "+1 minute" "$EDGE_CERT"; write_edge_config; printf ",%s" "$EDGE_CHANGED"')
  assert.equal(again.stdout, ',1', again.stderr) // nothing to read again; a renewed certificate is read
  assert.equal(readFileSync(certFile, 'utf8'), first)
})

test('a certificate that has ended is told as not ready, with its day; one that ends within two weeks is told and ready', async () => {
  const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const made = withStack(edge.folder, {}, `
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout of.key -out of.csr -subj /CN=localhost 2>/dev/null
    for days in -1 13 15; do openssl x509 -req -in of.csr -key of.key -days $days -out "of$days.pem" 2>/dev/null || exit; done`)
  assert.equal(made.status, 0, made.stderr)
  for (const [days, ready, said] of [[-1, false, `, its certificate ended on ${day(-1)}`], [13, true, `, its certificate ends on ${day(13)}`], [15, true, '']]) {
    const other = await startEdge({ options: ['--tls-cert', join(edge.folder, `of${days}.pem`), '--tls-key', join(edge.folder, 'of.key'), '--public-url', 'https://tickets.example'] })
    try {
      const { status, stdout } = withStack(edge.folder, { GELORA_PORT: String(other.port), GELORA_TLS: 'self-signed' }, 'remark_on edge; is_ready edge')
      assert.deepEqual([status === 0, stdout.trim()], [ready, said], `${days} days`)
    } finally {
      await other.stop()
    }
  }
})

test('settings of TLS that do not fit are named', () => {
  const { cert, key, folder } = edge
  const broken = join(folder, 'broken.pem')
  writeFileSync(broken, 'no certificate')
  const other = withStack(folder, {}, 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out other.pem 2>/dev/null')
  assert.equal(other.status, 0)
  copyFileSync(cert, join(folder, 'own.pem')) // a name relative to where the command runs
  const files = { GELORA_TLS_CERT_FILE: 'own.pem', GELORA_TLS_KEY_FILE: key }
  assert.equal(withStack(folder, files, 'prepare_certificate').status, 0)
  for (const [settings, said] of [
    [{ GELORA_TLS_CERT_FILE: cert }, /GELORA_TLS_KEY_FILE is not set/],
    [{ GELORA_TLS_KEY_FILE: key }, /GELORA_TLS_CERT_FILE is not set/],
    [{ GELORA_TLS: 'files' }, /GELORA_TLS_CERT_FILE is not set/],
    [{ GELORA_TLS: 'yes' }, /GELORA_TLS=yes is not off, self-signed or files/],
    [{ ...files, GELORA_TLS: 'off' }, /GELORA_TLS=off does not go with GELORA_TLS_CERT_FILE/],
    [{ ...files, GELORA_TLS: 'self-signed' }, /GELORA_TLS=self-signed does not go with/],
    [{ ...files, GELORA_TLS_CERT_FILE: broken }, /GELORA_TLS_CERT_FILE=.*broken.pem is no certificate/],
    [{ ...files, GELORA_TLS_CERT_FILE: '/nowhere.pem' }, /GELORA_TLS_CERT_FILE=\/nowhere.pem is no certificate/],
    [{ ...files, GELORA_TLS_KEY_FILE: cert }, /GELORA_TLS_KEY_FILE=.* is no private key/],
    [{ ...files, GELORA_TLS_KEY_FILE: 'other.pem' }, /GELORA_TLS_KEY_FILE=.*other.pem is not the key of the certificate/],
    [{ ...files, GELORA_TLS_CERT_FILE: 'a"b' }, /GELORA_TLS_CERT_FILE=.*a"b has a character/],
    [{ ...files, GELORA_PUBLIC_URL: 'http://tickets.example' }, /GELORA_PUBLIC_URL=http:\/\/tickets.example has to begin with https/],
    [{ GELORA_HTTP_PORT: '8090' }, /GELORA_HTTP_PORT is for plain HTTP beside TLS/],
    [{ ...files, GELORA_HTTP_PORT: '99999' }, /GELORA_HTTP_PORT=99999 is not a port/],
    [{ ...files, GELORA_HTTP_PORT: '8082' }, /GELORA_HTTP_PORT=8082 is the port of booking-service/],
  ]) {
    const { status, stderr } = withStack(folder, settings, 'prepare_certificate')
    assert.notEqual(status, 0, JSON.stringify(settings))
    assert.match(stderr, said)
  }
})
