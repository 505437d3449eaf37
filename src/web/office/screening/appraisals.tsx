/** 考核调研 on the desk: the unit's, folded up; beside it the office's own, or the way to begin one. */
import { readAppraisal } from '#contract/operations/appraisal'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { AppraisalReading } from '../../ui/appraisal/reading'
import { ButtonLink } from '../../ui/button'
import { Section } from '../../ui/section'
import type { Nomination } from './letter'

export const Appraisals = ({ nomination, definition }: { nomination: Nomination; definition: ResolvedDefinition }) => {
  const t = useText()
  const all = useRead(readAppraisal, { params: { nominationId: nomination.id } }).data?.appraisals ?? []
  return (
    <>
      {all.map((a) => {
        const writes = a.owner === 'office' && (a.may.includes('write') || a.begun)
        return (
          <Section key={a.owner} title={t(a.owner === 'unit' ? 'appraisal.title' : 'appraisal.own')} note={a.owner === 'unit' ? t('appraisal.by', { holder: a.holder }) : undefined}
            action={writes ? <ButtonLink size="small" to={`/office/c/${nomination.campaignId}/appraisal/${nomination.id}`}>{t(a.begun ? 'appraisal.open' : 'appraisal.begin')}</ButtonLink> : undefined}>
            {a.begun ? <AppraisalReading shown={a} definition={definition} /> : <p className="detail muted">{t(a.owner === 'unit' ? 'appraisal.notBegun' : 'appraisal.beginWhy')}</p>}
          </Section>
        )
      })}
    </>
  )
}
