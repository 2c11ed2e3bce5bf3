// The mailbox's web page and JSON API over a store.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const PAGE_FILES = {
  '/': ['page/index.html', 'text/html; charset=utf-8'],
  '/mailbox.css': ['page/mailbox.css', 'text/css; charset=utf-8'],
  '/mailbox.js': ['page/mailbox.js', 'text/javascript; charset=utf-8'],
}
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
// A mail is a stranger's HTML: no script, no form, nothing loaded but inline pictures and styles.
const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'"

export function createMailboxHttp(store, { ready = () => true } = {}) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://mailbox')
    const html = /^\/mails\/(\d+)\.html$/.exec(url.pathname)
    const file_of = /^\/api\/mails\/(\d+)\/attachments\/(\d+)$/.exec(url.pathname)
    const one = /^\/api\/mails\/(\d+)$/.exec(url.pathname)

    if (url.pathname === '/api/mails' && request.method === 'DELETE') {
      // only the page itself: a stranger's page cannot send this header without asking first
      if (!request.headers['x-mailbox']) return json(response, 403, { error: 'header X-Mailbox missing' })
      store.clear()
      return json(response, 200, { items: [] })
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return json(response, 405, { error: 'method not allowed' })
    }
    if (url.pathname === '/healthz') return json(response, 200, { status: 'alive' })
    if (url.pathname === '/readyz') return json(response, ready() ? 200 : 503, { status: ready() ? 'ready' : 'starting' })
    if (url.pathname === '/api/mails') {
      const limit = Math.min(Math.max(Number(url.searchParams.get('limit')) || 200, 1), 5000)
      const mails = store.list({ to: url.searchParams.get('to') ?? undefined, limit })
      return json(response, 200, { items: mails.map((mail) => publicMail(mail, request)) })
    }
    if (one) {
      const mail = store.find(one[1])
      return mail ? json(response, 200, publicMail(mail, request)) : json(response, 404, { error: 'no such mail' })
    }
    if (file_of) {
      const mail = store.find(file_of[1])
      const content = mail && store.contentOf(mail, Number(file_of[2]))
      return content ? sendAttachment(response, mail.attachments[file_of[2]], content) : json(response, 404, { error: 'no such attachment' })
    }
    if (html) {
      const mail = store.find(html[1])
      if (!mail) return json(response, 404, { error: 'no such mail' })
      // links of a mail open beside the mailbox, not inside its frame
      return send(response, 200, 'text/html; charset=utf-8', `<base target="_blank">${mail.html || textAsHtml(mail.text)}`, MAIL_POLICY)
    }
    const file = PAGE_FILES[url.pathname]
    if (file) return send(response, 200, file[1], readFileSync(new URL(file[0], import.meta.url)), PAGE_POLICY)
    return json(response, 404, { error: 'not found' })
  })
  return server
}

const publicMail = ({ id, from, to, subject, text, html, received_at, attachments = [] }, request) => ({
  id,
  from,
  to: to.join(', '),
  subject,
  text,
  html,
  received_at,
  attachments: attachments.map((one, index) => ({ ...one, url: `http://${request.headers.host}/api/mails/${id}/attachments/${index}` })),
})

// A stranger's file: opened in its own, powerless place if it is a picture or a PDF, else only saved.
function sendAttachment(response, { filename, content_type }, content) {
  const shown = /^(image\/(png|jpeg|gif|webp)|application\/pdf)$/.test(content_type)
  response.setHeader('Content-Disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(filename)}`)
  send(response, 200, shown ? content_type : 'application/octet-stream', content, shown ? "default-src 'none'; object-src 'self'; frame-ancestors 'self'" : "default-src 'none'; sandbox")
}

const textAsHtml = (text) =>
  `<pre style="white-space:pre-wrap;font:15px/1.5 sans-serif">${escapeHtml(text).replace(
    /https?:\/\/[^\s<>"]+/g,
    (link) => `<a href="${link}" rel="noopener noreferrer">${link}</a>`,
  )}</pre>`

const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

function json(response, status, body) {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body), "default-src 'none'; frame-ancestors 'none'")
}

function send(response, status, type, body, policy) {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  })
  response.end(body)
}
