// Brings a version into a cluster, first to one instance of each service, and takes it back when that one does worse than it may.
//   node scripts/rollout.mjs OVERLAY DIGESTS [--watch SECONDS] [--registry NAME]
// OVERLAY: staging or production, of deploy/kubernetes/overlays. DIGESTS: a file with lines `user-service sha256:…`, as `containers.sh push`
// writes it. Order: settings and networks, migrations, one instance of each service, a watch of SECONDS (300) over it, the others, the edge.
// Migrations only add (CONTRIBUTING.md), so that the version before goes on with the new tables: going back never undoes one.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments, stringify } from 'yaml'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const ERROR_BUDGET = 0.001 // of the answers of the canary, those that are our fault
const FEWEST = 100 // answers before a share says anything; below, five faults are too many
const LOOK_EVERY_S = 10

function runKubectl(args, input) {
  const { status, stdout, stderr } = spawnSync('kubectl', ['--namespace', 'gelora', ...args], { input, encoding: 'utf8', maxBuffer: 64 << 20 })
  if (status !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr.trim()}`)
  return stdout
}

/** What the overlay comes to with the images of these digests. */
function render(kubectl, overlay, digests, registry) {
  const folder = join(ROOT, 'build/deploy/rollout')
  mkdirSync(folder, { recursive: true })
  const images = [...digests].map(([name, digest]) => ({ name: `ghcr.io/gelora/${name}`, newName: `${registry}/${name}`, digest }))
  writeFileSync(join(folder, 'kustomization.yaml'), stringify({ resources: [`../../../deploy/kubernetes/overlays/${overlay}`], images }))
  const objects = parseAllDocuments(kubectl(['kustomize', folder])).map((one) => one.toJS())
  const unpinned = objects.flatMap((one) => one.spec?.template?.spec?.containers ?? []).filter(({ image }) => image.startsWith(registry) && !image.includes('@sha256:'))
  if (unpinned.length) throw new Error(`no digest for ${unpinned.map(({ image }) => image).join(', ')}`)
  return objects
}

/** Answers and faults so far, of what `/metrics` of a service says. */
export function countAnswers(metrics) {
  const counts = { answers: 0, faults: 0 }
  for (const [, labels, value] of metrics.matchAll(/^gelora_http_requests_total\{([^}]*)\} (\S+)$/gm)) {
    counts.answers += Number(value)
    if (/status="5/.test(labels)) counts.faults += Number(value)
  }
  return counts
}

/** Why this canary must not go on, or nothing. */
export function verdict({ answers, faults }, restarts, ready) {
  if (restarts > 0) return `it ended ${restarts} times`
  if (!ready) return 'it is not ready'
  if (answers >= FEWEST ? faults / answers > ERROR_BUDGET : faults >= 5) return `${faults} of ${answers} answers were faults`
  return undefined
}

function look(kubectl, pod, port) {
  const state = JSON.parse(kubectl(['get', 'pod', pod, '-o', 'json'])).status
  const container = state.containerStatuses?.[0]
  if (!container?.ready) return verdict({ answers: 0, faults: 0 }, container?.restartCount ?? 0, false)
  return verdict(countAnswers(kubectl(['exec', pod, '--', 'curl', '-fsS', `http://127.0.0.1:${port}/metrics`])), container.restartCount, true)
}

async function watch(kubectl, canaries, seconds) {
  for (let passed = 0; passed < seconds; passed += LOOK_EVERY_S) {
    await wait(Math.min(LOOK_EVERY_S, seconds - passed) * 1000)
    for (const { pod, port } of canaries) {
      const why = look(kubectl, pod, port)
      if (why) return `${pod}: ${why}`
    }
  }
  return undefined
}

/** True when the version is everywhere, false when the one before is back; throws when nothing that serves was touched. */
export async function rollOut(overlay, digests, { seconds, registry, say, kubectl = runKubectl }) {
  const apply = (some) => kubectl(['apply', '--server-side', '--force-conflicts', '-f', '-'], some.map((one) => stringify(one)).join('---\n'))
  const arrived = (what) => kubectl(['rollout', 'status', what, '--timeout=300s'])
  const partition = (name, value) => kubectl(['patch', `statefulset/${name}`, '--type=merge', '-p', JSON.stringify({ spec: { updateStrategy: { rollingUpdate: { partition: value } } } })])
  const objects = render(kubectl, overlay, digests, registry)
  const of = (kind) => objects.filter((one) => one.kind === kind)
  const services = of('StatefulSet')
  apply(objects.filter(({ kind }) => !['Job', 'StatefulSet', 'Deployment'].includes(kind)))
  say('migrations')
  const jobs = of('Job').map(({ metadata }) => metadata.name)
  kubectl(['delete', 'job', '--ignore-not-found', ...jobs])
  apply(of('Job'))
  for (const name of jobs) kubectl(['wait', '--for=condition=complete', '--timeout=900s', `job/${name}`])

  const before = JSON.parse(kubectl(['get', 'statefulsets', '-o', 'json'])).items
  const replicas = (name) => before.find(({ metadata }) => metadata.name === name)?.spec.replicas ?? 0
  const canaries = services.filter(({ metadata }) => replicas(metadata.name) > 0).map(({ metadata, spec }) => ({
    name: metadata.name, last: replicas(metadata.name) - 1, pod: `${metadata.name}-${replicas(metadata.name) - 1}`, port: spec.template.spec.containers[0].ports[0].containerPort,
  }))
  const takeBack = (why) => {
    say(`${why}: going back`)
    for (const { name } of canaries) kubectl(['rollout', 'undo', `statefulset/${name}`])
    for (const { name } of canaries) arrived(`statefulset/${name}`)
    for (const { name } of canaries) partition(name, 0)
    return false
  }
  try {
    for (const service of services) {
      const canary = canaries.find(({ name }) => name === service.metadata.name)
      if (canary) service.spec.updateStrategy.rollingUpdate.partition = canary.last
    }
    apply(services)
    for (const { metadata } of services) arrived(`statefulset/${metadata.name}`)
    if (canaries.length) {
      say(`one of each: ${canaries.map(({ pod }) => pod).join(', ')}; watching for ${seconds} s`)
      const why = await watch(kubectl, canaries, seconds)
      if (why) return takeBack(why)
    }
    say('the others')
    for (const { name } of canaries) partition(name, 0)
    for (const { name } of canaries) arrived(`statefulset/${name}`)
  } catch (error) {
    return takeBack(error.message)
  }
  try {
    apply(of('Deployment'))
    for (const { metadata } of of('Deployment')) arrived(`deployment/${metadata.name}`)
  } catch (error) {
    kubectl(['rollout', 'undo', 'deployment/edge'])
    return takeBack(error.message)
  }
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, fallback) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback)
  const [overlay, file] = process.argv.slice(2)
  const digests = new Map(readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(' ')))
  const done = await rollOut(overlay, digests, { seconds: Number(option('--watch', 300)), registry: option('--registry', 'ghcr.io/gelora'), say: (line) => console.log(`${overlay}: ${line}`) })
  console.log(done ? `${overlay}: done` : `${overlay}: the version before is back`)
  process.exitCode = done ? 0 : 1
}
