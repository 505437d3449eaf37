/** `/unit/n/:nominationId/form`: the nomination form from the definition, saved as one types, judged as one types. Who may not edit reads it. */
import { useEffect } from 'react'
import { rulesOf } from '#core/campaign/definition'
import { isCandidateField } from '#core/nomination/candidate-part'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { Note } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { LastReturn } from '../last-return'
import { useNomination } from '../nomination-frame'
import { blocksOf, type NominationContext } from '../reading'
import { goToHash } from '../go-to-hash'
import { FormReading } from './form-reading'
import { OfferedBack } from './offered-back'
import { FieldSections, useShown } from './own-fields'
import { SavingLine, SavingProblem } from './saving-line'
import { StaleBanner } from './stale-banner'
import { StillOpen } from './still-open'
import { useDraft } from './use-draft'
import { PrintForm } from './print-form'

const EditForm = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const draft = useDraft(context)
  const state = useShown(draft, context)
  // While the candidate fills in, the unit has only its own opinion to write.
  const theirs = context.nomination.part?.hands === 'candidate'
  const rules = rulesOf(context.campaign.definition, 'formField').filter((r) => !theirs || !isCandidateField(r))
  const base = `/unit/n/${context.nomination.id}`
  useEffect(goToHash, [])
  const onward = <ButtonLink look="primary" to={`${base}/materials`}>{t('unit.form.onward')}</ButtonLink>
  return (
    <PageFrame bar={<ActionBar phoneOnly say={<SavingLine draft={draft} />}>{onward}</ActionBar>} sideLabel={t('unit.side')} side={
      <div className="follows">
        <LastReturn nomination={context.nomination} />
        <StillOpen findings={blocksOf(state.findings)} total={rules.length} />
        <CheckField label={t('unit.form.showMissing')} checked={state.all} onChange={state.setAll} />
      </div>
    }>
      <div className="form-top"><h2 className="page-title">{t('unit.form.title')}</h2><SavingLine draft={draft} /><PrintForm nominationId={context.nomination.id} /></div>
      <div className="stack"><OfferedBack draft={draft} /><StaleBanner draft={draft} definition={context.campaign.definition} /><SavingProblem draft={draft} /></div>
      {theirs ? <Note kind="info" title={t('candidate.panel.hidden')}><p>{t('candidate.panel.hiddenFact')}</p></Note> : null}
      <FieldSections rules={rules} draft={draft} context={context} shown={state.shown} touch={state.touch} />
      <div className="desk-only gap">{onward}</div>
    </PageFrame>
  )
}

export const FormPage = () => {
  const t = useText()
  const context = useNomination()
  if (context.nomination.may.includes('edit')) return <EditForm key={context.nomination.id} context={context} />
  return (
    <PageFrame>
      <div className="form-top"><h2 className="page-title">{t('unit.form.title')}</h2><PrintForm nominationId={context.nomination.id} /></div>
      <p className="detail muted">{t(`unit.form.closed.${context.nomination.state}`)}</p>
      <FormReading context={context} />
    </PageFrame>
  )
}
