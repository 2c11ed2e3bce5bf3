// Takes every mail that is handed to it and puts it into the store; delivers nothing to anybody.
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

const MAX_MAIL_BYTES = 10 * 1024 * 1024

export function createSmtpSink(store, { onMail = () => {} } = {}) {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    size: MAX_MAIL_BYTES,
    banner: 'Gelora development mailbox',
    logger: false,
    onData(stream, session, done) {
      receive(stream, session)
        .then((mail) => {
          if (stream.sizeExceeded) return done(Object.assign(new Error('mail too large'), { responseCode: 552 }))
          onMail(store.add(mail))
          done()
        })
        .catch((error) => done(Object.assign(error, { responseCode: 451 })))
    },
  })
}

async function receive(stream, session) {
  const parsed = await simpleParser(stream, { skipTextToHtml: true, skipTextLinks: true })
  return {
    from: parsed.from?.text ?? session.envelope.mailFrom?.address ?? '',
    // the envelope says who gets it; headers may say anything
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '', // its inline pictures are data: URLs by now
    attachments: parsed.attachments.map(({ filename, contentType, size, cid, content }) => ({
      filename: filename ?? 'attachment',
      content_type: contentType,
      size,
      ...(cid && { content_id: cid }),
      content,
    })),
  }
}
