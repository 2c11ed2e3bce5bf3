// What of the contracts that were at REVISION no longer holds: what would break a client that was right until then. Adding is free.
//   npm run contracts:breaking -- [REVISION]      default origin/main; status 1 with a break that contracts/accepted_breaks.txt does not name
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle, createConfig } from '@redocly/openapi-core'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const SERVICES = ['user', 'booking', 'payment']
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options']

/** Breaks between two documents, as sentences. `side` of a schema: who sends it, the client ('request') or the service ('answer'). */
export function breaks(before, after) {
  const found = []
  const seen = new Set()
  const at = (document, node) => {
    let one = node
    while (one?.$ref) one = one.$ref.slice(2).split('/').reduce((below, key) => below?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)
    return one
  }
  // one schema out of those that have to hold together
  const whole = (document, node) => {
    const { allOf, ...one } = at(document, node) ?? {}
    return (allOf ?? []).map((part) => whole(document, part)).reduce(
      (sum, part) => ({ ...sum, ...part, properties: { ...sum.properties, ...part.properties }, required: [...(sum.required ?? []), ...(part.required ?? [])] }), one)
  }
  const types = (schema) => (schema.type === undefined ? undefined : [schema.type].flat())

  function compare(oldNode, newNode, where, side) {
    const mark = `${side} ${oldNode?.$ref ?? ''} ${newNode?.$ref ?? ''}`
    if (oldNode?.$ref && newNode?.$ref) {
      if (seen.has(mark)) return // told once is enough, and schemas may contain themselves
      seen.add(mark)
    }
    if (!oldNode || !newNode) return
    const [was, is] = [whole(before, oldNode), whole(after, newNode)]
    if (is.oneOf && !was.oneOf) {
      // new ways to ask are free; a new way to answer has to have what an answer had
      if (side === 'answer') is.oneOf.forEach((one) => compare(oldNode, one, where, side))
      return
    }
    const lost = (list, rest) => (list ?? []).filter((one) => !(rest ?? []).includes(one))
    const [giver, taker] = side === 'request' ? [was, is] : [is, was] // what is sent has to be a part of what is taken
    if (types(taker)) {
      const widened = lost(types(giver) ?? ['anything'], types(taker).includes('number') ? [...types(taker), 'integer'] : types(taker))
      if (widened.length) found.push(`${where}: ${side === 'request' ? `${widened} is not taken any more` : `may be ${widened} now`}`)
    }
    if (side === 'request') {
      if (is.enum) lost(was.enum ?? ['anything'], is.enum).forEach((one) => found.push(`${where}: ${one} is not taken any more`))
      lost(is.required, was.required).forEach((one) => found.push(`${where}: ${one} has to be sent now`))
      for (const [limit, smaller] of [['maxLength', 1], ['maximum', 1], ['maxItems', 1], ['minLength', -1], ['minimum', -1], ['minItems', -1]])
        if (is[limit] !== undefined && (was[limit] === undefined ? true : (was[limit] - is[limit]) * smaller > 0)) found.push(`${where}: ${limit} is ${is[limit]} now, it was ${was[limit] ?? 'open'}`)
    } else lost(was.required, is.required).forEach((one) => found.push(`${where}: ${one} may be missing now`))
    for (const [name, schema] of Object.entries(was.properties ?? {})) {
      if (is.properties?.[name]) compare(schema, is.properties[name], `${where}.${name}`, side)
      else if (side === 'answer' || is.additionalProperties === false) found.push(`${where}: ${name} is gone`)
    }
    if (was.items && is.items) compare(was.items, is.items, `${where}[]`, side)
    for (const way of ['oneOf', 'anyOf']) {
      if (side === 'request' && (was[way]?.length ?? 0) > (is[way]?.length ?? 0)) found.push(`${where}: ${way} has fewer parts`)
      ;(was[way] ?? []).forEach((one, i) => is[way]?.[i] && compare(one, is[way][i], where, side))
    }
  }

  for (const [path, item] of Object.entries(before.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const where = `${method.toUpperCase()} ${path}`
      const [was, is] = [item[method], after.paths[path]?.[method]]
      if (!is) {
        found.push(`${where} is gone`)
        continue
      }
      const parameters = (document, owner, operation) => [...(document.paths[path].parameters ?? []), ...(operation.parameters ?? [])].map((one) => at(document, one))
      const [old, now] = [parameters(before, item, was), parameters(after, after.paths[path], is)]
      for (const one of now) {
        const same = old.find(({ name, in: place }) => name === one.name && place === one.in)
        if (!same && one.required) found.push(`${where}: ${one.in} ${one.name} has to be sent now`)
        else if (same && one.required && !same.required) found.push(`${where}: ${one.in} ${one.name} has to be sent now`)
        else if (same) compare(same.schema, one.schema, `${where} ${one.name}`, 'request')
      }
      for (const one of old) if (!now.some(({ name, in: place }) => name === one.name && place === one.in)) found.push(`${where}: ${one.in} ${one.name} is not known any more`)
      const [oldBody, newBody] = [at(before, was.requestBody), at(after, is.requestBody)]
      if (newBody?.required && !oldBody?.required) found.push(`${where}: a body has to be sent now`)
      for (const [type, { schema }] of Object.entries(oldBody?.content ?? {})) {
        if (!newBody?.content?.[type]) found.push(`${where}: a body of ${type} is not taken any more`)
        else compare(schema, newBody.content[type].schema, `${where} body`, 'request')
      }
      for (const [status, answer] of Object.entries(was.responses)) {
        if (!is.responses[status]) {
          if (/^[23]/.test(status)) found.push(`${where}: is not answered by ${status} any more`)
          continue
        }
        const [oldAnswer, newAnswer] = [at(before, answer), at(after, is.responses[status])]
        for (const [type, { schema }] of Object.entries(oldAnswer.content ?? {})) {
          if (!newAnswer.content?.[type]) found.push(`${where} ${status}: is not ${type} any more`)
          else compare(schema, newAnswer.content[type].schema, `${where} ${status}`, 'answer')
        }
      }
    }
  }
  return found
}

async function main(revision = 'origin/main') {
  const folder = mkdtempSync(join(tmpdir(), 'gelora-contracts-'))
  try {
    execFileSync('tar', ['-x', '-C', folder], { input: execFileSync('git', ['-C', ROOT, 'archive', revision, 'contracts'], { maxBuffer: 64 << 20 }) })
    const config = await createConfig({})
    const read = async (root, service) => (await bundle({ ref: join(root, `contracts/${service}.openapi.yaml`), config })).bundle.parsed
    const file = join(ROOT, 'contracts/accepted_breaks.txt')
    const accepted = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    const found = []
    for (const service of SERVICES) found.push(...breaks(await read(folder, service), await read(ROOT, service)).map((one) => `${service}: ${one}`))
    for (const one of found) console.log(`${accepted.includes(one) ? 'accepted' : 'BREAKS'}  ${one}`)
    const open = found.filter((one) => !accepted.includes(one))
    console.log(`contracts since ${revision}: ${open.length} breaks, ${found.length - open.length} accepted`)
    return open.length ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv[2])
