import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNotice } from '#contract/operations/notices'
import { Refusal } from '#core/kernel/refusal'
import { query } from '../handler'
import { readNoticeFile } from '../inspection/read-notice-file'
import type { NoticeOutcome } from '../inspection/notice-job'

/** The bytes reach the child through a file; nothing of it stays. */
const readBytes = async (bytes: Buffer): Promise<NoticeOutcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-notice-'))
  try {
    const path = join(folder, 'notice')
    await writeFile(path, bytes)
    return await readNoticeFile({ path })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Text and facts are worked out in a child that may be killed; this process only waits. */
export const readNoticeQuery = query(readNotice, async ({ body }) => {
  const outcome = 'text' in body ? await readNoticeFile({ text: body.text }) : await readBytes(Buffer.from(body.base64, 'base64'))
  if (outcome.ok) return { ...outcome.notice, warnings: outcome.notice.warnings as never }
  const { finding } = outcome
  throw new Refusal('invalid', { zh: `${finding.what.zh}。${finding.mend.zh}`, en: `${finding.what.en}. ${finding.mend.en}` }, { finding: structuredClone(finding) })
})
