// Reads compose files as Docker Compose would, as far as ours need it: `extends` is not known, and who is of a profile is not started.
//   node scripts/compose.mjs ENV_FILE FILE...   the services as JSON: image, command, environment, mounts, user, depends_on
// Used by `./gelora test containers` (which has no engine, and starts the images by itself) and by scripts/check_deploy.mjs.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

export const readEnv = (text) =>
  Object.fromEntries(text.split('\n').filter((line) => /^\w+=/.test(line)).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))

/** ${NAME:-fallback}, ${NAME:?what it is}, ${NAME}; $$ is a dollar. Throws with the names of all that have to be set and are not. */
export function interpolate(node, env, missing = new Set()) {
  const walk = (value) => {
    if (Array.isArray(value)) return value.map(walk)
    if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]))
    if (typeof value !== 'string') return value
    return value.replace(/\$(?:(\$)|\{(\w+)(?::([-?])([^}]*))?\})/g, (_, dollar, name, kind, rest) => {
      if (dollar) return '$'
      if (env[name]) return env[name]
      if (kind === '?') missing.add(name)
      return kind === '-' ? rest : ''
    })
  }
  const result = walk(node)
  if (missing.size) throw new Error(`not set: ${[...missing].sort().join(', ')}`)
  return result
}

// maps are joined, lists of a service grow, what is single is replaced
const merge = (below, above) => {
  if (Array.isArray(below) && Array.isArray(above)) return [...below, ...above]
  const maps = [below, above].every((one) => one !== null && typeof one === 'object' && !Array.isArray(one))
  return maps ? Object.entries(above).reduce((all, [key, value]) => ({ ...all, [key]: key in all && key !== 'command' ? merge(all[key], value) : value }), below) : above
}

export function readProject(files, env) {
  return files.map((file) => interpolate(parse(readFileSync(file, 'utf8'), { merge: true }), env)).reduce(merge)
}

const list = (value) => (typeof value === 'string' ? [value] : (value ?? []))

/** What has to be mounted for a service: [{from, to, writable}]. A named volume is a folder of that name in GELORA_VOLUMES. */
export function mountsOf(project, service) {
  const at = (path) => resolve(ROOT, path)
  const secrets = list(service.secrets).map((name) => ({ from: at(project.secrets[name].file), to: `/run/secrets/${name}` }))
  const folders = list(service.volumes).map((line) => line.split(':')).map(([from, to, how]) => ({ from: /^[./]/.test(from) ? at(from) : resolve(process.env['GELORA_VOLUMES'] ?? '/volumes', from), to, writable: how !== 'ro' }))
  return [...new Map([...secrets, ...folders].map((mount) => [mount.to, mount])).values()] // of two at one place the later one
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [envFile, ...files] = process.argv.slice(2)
  const project = readProject(files, { ...readEnv(readFileSync(envFile, 'utf8')), ...process.env })
  const services = Object.entries(project.services).filter(([, service]) => !service.profiles).map(([name, service]) => [
    name,
    { ...service, command: list(service.command), target: /\/([\w-]+):/.exec(service.image ?? '')?.[1], mounts: mountsOf(project, service) },
  ])
  process.stdout.write(JSON.stringify(Object.fromEntries(services)))
}
