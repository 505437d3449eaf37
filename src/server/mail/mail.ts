/** How letters leave: as files by default, by SMTP where an installation says so. */
import { join } from 'node:path'
import { isMailAddress } from '#core/mobilisation/address'
import { fileOutbox } from './file-outbox'
import type { Mail } from './outgoing'
import { smtpMail } from './smtp'

export interface MailSettings {
  /** `smtp://user:password@host:port` or `smtps://…`; absent: files in the folder `outbox`. */
  readonly smtp?: string | undefined
  /** Whom letters come from; a must with SMTP. */
  readonly from?: string | undefined
  readonly pausesSeconds?: readonly number[]
}

const MINUTE = 60
const usualPauses = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 480 * MINUTE]

/** @throws Error in words for the operator when the settings cannot be used */
export const openMail = ({ smtp, from, pausesSeconds = usualPauses }: MailSettings, dataDir: string, origin: string): Mail => {
  const host = new URL(origin).hostname
  if (from !== undefined && !isMailAddress(from)) throw new Error(`--mail-from "${from}" is no e-mail address / 不是邮箱地址，应如 office@example.org`)
  if (smtp === undefined || smtp === '') return { via: 'file', pausesSeconds, send: fileOutbox(join(dataDir, 'outbox'), from ?? 'outbox@xuanshu.invalid', host) }
  if (from === undefined) throw new Error('--smtp needs --mail-from: whom the letters come from / 设了 --smtp 还须用 --mail-from 写明发件邮箱')
  return { via: 'smtp', pausesSeconds, send: smtpMail(smtp, from, host) }
}
