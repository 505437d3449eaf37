/** 已存 14:02、正在存、没存上: the state of the draft in one line, and what a refused save says. */
import { clockTime } from '#core/kernel/instant'
import { useText, useWords } from '../../text/use-text'
import { ErrorBox } from '../../ui/error-box'
import { State } from '../../ui/state'
import type { DraftUse } from './use-draft'

export const SavingLine = ({ draft }: { draft: DraftUse }) => {
  const t = useText()
  const said = (): { kind: 'ok' | 'half' | 'warn' | 'none'; words: string } => {
    switch (draft.status) {
      case 'typing': return { kind: 'half', words: t('unit.saving.typing') }
      case 'saving': return { kind: 'half', words: t('unit.saving.now') }
      case 'failed': return { kind: 'warn', words: t('unit.saving.failed') }
      case 'refused': case 'stale': return { kind: 'warn', words: t('unit.saving.refused') }
      case 'still': return draft.savedAt === null ? { kind: 'none', words: t('unit.saving.asYouType') } : { kind: 'ok', words: t('unit.saving.saved', { time: clockTime(draft.savedAt) }) }
    }
  }
  const { kind, words } = said()
  return <span className="saving-line" role="status"><State kind={kind}>{words}</State></span>
}

/** Why nothing is being saved; the text stays on the page whatever it says. */
export const SavingProblem = ({ draft }: { draft: DraftUse }) => {
  const t = useText()
  const words = useWords()
  if (draft.status === 'failed') return <ErrorBox title={t('unit.saving.failedTitle')} lost={t('unit.saving.failedLost')} retry={draft.draft.flush} {...(draft.problem && { why: words(draft.problem.problem.words), number: draft.problem.problem.trace })} />
  if (draft.status === 'refused' && draft.problem) return <ErrorBox title={t('unit.saving.refusedTitle')} lost={t('unit.saving.failedLost')} why={words(draft.problem.problem.words)} number={draft.problem.problem.trace} retry={draft.draft.flush} />
  return null
}
