/** `/unit/n/:nominationId/answers`: what the rules ask and only people can answer: exclusions, the unit's procedure, the clerk's declarations. */
import { useEffect } from 'react'
import { readCalendar } from '#contract/operations/attachments'
import { rulesOf } from '#core/campaign/definition'
import { asksOf, honoursAsked } from '#core/nomination/asks'
import { caseOf } from '#core/nomination/case'
import { checkAnswers } from '#core/nomination/check-answers'
import { askChannel } from '#core/rules/channels'
import { isAppraised } from '#core/rules/step-record'
import { sayMarkedPlaces } from '#core/secrecy/marked-values'
import { useSession } from '../../api/session'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { OfferedBack } from '../form/offered-back'
import { SavingLine, SavingProblem } from '../form/saving-line'
import { StaleBanner } from '../form/stale-banner'
import { useDraft } from '../form/use-draft'
import { goToHash } from '../go-to-hash'
import { LastReturn } from '../last-return'
import { useNomination } from '../nomination-frame'
import { blocksOf, type NominationContext } from '../reading'
import { AnswersReading } from './answers-reading'
import { Declarations } from './declarations'
import { Exclusions } from './exclusions'
import { Honours } from './honours'
import { OpenPoints } from './open-points'
import { Procedure } from './procedure'
import { Questions } from './questions'
import { Reviews } from './reviews'

const EditAnswers = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const draft = useDraft(context)
  const session = useSession()
  const { definition } = context.campaign
  const holidays = useRead(readCalendar, {}, { enabled: rulesOf(definition, 'publicNotice').length > 0 }).data
  const findings = [...sayMarkedPlaces(definition, draft.marked), ...checkAnswers(definition, { ...caseOf({ fields: context.nomination.fields, answers: draft.answers }, { now: session.now(), ...(holidays === undefined ? {} : { holidays }) }), answers: draft.answers }, 'clerk')]
  const steps = rulesOf(definition, 'procedureStep')
  const honours = honoursAsked(definition)
  // That the person applied alone is a fact: nobody is asked how it came.
  const asks = asksOf(definition, draft.answers).filter((a) => context.nomination.origin !== 'self' || a.id !== askChannel('self').id)
  const declarations = rulesOf(definition, 'declaration').filter((r) => r.by === 'clerk')
  useEffect(goToHash, [])
  const onward = <ButtonLink look="primary" to={`/unit/n/${context.nomination.id}`}>{t('unit.answers.onward')}</ButtonLink>
  return (
    <PageFrame bar={<ActionBar phoneOnly say={<SavingLine draft={draft} />}>{onward}</ActionBar>} sideLabel={t('unit.side')} side={<div className="follows"><LastReturn nomination={context.nomination} /><OpenPoints findings={blocksOf(findings)} /></div>}>
      <div className="form-top"><h2 className="page-title">{t('unit.answers.title')}</h2><SavingLine draft={draft} /></div>
      <div className="stack"><OfferedBack draft={draft} /><StaleBanner draft={draft} definition={definition} /><SavingProblem draft={draft} /></div>
      <div id="exclusions"><Section title={t('unit.exclusions.title')} note={t('unit.exclusions.note')}><Exclusions rules={rulesOf(definition, 'exclusion')} draft={draft} findings={findings} /><Questions asks={asks} draft={draft} findings={findings} />{honours === null ? null : <Honours asked={honours} draft={draft} findings={findings.filter((f) => f.at.field === 'honours')} />}</Section></div>
      <Section title={t('unit.procedure.title')} note={t('unit.procedure.note')}><Procedure rules={steps.filter((r) => !isAppraised(r))} draft={draft} findings={findings} context={context} />
        {steps.some(isAppraised) ? <div className="step"><ButtonLink to={`/unit/n/${context.nomination.id}/appraisal`}>{t('appraisal.go')}</ButtonLink></div> : null}</Section>
      {declarations.length > 0 ? <div id="declarations"><Section title={t('unit.declarations.title')} note={t('unit.declarations.note')}>
        <Declarations rules={declarations} given={draft.answers.declarations} change={(patch) => draft.draft.change(patch)} />
      </Section></div> : null}
      <Reviews rules={rulesOf(definition, 'declaration').filter((r) => r.secrecyReview === true)} draft={draft} findings={findings} />
      <div className="desk-only gap">{onward}</div>
    </PageFrame>
  )
}

export const AnswersPage = () => {
  const t = useText()
  const context = useNomination()
  if (context.nomination.may.includes('edit')) return <EditAnswers key={context.nomination.id} context={context} />
  return <PageFrame><h2 className="page-title">{t('unit.answers.title')}</h2><p className="detail muted">{t(`unit.form.closed.${context.nomination.state}`)}</p><AnswersReading context={context} /></PageFrame>
}
