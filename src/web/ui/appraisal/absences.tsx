/** 没有这一职务: the approver reads why and confirms, or takes it back. */
import { confirmAbsence } from '#contract/operations/appraisal'
import { itemsOf } from '#core/appraisal/record'
import type { RecordedStep } from '#core/rules/step-record'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { sayAt } from '../say-time'
import { Section } from '../section'
import { State } from '../state'
import { say } from '../toast'
import { itemsIn, type Shown } from './shown'

interface AbsencesProps { nominationId: string; steps: readonly RecordedStep[]; shown: Shown }

export const Absences = ({ nominationId, steps, shown }: AbsencesProps) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const act = useAct(confirmAbsence)
  const none = itemsOf(itemsIn(shown), 'seat').filter((s) => s.content.presence === 'none')
  if (none.length === 0 || !shown.may.includes('confirm')) return null
  return (
    <Section title={t('appraisal.absence.title')} note={t('appraisal.absence.note')}>
      <ul className="reading-list">
        {none.map((s) => {
          const item = shown.items.find((i) => i.kind === 'seat' && i.step === s.step && i.key === s.key)!
          const name = words(steps.find((x) => x.id === s.step)?.attendance.find((a) => a.id === s.key)?.name ?? { zh: s.key, en: s.key })
          const put = (confirmed: boolean) => act.mutate({ params: { nominationId }, body: { step: s.step, role: s.key, version: item.version, confirmed } }, { onSuccess: () => { if (confirmed) say(t('appraisal.absence.said')) } })
          return (
            <li key={`${s.step}${s.key}`}>
              <span><b>{name}</b><br />{s.content.reason || <span className="muted">—</span>}</span>
              {item.confirmed === null ? <Button disabled={s.content.reason.trim() === ''} busy={act.isPending} aria-label={t('appraisal.absence.confirmLabel', { name })} onClick={() => put(true)}>{t('appraisal.absence.confirm')}</Button>
                : <span className="row-of"><State kind="ok">{t('appraisal.absence.confirmed', { by: item.confirmed.by, at: sayAt(item.confirmed.at, language) })}</State><Button look="quiet" size="small" busy={act.isPending} onClick={() => put(false)}>{t('appraisal.absence.takeBack')}</Button></span>}
            </li>
          )
        })}
      </ul>
      <Refused error={act.error} />
    </Section>
  )
}
