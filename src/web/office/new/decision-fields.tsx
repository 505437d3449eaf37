/** What no notice states and the office therefore decides: quota, rounds, public notice; each with reason and day. */
import { rulesOf } from '#core/campaign/definition'
import { useText } from '../../text/use-text'
import { CheckField, RadioField } from '../../ui/choice-fields'
import { Button } from '../../ui/button'
import { FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { TextField } from '../../ui/text-fields'
import { DecisionFields, type PartProps } from './form-parts'
import { blankRound, needsOf, roundIdsOf, type Template } from './plan-draft'
import { RoundFields } from './round-fields'

interface DecisionProps extends PartProps { template: Template }

const QuotaFields = ({ id, ...part }: PartProps & { id: string }) => {
  const t = useText()
  return (
    <div className="decision">
      <h3>{t('office.new.quota')}</h3>
      <TextField label={t('office.new.quotaMax')} required keyboard="numeric" value={part.draft.quota} onChange={(quota) => part.change({ quota })} />
      <DecisionFields id={id} {...part} />
    </div>
  )
}

const PublicNoticeFields = ({ id, ...part }: PartProps & { id: string }) => {
  const t = useText()
  const { publicNotice: p } = part.draft
  const set = (value: Partial<typeof p>) => part.change({ publicNotice: { ...p, ...value } })
  return (
    <div className="decision">
      <h3>{t('office.new.publicNotice')}</h3>
      <FieldRow>
        <TextField label={t('office.new.noticeDays')} required keyboard="numeric" value={p.days} onChange={(days) => set({ days })} />
        <RadioField label={t('office.new.noticeCount')} required value={p.count} onChange={(count) => set({ count })} options={[{ value: 'working', label: t('office.new.noticeCount.working') }, { value: 'calendar', label: t('office.new.noticeCount.calendar') }]} />
      </FieldRow>
      <TextField label={t('office.new.summaryMax')} hint={t('office.new.summaryMaxHint')} keyboard="numeric" value={p.summaryMax} onChange={(summaryMax) => set({ summaryMax })} />
      <CheckField label={t('office.new.twoPersons')} explain={t('office.new.twoPersonsFact')} checked={p.twoPersons} onChange={(twoPersons) => set({ twoPersons })} />
      <DecisionFields id={id} {...part} />
    </div>
  )
}

export const OfficeDecisions = ({ template, ...part }: DecisionProps) => {
  const t = useText()
  const needs = needsOf(template)
  const categories = rulesOf(template.definition, 'category').map((c) => ({ value: c.value, name: c.name }))
  const rounds = roundIdsOf(template, part.draft)
  const addRound = () => {
    const taken = new Set(rounds)
    let n = rounds.length + 1
    while (taken.has(`round-${n}`)) n++
    part.change({ rounds: { ...part.draft.rounds, [`round-${n}`]: blankRound(rounds.length) } })
  }
  if (needs.quotaId === null && needs.publicNoticeId === null && needs.roundIds.length === 0) return null
  return (
    <Section title={t('office.new.decisions')} note={t('office.new.decisionsNote')}>
      {needs.quotaId === null ? null : <QuotaFields id={needs.quotaId} {...part} />}
      {rounds.map((id) => <RoundFields key={id} id={id} categories={categories} {...part} {...(needs.roundIds.includes(id) ? {} : { onRemove: () => part.change({ rounds: Object.fromEntries(Object.entries(part.draft.rounds).filter(([key]) => key !== id)) }) })} />)}
      {rounds.length === 0 ? null : <p><Button size="small" onClick={addRound}>{t('rounds.form.addRound')}</Button></p>}
      {needs.publicNoticeId === null ? null : <PublicNoticeFields id={needs.publicNoticeId} {...part} />}
    </Section>
  )
}
