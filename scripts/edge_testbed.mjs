// What the tests of the edge share: a real nginx with the generated configuration, in front of a service that tells what it saw.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { request as requestTls } from 'node:https'
import { connect as connectTcp, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { fileURLToPath } from 'node:url'

export const here = dirname(fileURLToPath(import.meta.url))
export const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` }
const pause = (ms) => new Promise((done) => setTimeout(done, ms))

export const freePort = () =>
  new Promise((done) => {
    const server = createTcpServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

/** Asks again and again until `what` holds; what throws does not hold yet. */
export async function until(what, limit_ms = 10_000) {
  for (const end = Date.now() + limit_ms; ; await pause(20)) {
    const [held, fault] = await Promise.resolve().then(what).then((value) => [value], (error) => [undefined, error])
    if (held) return held
    if (Date.now() > end) throw fault ?? new Error(`still not: ${what}`)
  }
}

export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'edge-'))
  mkdirSync(join(folder, 'web/docs/folder'), { recursive: true })
  mkdirSync(join(folder, 'web/assets'))
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>Gelora</title>')
  writeFileSync(join(folder, 'web/docs/index.html'), '<!doctype html><title>Docs</title>')
  writeFileSync(join(folder, 'web/assets/app-abc123.js'), 'export const a = 1\n'.repeat(200))
  writeFileSync(join(folder, 'web/assets/list-abc123.bin'), Buffer.from({ length: 4096 }, (_, i) => i % 251))
  return folder
}

/** A service that answers 200 with what it saw, keeps it in `seen`, and never ends the answer of a …/stream. */
export async function startService() {
  const seen = []
  const server = createServer((incoming, answer) => {
    const chunks = []
    incoming.on('data', (chunk) => chunks.push(chunk))
    incoming.on('end', () => {
      const body = Buffer.concat(chunks)
      seen.push({ method: incoming.method, path: incoming.url, rawHeaders: incoming.rawHeaders, body: body.toString('latin1') })
      answer.writeHead(200, { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'own', 'Strict-Transport-Security': 'max-age=1', ETag: '"7"' })
      if (incoming.url.endsWith('/stream')) answer.write('{')
      else answer.end(JSON.stringify({ path: incoming.url, headers: incoming.headers, bytes: body.length }))
    })
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { seen, address: `127.0.0.1:${server.address().port}`, stop: () => (server.closeAllConnections(), server.close()) }
}

/** nginx with `folder`/nginx.conf; `ready` is asked until it holds. */
export async function startNginx(folder, ready, config = join(folder, 'nginx.conf')) {
  const nginx = spawn('nginx', ['-p', folder, '-c', config, '-e', join(folder, 'error.log'), '-g', 'daemon off;'], { env: environment, stdio: 'inherit' })
  await until(() => {
    assert.equal(nginx.exitCode, null, 'nginx ended')
    return ready()
  })
  return async () => {
    nginx.kill('SIGTERM')
    if (nginx.exitCode === null) await new Promise((done) => nginx.once('exit', done))
  }
}

/** The edge, with payment-service away; `options` go to edge_conf.mjs, `edit` changes what it wrote. */
export async function startEdge({ options = [], edit = (text) => text, ready } = {}) {
  const folder = makeFolder()
  const service = await startService()
  const port = await freePort()
  const dead = `127.0.0.1:${await freePort()}`
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(here, 'edge_conf.mjs'), '--listen', `127.0.0.1:${port}`, '--run-dir', folder,
    '--web', join(folder, 'web'), '--docs', join(folder, 'web'), '--log', join(folder, 'edge.log'), ...options, `user-service=${service.address}`,
    `booking-service=${service.address}`, `payment-service=${dead}`, `sandbox-bank=${dead}`], { env: environment, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  writeFileSync(join(folder, 'nginx.conf'), edit(stdout))
  const edge = { folder, port, seen: service.seen, stop: () => (service.stop(), rmSync(folder, { recursive: true, force: true })) }
  const stopNginx = await startNginx(folder, ready ? () => ready(edge) : async () => (await ask('/edge-health', { port, tls: options.includes('--tls-cert') })).status === 200)
    .catch((error) => (edge.stop(), Promise.reject(error)))
  return { ...edge, stop: async () => (await stopNginx(), edge.stop()) }
}

export function ask(path, { port, tls = false, method = 'GET', headers = {}, body } = {}) {
  return new Promise((done, fail) => {
    const outgoing = (tls ? requestTls : request)({ host: '127.0.0.1', port, path, method, headers, agent: false, rejectUnauthorized: false }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        done({ status: answer.statusCode, headers: answer.headers, rawHeaders: answer.rawHeaders, text, json: () => JSON.parse(text) })
      })
    })
    outgoing.on('error', fail)
    outgoing.end(body)
  })
}

/** Sends bytes as they are, and gives what came until the edge closed; `closed` is false when it had not after `patience_ms`. */
export function sendBytes(bytes, { port, tls = false, patience_ms = 3_000 }) {
  return new Promise((done) => {
    const socket = tls ? connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] }) : connectTcp(port, '127.0.0.1')
    let text = ''
    const end = (closed) => (clearTimeout(timer), socket.destroy(), done({ text, closed, status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0) }))
    const timer = setTimeout(() => end(false), patience_ms)
    socket.on('data', (chunk) => (text += chunk.toString('latin1')))
    socket.on('error', () => end(true))
    socket.on('close', () => end(true))
    socket.write(Buffer.from(bytes, 'latin1'))
  })
}

export function assertProblem(answer, status, slug) {
  assert.equal(answer.status, status)
  assert.equal(answer.headers['content-type'], 'application/problem+json')
  const problem = answer.json()
  assert.equal(problem.type, `https://gelora.dev/problems/${slug}`)
  assert.equal(problem.status, status)
  assert.deepEqual(Object.keys(problem).sort(), ['detail', 'instance', 'request_id', 'status', 'title', 'type'])
  assert.equal(answer.headers['x-request-id'], problem.request_id)
  return problem
}

/** Security headers, each once: of whatever kind the answer is. */
export function assertSecurityHeaders({ headers, rawHeaders }, what, { hsts = false } = {}) {
  const names = rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase())
  for (const name of ['x-content-type-options', 'content-security-policy', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy']) {
    assert.equal(names.filter((one) => one === name).length, 1, `${name} of ${what}`)
  }
  assert.equal(headers['x-content-type-options'], 'nosniff', what)
  assert.match(headers['content-security-policy'], /^default-src 'none'.* frame-ancestors 'none'/, what)
  assert.match(headers['permissions-policy'], /publickey-credentials-create=\(self\), publickey-credentials-get=\(self\)/, what)
  assert.equal(headers['strict-transport-security'], hsts ? 'max-age=63072000; includeSubDomains' : undefined, what)
  assert.equal(names.filter((one) => one === 'strict-transport-security').length, hsts ? 1 : 0, what)
}

/** Runs `script` with the functions of stack.sh, on a run folder and settings of its own. */
export function withStack(folder, settings, script) {
  const clean = Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GELORA_')))
  return spawnSync('bash', ['-c', `source "$1"; load_settings; make_run_dir; ${script}`, 'bash', join(here, 'stack.sh')],
    { cwd: folder, env: { ...clean, GELORA_RUN_DIR: join(folder, 'run'), ...settings }, encoding: 'utf8' })
}

/** The edge with a certificate of stack.sh; `httpPort` speaks plain HTTP. */
export async function startTlsEdge() {
  const secrets = mkdtempSync(join(tmpdir(), 'edge-tls-'))
  try {
    const made = withStack(secrets, { GELORA_TLS: 'self-signed' }, 'prepare_certificate; printf "%s\\n%s" "$EDGE_CERT" "$EDGE_KEY"')
    assert.equal(made.status, 0, made.stderr)
    const [cert, key] = made.stdout.split('\n')
    const httpPort = await freePort()
    const edge = await startEdge({ options: ['--tls-cert', cert, '--tls-key', key, '--public-url', 'https://tickets.example', '--http-listen', `127.0.0.1:${httpPort}`] })
    return { ...edge, httpPort, cert, key, stop: async () => (await edge.stop(), rmSync(secrets, { recursive: true, force: true })) }
  } catch (error) {
    rmSync(secrets, { recursive: true, force: true })
    throw error
  }
}
