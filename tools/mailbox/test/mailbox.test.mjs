import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { createMailboxHttp } from '../src/http.mjs'
import { createSmtpSink } from '../src/smtp.mjs'
import { openStore } from '../src/store.mjs'

let store, smtp, http, url, transport

before(async () => {
  store = openStore()
  smtp = createSmtpSink(store)
  http = createMailboxHttp(store)
  await new Promise((done) => smtp.listen(0, '127.0.0.1', done))
  await new Promise((done) => http.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${http.address().port}`
  transport = createTransport({ host: '127.0.0.1', port: smtp.server.address().port, secure: false, ignoreTLS: true })
})

after(async () => {
  transport.close()
  http.closeAllConnections()
  http.close()
  await new Promise((done) => smtp.close(done))
})

const send = (fields) => transport.sendMail({ from: 'Gelora <tiket@gelora.test>', subject: 'Halo', text: 'isi', ...fields })
const mailsTo = async (address) => (await (await fetch(`${url}/api/mails?to=${encodeURIComponent(address)}`)).json()).items

test('a mail sent over SMTP is in the JSON API, decoded', async () => {
  await send({ to: 'dewi@gelora.test', subject: 'Tiket kamu — Stadion ✓', text: 'Buka http://localhost/verify?token=abc', html: '<p>Selamat, Déwi</p>' })
  const [mail] = await mailsTo('dewi@gelora.test')
  assert.equal(mail.to, 'dewi@gelora.test')
  assert.equal(mail.subject, 'Tiket kamu — Stadion ✓')
  assert.match(mail.text, /verify\?token=abc/)
  assert.match(mail.html, /Selamat, Déwi/)
  assert.ok(!Number.isNaN(Date.parse(mail.received_at)))
  assert.match(mail.id, /^\d+$/)
})

test('mails are found by recipient without regard to case, newest first', async () => {
  await send({ to: 'Bagas@gelora.test', subject: 'pertama' })
  await send({ to: 'bagas@gelora.test', subject: 'kedua' })
  await send({ to: 'other@gelora.test', subject: 'bukan' })
  assert.deepEqual((await mailsTo('bagas@GELORA.test')).map((mail) => mail.subject), ['kedua', 'pertama'])
})

test('the envelope says who gets a mail, not its headers', async () => {
  await send({ to: 'shown@gelora.test', envelope: { from: 'tiket@gelora.test', to: 'real@gelora.test' } })
  assert.equal((await mailsTo('real@gelora.test')).length, 1)
  assert.equal((await mailsTo('shown@gelora.test')).length, 0)
})

test('html of a mail is served without any right to run script', async () => {
  await send({ to: 'evil@gelora.test', html: '<script>alert(1)</script>' })
  const [mail] = await mailsTo('evil@gelora.test')
  const answer = await fetch(`${url}/mails/${mail.id}.html`)
  assert.match(answer.headers.get('content-security-policy'), /default-src 'none'.*sandbox/)
})

test('a mail of text only is shown escaped, with its links', async () => {
  await send({ to: 'text@gelora.test', text: '<b>x</b> http://localhost:8080/verify?token=a&b=1' })
  const [mail] = await mailsTo('text@gelora.test')
  const page = await (await fetch(`${url}/mails/${mail.id}.html`)).text()
  assert.ok(!page.includes('<b>'))
  assert.match(page, /<a href="http:\/\/localhost:8080\/verify\?token=a&#38;b=1"/)
})

test('attachments can be opened, and inline pictures are in the page', async () => {
  const pdf = Buffer.from('%PDF-1.5 not really'), png = Buffer.from('89504e470d0a1a0a', 'hex')
  await send({
    to: 'files@gelora.test',
    html: '<img src="cid:qr-1">',
    attachments: [
      { filename: 'qr.png', content: png, contentType: 'image/png', cid: 'qr-1', contentDisposition: 'inline' },
      { filename: 'tiket dewi é.pdf', content: pdf, contentType: 'application/pdf' },
      { filename: 'page.html', content: '<script>alert(1)</script>', contentType: 'text/html' },
    ],
  })
  const [mail] = await mailsTo('files@gelora.test')
  const [picture, ticket, page] = ['qr.png', 'tiket dewi é.pdf', 'page.html'].map((name) => mail.attachments.find((one) => one.filename === name))
  assert.deepEqual([ticket.content_type, ticket.size, picture.content_id], ['application/pdf', pdf.length, 'qr-1'])
  const opened = await fetch(ticket.url)
  assert.equal(opened.headers.get('content-type'), 'application/pdf')
  assert.deepEqual(Buffer.from(await opened.arrayBuffer()), pdf)
  assert.match(mail.html, new RegExp(`src="data:image/png;base64,${png.toString('base64')}"`))
  const stranger = await fetch(page.url)
  assert.equal(stranger.headers.get('content-type'), 'application/octet-stream')
  assert.match(stranger.headers.get('content-disposition'), /^attachment/)
  assert.equal((await fetch(`${url}/api/mails/${mail.id}/attachments/9`)).status, 404)
})

test('unknown paths and methods are refused', async () => {
  assert.equal((await fetch(`${url}/nope`)).status, 404)
  assert.equal((await fetch(`${url}/api/mails`, { method: 'POST' })).status, 405)
  assert.equal((await fetch(`${url}/api/mails`, { method: 'DELETE' })).status, 403)
  assert.equal((await fetch(`${url}/readyz`)).status, 200)
  assert.equal((await fetch(`${url}/`)).status, 200)
})

test('a store keeps the last mails only, and keeps them over a restart', () => {
  const dir = mkdtempSync(join(tmpdir(), 'mailbox-'))
  const first = openStore({ dir, limit: 3 })
  for (let i = 1; i <= 8; i += 1) first.add({ to: ['a@b'], subject: String(i) })
  assert.deepEqual(first.list().map((mail) => mail.subject), ['8', '7', '6'])
  const second = openStore({ dir, limit: 3 })
  assert.deepEqual(second.list().map((mail) => mail.subject), ['8', '7', '6'])
  assert.equal(second.add({ to: ['a@b'], subject: '9' }).id, '9')
  assert.ok(readFileSync(join(dir, 'mails.jsonl'), 'utf8').split('\n').length <= 7)
  rmSync(dir, { recursive: true })
})

test('what was attached goes with its mail', () => {
  const dir = mkdtempSync(join(tmpdir(), 'mailbox-'))
  const store = openStore({ dir, limit: 2 })
  for (let i = 1; i <= 3; i += 1) store.add({ to: ['a@b'], subject: String(i), attachments: [{ filename: 'x', content_type: 'text/plain', size: 1, content: Buffer.from(String(i)) }] })
  assert.deepEqual(readdirSync(join(dir, 'attachments')).sort(), ['2-0', '3-0'])
  const again = openStore({ dir, limit: 2 })
  assert.equal(again.contentOf(again.find('3'), 0).toString(), '3')
  again.clear()
  assert.deepEqual(readdirSync(join(dir, 'attachments')), [])
  rmSync(dir, { recursive: true })
})
