// Keeps the last mails in memory and on disk, newest last; what is attached to them as files beside. Knows neither SMTP nor HTTP.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Opens the store below `dir` (made when missing; no dir: memory only) with at most `limit` mails. */
export function openStore({ dir, limit = 5000 } = {}) {
  const file = dir ? join(dir, 'mails.jsonl') : null
  if (dir) mkdirSync(join(dir, 'attachments'), { recursive: true, mode: 0o700 })
  let mails = file && existsSync(file) ? readMails(file).slice(-limit) : []
  let linesOnDisk = mails.length
  let lastId = mails.reduce((highest, mail) => Math.max(highest, Number(mail.id)), 0)
  const contents = new Map() // without a dir: what is attached, by its name
  const nameOf = (mail, index) => `${mail.id}-${index}`
  if (file) rewrite()

  function keep(name, content) {
    if (dir) writeFileSync(join(dir, 'attachments', name), content, { mode: 0o600 })
    else contents.set(name, content)
  }
  function drop(gone) {
    for (const mail of gone) {
      for (let index = 0; index < (mail.attachments?.length ?? 0); index += 1) {
        if (dir) rmSync(join(dir, 'attachments', nameOf(mail, index)), { force: true })
        else contents.delete(nameOf(mail, index))
      }
    }
  }

  function rewrite() {
    writeFileSync(`${file}.new`, mails.map((mail) => JSON.stringify(mail) + '\n').join(''), { mode: 0o600 })
    renameSync(`${file}.new`, file)
    linesOnDisk = mails.length
  }

  return {
    /**
     * Adds a mail {from, to: [address], subject, text, html, attachments: [{filename, content_type, size, content}]} and returns
     * it with id and received_at, without the contents.
     */
    add({ attachments = [], ...mail }) {
      const kept = { id: String(++lastId), received_at: new Date().toISOString(), ...mail, attachments: attachments.map(({ content, ...shown }) => shown) }
      attachments.forEach(({ content }, index) => keep(nameOf(kept, index), content))
      mails.push(kept)
      if (mails.length > limit) drop(mails.splice(0, mails.length - limit))
      if (file) {
        appendFileSync(file, JSON.stringify(kept) + '\n', { mode: 0o600 })
        linesOnDisk += 1
        if (linesOnDisk > limit * 2) rewrite()
      }
      return kept
    },
    /** Newest first; only those to `to` (compared without case) when given. */
    list({ to, limit: most = limit } = {}) {
      const wanted = to?.trim().toLowerCase()
      const found = []
      for (let i = mails.length - 1; i >= 0 && found.length < most; i -= 1) {
        if (!wanted || mails[i].to.some((address) => address.toLowerCase() === wanted)) found.push(mails[i])
      }
      return found
    },
    find: (id) => mails.find((mail) => mail.id === id),
    /** The bytes of the mail's n-th attachment; nothing when there is none. */
    contentOf(mail, index) {
      if (!mail.attachments?.[index]) return undefined
      if (!dir) return contents.get(nameOf(mail, index))
      const path = join(dir, 'attachments', nameOf(mail, index))
      return existsSync(path) ? readFileSync(path) : undefined
    },
    clear() {
      drop(mails)
      mails = []
      if (file) rewrite()
    },
    get size() {
      return mails.length
    },
  }
}

function readMails(file) {
  const mails = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (!line) continue
    try {
      mails.push(JSON.parse(line))
    } catch {
      // a line cut short by a crash is one lost development mail
    }
  }
  return mails
}
