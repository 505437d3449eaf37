import { readNotice } from '#contract/operations/notices'
import { Refusal } from '#core/kernel/refusal'
import { query } from '../handler'
import { bytesInFile } from '../inspection/bytes-in-file'
import { readNoticeFile } from '../inspection/read-notice-file'

/** Text and facts are worked out in a child that may be killed; this process only waits. */
export const readNoticeQuery = query(readNotice, async ({ body }) => {
  const outcome = 'text' in body ? await readNoticeFile({ text: body.text }) : await bytesInFile(Buffer.from(body.base64, 'base64'), (path) => readNoticeFile({ path }))
  if (outcome.ok) return { ...outcome.notice, warnings: outcome.notice.warnings as never }
  const { finding } = outcome
  throw new Refusal('invalid', { zh: `${finding.what.zh}。${finding.mend.zh}`, en: `${finding.what.en}. ${finding.mend.en}` }, { finding: structuredClone(finding) })
})
