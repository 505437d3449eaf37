/** One paper in a line, as a person reads it aloud. */
import type { AnswerOf } from '#contract/operation'
import type { readPaper } from '#contract/operations/paper-ballots'
import { spoiltNames } from '#core/review/paper'
import type { Translate } from '../../text/use-text'
import type { Words } from '#core/kernel/finding'
import type { Round } from '../room/round-answer'

export type Paper = AnswerOf<typeof readPaper>
export type Read = Paper['own'][number]['read']

export const sayRead = (t: Translate, words: (w: Words) => string, round: Round, read: Read): string => {
  if (read.spoilt !== undefined) return t('onPaper.spoilt', { reason: words(spoiltNames[read.spoilt]) })
  const names = (ids: readonly string[]) => onPaperOf(t, round).filter((c) => ids.includes(c.id)).map((c) => c.name).join(t('jury.listComma'))
  const parts = [...(read.approvals.length > 0 ? [t('onPaper.for', { names: names(read.approvals) })] : []), ...((read.against ?? []).length > 0 ? [t('onPaper.against', { names: names(read.against ?? []) })] : []), ...((read.writeIns ?? []).length > 0 ? [t('onPaper.writtenIn', { names: (read.writeIns ?? []).join(t('jury.listComma')) })] : [])]
  return parts.length === 0 ? t('onPaper.blank') : parts.join(t('rounds.comma'))
}

/** Candidates in the order of the paper; blind where the paper is. */
export const onPaperOf = (t: Translate, round: Round): { id: string; name: string; unit: string }[] => round.candidates.toSorted((a, b) => a.ordinal - b.ordinal).map((c) => ({
  id: c.nominationId, name: round.rule.blind?.includes('name') === true ? t('juries.meeting.number', { n: String(c.ordinal).padStart(2, '0') }) : c.candidateName, unit: round.rule.blind === undefined ? c.unitName : '',
}))
