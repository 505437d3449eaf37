/** 办结: what still stands against it, or the act; afterwards who closed it, and the way to open it again. */
import { closeAppraisal, closeOwnAppraisal } from '#contract/operations/appraisal'
import { blocking } from '#core/kernel/finding'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { FindingCard, Findings, Note } from '../finding-card'
import { sayAt } from '../say-time'
import { Section } from '../section'
import { say } from '../toast'
import { findingsIn, type Shown, type WorkProps } from './shown'
import type { ItemsUse } from './use-items'

export const Closing = ({ nominationId, owner, shown, items }: WorkProps & { shown: Shown; items: ItemsUse }) => {
  const t = useText()
  const language = useLanguage()
  const act = useAct(owner === 'unit' ? closeAppraisal : closeOwnAppraisal)
  const put = (closed: boolean) => act.mutate({ params: { nominationId }, body: { closed } }, { onSuccess: () => say(t(closed ? 'appraisal.close.done' : 'appraisal.close.reopened')) })
  const open = findingsIn(shown).filter((f) => f.code !== 'appraisal.open')
  const blocks = blocking(open)
  if (shown.closed !== null) return (
    <Note kind="ok" title={t('appraisal.close.done')} actions={shown.may.includes('reopen') ? <Button size="small" busy={act.isPending} onClick={() => put(false)}>{t('appraisal.close.reopen')}</Button> : undefined}>
      <p>{t('appraisal.close.at', { by: shown.closed.by, at: sayAt(shown.closed.at, language) })}</p>
      <Refused error={act.error} />
    </Note>
  )
  if (!shown.may.includes('close') || !shown.begun) return null
  return (
    <Section title={t('appraisal.close.title')} note={blocks.length > 0 ? t('appraisal.close.open') : t('appraisal.close.why')}>
      {open.length > 0 ? <Findings>{open.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
      <Refused error={act.error} />
      <p className="gap"><Button look="primary" disabled={blocks.length > 0 || items.status === 'saving' || items.status === 'typing'} busy={act.isPending} onClick={() => put(true)}>{t('appraisal.close.act')}</Button></p>
    </Section>
  )
}
