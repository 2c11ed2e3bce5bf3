// The development mailbox: every mail the services send ends here and can be read at its web page or JSON API.
import { createMailboxHttp } from './http.mjs'
import { createSmtpSink } from './smtp.mjs'
import { openStore } from './store.mjs'

const log = (fields) => console.log(JSON.stringify({ time: new Date().toISOString(), service: 'mailbox', ...fields }))
const [webHost, webPort] = listenAddress('GELORA_LISTEN', '127.0.0.1:8085')
const [smtpHost, smtpPort] = listenAddress('GELORA_SMTP_LISTEN', '127.0.0.1:8086')

const store = openStore({ dir: process.env.GELORA_MAILBOX_DIR })
let smtpReady = false
const smtp = createSmtpSink(store, { onMail: ({ id, to }) => log({ event: 'mail', id, recipients: to.length }) })
const http = createMailboxHttp(store, { ready: () => smtpReady })

smtp.on('error', (error) => {
  log({ event: 'smtp_error', message: error.message })
  if (!smtpReady) process.exit(1)
})
smtp.listen(smtpPort, smtpHost, () => {
  smtpReady = true
  log({ event: 'listening', smtp: `${smtpHost}:${smtpPort}`, mails: store.size })
})
http.on('error', (error) => {
  log({ event: 'http_error', message: error.message })
  process.exit(1)
})
http.listen(webPort, webHost, () => log({ event: 'listening', http: `${webHost}:${webPort}` }))

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    http.close()
    http.closeAllConnections()
    smtp.close(() => process.exit(0))
    setTimeout(() => process.exit(0), 2000).unref()
  })
}

function listenAddress(name, fallback) {
  const value = process.env[name] ?? fallback
  const match = /^(.+):(\d+)$/.exec(value)
  if (!match) {
    console.error(`${name}=${value} is not host:port`)
    process.exit(2)
  }
  return [match[1], Number(match[2])]
}
