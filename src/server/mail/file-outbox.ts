/** 文件发件箱: each letter a .eml file that any mail program opens, for installations without a mail server. */
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mail } from './outgoing'
import { messageOf } from './message'

/** Named by the letter, written aside and renamed: sent twice it is the same one file, and never half a file. */
export const fileOutbox = (folder: string, from: string, host: string): Mail['send'] => {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (letter) => {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { message } = await composer.sendMail(messageOf(letter, from, host))
      const aside = join(folder, `.${letter.id}.part`)
      const file = await open(aside, 'w', 0o600)
      try {
        await file.writeFile(message as Buffer)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, join(folder, `${letter.id}.eml`))
      return { ok: true }
    } catch (error) {
      return { ok: false, next: 'again', error: String(error) }
    }
  }
}
