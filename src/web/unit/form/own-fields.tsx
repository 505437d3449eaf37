/** The fields of the form that this person fills in, saved and judged as one types: the clerk's form and the candidate's part alike. */
import { useMemo, useState } from 'react'
import { rulesOf, type ResolvedRule } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { checkFields } from '#core/nomination/check-fields'
import { sayMarkedPlaces } from '#core/secrecy/marked-values'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { Section } from '../../ui/section'
import type { NominationContext } from '../reading'
import { FormControl } from './form-control'
import { OfferedBack } from './offered-back'
import { fieldPatch } from './patch'
import { SavingLine, SavingProblem } from './saving-line'
import { sections } from './sections'
import { StaleBanner } from './stale-banner'
import { useDraft, type DraftUse } from './use-draft'

/** An empty field is a finding of its own only once somebody was there, or asked to see all that is missing. */
export const useShown = (draft: DraftUse, context: NominationContext) => {
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

/** Section by section, in the order of the paper. */
export const FieldSections = ({ rules, ...fields }: Parameters<typeof Fields>[0]) => {
  const t = useText()
  return sections.map((section) => {
    const own = rules.filter((r) => r.section === section)
    return own.length === 0 ? null : <Section key={section} title={t(`unit.section.${section}`)}><Fields rules={own} {...fields} /></Section>
  })
}

export const OwnFields = ({ context }: { context: NominationContext }) => {
  const draft = useDraft(context)
  const { shown, touch } = useShown(draft, context)
  return (
    <>
      <p className="gap"><SavingLine draft={draft} /></p>
      <div className="stack"><OfferedBack draft={draft} /><StaleBanner draft={draft} definition={context.campaign.definition} /><SavingProblem draft={draft} /></div>
      <FieldSections rules={rulesOf(context.campaign.definition, 'formField')} draft={draft} context={context} shown={shown} touch={touch} />
    </>
  )
}
