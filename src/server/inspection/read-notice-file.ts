import { stat } from 'node:fs/promises'
import { noticeLimits } from '#media/text/extracted'
import { tooHeavy, tooLarge } from '#media/text/refusals'
import type { ChildPool } from './child-pool'
import { ask } from './inspect-file'
import type { NoticeOutcome, NoticeSource } from './notice-job'
import { noticePool } from './notice-pool'

/**
 * Reads a notice in a child that may be killed: 10 s and 512 MB are all it gets, for its text and its facts together.
 * @throws when the file cannot be read from our own disk, which says nothing about the file
 */
export const readNoticeFile = async (from: NoticeSource, pool: ChildPool = noticePool): Promise<NoticeOutcome> => {
  const bytes = 'path' in from ? (await stat(from.path)).size : 0
  if (bytes > noticeLimits.bytes) return { ok: false, finding: tooLarge(bytes) }
  const outcome = await ask(pool, { kind: 'notice', from })
  if (outcome.kind === 'notice') return outcome.outcome
  if (outcome.kind === 'failed') throw new Error(`the notice could not be read: ${outcome.reason}`)
  return { ok: false, finding: tooHeavy() }
}
