// The rollout against a stand-in for a cluster: what it is asked for, in which order, and what it ends with.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countAnswers, rollOut, verdict } from './rollout.mjs'

const SERVICES = ['user-service', 'booking-service', 'payment-service']
const REPLICAS = { 'user-service': 2, 'booking-service': 3, 'payment-service': 1 }
const image = (name) => `ghcr.io/gelora/${name}@sha256:00`
const RENDERED = [
  'kind: ConfigMap\nmetadata: {name: site}\n',
  ...SERVICES.map((name) => `kind: Job\nmetadata: {name: ${name}-migrations}\nspec: {template: {spec: {containers: [{image: "${image(name)}"}]}}}\n`),
  ...SERVICES.map((name, i) => `kind: StatefulSet\nmetadata: {name: ${name}}\nspec: {updateStrategy: {rollingUpdate: {partition: 0}}, template: {spec: {containers: [{image: "${image(name)}", ports: [{containerPort: 808${i + 1}}]}]}}}\n`),
  `kind: Deployment\nmetadata: {name: edge}\nspec: {template: {spec: {containers: [{image: "${image('edge')}"}]}}}\n`,
].join('---\n')

/** A rollout onto a cluster in which some things go wrong; everything it asked for is in `log`. */
async function roll({ faults = 0, restarts = 0, fails, rendered = RENDERED } = {}) {
  const log = []
  const said = []
  const kubectl = (args, input = '') => {
    const kinds = [...input.matchAll(/^kind: (\S+)/gm)].map((match) => match[1])
    log.push(args[0] === 'apply' ? `apply ${[...new Set(kinds)].join(' ')}` : args.join(' '))
    if (kinds.includes('StatefulSet')) log.push(`partitions ${[...input.matchAll(/partition: (\d+)/g)].map((match) => match[1]).join(' ')}`)
    if (fails && log.at(-1).startsWith(fails)) throw new Error('no')
    if (args[0] === 'kustomize') return rendered
    if (args[1] === 'statefulsets') return JSON.stringify({ items: Object.entries(REPLICAS).map(([name, replicas]) => ({ metadata: { name }, spec: { replicas } })) })
    if (args[1] === 'pod') return JSON.stringify({ status: { containerStatuses: [{ ready: true, restartCount: restarts }] } })
    if (args[0] === 'exec') return `gelora_http_requests_total{status="200"} 5000\ngelora_http_requests_total{status="503"} ${faults}\n`
    return ''
  }
  const digests = new Map([...SERVICES, 'edge'].map((name) => [name, 'sha256:00']))
  const done = await rollOut('staging', digests, { seconds: 0.01, registry: 'ghcr.io/gelora', say: (line) => said.push(line), kubectl }).catch((error) => error)
  return { done, log, said: said.join('\n') }
}
const position = (log, start) => log.findIndex((line) => line.startsWith(start))

test('settings, migrations, one of each, the others, the edge', async () => {
  const { done, log } = await roll()
  assert.equal(done, true)
  const order = ['apply ConfigMap', 'apply Job', 'wait --for=condition=complete', 'partitions 1 2 0', 'exec user-service-1', 'patch statefulset/user-service', 'apply Deployment'].map((start) => position(log, start))
  assert.ok(order.every((at, i) => at >= 0 && (i === 0 || at > order[i - 1])), log.join('\n'))
  assert.equal(position(log, 'rollout undo'), -1)
})

test('a canary that answers with too many faults is taken back, and the others never see the version', async () => {
  const { done, log, said } = await roll({ faults: 6 })
  assert.equal(done, false)
  assert.match(said, /user-service-1: 6 of 5006 answers were faults: going back/)
  assert.equal(log.filter((line) => line.startsWith('rollout undo')).length, 3)
  assert.ok(position(log, 'patch') > position(log, 'rollout undo'))
  assert.equal(position(log, 'apply Deployment'), -1)
})

test('a canary that ends by itself, never arrives or cannot be asked is taken back', async () => {
  assert.match((await roll({ restarts: 1 })).said, /it ended 1 times: going back/)
  assert.equal((await roll({ fails: 'exec booking-service' })).done, false)
  assert.equal((await roll({ fails: 'rollout status deployment/edge' })).done, false)
})

test('a migration that fails stops everything before a service is touched', async () => {
  const { done, log } = await roll({ fails: 'wait --for=condition=complete' })
  assert.ok(done instanceof Error)
  assert.equal(position(log, 'apply StatefulSet'), -1)
  assert.equal(position(log, 'rollout'), -1)
})

test('an image without a digest is not rolled out', async () => {
  const { done, log } = await roll({ rendered: RENDERED.replace('edge@sha256:00', 'edge:latest') })
  assert.match(done.message, /no digest for ghcr.io\/gelora\/edge:latest/)
  assert.equal(position(log, 'apply'), -1)
})

test('the budget is one fault in a thousand answers; a few answers are judged by number', () => {
  assert.equal(verdict({ answers: 10_000, faults: 10 }, 0, true), undefined)
  assert.match(verdict({ answers: 10_000, faults: 11 }, 0, true), /11 of 10000/)
  assert.equal(verdict({ answers: 20, faults: 4 }, 0, true), undefined)
  assert.match(verdict({ answers: 20, faults: 5 }, 0, true), /5 of 20/)
  assert.deepEqual(countAnswers('x 1\ngelora_http_requests_total{method="GET",outcome="ok",status="200"} 7\ngelora_http_requests_total{outcome="unavailable",status="503"} 2\n'), { answers: 9, faults: 2 })
})
