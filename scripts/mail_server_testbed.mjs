// A mail server of the world for `./gelora test containers`: TLS from the first byte, and a password.
//   node scripts/mail_server_testbed.mjs HOST PORT CERTIFICATE KEY USER PASSWORD     one line of JSON for each mail that it takes
import { readFileSync } from 'node:fs'
import { SMTPServer } from 'smtp-server'

const [host, port, certificate, key, user, password] = process.argv.slice(2)
const server = new SMTPServer({
  secure: true,
  cert: readFileSync(certificate),
  key: readFileSync(key),
  onAuth: ({ username, password: said }, _, done) => done(username === user && said === password ? null : new Error('another password'), { user: username }),
  onData: (stream, { user: who, envelope }, done) => {
    let text = ''
    stream.on('data', (part) => (text += part))
    stream.on('end', () => {
      console.log(JSON.stringify({ user: who, from: envelope.mailFrom.address, to: envelope.rcptTo.map(({ address }) => address), text }))
      done()
    })
  },
})
server.on('error', () => {}) // of a client that does not believe the certificate
server.listen(Number(port), host)
