// Prints the edge's nginx configuration: deploy/nginx/*.conf.template with the routes of contracts/*.openapi.yaml.
// Also writes the header files it includes below --run-dir. A path that is in no contract has no route.
// TLS with --tls-cert and --tls-key, then --public-url too; --http-listen for plain HTTP beside it; --limits off for no limits.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const SERVICE_OF = { user: 'user-service', booking: 'booking-service', payment: 'payment-service' }
const PROBLEMS = [
  [400, 'malformed-request', 'The request is not valid HTTP'],
  [403, 'https-required', 'Only over an encrypted connection', 'Ask again with https. What was sent now went over the network readable by others.'],
  [404, 'not-found', 'There is nothing here'],
  [405, 'method-not-allowed', 'This method is not allowed here'],
  [408, 'request-timeout', 'The request took too long to arrive'],
  [413, 'content-too-large', 'The body is too large'],
  [414, 'uri-too-long', 'The address is too long'],
  [429, 'rate-limited', 'Too many requests', 'Wait a moment, then try again.'],
  [431, 'headers-too-large', 'The head of the request is too large'],
  [500, 'internal-error', 'Something went wrong on our side'],
  [503, 'unavailable', 'This part of Gelora is not available right now', 'Try again in a moment; nothing was lost.'],
]
const RETRY_AFTER_S = { 429: 1, 503: 2 }
// Statuses of nginx, and the problem each becomes. Its own codes (494) and what the body would contradict (501: a transfer
// coding that nobody knows) are given another status.
const ERRORS = ['400 /__problem/400', '405 /__problem/405', '408 /__problem/408', '413 /__problem/413', '414 /__problem/414', '429 /__problem/429',
  '494 =431 /__problem/431', '495 496 501 505 =400 /__problem/400', '500 /__problem/500', '502 503 504 =503 /__problem/503']
// Writes to these hash a password, send a mail, or count a show's bookings.
const COSTLY = /^\/api\/(sessions(\/passkey)?|messages\/\{id\}\/test|shows\/\{id\}\/message-audience|organisations\/\{id\}\/invitations|passkeys\/(options|\{id\}\/removal)|second-factor\/(totp(\/removal)?|recovery-codes)|users(\/verifications|\/\{id\})?|password-resets(\/confirm)?)$/
// Bodies of these may be long (Kind::bulk in the service).
const BULK = /\/batch$/
// Bodies of these are one large document (Kind::document in the service).
const DOCUMENT = /\/plans\/\{plan_id\}\/document$/
// And these are Kind::upload.
const UPLOAD = /\/(poster|plan-imports)$/

const permissions = (camera) => `Permissions-Policy "accelerometer=(), camera=(${camera}), geolocation=(), gyroscope=(), microphone=(), payment=(), ` +
  'publickey-credentials-create=(self), publickey-credentials-get=(self), usb=()"'
const COMMON_HEADERS = [
  'X-Content-Type-Options "nosniff"',
  'Referrer-Policy "strict-origin-when-cross-origin"',
  'Cross-Origin-Opener-Policy "same-origin"',
  'Cross-Origin-Resource-Policy "same-origin"',
  permissions(''),
]
// of the gate's pages alone
const WITH_CAMERA = [...COMMON_HEADERS.slice(0, -1), permissions('self')]
const HSTS = 'Strict-Transport-Security $gelora_hsts'
// who the caller is, as somebody before the edge would tell it: nobody is before the edge
const TOLD_BY_CALLERS = ['Forwarded', 'X-Real-IP', 'X-Forwarded-Host', 'X-Forwarded-Port', 'X-Forwarded-Prefix', 'X-Forwarded-Server', 'X-Forwarded-Ssl']
const POLICY = {
  page:
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  // the worker that reads QR codes is WebAssembly; no page may run any
  qr_worker: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  // Swagger UI sets style attributes
  docs:
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  api: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
}

/** The published paths of the contracts: [{path, service, stream}], most used first. */
export function readRoutes(folder = join(ROOT, 'contracts')) {
  const routes = []
  for (const file of readdirSync(folder).sort()) {
    const service = SERVICE_OF[/^(\w+)\.openapi\.yaml$/.exec(file)?.[1]]
    if (!service) continue
    let inPaths = false
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (/^\S/.test(line)) inPaths = /^paths:\s*$/.test(line)
      const path = inPaths && /^ {2}["']?(\/[^\s"':]*)["']?:\s*$/.exec(line)?.[1]
      if (!path || !/^\/(api\/|\.well-known\/|sitemap\.xml$|robots\.txt$)/.test(path)) continue
      if (!/^[\w./{}-]+$/.test(path)) throw new Error(`${file}: path ${path} has characters the edge does not route`)
      routes.push({ path, service, stream: path.endsWith('/stream') })
    }
  }
  return routes
}

/** The nginx locations of the routes; parametrised paths are grouped below their fixed beginning. */
export function routeLocations(routes) {
  const fixed = routes.filter(({ path }) => !path.includes('{'))
  const groups = new Map()
  for (const route of routes.filter(({ path }) => path.includes('{'))) {
    const prefix = route.path.slice(0, route.path.indexOf('{'))
    groups.set(prefix, [...(groups.get(prefix) ?? []), route])
  }
  const proxy = ({ service, path, stream }, pad) =>
    [`proxy_pass http://${service};`, `include ${stream ? '@stream@' : '@proxy@'};`, ...(COSTLY.test(path) ? ['@costly@'] : []), ...(BULK.test(path) ? ['client_max_body_size 256k;'] : []), ...(DOCUMENT.test(path) ? ['client_max_body_size 4m;'] : []), ...(UPLOAD.test(path) ? ['client_max_body_size 8m;'] : [])]
      .map((line) => `${pad}    ${line}`).join('\n')
  const out = fixed.map((route) => `        location = ${route.path} {\n${proxy(route, '        ')}\n        }`)
  for (const [prefix, members] of groups) {
    // the hot reads come first: nginx tries the patterns in this order
    members.sort((a, b) => heat(b.path) - heat(a.path))
    const inner = members.map((route) => {
      const pattern = route.path.replace(/\./g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')
      return `            location ~ "^${pattern}$" {\n${proxy(route, '            ')}\n            }`
    })
    out.push(`        location ${prefix} {\n${inner.join('\n')}\n            return 404;\n        }`)
  }
  return out.join('\n')
}
const heat = (path) => ['/availability', '/holds', '/stream'].findIndex((end) => path.endsWith(end)) * -1 + (/(availability|holds|stream)$/.test(path) ? 10 : 0)

function problemLocations() {
  return PROBLEMS.map(([status, slug, title, detail]) => {
    const body = {
      type: `https://gelora.dev/problems/${slug}`,
      title,
      status,
      detail: detail ?? `${title}.`,
      instance: '$gelora_instance',
      request_id: '$gelora_request_id',
    }
    return [
      // not a named location: nginx has no URI to keep when the request line itself is refused
      `        location = /__problem/${status} {`,
      '            internal;',
      '            types {}',
      '            default_type application/problem+json;',
      '            include @run_dir@/nginx/headers_api.conf;',
      '            add_header X-Request-Id $gelora_request_id always;',
      '            add_header Cache-Control "no-store" always;',
      ...(status in RETRY_AFTER_S ? [`            add_header Retry-After ${RETRY_AFTER_S[status]} always;`] : []),
      ...(status === 405 ? ['            add_header Allow "GET, HEAD" always;'] : []),
      `            return ${status} '${JSON.stringify(body).replace(/'/g, '')}';`,
      '        }',
    ].join('\n')
  }).join('\n')
}

const proxySettings = (extra) =>
  `if ($gelora_odd_path) { return 404; }\n${[
    'proxy_http_version 1.1',
    'proxy_set_header Host $http_host',
    'proxy_set_header X-Request-Id $gelora_request_id',
    'proxy_set_header X-Forwarded-For $remote_addr',
    'proxy_set_header X-Forwarded-Proto $scheme',
    ...TOLD_BY_CALLERS.map((name) => `proxy_set_header ${name} ""`),
    'charset off',
    'proxy_connect_timeout 2s',
    'proxy_next_upstream error timeout',
    'proxy_next_upstream_tries 2',
    // one set of security headers, the edge's
    ...['Content-Security-Policy', ...[...COMMON_HEADERS, HSTS].map((header) => header.split(' ')[0])].map((name) => `proxy_hide_header ${name}`),
    ...extra,
  ].join(';\n')};\n`

/** nginx 1.25.1 made HTTP/2 a directive of its own, warns of the old form, and older ones do not know the new one. */
export function http2IsDirective(version = spawnSync('nginx', ['-v'], { encoding: 'utf8' }).stderr) {
  const [major, minor, patch] = /nginx\/(\d+)\.(\d+)\.(\d+)/.exec(version ?? '')?.slice(1).map(Number) ?? []
  if (major === undefined) throw new Error(`nginx -v tells no version: ${version}`)
  return major > 1 || minor > 25 || (minor === 25 && patch >= 1)
}

/** The lines that make a server speak TLS and HTTP/2, and what its `listen` needs for it. */
function tlsOfServer() {
  // a client that opens and resets streams as fast as it can is cut off in time (CVE-2023-44487)
  const lines = ['        keepalive_requests 1000;']
  return http2IsDirective() ? { parameters: ' ssl', lines: ['        http2 on;', ...lines] } : { parameters: ' ssl http2', lines }
}

const listenLines = (address, parameters = '') => {
  const at = address.lastIndexOf(':')
  const [host, port] = [address.slice(0, at), address.slice(at + 1)]
  const hosts = host === '127.0.0.1' && hasIpv6Loopback() ? [host, '[::1]'] : [host]
  return hosts.map((one) => `        listen ${one}:${port} backlog=4096${parameters};`)
}

function main(argv) {
  const options = {}
  const upstreams = new Map() // a service may have several instances
  for (let i = 0; i < argv.length; i += 1) {
    if (argv[i].startsWith('--')) options[argv[i].slice(2)] = argv[(i += 1)]
    else {
      const [name, address] = argv[i].split('=')
      upstreams.set(name, [...(upstreams.get(name) ?? []), address])
    }
  }
  const runDir = options['run-dir']
  const folder = join(runDir, 'nginx')
  mkdirSync(join(folder, 'tmp'), { recursive: true })
  const tls = options['tls-cert'] !== undefined
  const headers = (policy, common = COMMON_HEADERS) =>
    [`Content-Security-Policy "${policy}"`, ...common, ...(tls ? [HSTS] : [])].map((line) => `add_header ${line} always;\n`).join('')

  const files = {
    'headers_page.conf': headers(POLICY.page),
    'headers_gate.conf': headers(POLICY.page, WITH_CAMERA),
    'headers_qr_worker.conf': headers(POLICY.qr_worker),
    'headers_docs.conf': headers(POLICY.docs),
    'headers_api.conf': headers(POLICY.api),
    'proxy.conf': proxySettings(['proxy_set_header Connection ""', 'proxy_read_timeout 20s', 'proxy_buffers 16 64k', 'proxy_buffer_size 16k',
      'proxy_busy_buffers_size 128k', 'proxy_max_temp_file_size 0', `include "${folder}/headers_api.conf"`]),
    'stream.conf': proxySettings(['proxy_set_header Connection ""', 'proxy_buffering off', 'proxy_cache off', 'proxy_read_timeout 1h', 'gzip off',
      `include "${folder}/headers_api.conf"`]),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)

  const server = tls ? tlsOfServer() : { parameters: '', lines: [] }
  const limits = options.limits !== 'off'
  const template = (name) => readFileSync(join(ROOT, `deploy/nginx/${name}.conf.template`), 'utf8')
  const values = {
    tls: tls ? template('tls') : '',
    limits: limits ? template('limits') : '',
    plain_http: options['http-listen'] ? template('plain_http') : '',
    errors: ERRORS.map((line) => `        error_page ${line};`).join('\n'),
    routes: routeLocations(readRoutes()),
    problems: problemLocations(),
    user: process.getuid() === 0 ? '# the files served belong to whoever started the edge\nuser root root;' : '',
    run_dir: runDir,
    posters_in: options['posters-in'] ?? `${runDir}/data`,
    error_log: options.log.replace(/\.log$/, '-error.log'),
    access_log: options.log,
    // the hot path is counted by the services; the edge logs what went wrong
    log_success: process.env.GELORA_EDGE_LOG === 'all' ? '1' : '0',
    web: options.web,
    docs: options.docs,
    proxy: `${folder}/proxy.conf`,
    stream: `${folder}/stream.conf`,
    // limits of a location replace those above it
    costly: limits ? 'limit_req zone=costly burst=200 nodelay; limit_req zone=requests burst=4000 nodelay;' : '',
    listen: [...listenLines(options.listen, server.parameters), ...server.lines].join('\n'),
    http_listen: listenLines(options['http-listen'] ?? ':').join('\n'),
    public_url: options['http-listen'] ? new URL(options['public-url']).origin : '',
    tls_cert: options['tls-cert'],
    tls_key: options['tls-key'],
    upstreams: [...upstreams]
      .map(([name, addresses]) => `    upstream ${name} {\n${addresses.map((address) => `        server ${address} max_fails=0;\n`).join('')}        keepalive 128;\n        keepalive_requests 1000000;\n        # shorter than a service that ends keeps what is idle (ServerLimits::linger)\n        keepalive_timeout 500ms;\n    }`)
      .join('\n'),
  }
  let text = template('gelora')
  for (const [name, value] of Object.entries(values)) text = text.replaceAll(`@${name}@`, () => value)
  process.stdout.write(text)
}

function hasIpv6Loopback() {
  try {
    return readFileSync('/proc/net/if_inet6', 'utf8').includes('00000000000000000000000000000001')
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))
