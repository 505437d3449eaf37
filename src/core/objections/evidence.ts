/** Evidence of an objection: a PDF or a picture, inspected like any foreign file. */
import { finding, type Finding } from '../kernel/finding'
import type { Facts } from '../materials/facts'
import { MOST_EVIDENCE, MOST_EVIDENCE_BYTES } from './terms'

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `evidence.${code}`, rule: null, strength: 'block', at: { field: 'evidence' }, what, mend })
const MB = 1_000_000

/** Said in the browser before a byte is sent, and by the server. */
export const judgeEvidenceSize = (bytes: number, already: number): Finding[] => [
  ...(bytes > MOST_EVIDENCE_BYTES ? [no('tooLarge', [`文件 ${(bytes / MB).toFixed(1)} MB，证据每份不超过 ${MOST_EVIDENCE_BYTES / MB} MB`, `The file has ${(bytes / MB).toFixed(1)} MB; evidence has at most ${MOST_EVIDENCE_BYTES / MB} MB each`], ['请压缩，或分成几份。录像请先写明，由办理人联系您取。', 'Compress it or split it. Say if there is a film: the handler will ask you for it.'])] : []),
  ...(bytes === 0 ? [no('empty', ['文件是空的', 'The file is empty'], ['请重新选择。', 'Choose it again.'])] : []),
  ...(already >= MOST_EVIDENCE ? [no('tooMany', [`已有 ${already} 份证据，最多 ${MOST_EVIDENCE} 份`, `There are ${already} files already; ${MOST_EVIDENCE} at most`], ['请合成一份 PDF，或由办理人联系您取。', 'Join them in one PDF, or let the handler ask you for the rest.'])] : []),
]
const mediaTypes = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const
export type EvidenceMedia = (typeof mediaTypes)[keyof typeof mediaTypes]
/** By its bytes, never by its name; null: not taken. */
export const mediaOfEvidence = (facts: Facts): EvidenceMedia | null => {
  if (facts.kind === 'document' && facts.format === 'pdf' && !facts.encrypted) return mediaTypes.pdf
  return facts.kind === 'image' && facts.decodes !== false && (facts.format === 'jpeg' || facts.format === 'png') ? mediaTypes[facts.format] : null
}
export const unreadableEvidence = (): Finding => no('format', ['这个文件不是能打开的 PDF、JPG 或 PNG', 'This is no PDF, JPG or PNG that can be opened'], ['请另存为 PDF 或重新拍照再传。', 'Save it as a PDF or take a new picture.'])
export const mediaNames: Readonly<Record<EvidenceMedia, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }
