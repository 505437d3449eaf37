/** A letter as RFC 5322 has it. One place for both ways out, so that a file shows exactly what SMTP would carry. */
import type { SendMailOptions } from 'nodemailer'
import type { OutgoingLetter } from './outgoing'

/**
 * The Message-ID is the letter's own: a second sending of the same letter is recognised as such. Addresses are given as objects, which
 * nothing parses as lists; subject and names are encoded by the composer, which lets no line break through. Nothing is read from files or addresses.
 */
export const messageOf = (letter: OutgoingLetter, from: string, host: string): SendMailOptions => ({
  from: { name: '', address: from }, to: { name: '', address: letter.recipient }, subject: letter.subject, text: letter.body, textEncoding: 'base64',
  messageId: `<${letter.id}@${host}>`, headers: { 'Auto-Submitted': 'auto-generated' }, disableFileAccess: true, disableUrlAccess: true,
})
