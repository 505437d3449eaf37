/** 部门凭链接回复: an organ answers one letter by a link, about all of its candidates at once. */
import { finding, type Finding } from '../kernel/finding'
import { sureIn } from '../secrecy/marked-values'
import { markedField } from '../secrecy/say'
import { judgeReply } from './consultation'
import type { Instant } from '../kernel/instant'

/** The stamped reply as PDF or picture. */
export const MOST_SCAN_BYTES = 20_000_000
const MB = 1_000_000

export interface OrganReply {
  readonly handler: string; readonly reply: string; readonly replyDay: string; readonly validUntil: string | null
  /** Ids of what was asked, as the letter's page lists them. */
  readonly clear: readonly string[]
  readonly objections: readonly { readonly item: string; readonly words: string }[]
}
/** Each of whom the letter still asks is answered for, once, and nobody else. */
export const settlesAll = (open: readonly string[], { clear, objections }: Pick<OrganReply, 'clear' | 'objections'>): boolean => {
  const said = [...clear, ...objections.map((o) => o.item)]
  return open.length > 0 && said.length === open.length && new Set(said).size === said.length && said.every((item) => open.includes(item))
}

const no = (code: string, field: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `organ.${code}`, rule: null, strength: 'block', at: { field }, what, mend })
/** Said in the browser before a byte is sent, and by the server. */
export const judgeScanSize = (bytes: number): Finding[] => (bytes === 0 ? [no('scanEmpty', 'scan', ['文件是空的', 'The file is empty'], ['请重新选择。', 'Choose it again.'])]
  : bytes > MOST_SCAN_BYTES ? [no('scanTooLarge', 'scan', [`文件 ${(bytes / MB).toFixed(1)} MB，复函扫描件不超过 ${MOST_SCAN_BYTES / MB} MB`, `The file has ${(bytes / MB).toFixed(1)} MB; the scan has at most ${MOST_SCAN_BYTES / MB} MB`], ['请降低扫描的清晰度，或合成一份 PDF。', 'Scan it at a lower resolution, or as one PDF.'])] : [])
/** Days that cannot be, and 密级标志 in what was typed: nothing of it is kept then. */
export const judgeOrganReply = (r: OrganReply, now: Instant): Finding[] => [
  ...judgeReply(r, now),
  ...[...r.objections.map((o) => o.words), r.reply].flatMap((value) => { const markings = sureIn(value); return markings.length === 0 ? [] : [markedField('words', { zh: '意见', en: 'What you say' }, markings)] }),
]
