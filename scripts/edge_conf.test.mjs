// The edge with a real nginx: routes, problems, headers.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { http2IsDirective, readRoutes, routeLocations } from './edge_conf.mjs'
import { assertProblem, assertSecurityHeaders, ask as askAt, startEdge } from './edge_testbed.mjs'

let edge
const ask = (path, options) => askAt(path, { port: edge.port, ...options })

before(async () => { edge = await startEdge() })
after(() => edge?.stop())

test('every published path of the contracts has a route', () => {
  const routes = readRoutes()
  const paths = routes.map(({ path }) => path)
  for (const path of ['/api/users', '/api/concerts', '/api/shows/{id}/holds', '/api/payments', '/.well-known/jwks.json']) assert.ok(paths.includes(path), path)
  const text = routeLocations(routes)
  for (const { path } of routes) assert.ok(text.includes(path.includes('{') ? `^${path.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$` : `= ${path} `), path)
})

test('published paths reach their service, with the path and query as sent', async () => {
  for (const path of ['/api/concerts?q=a%20b', '/api/shows/12/availability', '/api/tickets/5/qr.svg', '/api/users/me', '/.well-known/jwks.json']) {
    const answer = await ask(path)
    assert.equal(answer.status, 200, path)
    assert.equal(answer.json().path, path)
    assert.equal(answer.headers.etag, '"7"')
  }
})

test('what no contract publishes is 404 as a problem', async () => {
  for (const path of ['/api', '/api/nope', '/api/shows/1/secret', '/api/concertsx', '/internal/events', '/internal', '/.well-known/other', '/api/shows/1/x%22%0Ay']) {
    assertProblem(await ask(path), 404, 'not-found')
  }
})

test('a service that is down: 503 as a problem, with Retry-After', async () => {
  const answer = await ask('/api/payments/9?secret=1', { headers: { 'X-Request-Id': 'req-12345678' } })
  const problem = assertProblem(answer, 503, 'unavailable')
  assert.equal(answer.headers['retry-after'], '2')
  assert.equal(problem.instance, '/api/payments/9')
  assert.equal(problem.request_id, 'req-12345678')
})

test('a head over the limit: 431 or 414 as a problem', async () => {
  assertProblem(await ask('/api/users/me', { headers: { 'X-A': 'a'.repeat(9_000) } }), 431, 'headers-too-large')
  assertProblem(await ask(`/${'a'.repeat(9_000)}`), 414, 'uri-too-long')
})

test('a body over the limit: 413 as a problem', async () => {
  assertProblem(await ask('/api/users', { method: 'POST', headers: { 'Content-Length': 65537 } }), 413, 'content-too-large')
})

test('the caller is who the edge sees, not what the caller says', async () => {
  const told = ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'X-Forwarded-Host', 'X-Forwarded-Port', 'X-Forwarded-Prefix', 'X-Forwarded-Server', 'X-Forwarded-Ssl',
    'X-Forwarded-Proto', 'X_Forwarded_For', 'X_Real_IP']
  const { headers } = (await ask('/api/users/me', {
    headers: { ...Object.fromEntries(told.map((name) => [name, '6.6.6.6'])), traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' },
  })).json()
  assert.equal(headers['x-forwarded-for'], '127.0.0.1')
  assert.equal(headers['x-forwarded-proto'], 'http')
  assert.doesNotMatch(JSON.stringify(headers), /6\.6\.6\.6/)
  assert.equal(headers.traceparent, '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01')
  assert.match(headers['x-request-id'], /^[0-9a-f]{32}$/)
})

test('a request id that could harm a log or an answer is replaced', async () => {
  const problem = (await ask('/api/nope', { headers: { 'X-Request-Id': 'a"b<script>' } })).json()
  assert.match(problem.request_id, /^[0-9a-f]{32}$/)
})

test('security headers are on every answer, once', async () => {
  for (const path of ['/', '/some/page', '/docs/', '/docs', '/docs/folder/', '/assets/app-abc123.js', '/assets/none.js', '/api/concerts', '/api/nope', '/api/payments/1']) {
    assertSecurityHeaders(await ask(path), path)
  }
  assert.doesNotMatch((await ask('/')).headers['content-security-policy'], /unsafe/)
})

test('what is of the services only is at no address of the edge, however it is written', async () => {
  const before = edge.seen.length
  for (const path of ['/internal/events', '/internal', '/%69nternal/events', '//internal/events', '/./internal/events', '/api/../internal/events', '/api/%2e%2e/internal/events',
    '/api/concerts/../../internal/events', '/api/concerts/..%2f..%2finternal/events', '/api/shows/..%2f..%2finternal/availability', '/metrics', '/healthz', '/readyz',
    '/%6detrics', '//metrics', '/api/metrics', '/api/../metrics', '/api/healthz', '/api/concerts/..;/metrics']) {
    assertProblem(await ask(path), 404, 'not-found')
  }
  // other letters are a page of the web app, which knows no such page
  for (const path of ['/API/concerts', '/Internal/events', '/METRICS', '/Api/users']) {
    assert.match((await ask(path)).text, /<title>Gelora/, path)
    assertProblem(await ask(path, { method: 'POST' }), 405, 'method-not-allowed')
  }
  assert.equal(edge.seen.length, before)
})

test('a published path has one spelling: another reaches no service', async () => {
  const before = edge.seen.length
  for (const path of ['/internal/../api/concerts', '/internal/%2e%2e/api/concerts', '//api/concerts', '/api//concerts', '/api/./concerts', '/%61pi/concerts', '/api/concert%73',
    '/api/shows/../shows/12/availability']) {
    assertProblem(await ask(path), 404, 'not-found')
  }
  assert.equal(edge.seen.length, before)
})

test('pages are asked for anew, hashed files never again', async () => {
  const page = await ask('/concerts/anything')
  assert.equal(page.status, 200)
  assert.equal(page.headers['cache-control'], 'no-cache')
  assert.match(page.text, /Gelora/)
  const file = await ask('/assets/app-abc123.js', { headers: { 'Accept-Encoding': 'gzip' } })
  assert.equal(file.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(file.headers['content-encoding'], 'gzip')
  const missing = await ask('/assets/none.js')
  assert.equal(missing.status, 404)
  assert.doesNotMatch(missing.headers['cache-control'] ?? '', /immutable/)
})

test('of a list that is looked up a slice can be had, unpacked', async () => {
  const slice = await ask('/assets/list-abc123.bin', { headers: { Range: 'bytes=1024-1027', 'Accept-Encoding': 'gzip' } })
  assert.equal(slice.status, 206)
  assert.equal(slice.headers['content-range'], 'bytes 1024-1027/4096')
  assert.equal(slice.headers['content-encoding'], undefined)
  assert.equal(slice.text.length, 4)
})

test('pages take GET and HEAD only', async () => {
  const answer = await ask('/', { method: 'POST' })
  assertProblem(answer, 405, 'method-not-allowed')
  assert.equal(answer.headers.allow, 'GET, HEAD')
})

test('HTTP/2 is asked for in the words of this nginx', () => {
  const isDirective = (version) => http2IsDirective(`nginx version: nginx/${version}\n`)
  assert.deepEqual(['1.22.1', '1.24.0 (Ubuntu)', '1.25.0'].map(isDirective), [false, false, false])
  assert.deepEqual(['1.25.1', '1.26.3', '2.0.0'].map(isDirective), [true, true, true])
  assert.throws(() => http2IsDirective('sh: nginx: not found'), /no version/)
})
