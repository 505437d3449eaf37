import { z } from 'zod'
import { operation } from '../operation'
import { finding } from '../shapes'

/** A reading travels whole: the pages show each fact beside its words with the core's own functions. */
const noticeReading = z.custom<import('#core/notice/facts').NoticeReading>((v) => typeof v === 'object' && v !== null && 'facts' in v)

/**
 * A file as it is (≤ 5 MB: Word, PDF with text, HTML, plain text; told apart by its bytes), or pasted words. A file that cannot be read is refused as `invalid`,
 * with the finding in `detail.finding`.
 */
export const readNotice = operation({
  id: 'notices.read', method: 'POST', path: '/api/notices/read', who: 'office', bodyBytes: 8 << 20,
  summary: { zh: '读一份通知：文字、要点、出处和待问的问题；不保存', en: 'Read a notice: text, facts, where each stands, and questions; nothing is kept' },
  body: z.union([z.strictObject({ base64: z.string().max(8 << 20) }), z.strictObject({ text: z.string().max(2 << 20) })]),
  answer: z.object({
    kind: z.enum(['docx', 'doc', 'pdf', 'html', 'text']),
    /** Of HTML and plain text: the encoding that was taken. */
    encoding: z.string().nullable(),
    /** Plain text, whatever the file was; places of the reading count its UTF-16 units. */
    text: z.string(),
    warnings: z.array(finding),
    reading: noticeReading,
    milliseconds: z.object({ extraction: z.number(), reading: z.number() }),
  }),
})
