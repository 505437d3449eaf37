/** `/unit/n/:nominationId/form`: the nomination form from the definition, saved as one types, judged as one types. Who may not edit reads it. */
import { useEffect, useMemo, useState } from 'react'
import { rulesOf, type ResolvedRule } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { checkFields } from '#core/nomination/check-fields'
import { sayMarkedPlaces } from '#core/secrecy/marked-values'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { CheckField } from '../../ui/choice-fields'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { LastReturn } from '../last-return'
import { useNomination } from '../nomination-frame'
import { blocksOf, type NominationContext } from '../reading'
import { goToHash } from '../go-to-hash'
import { FormControl } from './form-control'
import { FormReading } from './form-reading'
import { OfferedBack } from './offered-back'
import { fieldPatch } from './patch'
import { SavingLine, SavingProblem } from './saving-line'
import { StaleBanner } from './stale-banner'
import { sections } from './sections'
import { StillOpen } from './still-open'
import { useDraft, type DraftUse } from './use-draft'
import { PrintForm } from './print-form'



/** An empty field is a finding of its own only once somebody was there, or asked to see all that is missing. */
const useShown = (draft: DraftUse, context: NominationContext) => {
  const { now } = useSession()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(context.nomination.state === 'returned')
  const { definition } = context.campaign
  const findings = useMemo(() => [...sayMarkedPlaces(definition, draft.marked), ...checkFields(definition, draft.fields, now())], [definition, draft.fields, draft.marked, now])
  const shown = findings.filter((f) => f.code !== 'field.missing' || all || touched.has(f.at.field ?? ''))
  return { findings, shown, all, setAll, touch: (field: string) => setTouched((old) => new Set([...old, field])) }
}

const Fields = ({ rules, draft, context, shown, touch }: { rules: readonly ResolvedRule<'formField'>[]; draft: DraftUse; context: NominationContext } & Pick<ReturnType<typeof useShown>, 'shown' | 'touch'>) => {
  const today = dayOf(useSession().now())
  const wide = (rule: ResolvedRule<'formField'>) => ['longText', 'entries', 'category'].includes(rule.type)
  return (
    <div className="form-fields">
      {rules.map((rule) => (
        <div key={rule.field} id={`field-${rule.field}`} className={wide(rule) ? 'form-cell wide' : 'form-cell'}>
          <FormControl rule={rule} definition={context.campaign.definition} value={draft.fields[rule.field]} today={today} findings={shown.filter((f) => f.at.field === rule.field)}
            onChange={(value) => draft.draft.change(fieldPatch(rule.field, typeof value === 'string' ? value : [...value]))} onBlur={() => touch(rule.field)} />
        </div>
      ))}
    </div>
  )
}

const EditForm = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const draft = useDraft(context)
  const state = useShown(draft, context)
  const rules = rulesOf(context.campaign.definition, 'formField')
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
      {sections.map((section) => {
        const own = rules.filter((r) => r.section === section)
        return own.length === 0 ? null : <Section key={section} title={t(`unit.section.${section}`)}><Fields rules={own} draft={draft} context={context} shown={state.shown} touch={state.touch} /></Section>
      })}
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
