/** Bytes of a notice's file → its text. What the file is, its bytes say and never its name; what is dangerous in it is refused before it is parsed. */
import { bytesSource } from '../byte-source'
import { latin } from '../byte-window'
import { readOle } from '../ole'
import { signatureOf, type Signature } from '../signature'
import { Unreadable } from '../unreadable'
import { readDocx } from './docx'
import { decodeGuessing, decodeText, type DecodedText } from './encoding'
import { noticeLimits, type ExtractedNotice, type NoticeText, type TextHost } from './extracted'
import { looksLikeHtml, readHtml, statedEncoding } from './html'
import { textOfPages } from './pdf'
import { finished } from './plain'
import { bomb, broken, empty, encodingUnsure, locked, notText, notWord, numbersLost, oldMacros, otherKind, Refused, tooLarge } from './refusals'

/** Reads the text of a file within the limits; every way in which it cannot be read is a finding with its words. */
export const noticeText = async (bytes: Uint8Array, host: TextHost): Promise<ExtractedNotice> => {
  const signature = signatureOf(bytes.subarray(0, 4096))
  try {
    if (bytes.length === 0) throw new Refused(empty())
    if (bytes.length > noticeLimits.bytes) throw new Refused(tooLarge(bytes.length))
    const notice = await read(bytes, signature, host)
    return { ok: true, notice: { ...notice, text: finished(notice.text) } }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, finding: error.finding }
    if (error instanceof Unreadable && error.why === 'bomb') return { ok: false, finding: bomb() }
    return { ok: false, finding: broken(signature.type === 'zip' ? 'docx' : signature.type === 'ole' ? 'doc' : signature.type === 'pdf' ? 'pdf' : 'html') }
  }
}

/** Words that were pasted instead of a file. */
export const pastedText = (text: string): ExtractedNotice => {
  try {
    return { ok: true, notice: { kind: 'text', encoding: null, text: finished(text), warnings: [] } }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, finding: error.finding }
    throw error
  }
}

const read = async (bytes: Uint8Array, signature: Signature, host: TextHost): Promise<NoticeText> => {
  if (signature.type === 'zip') return { kind: 'docx', encoding: null, ...(await readDocx(bytesSource('', bytes))) }
  if (signature.type === 'ole') return readWord(bytes, host)
  if (signature.type === 'pdf') return { kind: 'pdf', encoding: null, ...textOfPages(await host.readPdfPages(bytes, noticeLimits)) }
  if (signature.type !== 'foreign') throw new Refused(otherKind(signature.type))
  if (signature.looksLike !== null && signature.looksLike !== 'html') throw new Refused(otherKind(signature.looksLike))
  return ofText(bytes)
}

const readWord = async (bytes: Uint8Array, host: TextHost): Promise<NoticeText> => {
  const facts = await readOle(bytesSource('', bytes)).catch((error: unknown) => {
    if (error instanceof Unreadable && error.why === 'unknown') throw new Refused(notWord(otherOle(bytes)))
    throw error
  })
  if (facts.format !== 'doc' && facts.format !== 'docx') throw new Refused(notWord(facts.format))
  if (facts.encrypted) throw new Refused(locked(facts.format))
  const { body, notes, boxes } = await host.readWord(bytes)
  const text = [body, boxes, notes].filter((t) => t.trim() !== '').join('\n\n').replace(/\t+(?=\n|$)/g, '')
  return { kind: 'doc', encoding: null, text, warnings: [numbersLost(), ...(facts.active ? [oldMacros()] : [])] }
}

/** Names of streams stand in the directory as UTF-16. */
const otherOle = (bytes: Uint8Array): string => {
  const directory = latin(bytes).replaceAll('\0', '')
  return directory.includes('PowerPoint Document') ? 'ppt' : directory.includes('__properties_version1.0') ? 'msg' : 'ole'
}

const ofText = (bytes: Uint8Array): NoticeText => {
  const stated = statedEncoding(latin(bytes, 0, 4096))
  const decoded = asStated(bytes, stated) ?? decodeGuessing(bytes)
  if (decoded === null) throw new Refused(notText())
  if (/^\s*MIME-Version:/i.test(decoded.text)) throw new Refused(otherKind('mhtml'))
  if (/^\s*<\?xml[\s\S]{0,600}?(?:progid="Word\.Document"|<w:wordDocument)/i.test(decoded.text.slice(0, 2000))) throw new Refused(otherKind('wordXml'))
  const html = looksLikeHtml(decoded.text)
  return { kind: html ? 'html' : 'text', encoding: decoded.encoding, text: html ? readHtml(decoded.text) : decoded.text, warnings: decoded.sure && !decoded.damaged ? [] : [encodingUnsure(decoded.encoding, decoded.damaged)] }
}

/** A page that says it is GBK and is no UTF-8 is believed, however rare its characters; every other statement is checked by the bytes alone. */
const asStated = (bytes: Uint8Array, stated: string | null): DecodedText | null => {
  if (stated === null || !stated.startsWith('gb')) return null
  const strict = decodeText(bytes)
  return strict !== null && strict.encoding === 'GB18030' ? { ...strict, sure: true, damaged: false } : null
}
