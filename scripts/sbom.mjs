// A bill of materials of one container image, CycloneDX 1.6, on standard output.
//   dpkg-query … | node scripts/sbom.mjs IMAGE ROOTFS      the Debian packages from standard input; npm's from the lock file (edge: what the
//   web app is built from) or from node_modules in the image (mailbox)
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const [image, rootfs] = process.argv.slice(2)
const distro = /^VERSION_CODENAME=(\S+)/m.exec(readFileSync(join(rootfs, 'etc/os-release'), 'utf8'))?.[1]

const debian = readFileSync(0, 'utf8').trim().split('\n').map((line) => {
  const [name, version, arch, source, sourceVersion] = line.split('\t')
  return {
    type: 'library',
    name,
    version,
    purl: `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${arch}&distro=${distro}`,
    properties: [{ name: 'debian:source', value: `${source}@${sourceVersion}` }],
  }
})

const npm = (name, version, integrity, license) => ({
  type: 'library',
  name,
  version,
  purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  ...(license ? { licenses: [{ expression: license }] } : {}),
  ...(integrity?.startsWith('sha512-') ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }] } : {}),
})

/** What a workspace needs to run, all the way down, as the lock file has it. */
function lockedFor(workspace) {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const found = new Map()
  const visit = (from, names) => {
    for (const name of names) {
      let folder = from
      while (folder && !packages[`${folder}/node_modules/${name}`]) folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : ''
      const at = folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`
      const one = packages[at]
      if (!one || found.has(at)) continue
      found.set(at, npm(name, one.version, one.integrity, one.license))
      visit(at, Object.keys({ ...one.dependencies, ...one.optionalDependencies }))
    }
  }
  visit(workspace, Object.keys(packages[workspace].dependencies ?? {}))
  return [...found.values()]
}

const javascript = image === 'edge' ? lockedFor('web') : existsSync(join(rootfs, 'usr/share/gelora/mailbox')) ? lockedFor('tools/mailbox') : []
const programs = readdirSync(join(rootfs, 'usr/local/bin')).map((name) => ({
  type: 'application',
  name,
  version: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version ?? '0.0.0',
  hashes: [{ alg: 'SHA-256', content: createHash('sha256').update(readFileSync(join(rootfs, 'usr/local/bin', name))).digest('hex') }],
}))

process.stdout.write(`${JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'container', name: `gelora/${image}` } },
  components: [...programs, ...debian, ...javascript],
}, null, 1)}\n`)
