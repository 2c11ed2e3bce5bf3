// The edge with a real nginx: routes, problems, headers.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readRoutes, routeLocations } from './edge_conf.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` }
let folder, nginx, upstream, port

const freePort = () =>
  new Promise((done) => {
    const server = createTcpServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'edge-'))
  mkdirSync(join(folder, 'web/docs'), { recursive: true })
  mkdirSync(join(folder, 'web/assets'))
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>Gelora</title>')
  writeFileSync(join(folder, 'web/docs/index.html'), '<!doctype html><title>Docs</title>')
  writeFileSync(join(folder, 'web/assets/app-abc123.js'), 'export const a = 1\n'.repeat(200))
  writeFileSync(join(folder, 'web/assets/list-abc123.bin'), Buffer.from({ length: 4096 }, (_, i) => i % 251))
  upstream = createServer((incoming, answer) => {
    const chunks = []
    incoming.on('data', (chunk) => chunks.push(chunk))
    incoming.on('end', () => {
      answer.writeHead(200, { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'own', ETag: '"7"' })
      answer.end(JSON.stringify({ path: incoming.url, headers: incoming.headers, bytes: Buffer.concat(chunks).length }))
    })
  })
  await new Promise((done) => upstream.listen(0, '127.0.0.1', done))
  port = await freePort()
  const live = `127.0.0.1:${upstream.address().port}`
  const dead = `127.0.0.1:${await freePort()}`
  const { stdout } = spawnSync(process.execPath, [join(here, 'edge_conf.mjs'), '--listen', `127.0.0.1:${port}`, '--run-dir', folder, '--web', join(folder, 'web'),
    '--docs', join(folder, 'web'), '--log', join(folder, 'edge.log'), `user-service=${live}`, `booking-service=${live}`, `payment-service=${dead}`, `sandbox-bank=${dead}`])
  writeFileSync(join(folder, 'nginx.conf'), stdout)
  nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log'), '-g', 'daemon off;'], { env: environment, stdio: 'inherit' })
  for (let tries = 0; tries < 200; tries += 1) {
    if (await ask('/edge-health').then(({ status }) => status === 200, () => false)) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('nginx did not start')
})

after(async () => {
  nginx?.kill('SIGTERM')
  if (nginx && nginx.exitCode === null) await new Promise((done) => nginx.once('exit', done))
  upstream?.closeAllConnections()
  upstream?.close()
  rmSync(folder, { recursive: true, force: true })
})

function ask(path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, fail) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        done({ status: answer.statusCode, headers: answer.headers, text, json: () => JSON.parse(text) })
      })
    })
    outgoing.on('error', fail)
    outgoing.end(body)
  })
}

function assertProblem(answer, status, slug) {
  assert.equal(answer.status, status)
  assert.equal(answer.headers['content-type'], 'application/problem+json')
  const problem = answer.json()
  assert.equal(problem.type, `https://gelora.dev/problems/${slug}`)
  assert.equal(problem.status, status)
  assert.deepEqual(Object.keys(problem).sort(), ['detail', 'instance', 'request_id', 'status', 'title', 'type'])
  assert.equal(answer.headers['x-request-id'], problem.request_id)
  return problem
}

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

test('a body over the limit: 413 as a problem', async () => {
  assertProblem(await ask('/api/users', { method: 'POST', headers: { 'Content-Length': 65537 } }), 413, 'content-too-large')
})

test('the caller is who the edge sees, not what the caller says', async () => {
  const { headers } = (await ask('/api/users/me', {
    headers: { 'X-Forwarded-For': '6.6.6.6', 'X-Real-IP': '6.6.6.6', Forwarded: 'for=6.6.6.6', traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' },
  })).json()
  assert.equal(headers['x-forwarded-for'], '127.0.0.1')
  assert.equal(headers['x-real-ip'], undefined)
  assert.equal(headers.forwarded, undefined)
  assert.equal(headers.traceparent, '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01')
  assert.match(headers['x-request-id'], /^[0-9a-f]{32}$/)
})

test('a request id that could harm a log or an answer is replaced', async () => {
  const problem = (await ask('/api/nope', { headers: { 'X-Request-Id': 'a"b<script>' } })).json()
  assert.match(problem.request_id, /^[0-9a-f]{32}$/)
})

test('security headers are on every answer, once', async () => {
  for (const path of ['/', '/some/page', '/docs/', '/docs', '/assets/app-abc123.js', '/assets/none.js', '/api/concerts', '/api/nope', '/api/payments/1']) {
    const { headers } = await ask(path)
    assert.equal(headers['x-content-type-options'], 'nosniff', path)
    assert.match(headers['content-security-policy'], /^default-src 'none'/, path)
    assert.match(headers['content-security-policy'], /frame-ancestors 'none'/, path)
    for (const name of ['referrer-policy', 'cross-origin-opener-policy', 'permissions-policy']) assert.ok(headers[name], `${name} of ${path}`)
  }
  assert.doesNotMatch((await ask('/')).headers['content-security-policy'], /unsafe/)
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
