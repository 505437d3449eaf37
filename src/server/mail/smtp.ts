/** Letters by SMTP. What a failure means is read off how far the letter had come, and where that cannot be told it is said so. */
import { createTransport } from 'nodemailer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { Readable } from 'node:stream'
import type { Mail, Sending } from './outgoing'
import { messageOf } from './message'

/** All together shorter than the lease of a letter (jobs/send-letters). */
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 }

/** A connection of its own for each letter: a pool would quietly hand a letter to a second connection when the first breaks. */
export const smtpMail = (address: string, from: string, host: string): Mail['send'] => {
  const url = urlOf(address)
  const auth = url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  const secure = url.protocol === 'smtps:'
  const options = { host: url.hostname, port: Number(url.port || (secure ? 465 : 587)), secure, name: host, requireTLS: auth !== null && !secure && !isHere(url.hostname), ...TIMES }
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (letter) => {
    const { message } = await composer.sendMail(messageOf(letter, from, host))
    const content = watched(message as Buffer)
    const connection = new SMTPConnection(options)
    try {
      await over(connection, auth, { from, to: [letter.recipient] }, content.stream)
      return { ok: true }
    } catch (error) {
      return failure(error as SmtpError, content.begun())
    } finally {
      connection.close()
    }
  }
}

/** A password crosses no network in the open; only this machine itself may be spoken to without TLS. */
const isHere = (host: string): boolean => host === 'localhost' || host === '[::1]' || host.startsWith('127.')

const urlOf = (address: string): URL => {
  const url = URL.canParse(address) ? new URL(address) : null
  // The address is not repeated: it holds a password.
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') throw new Error('--smtp is no SMTP address: write smtp://user:password@host:port / 不是 SMTP 地址，应如 smtp://用户:密码@主机:端口')
  return url
}

/** The content is asked for only when the server has taken sender and recipient and waits for it. */
const watched = (bytes: Buffer): { stream: Readable; begun: () => boolean } => {
  let begun = false
  return { begun: () => begun, stream: Readable.from((function* () { begun = true; yield bytes })(), { objectMode: false, highWaterMark: 1 }) }
}

const over = (connection: SMTPConnection, auth: { user: string; pass: string } | null, envelope: { from: string; to: string[] }, content: Readable): Promise<void> => new Promise((resolve, reject) => {
  // Also after all is settled: an error that nobody listens to would end the process.
  connection.on('error', reject)
  const send = () => connection.send(envelope, content, (error) => {
    if (error !== null) return reject(error)
    connection.quit()
    resolve()
  })
  connection.connect((error) => {
    if (error !== undefined && error !== null) return reject(error)
    if (auth === null) return send()
    connection.login(auth as never, (refused) => (refused === null || refused === undefined ? send() : reject(refused)))
  })
})

interface SmtpError extends Error { readonly code?: string; readonly command?: string; readonly responseCode?: number }

/**
 * A number is the server's word on the letter: 5xx for good, 4xx for now; on who signs in or connects it is for the operator to mend, and the
 * letter waits. Without a number the letter surely stayed here until its content was asked for; a silence after that may mean either.
 */
const failure = (e: SmtpError, begun: boolean): Sending => {
  const error = e.message
  if (e.responseCode !== undefined) return { ok: false, next: e.responseCode >= 500 && /^(MAIL FROM|RCPT TO|DATA)/.test(e.command ?? '') ? 'never' : 'again', error }
  return { ok: false, next: begun ? 'unknown' : 'again', error }
}
